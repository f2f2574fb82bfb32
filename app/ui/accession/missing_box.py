# SPDX-License-Identifier: EUPL-1.2
"""What a line lacks: each a link that puts the keyboard into its field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.checklist import ItemState
from app.text import _, in_language
from app.text.finding_words import missing_words
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label
from app.ui.widgets.link import LongLink

if TYPE_CHECKING:
    from app.actions.accessions import ItemView
    from app.domain.checklist import Missing


class MissingBox(QWidget):
    """Hidden where nothing is missing; built anew only where what is missing changed."""

    def __init__(self, go: Callable[[str], object]) -> None:
        super().__init__()
        self._go = go
        self._shown: tuple[Missing, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(2))
        self.head = Label(_("Che cosa manca"), "section")
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(self._links)

    def show_line(self, line: ItemView) -> None:
        """Show what the line lacks."""
        lacks = () if line.state in (ItemState.DONE, ItemState.SKIPPED) else line.missing
        self.setVisible(bool(lacks))
        if lacks == self._shown:
            return
        self._shown = lacks
        empty_layout(self._links)
        for one in lacks:
            title = next(
                (in_language(slot.title, slot.title_en) for slot in line.item.slots if slot.kind == one.name), ""
            )
            link = LongLink(missing_words(one.code, one.name, title), partial(self._go, one.field or one.code))
            self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
