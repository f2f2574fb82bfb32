# SPDX-License-Identifier: EUPL-1.2
"""The end of a membership that is left: how long the notice is, when it has run out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text import _, day
from app.ui.accession.form import LineForm
from app.ui.accession.place import Place
from app.ui.accessions.card import notice_words

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView
    from app.domain.accessions import Accession


class EndForm(LineForm):
    """What the agreement of the membership says; the days come from there."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.told = self.add_text()

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show the term and the notice of the membership that is left."""
        parent = _parent(view)
        if parent is None:
            self.told.setText("")
            return
        notice = notice_words(parent) or _("non è stato copiato dalla convenzione")
        told = [_("Preavviso: {notice}.").format(notice=notice)]
        if parent.ends_on:
            told.append(_("L'adesione finirebbe il {day}.").format(day=day(parent.ends_on)))
        self.told.setText(" ".join(told))


def _parent(view: AccessionView) -> Accession | None:
    wanted = view.accession.of_accession_id
    return next((other for other in view.case.others if other.id == wanted), None)
