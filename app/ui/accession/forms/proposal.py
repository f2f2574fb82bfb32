# SPDX-License-Identifier: EUPL-1.2
"""The draft resolution: its day, the opinions it needs, what the agreement is to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text import _
from app.ui.accession.entries import area, day_line, line
from app.ui.accession.form import LineForm, texts_of
from app.ui.accession.place import Place
from app.ui.widgets.expander import Expander

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView


class ProposalForm(LineForm):
    """The words of the agreement go into the drafts; they are asked for only where one opens them."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._body = ""
        self.entries = {
            "on": day_line(_("Data della proposta (obbligatoria)"), place.today),
            "number": line(_("Numero della proposta")),
            "technical_opinion_on": day_line(_("Parere tecnico del (obbligatorio)"), place.today),
            "accounting_opinion_on": day_line(_("Parere contabile del (obbligatorio)"), place.today),
            "auditor_opinion_on": day_line(_("Parere del revisore del"), place.today),
            "subject": line(_("Oggetto")),
        }
        self.words = {
            "purpose": area(_("Fini")),
            "consultation": area(_("Forme di consultazione")),
            "financial_relations": area(_("Rapporti finanziari")),
            "obligations": area(_("Obblighi e garanzie")),
        }
        self.save = self.fields_of_act(self.entries, "proposal", "proposal", lambda: self._body)
        self.save_words = self.fields_of_accession(self.words, "proposal:words")
        self.add_rows(
            self.entries,
            ("on", "number"),
            ("technical_opinion_on", "accounting_opinion_on"),
            ("auditor_opinion_on",),
            ("subject",),
        )
        self.more = Expander(_("Che cosa dice la convenzione (TUEL art. 30 c. 2)"))
        for entry in self.words.values():
            self.more.body.addWidget(entry.field)
        self.body.addWidget(self.more)

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show what is kept."""
        act = view.case.act("proposal")
        self._body = view.accession.body
        self.save.show_values(act.version if act else 0, texts_of(act, self.entries))
        self.save_words.show_values(view.accession.version, texts_of(view.accession, self.words))

    def focus_field(self, name: str) -> bool:
        """The words of the agreement are opened where one of them is wanted."""
        if name in self.words:
            self.more.open()
        return super().focus_field(name)
