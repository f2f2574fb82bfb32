# SPDX-License-Identifier: EUPL-1.2
"""Aderisci: from which centre, for what, what that needs first and what is paid already; then the procedure opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.text import _, ngettext
from app.ui.catalogue.words import service_line
from app.ui.centres.joining_choice import CentreChoice, ServiceChoice
from app.ui.centres.joining_words import already_paid, button_words, first_needed, needs, remarks
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.accession_services import ServicePlan
    from app.actions.changes import Changes
    from app.actions.joining import JoiningPlan
    from app.domain.accessions import AccessionId
    from app.errors import CampanileError
    from app.store import Store
    from app.ui.desk import Desk

_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class _Reading:
    plan: JoiningPlan
    province: str


def ask_to_join(desk: Desk, asker: QWidget, *, codes: Sequence[str] = (), centre: str = "") -> None:
    """Show what joining takes, for some services or for a centre; the clerk opens the procedure, or leaves it."""

    def read(store: Store) -> _Reading:
        from app.actions.joining import plan_joining
        from app.actions.municipality import show_office

        return _Reading(plan_joining(store, codes), show_office(store).province)

    def show(reading: _Reading) -> None:
        if reading.plan.options:
            JoiningDialog(desk, reading.plan, reading.province, asker.window(), centre=centre).open()
        else:
            desk.window.toast(_("Il catalogo non contiene nessun centro a cui aderire."))

    desk.tasks.query(asker, read, show)


class JoiningDialog(QDialog):
    """Nothing is written before the button; `started` gives the procedure that was opened or added to."""

    started = Signal(object)

    def __init__(self, desk: Desk, plan: JoiningPlan, province: str, parent: QWidget, *, centre: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Aderisci"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._plan, self._province = desk, plan, province
        self._services: ServicePlan | None = None
        self.centres = CentreChoice(plan, centre)
        self.services = ServiceChoice(plan)
        self.told = QVBoxLayout()
        self.trouble = Callout("", tone="bad")
        self.trouble.hide()
        self.start_button = button("", self.start, role="primary", icon="plus")
        self.leave_button = button(_("Lascia stare"), self.reject)
        self._lay_out()
        room = parent.size()
        self.resize(min(unit(820), room.width() - unit(48)), min(unit(660), room.height() - unit(48)))
        self.centres.changed.connect(self._on_centre)
        self.services.changed.connect(self._read_services)
        self._on_centre()
        self.start_button.setDefault(True)
        self.start_button.setFocus()

    @property
    def codes(self) -> list[str]:
        """The services that will be asked for, besides what they need."""
        return [service.code for service in self._plan.wanted] or self.services.codes()

    def start(self) -> None:
        """Open the procedure, or add to the one on its way, and go there."""
        option = self._plan.option(self.centres.code)
        codes = self.codes if option.takes_services else []

        def do(store: Store) -> tuple[AccessionId, Changes]:
            from app.actions.joining import start_joining

            return start_joining(store, option.centre.code, codes)

        self.start_button.setEnabled(False)
        self._desk.tasks.act(self, do, lambda done: self._on_started(done[0]), self._on_refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, else the one that starts."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, unit(6), 0)
        body.setSpacing(unit(10))
        body.addWidget(self.centres)
        body.addWidget(self.services)
        self.services.setVisible(not self._plan.wanted)
        self.told.setSpacing(unit(8))
        body.addLayout(self.told)
        body.addStretch(1)
        scroll_area = QScrollArea()
        scroll_area.setWidgetResizable(True)
        scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        scroll_area.setAccessibleName(self.windowTitle())
        scroll_area.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(10))
        buttons.addWidget(Label(_("Nulla è ancora scritto."), "small", wraps=True), 1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.start_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(10))
        layout.addWidget(Label(self._heading(), "heading", wraps=True))
        layout.addWidget(scroll_area, 1)
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)

    def _heading(self) -> str:
        wanted = self._plan.wanted
        if not wanted:
            return _("Aderire a un centro")
        return _("Aderire per avere {services}").format(services=", ".join(service_line(one) for one in wanted))

    def _on_centre(self) -> None:
        option = self._plan.option(self.centres.code)
        self.start_button.setText(button_words(option))
        self.services.show_centre(option.centre)
        self._read_services()

    def _read_services(self) -> None:
        """What the services need depends on what the request of that centre holds already."""
        option, codes = self._plan.option(self.centres.code), self.codes
        accession_id = option.open_one.id if option.open_one else None

        def plan(store: Store) -> ServicePlan:
            from app.actions.accession_services import plan_services

            return plan_services(store, codes, accession_id)

        self._desk.tasks.query(self, plan, self._show)

    def _show(self, services: ServicePlan) -> None:
        option = self._plan.option(self.centres.code)
        empty_layout(self.told)
        for title, text, tone in remarks(self._plan, option, self._province):
            self.told.addWidget(Callout(title, text, tone))
        paid = already_paid(services)
        if paid:
            told = _("Chiederlo va bene, ma la stessa spesa non si paga due volte: indica il CUP nella richiesta.")
            self.told.addWidget(Callout(_("Già finanziato"), "\n".join([*paid, told]), "warning"))
        if services.wanted:
            first = first_needed(services) or [_("Nessun altro servizio del catalogo.")]
            self._add_list(_("Serve prima"), first)
        self._add_list(_("Ti servono"), needs(option))

    def _add_list(self, title: str, lines: list[str]) -> None:
        self.told.addWidget(Label(title, "section"))
        shown = lines[:_AT_MOST]
        more = len(lines) - len(shown)
        if more:
            shown.append(ngettext("e {count} altro", "e altri {count}", more).format(count=more))
        self.told.addWidget(Label("\n".join(f"• {line}" for line in shown), wraps=True))

    def _on_started(self, accession_id: AccessionId) -> None:
        self.accept()
        self.started.emit(accession_id)
        self._desk.window.open_page("accession", str(accession_id))

    def _on_refused(self, error: CampanileError) -> None:
        from app.text import sentence

        self.start_button.setEnabled(True)
        self.trouble.show_words(_("Non è stato aperto nulla"), sentence(error), "bad")
        self.trouble.show()
