# SPDX-License-Identifier: EUPL-1.2
"""A service that another one needs first: asked for too, done without, or had already."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.text import _
from app.ui.accession.ask import Answers, Ask
from app.ui.accession.entries import line
from app.ui.accession.place import Place
from app.ui.theme import unit
from app.ui.widgets.callout import Callout
from app.ui.widgets.link import Link

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.domain.accessions import AccessionId
    from app.store import Store

    SetAside = Callable[[Store, AccessionId, str, str], Changes]


class Prerequisite(QWidget):
    """Three ways out; the two that leave it out want a reason."""

    asked = Signal(str)

    def __init__(self, place: Place, code: str, needed: str, name: str) -> None:
        super().__init__()
        self.code, self.needed = code, needed
        self._place = place
        told = _("{code} ha bisogno di {needed}").format(code=code, needed=f"{needed}, {name}")
        self.add = Link(_("Chiedi anche questo"), lambda: self.asked.emit(needed))
        self.without = Link(_("Non lo chiediamo perché…"), lambda: self._open(self.decline))
        self.ours = Link(_("L'abbiamo già da…"), lambda: self._open(self.have))
        for link in (self.add, self.without, self.ours):
            link.setAccessibleName(f"{link.text()} {needed}")
        self.decline = self._ask("decline", _("Perché ne facciamo a meno (obbligatorio)"), _("Non lo chiediamo"))
        self.have = self._ask("already", _("Da chi l'abbiamo (obbligatorio)"), _("L'abbiamo già"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(4))
        layout.addWidget(Callout(_("Serve prima un altro servizio"), told, "warning"))
        for widget in (self.add, self.without, self.decline, self.ours, self.have):
            if isinstance(widget, Link):
                layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                layout.addWidget(widget)

    def _ask(self, part: str, label: str, words: str) -> Ask:
        from app.actions.accession_services import decline_service, have_already

        do = decline_service if part == "decline" else have_already
        return Ask(
            {"reason": line(label)},
            words,
            lambda answers: self._set_aside(do, answers),
            self._place.drafts,
            self._place.of(f"{part}:{self.needed}"),
            blamed={"accession.service_reason_missing": "reason"},
        )

    def _open(self, ask: Ask) -> None:
        for other in (self.decline, self.have):
            other.setVisible(other is ask)
        ask.open_it()

    def _set_aside(self, do: SetAside, answers: Answers) -> None:
        place, needed, reason = self._place, self.needed, str(answers["reason"])
        ask = self.decline if self.decline.isVisible() else self.have
        place.desk.tasks.act(
            self, lambda store: do(store, place.accession_id, needed, reason), lambda _changes: ask.done(), ask.refused
        )
