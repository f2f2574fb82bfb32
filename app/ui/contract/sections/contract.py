# SPDX-License-Identifier: EUPL-1.2
"""Contratto: with whom, under which codes and acts, from when to when, out of which chapter, and its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.codes import check_cig, check_cup, check_fiscal_code
from app.domain.concessions import SPENDINGS
from app.text import _
from app.text.concession_labels import spending_label
from app.ui.accession.entries import Entry, amount_line, area, code_line, day_line, line, tick
from app.ui.accession.form import texts_of
from app.ui.contract.choices import Choices, read_choices, show_choices
from app.ui.contract.form import FormSection
from app.ui.contract.papers import PapersBox
from app.ui.documents.options import key_choice, number_choice

if TYPE_CHECKING:
    from app.actions.contracts import ContractView

_LINKS = ("concession_id", "accession_id", "service_code")


class ContractSection(FormSection):
    """Every field keeps itself; what is unusual in a code is said beside it and never stops."""

    entries: dict[str, Entry]

    def build(self, view: ContractView) -> None:
        """Lay the fields out."""
        self.entries = {**_links(), **self._terms(), **self._codes(), **self._money()}
        self.add_rows(self.entries, ("title",), ("service_code",), ("concession_id", "accession_id"))
        self.add_rows(self.entries, ("supplier", "supplier_vat"), ("reference", "signed_on"), ("starts_on", "ends_on"))
        self.add_heading(_("Codici"))
        self.add_rows(self.entries, ("cig", "cup"), ("office_code", "iban"))
        self.add_heading(_("Soldi"))
        self.add_rows(self.entries, ("determination", "determination_on"), ("value", "spending"))
        self.add_rows(self.entries, ("chapter", "account"))
        self.add_rows(self.entries, ("is_funded",), ("paid_on", "funded_until"))
        self.add_heading(_("Documenti"))
        self.papers = PapersBox(self.place, ("contract", "dpa", "acceptance", "contestation", "addendum", "other"))
        self.add_piece(self.papers)
        self.add_rows(self.entries, ("note",))
        self._save = self.keep(
            self.entries, "contract", {"contract.no_title": "title", "contract.amount_out_of_range": "value"}
        )

    def show_view(self, view: ContractView) -> None:
        """The choices are read first: what is chosen must be among them."""
        self.papers.show_view(view)
        for name in ("paid_on", "funded_until"):
            self.entries[name].field.setVisible(view.contract.is_funded)
        self.desk.tasks.query(self, read_choices, lambda choices: self._show_values(view, choices))

    def _show_values(self, view: ContractView, choices: Choices) -> None:
        for name in _LINKS:
            show_choices(self.entries[name], getattr(choices, name), texts_of(view.contract, {name: 0})[name])  # type: ignore[dict-item] # only its key is looked at
        self._save.show_values(view.contract.version, texts_of(view.contract, self.entries))

    def _terms(self) -> dict[str, Entry]:
        today = self.place.today
        return {
            "title": line(_("Nome del contratto (obbligatorio)")),
            "supplier": line(_("Fornitore")),
            "supplier_vat": code_line(_("Partita IVA del fornitore"), check_fiscal_code, _("11 cifre")),
            "reference": line(_("Numero del contratto"), _("Quello che la fattura deve riportare.")),
            "signed_on": day_line(_("Firmato il"), today),
            "starts_on": day_line(_("Comincia il"), today),
            "ends_on": day_line(_("Finisce il"), today),
            "note": area(_("Nota"), lines=2),
        }

    def _codes(self) -> dict[str, Entry]:
        return {
            "cig": code_line(_("CIG derivato"), check_cig, _("Del contratto, non quello della concessione.")),
            "cup": code_line(_("CUP"), check_cup, _("15 caratteri, se c'è un progetto.")),
            "office_code": line(_("Codice univoco ufficio"), _("6 caratteri: dove arrivano le fatture.")),
            "iban": line(_("IBAN dedicato"), _("Dichiarato dal fornitore (L. 136/2010).")),
        }

    def _money(self) -> dict[str, Entry]:
        today = self.place.today
        kinds = [("", _("Non indicato")), *((key, spending_label(key)) for key in SPENDINGS)]
        return {
            "determination": line(_("Determina di impegno, numero")),
            "determination_on": day_line(_("Data della determina"), today),
            "value": amount_line(_("Valore iniziale"), _("In euro, senza IVA.")),
            "spending": key_choice(_("Che spesa è"), kinds),
            "chapter": line(_("Capitolo")),
            "account": line(_("Piano dei conti"), _("Per esempio U.1.03.02.19")),
            "is_funded": tick(_("Pagato dal PNRR")),
            "paid_on": day_line(_("Contributo erogato il"), today),
            "funded_until": day_line(_("Pagato dal contributo fino al"), today),
        }


def _links() -> dict[str, Entry]:
    return {
        "concession_id": number_choice(_("Concessione"), [("", _("Nessuna"))]),
        "accession_id": number_choice(_("Adesione"), [("", _("Nessuna"))]),
        "service_code": key_choice(_("Servizio del catalogo"), [("", _("Nessuno"))]),
    }
