# SPDX-License-Identifier: EUPL-1.2
"""The answer of the lead authority: how its time is counted, and what it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text import _
from app.ui.accession.form import LineForm
from app.ui.accession.place import Place

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView


class OutcomeForm(LineForm):
    """What arrives on paper is recorded below; a file of the centre is read by "Ricevi risposta"."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.told = self.add_text()

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show what the centre wrote of each service."""
        answers = {"accepted": _("accolto"), "refused": _("non accolto")}
        told = [
            f"{service.name}: {answers[service.answer]}" for service in view.case.requested if service.answer in answers
        ]
        self.told.setText("\n".join(told))
        self.told.setVisible(bool(told))
