# SPDX-License-Identifier: EUPL-1.2
"""The parts of a concession: what was granted to whom, the contracts under it; people and changes as in a contract."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.codes import check_cig, check_cup, check_fiscal_code
from app.domain.concessions import CONCESSION_KINDS, CONCESSION_STATES, REGIMES
from app.text import _
from app.text.concession_labels import (
    concession_kind_label,
    concession_state_label,
    contract_state_label,
    regime_label,
)
from app.ui.accession.entries import Entry, amount_line, area, code_line, day_line, line, tick
from app.ui.accession.form import texts_of
from app.ui.contract.choices import show_choices
from app.ui.contract.form import FormSection
from app.ui.contract.papers import PapersBox
from app.ui.contract.sections.changes import ChangesSection
from app.ui.contract.sections.money import MoneySection
from app.ui.contract.sections.people import PeopleSection
from app.ui.contract.warnings_box import WarningsBox
from app.ui.contract.words import spans
from app.ui.documents.options import key_choice
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label
from app.ui.widgets.link import LongLink
from app.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from app.actions.concessions import ConcessionView
    from app.store import Store
    from app.ui.desk import Desk

_PAPERS = ("concession", "plan", "addendum", "guarantee", "contestation", "other")


class ConcessionSection(FormSection):
    """What does not fit first, then the term on its line, then the fields."""

    entries: dict[str, Entry]

    def build(self, view: ConcessionView) -> None:
        """Lay the fields out."""
        self.warnings = WarningsBox(self._go)
        self.body.addWidget(self.warnings)
        self.timeline = Timeline()
        self.body.addWidget(self.timeline)
        self.entries = {**self._parties(), **self._terms()}
        self.add_rows(self.entries, ("title",), ("kind", "state"), ("regime",), ("is_ours",), ("centre_code",))
        self.add_heading(_("Chi"))
        self.add_rows(self.entries, ("granting_authority",), ("concessionaire", "concessionaire_vat"))
        self.add_rows(self.entries, ("project_company",))
        self.add_heading(_("Quando e quanto"))
        self.add_rows(self.entries, ("signed_on", "value"), ("starts_on", "ends_on"), ("may_be_extended",))
        self.add_heading(_("Codici e comunicazioni"))
        self.add_rows(self.entries, ("parent_cig", "cup"), ("reported_on",), ("publication",), ("source",))
        self.add_heading(_("Documenti"))
        self.papers = PapersBox(self.place, _PAPERS)
        self.add_piece(self.papers)
        self.add_rows(self.entries, ("note",))
        blamed = {"concession.no_title": "title", "contract.amount_out_of_range": "value"}
        self._save = self.keep(self.entries, "concession", blamed)

    def show_view(self, view: ConcessionView) -> None:
        """The centres are read first: the one that is named must be among them."""
        self.warnings.show_warnings(view.warnings)
        self.timeline.show_spans(spans([view.clock], view.concession.title), self.place.today())
        self.papers.show_view(view)
        self.entries["centre_code"].field.setVisible(not view.concession.is_ours)
        self.desk.tasks.query(self, _centres, lambda centres: self._show_values(view, centres))

    def _show_values(self, view: ConcessionView, centres: list[tuple[str, str]]) -> None:
        show_choices(self.entries["centre_code"], centres, view.concession.centre_code)
        self._save.show_values(view.concession.version, texts_of(view.concession, self.entries))

    def _go(self, section: str, field: str) -> None:
        known = {"changes": "changes", "people": "people"}
        key = f"{self.place.owner.concession_id}:{known.get(section, 'concession')}:{field}"
        self.desk.window.open_page("concession", key)

    def _parties(self) -> dict[str, Entry]:
        kinds = [(kind, concession_kind_label(kind)) for kind in CONCESSION_KINDS]
        states = [(state, concession_state_label(state)) for state in CONCESSION_STATES]
        regimes = [("", _("Non indicata")), *((regime, regime_label(regime)) for regime in REGIMES)]
        return {
            "title": line(_("Nome della concessione (obbligatorio)")),
            "kind": key_choice(_("Che cos'è"), kinds),
            "state": key_choice(_("Stato"), states),
            "regime": key_choice(_("Legge con cui è stata affidata"), regimes),
            "is_ours": tick(_("È del comune: concede il comune, non un centro")),
            "centre_code": key_choice(_("Centro di aggregazione"), [("", _("Nessuno"))]),
            "granting_authority": line(_("Ente concedente")),
            "concessionaire": line(_("Concessionario")),
            "concessionaire_vat": code_line(_("Partita IVA del concessionario"), check_fiscal_code, _("11 cifre")),
            "project_company": line(_("Società di progetto"), _("Se c'è.")),
        }

    def _terms(self) -> dict[str, Entry]:
        today = self.place.today
        return {
            "signed_on": day_line(_("Firmata il"), today),
            "value": amount_line(_("Valore iniziale"), _("In euro, senza IVA.")),
            "starts_on": day_line(_("Comincia il"), today),
            "ends_on": day_line(_("Finisce il"), today),
            "may_be_extended": tick(_("Il contratto prevede che si possa prorogare")),
            "parent_cig": code_line(_("CIG padre"), check_cig),
            "cup": code_line(_("CUP"), check_cup, _("15 caratteri, se c'è un progetto.")),
            "reported_on": day_line(_("Comunicata al portale PPP della Ragioneria dello Stato il"), today),
            "publication": line(_("Dove è pubblicata"), _("Indirizzo nella BDNCP o in Amministrazione trasparente.")),
            "source": line(_("Da dove vengono questi dati"), _("L'atto o la pagina da cui li hai copiati.")),
            "note": area(_("Nota"), lines=2),
        }


class ContractsSection(QWidget):
    """The contracts that run under the concession; the button in the head of the page opens one more."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = QVBoxLayout()
        self._rows.setSpacing(unit(6))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(unit(10))
        body.addLayout(self._rows)

    def show_contract(self, view: ConcessionView) -> None:
        """Show them, each leading to its page."""
        empty_layout(self._rows)
        if not view.contracts:
            self._rows.addWidget(Label(_("Nessun contratto sotto questa concessione."), "muted", wraps=True))
        for contract in view.contracts:
            words = f"{contract.title}: {contract_state_label(contract.state.value).lower()}"
            opening = partial(self._desk.window.open_page, "contract", str(contract.id))
            self._rows.addWidget(LongLink(words, opening))

    def on_changed(self, changes: object) -> None:
        """The page shows the concession again by itself."""


MAKERS: dict[str, Callable[[Desk], QWidget]] = {
    "concession": ConcessionSection,
    "people": PeopleSection,
    "contracts": ContractsSection,
    "money": MoneySection,
    "changes": ChangesSection,
}
"""The parts in the order of the list."""


def part_title(key: str) -> str:
    """The name of a part."""
    titles = {
        "concession": _("Concessione"),
        "people": _("Persone e garanzie"),
        "contracts": _("Contratti"),
        "money": _("Spesa"),
        "changes": _("Modifiche"),
    }
    return titles[key]


def _centres(store: Store) -> list[tuple[str, str]]:
    from app.actions.centres import list_centres

    return [("", _("Nessuno")), *((one.code, one.name) for one in list_centres(store))]
