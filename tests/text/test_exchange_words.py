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
from app.text.exchange_words import flaw_sentence, outcome_label, standing_label

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
