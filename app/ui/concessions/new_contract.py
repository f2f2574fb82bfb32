# SPDX-License-Identifier: EUPL-1.2
"""A new contract: one for each service of an active membership, in one step; or one written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.accession_states import MEMBER
from app.domain.accessions import Accession, Choice, RequestedService
from app.domain.concessions import Concession, ConcessionId, ContractId, Owner
from app.errors import CampanileError
from app.text import _, sentence
from app.ui.accession.entries import ChoiceField, line
from app.ui.contract.place import forget_drafts
from app.ui.documents.options import key_choice, number_choice
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.store import Store
    from app.ui.desk import Desk

_BY_HAND = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """An active membership with its services that have no contract yet."""

    accession: Accession
    services: tuple[RequestedService, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a new contract may come from."""

    offers: tuple[Offer, ...]
    concessions: tuple[Concession, ...]


def read_ground(store: Store) -> Ground:
    """The memberships that have services without a contract, and the concessions."""
    from app.actions.accessions import list_accessions, show_accession
    from app.actions.concessions import list_concessions
    from app.actions.contracts import survey_contracts

    had = {(row.contract.accession_id, row.contract.service_code) for row in survey_contracts(store)}
    offers = []
    for accession in list_accessions(store):
        if accession.state in MEMBER:
            asked = show_accession(store, accession.id).case.services
            left = [one for one in asked if one.choice is Choice.REQUESTED and (accession.id, one.code) not in had]
            if left:
                offers.append(Offer(accession, tuple(left)))
    return Ground(tuple(offers), tuple(list_concessions(store)))


class NewContract(QDialog):
    """`opened` gives the numbers of the contracts; what was typed is there when it is opened again.

    `origin` is the number of the concession that it is to hang on, or `a` and that of the membership it comes from.
    """

    opened = Signal(object)

    def __init__(self, desk: Desk, ground: Ground, parent: QWidget, origin: str = "") -> None:
        super().__init__(parent)
        self._desk, self._ground = desk, ground
        self._typed: dict[str, str] = desk.typed.setdefault("contract:new", {})
        self.setWindowTitle(_("Nuovo contratto"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.source = key_choice(_("Da dove nasce"), _sources(ground))
        self.title = line(_("Nome del contratto (obbligatorio)"), _("Per esempio: Conservazione a norma"))
        options = [("", _("Nessuna")), *((str(one.id), one.title) for one in ground.concessions)]
        self.concession = number_choice(_("Concessione"), options)
        self.ticks: dict[str, QCheckBox] = {}
        self.told = Label("", "muted", wraps=True)
        self._services = QVBoxLayout()
        self._services.setSpacing(unit(4))
        self.trouble = Label("", "error", wraps=True)
        self.trouble.hide()
        self.open_button = button(_("Apri il contratto"), self.open_contracts, role="primary", icon="check")
        self.leave_button = button(_("Lascia stare"), self.reject, role="quiet")
        self._lay_out(parent)
        self.title.show(self._typed.get("title", ""))
        self._start_from(origin)
        self.title.field.field.textEdited.connect(lambda text: self._typed.update(title=text))  # type: ignore[attr-defined] # a line
        if isinstance(self.source.field, ChoiceField):
            self.source.field.box.currentIndexChanged.connect(lambda _place: self._show_source())
        self._show_source()
        (self.title.field.field if self._offer() is None else self.source.field.field).setFocus()

    def open_contracts(self) -> None:
        """Write it down; what is wrong is said in the dialog."""
        self.trouble.hide()
        title, codes = self.title.text, tuple(code for code, tick in self.ticks.items() if tick.isChecked())
        offer = self._offer()
        if offer is None and not title:
            self.title.field.set_error(_("Scrivi di quale servizio si tratta."))
            self.title.field.field.setFocus()
            return
        concession_id = self.concession.read(self.concession.text)
        self.open_button.setEnabled(False)  # a double click opens one

        def do(store: Store) -> tuple[tuple[ContractId, ...], Changes]:
            from app.actions.contracts import open_contract, open_from_accession

            if offer is not None:
                return open_from_accession(store, offer.accession.id, codes)
            chosen = ConcessionId(concession_id) if isinstance(concession_id, int) else None
            contract_id, changes = open_contract(store, title, concession_id=chosen)
            return (contract_id,), changes

        self._desk.tasks.act(self, do, lambda done: self._on_opened(done[0]), self._on_refused)

    def done(self, result: int) -> None:
        """Let go of what was typed once it was done; else it is there for the next time."""
        if result == QDialog.DialogCode.Accepted:
            self._typed.clear()
        super().done(result)

    def _start_from(self, origin: str) -> None:
        accession = origin.removeprefix("a")
        if accession == origin:
            self.concession.show(origin)
        if origin:
            is_offered = any(str(one.accession.id) == accession for one in self._ground.offers)
            self.source.show(accession if accession != origin and is_offered else _BY_HAND)

    def _offer(self) -> Offer | None:
        key = self.source.text
        return next((one for one in self._ground.offers if str(one.accession.id) == key), None)

    def _show_source(self) -> None:
        offer = self._offer()
        self.title.field.setVisible(offer is None)
        self.concession.field.setVisible(offer is None and bool(self._ground.concessions))
        empty_layout(self._services)
        self.ticks = {}
        for one in offer.services if offer is not None else ():
            tick = QCheckBox(one.name.replace("&", "&&"))
            tick.setChecked(True)
            tick.toggled.connect(lambda _checked: self._show_count())
            self.ticks[one.code] = tick
            self._services.addWidget(tick)
        by_hand = _("Tutto il resto si scrive dopo, nella pagina del contratto.")
        from_it = _("Un contratto per ogni servizio scelto, con CUP, CIG, costi e scadenze già scritti nell'adesione.")
        self.told.setText(by_hand if offer is None else from_it)
        self._show_count()
        self.adjustSize()

    def _show_count(self) -> None:
        chosen = sum(tick.isChecked() for tick in self.ticks.values())
        self.open_button.setText(_("Apri i contratti") if chosen > 1 else _("Apri il contratto"))
        self.open_button.setEnabled(not self.ticks or bool(chosen))

    def _lay_out(self, parent: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(10))
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(10))
        layout.addWidget(Label(_("Nuovo contratto"), "heading"))
        layout.addWidget(self.source.field)
        layout.addLayout(self._services)
        for entry in (self.title, self.concession):
            layout.addWidget(entry.field)
        layout.addWidget(self.told)
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)
        self.setFixedWidth(min(unit(620), parent.width() - unit(48)))
        self.open_button.setDefault(True)

    def _on_opened(self, numbers: tuple[ContractId, ...]) -> None:
        for number in numbers:
            forget_drafts(self._desk, Owner(contract_id=number))
        self.opened.emit(numbers)
        self.accept()

    def _on_refused(self, error: CampanileError) -> None:
        self.open_button.setEnabled(True)
        self.trouble.setText(sentence(error))
        self.trouble.show()


def _sources(ground: Ground) -> list[tuple[str, str]]:
    made = []
    for one in ground.offers:
        words = _("Dall'adesione a {centre} (n. {id})")
        made.append((str(one.accession.id), words.format(centre=one.accession.centre_name, id=one.accession.id)))
    return [*made, (_BY_HAND, _("Scritto a mano"))]
