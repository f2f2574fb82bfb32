# SPDX-License-Identifier: EUPL-1.2
"""Publication on the notice board, and from when the resolution is enforceable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.accession_dates import enforceable_day
from app.domain.act_rules import computed_enforceable, computed_until
from app.text import _, day, weekday
from app.ui.accession.entries import day_line, line
from app.ui.accession.form import LineForm, texts_of
from app.ui.accession.place import Place
from app.ui.widgets.expander import Expander

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView
    from app.domain.acts import Act


class PublicationForm(LineForm):
    """Both ends are worked out from the first day; another day of ours wants its reason."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._body = ""
        self.entries = {
            "published_on": day_line(_("All'albo dal (obbligatorio)"), place.today),
            "published_until": day_line(_("Fino al"), place.today),
            "publication_place": line(_("Dove"), _("Per esempio: albo pretorio online, n. 412")),
            "enforceable_on": day_line(_("Esecutiva dal, se non è il giorno calcolato"), place.today),
            "enforceable_reason": line(_("Perché quel giorno")),
        }
        self.save = self.fields_of_act(self.entries, "publication", "resolution", lambda: self._body)
        self.add_rows(self.entries, ("published_on", "published_until"), ("publication_place",))
        self.told = self.add_text()
        self.own = Expander(_("È esecutiva da un altro giorno"))
        for name in ("enforceable_on", "enforceable_reason"):
            self.own.body.addWidget(self.entries[name].field)
        self.body.addWidget(self.own)

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show what is kept, and the days that follow from it."""
        act = view.case.act("resolution")
        self._body = view.accession.body
        self.save.show_values(act.version if act else 0, texts_of(act, self.entries))
        self.told.setText(_computed_words(act))
        if act is not None and act.enforceable_on is not None:
            self.own.open()

    def focus_field(self, name: str) -> bool:
        """What is missing is the first day: the end of the count follows from it."""
        if name == "enforceable_on" and not self.entries["published_on"].text:
            return self.save.focus("published_on")
        if name in ("enforceable_on", "enforceable_reason"):
            self.own.open()
        return super().focus_field(name)


def _computed_words(act: Act | None) -> str:
    """`Quindici giorni all'albo: fino al 07/10/2026. Esecutiva da lunedì 05/10/2026`, as far as it is known."""
    if act is None:
        return _("I giorni si calcolano da qui: quindici all'albo, esecutiva dopo il decimo.")
    parts = []
    until, computed, holds = computed_until(act), computed_enforceable(act), enforceable_day(act)
    if until:
        parts.append(_("Quindici giorni all'albo: fino al {day}.").format(day=day(until)))
    if act.is_immediate and holds:
        parts.append(
            _("Immediatamente eseguibile: dal {weekday} {day}.").format(weekday=weekday(holds), day=day(holds))
        )
    elif computed:
        parts.append(_("Esecutiva da {weekday} {day}.").format(weekday=weekday(computed), day=day(computed)))
    return " ".join(parts) or _("I giorni si calcolano da qui: quindici all'albo, esecutiva dopo il decimo.")
