# SPDX-License-Identifier: EUPL-1.2
"""What narrows the catalogue: words, star, duty, addressee, area, measure, centre; and one way back to all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.text import _
from app.ui.catalogue.area_chips import AreaChips
from app.ui.catalogue.tab_order import in_order
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.chips import Chip, Chips, FilterRow
from app.ui.widgets.menu_filter import MenuFilter
from app.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.actions.catalogue import CatalogueAnswer, CatalogueFilter
    from app.domain.catalogue import Centre

STARRED = "starred"
MANDATORY = "mandatory"
_ADDRESSEES = ("ENTE", "CITTADINI", "IMPRESE")


class CatalogueFilters(QWidget):
    """`changed` comes after each change by hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(_("Cerca nel catalogo"), _("Cerca nel catalogo  (Ctrl+F)"))
        self.flags = Chips(exclusive=False, name=_("Filtri"))
        self.areas = AreaChips()
        self.measure = MenuFilter(_("Misura"), _("tutte"))
        self.centre = MenuFilter(_("Centro"), _("tutti"))
        self.reset_button = button(_("Azzera"), self.reset, role="quiet", icon="close")
        self._lay_out()
        self.search.wanted.connect(self._on_changed)
        self.flags.chosen.connect(self._on_flag)
        self.areas.chosen.connect(self._on_changed)
        self.measure.chosen.connect(self._on_changed)
        self.centre.chosen.connect(self._on_changed)
        self._show_reset()

    def wanted(self) -> CatalogueFilter:
        """What is asked for now."""
        from app.actions.catalogue import CatalogueFilter

        on = self.flags.checked()
        return CatalogueFilter(
            text=self.search.words(),
            area=self.areas.value,
            measure=self.measure.value,
            addressee=next((name for name in _ADDRESSEES if name in on), ""),
            centre=self.centre.value,
            starred=STARRED in on,
            mandatory=MANDATORY in on,
        )

    @property
    def is_set(self) -> bool:
        """True while anything is narrowed."""
        chosen = (self.search.words(), self.areas.value, self.measure.value, self.centre.value)
        return any(chosen) or bool(self.flags.checked())

    def show_counts(self, answer: CatalogueAnswer, centres: Iterable[Centre]) -> None:
        """How many services each filter would leave."""
        addressees = dict(answer.addressees)
        words = {"ENTE": _("Per l'ente"), "CITTADINI": _("Per i cittadini"), "IMPRESE": _("Per le imprese")}
        self.flags.set_chips(
            [
                Chip(STARRED, _("Con stella"), answer.starred),
                Chip(MANDATORY, _("Obbligatori per legge"), answer.mandatory),
                *(Chip(name, words[name], addressees.get(name, 0)) for name in _ADDRESSEES),
            ]
        )
        areas = dict(answer.areas)
        self.areas.show_counts(areas, sum(areas.values()))
        self.measure.set_options((name, name, count) for name, count in sorted(answer.measures))
        offered = dict(answer.centres)
        self.centre.set_options((centre.code, centre.name, offered.get(centre.code, 0)) for centre in centres)
        self._show_reset()
        flags = [self.flags.button(key) for key in (STARRED, MANDATORY, *_ADDRESSEES)]
        in_order(self.search, *flags, *self.areas.stops(), self.measure, self.centre, self.reset_button)

    def choose_centre(self, code: str) -> None:
        """Narrow to what one centre offers."""
        self.centre.set_value(code)
        self._on_changed()

    def reset(self) -> None:
        """Show all again."""
        self.search.reset()
        for key in self.flags.checked():
            self.flags.choose(key, is_on=False)
        self.areas.set_value("")
        self.measure.set_value("")
        self.centre.set_value("")
        if self.reset_button.hasFocus():
            self.search.setFocus()
        self._on_changed()

    def _lay_out(self) -> None:
        first = FilterRow(self.search, self.flags)
        second = QHBoxLayout()
        second.setSpacing(unit(8))
        second.addWidget(self.areas, 1)
        for widget in (self.measure, self.centre, self.reset_button):
            second.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(8))
        layout.addWidget(first)
        layout.addLayout(second)

    def _on_flag(self, key: str) -> None:
        if key in _ADDRESSEES:
            for other in _ADDRESSEES:
                if other != key:
                    self.flags.choose(other, is_on=False)
        self._on_changed()

    def _on_changed(self, _value: str = "") -> None:
        self._show_reset()
        self.changed.emit()

    def _show_reset(self) -> None:
        self.reset_button.setVisible(self.is_set)
