# SPDX-License-Identifier: EUPL-1.2
"""How entries of the history read."""

import pytest

from app.domain.history import EntryId, EntryKind, HistoryEntry
from app.ui.history.words import entry_state, entry_title, shortened
from tests.conftest import NOW


def entry(kind: EntryKind = EntryKind.ACTION, *, is_undone: bool = False, is_undoable: bool = True) -> HistoryEntry:
    """An entry about the star of a service."""
    return HistoryEntry(
        id=EntryId(1),
        at=NOW,
        who="Anna",
        kind=kind,
        title="catalogue.service_starred",
        params={"code": "PAB-01"},
        is_undone=is_undone,
        is_undoable=is_undoable,
        changes=(),
    )


@pytest.mark.parametrize(
    ("seen", "title", "state"),
    [
        (entry(), "Stella a PAB-01", "Fatta"),
        (entry(is_undone=True), "Stella a PAB-01", "Annullata"),
        (entry(is_undoable=False), "Stella a PAB-01", "Definitiva"),
        (entry(EntryKind.UNDO), "Annullato: Stella a PAB-01", "Passo indietro"),
        (entry(EntryKind.REDO), "Ripetuto: Stella a PAB-01", "Passo avanti"),
    ],
)
def test_title_and_state_are_said_in_words(seen: HistoryEntry, title: str, state: str) -> None:
    assert entry_title(seen) == title
    assert entry_state(seen)[0] == state


def test_a_long_title_is_cut_at_a_word() -> None:
    assert shortened("Importazione dati aperti: uno.csv", 26) == "Importazione dati aperti…"
    assert shortened("Stella a PAB-01", 26) == "Stella a PAB-01"
