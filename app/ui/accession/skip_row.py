# SPDX-License-Identifier: EUPL-1.2
"""Setting a line aside with a reason, and taking it up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.accession_states import PREPARING, State
from app.domain.checklist import ItemState
from app.text import _
from app.ui.accession.ask import Answers, Ask
from app.ui.accession.entries import line
from app.ui.accession.place import Place
from app.ui.accessions.words import item_title
from app.ui.theme import unit
from app.ui.widgets.callout import Callout
from app.ui.widgets.link import Link

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView
    from app.domain.accessions import ChecklistItem

_OPEN = (*PREPARING, State.ADDITIONS)


class SkipRow(QWidget):
    """A link opens a question for the reason; set aside, the line says it and can be taken up."""

    def __init__(self, place: Place, key: str) -> None:
        super().__init__()
        self._place = place
        self._item: ChecklistItem | None = None
        self.open = Link(_("Non si applica…"), self._ask)
        self.ask = Ask(
            {"reason": line(_("Perché non si applica (obbligatorio)"))},
            _("Segna che non si applica"),
            self._skip,
            place.drafts,
            place.of(f"{key}:skip"),
            blamed={"accession.skip_reason_missing": "reason"},
        )
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(unit(4))
        self._layout.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(self.ask)
        self.told: Callout | None = None

    def show_line(self, view: AccessionView, line: ItemView) -> None:
        """Show whether the line is set aside, and why."""
        self._item = line.item
        reason = line.item.skipped_reason
        if self.told is not None:
            self.told.hide()
            self.told.deleteLater()
            self.told = None
        if reason:
            self.told = Callout(_("Non si applica"), reason, "neutral", _("Riprendi la riga"), self._take_up)
            self._layout.addWidget(self.told)
            self.ask.hide()
        is_offered = not reason and line.state is not ItemState.DONE and view.accession.state in _OPEN
        self.open.setVisible(is_offered and not line.item.is_custom)

    def _ask(self) -> None:
        self.ask.open_it()

    def _skip(self, answers: Answers) -> None:
        from app.actions.accession_items import skip_item

        item = self._item
        if item is None:
            return
        told = _("«{item}» non si applica").format(item=item_title(item))
        self._place.desk.tasks.act(
            self,
            lambda store: skip_item(store, item.id, item.version, str(answers["reason"])),
            lambda _changes: self._done(told),
            self.ask.refused,
        )

    def _take_up(self) -> None:
        from app.actions.accession_items import take_up_item

        item = self._item
        if item is None:
            return
        told = _("«{item}» ripreso").format(item=item_title(item))
        self._place.desk.tasks.act(
            self,
            lambda store: take_up_item(store, item.id, item.version),
            lambda _changes: self._place.desk.window.toast(told, with_undo=True),
        )

    def _done(self, told: str) -> None:
        self.ask.done()
        self._place.desk.window.toast(told, with_undo=True)
