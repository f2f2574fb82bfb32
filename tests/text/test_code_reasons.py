# SPDX-License-Identifier: EUPL-1.2
"""Every doubt about a code can be said."""

import re
from pathlib import Path

import pytest

from app.domain import codes
from app.domain.codes import check_cup
from app.text.code_reasons import code_reason

_REASON = re.compile(r'"((?:code|cup|cig|smart_cig|istat|belfiore|ipa|fiscal_code)\.[a-z_]+)"')


def _reasons() -> set[str]:
    return set(_REASON.findall(Path(codes.__file__).read_text(encoding="utf-8")))


@pytest.mark.parametrize("reason", sorted(_reasons()))
def test_each_reason_of_the_checks_has_a_sentence(reason: str) -> None:
    assert code_reason(reason).endswith(".")


def test_no_doubt_says_nothing() -> None:
    assert code_reason(check_cup("J91F22000000006").reason) == ""
