# SPDX-License-Identifier: EUPL-1.2
"""The note of a line, kept as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.text import _
from app.ui.accession.autosave import Autosave
from app.ui.accession.entries import area
from app.ui.accession.place import Place

if TYPE_CHECKING:
    from app.actions.accessions import ItemView
    from app.actions.changes import Changes
    from app.domain.accessions import ItemId
    from app.store import Store


class LineNote(QWidget):
    """One note a line."""

    def __init__(self, place: Place, key: str) -> None:
        super().__init__()
        self._place = place
        self._item_id: ItemId | None = None
        self._key = key
        self.entries = {"note": area(_("La nostra nota"), lines=2)}
        self.save = Autosave(place.desk.tasks, self.entries, place.drafts, place.of(f"{key}:note"), self._write, self)
        self.save.stale.connect(place.read_again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.entries["note"].field)

    def show_line(self, line: ItemView) -> None:
        """Show what is kept."""
        self._item_id = line.item.id
        self.save.show_values(line.item.version, {"note": line.item.note})

    def flush(self) -> None:
        """Keep what was typed."""
        self.save.flush()

    def _write(self, store: Store, seen: int, values: dict[str, object]) -> tuple[int, Changes]:
        from app.actions.accession_items import note_item
        from app.actions.accessions import show_accession

        if self._item_id is None:
            raise AssertionError
        changes = note_item(store, self._item_id, seen, str(values["note"]))
        line = show_accession(store, self._place.accession_id).item(self._key)
        return line.item.version if line else seen, changes
