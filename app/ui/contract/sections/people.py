# SPDX-License-Identifier: EUPL-1.2
"""Persone e garanzie: mandates, bonds and insurances, the agreement on personal data, the cloud qualification."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.text import _
from app.ui.accession.ask import Answers
from app.ui.accession.entries import Entry, day_line, line
from app.ui.accession.form import texts_of
from app.ui.contract.form import FormSection
from app.ui.contract.part_kinds import contact_ask, contacts, guarantee_ask, guarantees
from app.ui.contract.parts import PartsBox

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.store import Store


class PeopleSection(FormSection):
    """Of a contract, or of a concession, which has no agreement and no cloud of its own."""

    entries: dict[str, Entry]

    def build(self, view: Any) -> None:  # noqa: ANN401 - of a contract, or of a concession
        """Lay out people, guarantees, and of a contract the agreement and the cloud."""
        today = self.place.today()
        self.add_heading(_("Persone"))
        self.people = PartsBox(
            self.place,
            contacts(today),
            _("Nessuno ancora: scrivi almeno RUP e direttore dell'esecuzione, con la scadenza del loro incarico."),
            _("Aggiungi una persona"),
            contact_ask(),
            self._add_contact,
            blamed={"contract.part_without_name": "name"},
        )
        self.add_piece(self.people)
        self.add_heading(_("Garanzie e polizze"))
        self.guarantees = PartsBox(
            self.place,
            guarantees(today),
            _("Nessuna ancora. Con la sua scadenza qui sei avvisato in tempo."),
            _("Aggiungi una garanzia"),
            guarantee_ask(),
            self._add_guarantee,
        )
        self.add_piece(self.guarantees)
        if hasattr(view, "contract"):
            self._build_contract()

    def show_view(self, view: Any) -> None:  # noqa: ANN401 - of a contract, or of a concession
        """Show what is kept."""
        self.people.show_view(view)
        self.guarantees.show_view(view)
        if hasattr(view, "contract"):
            self._save.show_values(view.contract.version, texts_of(view.contract, self.entries))

    def _build_contract(self) -> None:
        today = self.place.today
        self.entries = {
            "dpa": line(_("Accordo sui dati personali"), _("Art. 28 GDPR: numero o protocollo dell'atto.")),
            "dpa_on": day_line(_("Data dell'accordo"), today),
            "cloud_level": line(_("Livello di qualificazione"), _("Catalogo ACN, per esempio QC1.")),
            "cloud_id": line(_("Scheda del catalogo ACN")),
            "cloud_until": day_line(_("Qualificato fino al"), today),
        }
        self.add_heading(_("Dati personali"))
        self.add_rows(self.entries, ("dpa", "dpa_on"))
        self.add_heading(_("Qualificazione cloud"))
        self.add_rows(self.entries, ("cloud_level", "cloud_id"), ("cloud_until",))
        self._save = self.keep(self.entries, "people")

    def _add_contact(self, store: Store, answers: Answers) -> tuple[int, Changes]:
        from app.actions.contract_parts import add_contact

        return add_contact(store, self.place.owner, str(answers["role"]), str(answers["name"]))

    def _add_guarantee(self, store: Store, answers: Answers) -> tuple[int, Changes]:
        from app.actions.contract_parts import add_guarantee

        return add_guarantee(store, self.place.owner, str(answers["kind"]), issuer=str(answers["issuer"]))
