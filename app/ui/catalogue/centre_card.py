# SPDX-License-Identifier: EUPL-1.2
"""The card of an aggregation centre: who leads it, whom it is for, what it offers, and each fact with its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.text import _, in_language
from app.text.catalogue_labels import fact_label
from app.ui.catalogue import words as say
from app.ui.catalogue.sheet import Sheet, links, words

if TYPE_CHECKING:
    from app.domain.catalogue import Centre, EditionInfo, Fact, Service
    from app.store import Store

Opens = Callable[[str, str], Callable[[], object]]


@dataclass(frozen=True, slots=True)
class ShownCentre:
    """A centre with the services that a source shows it offers."""

    centre: Centre
    services: tuple[Service, ...]
    edition: EditionInfo | None


def read_centre(store: Store, code: str) -> ShownCentre:
    """What the card shows, read in the thread of the store."""
    from app.actions.catalogue import CatalogueFilter, search_services, show_centre

    centre = show_centre(store, code)
    answer = search_services(store, CatalogueFilter(centre=centre.code))
    return ShownCentre(centre, tuple(row.service for row in answer.services), answer.edition)


class CentreSheet(Sheet):
    """`narrowed` asks for the list of what this centre offers."""

    narrowed = Signal(str)

    def __init__(self, opens: Opens, parent: QWidget | None = None) -> None:
        super().__init__(_("Scheda del centro"), parent)
        self._opens = opens
        self.shown: ShownCentre | None = None

    def show_centre(self, shown: ShownCentre, *, is_narrowed: bool) -> None:
        """Show a centre; `is_narrowed` when the list holds its services only."""
        had_keyboard = self.has_keyboard()
        self.shown = shown
        self.clear()
        self._build(shown, is_narrowed=is_narrowed)
        if had_keyboard:
            self.scroll_area.setFocus()

    def _build(self, shown: ShownCentre, *, is_narrowed: bool) -> None:
        centre = shown.centre
        unknown = _("Le fonti consultate non lo dicono.")
        self.set_title(centre.name, say.centre_kind(centre.kind))
        self.add_answer(_("Capofila"), words(centre.lead_authority or unknown))
        self.add_answer(_("Provincia"), words(centre.province or unknown))
        self.add_answer(_("Bacino"), words(_catchment(centre) or unknown))
        self.add_answer(_("Servizi offerti"), *self._services(shown, is_narrowed=is_narrowed))
        self.add_heading(_("Che cosa dicono le fonti"))
        for field, facts in groupby(centre.facts, key=lambda fact: fact.field):
            self.add_answer(fact_label(field), *(answer for fact in facts for answer in _fact(fact)))
        if not centre.facts:
            self.add_text(_("Nessuna fonte consultata ne parla."), muted=True)
        self.set_footer(say.edition_line(shown.edition))

    def _services(self, shown: ShownCentre, *, is_narrowed: bool) -> list[QWidget]:
        if not shown.services:
            return [words(_("Nessuna fonte consultata mostra quali servizi offre."))]
        found = links((say.service_line(one), self._opens("catalogue", one.code)) for one in shown.services)
        if not is_narrowed and len(shown.services) > 1:
            found += links([(_("Filtra l'elenco su questo centro"), lambda: self.narrowed.emit(shown.centre.code))])
        return found


def _catchment(centre: Centre) -> str:
    if not centre.catchment:
        return ""
    return _("Comuni in provincia di {provinces}").format(provinces=", ".join(centre.catchment))


def _fact(fact: Fact) -> list[QWidget]:
    value = in_language(fact.value, fact.value_en)
    source = _("Fonte: {source}").format(source=fact.source)
    return [words(value), words(f"{source} {say.inferred_mark()}" if fact.inferred else source, "small")]
