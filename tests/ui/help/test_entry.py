# SPDX-License-Identifier: EUPL-1.2
"""What a search of the help finds."""

import pytest

from app.domain.folding import fold
from app.ui.help.entry import Entry

ENTRY = Entry("CUP, codice unico", "Quindici caratteri", "L. 3/2003", keys=("Ctrl+K",))


@pytest.mark.parametrize("words", ["", "cup", "CARATT", "unico quindici", "ctrl", "2003"])
def test_beginnings_of_words_are_found_everywhere(words: str) -> None:
    assert ENTRY.fits(fold(words))


@pytest.mark.parametrize("words", ["cig", "cup cig", "uindici"])
def test_other_words_are_not(words: str) -> None:
    assert not ENTRY.fits(fold(words))
