# SPDX-License-Identifier: EUPL-1.2
"""The documents of a line, one place for each that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.accession.place import Place
from app.ui.accession.slot_box import SlotBox
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView
    from app.domain.accessions import Slot


class SlotsBox(QWidget):
    """Hidden where a line asks for none."""

    def __init__(self, place: Place, key: str) -> None:
        super().__init__()
        self._place = place
        self._key = key
        self._shown: tuple[Slot, ...] = ()
        self.boxes: list[SlotBox] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(unit(8))

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show what the line asks for and what is there."""
        slots = line.item.slots
        if slots != self._shown:
            self._shown = slots
            empty_layout(self._layout)
            self.boxes = [SlotBox(self._place, self._key, slot) for slot in slots]
            for box in self.boxes:
                self._layout.addWidget(box)
        for box in self.boxes:
            box.show_view(view)
        self.setVisible(bool(slots))

    def focus(self, name: str) -> bool:
        """Put the keyboard where a kind of document is added; False where the line asks for none of that kind."""
        for box in self.boxes:
            if box.slot.kind == name:
                box.focus()
                return True
        return False
