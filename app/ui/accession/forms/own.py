# SPDX-License-Identifier: EUPL-1.2
"""A line that the clerk added: the day on which it was done, and taking it out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.text import _
from app.ui.accession.autosave import Autosave
from app.ui.accession.entries import day_line, shown
from app.ui.accession.form import LineForm
from app.ui.accession.place import Place
from app.ui.widgets.button import button

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView
    from app.actions.changes import Changes
    from app.domain.accessions import ChecklistItem
    from app.store import Store


class OwnForm(LineForm):
    """With a day it is done, without one it is not."""

    def __init__(self, place: Place, key: str) -> None:
        super().__init__(place)
        self._item: ChecklistItem | None = None
        self._key = key
        self.entries = {"done_on": day_line(_("Fatto il"), place.today)}
        self.save = self.watched(
            Autosave(place.desk.tasks, self.entries, place.drafts, place.of(key), self._write, self)
        )
        self.add_rows(self.entries, ("done_on",))
        self.remove = button(_("Elimina la riga"), self._remove, role="danger", icon="trash")
        self.body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show whether it was done."""
        self._item = line.item
        self.save.show_values(line.item.version, {"done_on": shown(line.item.done_on)})

    def _write(self, store: Store, seen: int, values: dict[str, object]) -> tuple[int, Changes]:
        from app.actions.accession_items import mark_done
        from app.actions.accessions import show_accession

        on = values["done_on"]
        if self._item is None or not isinstance(on, date | None):
            raise AssertionError
        changes = mark_done(store, self._item.id, seen, on)
        line = show_accession(store, self.place.accession_id).item(self._key)
        return line.item.version if line else seen, changes

    def _remove(self) -> None:
        from app.actions.accession_items import drop_item

        item = self._item
        if item is None:
            return
        self.place.desk.tasks.act(
            self,
            lambda store: drop_item(store, item.id),
            lambda _changes: self.place.desk.window.toast(
                _("Riga tolta: «{item}»").format(item=item.title), with_undo=True
            ),
        )
