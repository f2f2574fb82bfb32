# SPDX-License-Identifier: EUPL-1.2
"""The term of the membership, copied from the agreement: start, end, notice, window of renewal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.accession_states import State
from app.text import _
from app.ui.accession.entries import day_line, line, number_line
from app.ui.accession.form import LineForm, texts_of
from app.ui.accession.place import Place
from app.ui.accessions.words import untold_windows
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView


class StartForm(LineForm):
    """Nothing is proposed here: all of it is in the act."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.entries = {
            "terms_source": line(_("Atto da cui li copi (obbligatorio)"), _("Per esempio: convenzione, art. 9")),
            "starts_on": day_line(_("Inizio (obbligatorio)"), place.today),
            "ends_on": day_line(_("Fine (obbligatoria)"), place.today),
            "notice_months": number_line(_("Preavviso di recesso, mesi")),
            "notice_days": number_line(_("Preavviso di recesso, giorni")),
            "renewal_months": number_line(_("Rinnovo: mesi prima della fine")),
            "answer_days": number_line(_("Giorni per la risposta"), _("Vuoto: i 30 della legge")),
        }
        self.add_text(_("Questi dati si copiano dalla convenzione: da lì partono le scadenze."))
        self.save = self.fields_of_accession(self.entries, "start")
        self.add_rows(
            self.entries,
            ("terms_source",),
            ("starts_on", "ends_on"),
            ("notice_months", "notice_days"),
            ("renewal_months", "answer_days"),
        )
        self.untold = Label("", "doubt", wraps=True)
        self.body.addWidget(self.untold)

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show what is kept, and which windows cannot be worked out from it."""
        untold = [words for _field, words in untold_windows(view.accession)]
        is_member = view.accession.state in (State.ACTIVE, State.RENEWING)
        self.untold.setText(" ".join(untold))
        self.untold.setVisible(bool(untold) and is_member)
        self.save.show_values(view.accession.version, texts_of(view.accession, self.entries))
