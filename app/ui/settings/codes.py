# SPDX-License-Identifier: EUPL-1.2
"""The codes that identify our comune: read only, with the list that they come from and its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.municipality import Office
from app.text import _, day
from app.ui.theme import unit
from app.ui.widgets.card import Card

if TYPE_CHECKING:
    from app.actions.sources import SourceNote


class CodesCard(Card):
    """What is not for the clerk to change."""

    def __init__(self) -> None:
        super().__init__(_("Codici del comune"))
        self.setMinimumHeight(unit(330))

    def show_codes(self, office: Office, note: SourceNote) -> None:
        """Show the codes of our comune and where they are from."""
        self.clear()
        self.set_title(_("Codici del comune"), _("Si copiano; non si cambiano: vengono dagli elenchi ufficiali."))
        self.add_row(_("Codice ISTAT"), office.istat, copy=True, mono=True)
        self.add_row(_("Codice catastale"), office.belfiore, copy=True, mono=True)
        if office.previous_istat:
            self.add_row(_("Codici ISTAT precedenti"), ", ".join(office.previous_istat), mono=True)
        self.add_row(_("Provincia"), f"{office.province_name} ({office.province})")
        self.add_row(_("Regione"), office.region)
        if office.other_name:
            self.add_row(_("Altro nome"), office.other_name)
        if office.is_example:
            self.add_source(_("Comune di esempio: codici inventati."))
            return
        told = _("{what}, al {day}. Fonti: {sources}")
        self.add_source(told.format(what=note.what, day=day(note.on), sources="; ".join(note.sources[:2])))
