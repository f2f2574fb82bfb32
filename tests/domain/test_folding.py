# SPDX-License-Identifier: EUPL-1.2
"""Words without accents, case and punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.folding import fold, matches


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Forlì-Cesena", "forli cesena"), ("L'AQUILA", "l aquila"), ("Südtirol", "sudtirol"), ("citta\u0300", "citta"),
        ("  C.I.G. ", "c i g"), ("ﬁrma", "firma"), ("", ""), ("—", ""),
    ],
)  # fmt: skip
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_each_word_may_be_a_beginning() -> None:
    assert matches("pag inc", fold("Incassi con pagoPA"))
    assert not matches("ago", fold("Incassi con pagoPA"))
    assert matches("", "anything")
