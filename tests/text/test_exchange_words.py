# SPDX-License-Identifier: EUPL-1.2
"""The words of a centre for requests and answers."""

import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from app.domain import collection
from app.domain.collection import Standing
from app.domain.exchange import Outcome
from app.text.exchange_words import (
    carried_words,
    flaw_sentence,
    outcome_label,
    service_answer_words,
    standing_label,
)

_PARAMS: dict[str, object] = {
    name: date(2026, 11, 3) if name.endswith("on") else f"<{name}>"
    for name in ("on", "made_on", "enforceable_on", "cup", "name", "found", "days", "file", "revision")
}
FLAWS = sorted(set(re.findall(r'Flaw\("([a-z_]+)"', Path(collection.__file__).read_text(encoding="utf-8"))))


def test_there_is_a_word_for_each_standing_and_outcome() -> None:
    words = [standing_label(one.value) for one in Standing] + [outcome_label(one) for one in get_args(Outcome)]
    assert len(set(words)) == len(words)
    assert all(words)


@pytest.mark.parametrize("code", FLAWS)
def test_there_is_a_sentence_for_each_flaw(code: str) -> None:
    told = flaw_sentence(code, _PARAMS)
    assert told.endswith(".")
    assert "{" not in told
    assert "2026-" not in told


def test_days_are_written_as_in_the_office() -> None:
    assert "03/11/2026" in flaw_sentence("published_before_act", {"on": date(2026, 11, 3)})
    assert "{x}" in flaw_sentence("same_package", {"file": "{x}"})


def test_what_is_said_of_a_service_tells_what_was_said_before() -> None:
    assert service_answer_words("", "accepted", "accepted") == "accolto"
    assert service_answer_words("refused", "accepted", "accepted") == "accolto (prima: non accolto)"
    assert service_answer_words("refused", "accepted", "refused").startswith("resta non accolto: ")
    assert "PAB-02, BAS-01" in carried_words(("PAB-02", "BAS-01"))
