# SPDX-License-Identifier: EUPL-1.2
"""The determination that commits the money; where nothing is paid the line is set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text import _
from app.ui.accession.entries import day_line, line
from app.ui.accession.form import LineForm, texts_of
from app.ui.accession.place import Place

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView


class CommitmentForm(LineForm):
    """The figures stand with the services, each with the act that it comes from."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.entries = {
            "number": line(_("Numero della determina (obbligatorio)")),
            "on": day_line(_("Data (obbligatoria)"), place.today),
            "subject": line(_("Oggetto")),
        }
        self.save = self.fields_of_act(self.entries, "commitment", "determination", lambda: "manager")
        self.add_rows(self.entries, ("number", "on"), ("subject",))

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show what is kept."""
        act = view.case.act("determination")
        self.save.show_values(act.version if act else 0, texts_of(act, self.entries))
