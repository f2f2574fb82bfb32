# SPDX-License-Identifier: EUPL-1.2
"""The services found: code, name, area, the measure that typically pays, the star."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from app.text import _, ngettext
from app.text.catalogue_labels import area_label
from app.ui.catalogue.words import service_name, withdrawn
from app.ui.theme import unit
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.actions.catalogue import CatalogueAnswer, ServiceRow

_ROOM_FOR_AREA = 840


class ServicesTable(DataTable):
    """In the order of the codes, or the nearest first while one searches, until another head is clicked.

    The codes begin with their area: where there is no room for its name, they tell it alone.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._areas: dict[str, int] = {}
        self._is_ordered_by_hand = False
        self._total = 0
        super().__init__(
            self._columns(),
            name=_("Servizi del catalogo"),
            identity=lambda row: row.service.code,
            selects_first=False,
            parent=parent,
        )
        self.model.sorted_by = "code"
        self.view.horizontalHeader().sectionClicked.connect(self._on_ordered)

    def show_answer(self, answer: CatalogueAnswer, *, is_searched: bool) -> None:
        """Show what was found and how many of how many."""
        for area, _count in answer.areas:
            self._areas.setdefault(area, len(self._areas))
        if not self._is_ordered_by_hand:
            self.model.sorted_by = "" if is_searched else "code"
        self.show_rows(answer.services)
        self._total = answer.edition.services if answer.edition else answer.total
        self._show_count()

    def choose(self, code: str) -> bool:
        """Select the service with that code; False where it is not among the rows."""
        return self.select(lambda row: row.service.code == code)

    def choose_first(self) -> bool:
        """Select the first row; False where there is none."""
        return self.select(lambda _row: True)

    def choose_none(self) -> None:
        """Take the selection away: the card shows something else."""
        self.view.clearSelection()
        self.view.setCurrentIndex(QModelIndex())

    def _fit_columns(self) -> None:
        """Leave the area out where the names would be cut."""
        is_wide = self.view.viewport().width() >= unit(_ROOM_FOR_AREA)
        self.view.setColumnHidden(self.model.place("area"), not is_wide)
        super()._fit_columns()

    def _on_ordered(self, _section: int) -> None:
        self._is_ordered_by_hand = True
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.model.rows)
        found = ngettext("{count} servizio su {total}", "{count} servizi su {total}", count)
        order = _("i più vicini alle parole cercate prima") if not self.model.sorted_by and count > 1 else ""
        self.set_footer(" · ".join(part for part in (found.format(count=count, total=self._total), order) if part))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("code", _("Codice"), _code, sort_key=self._area_place, kind="code", width=88),
            Column("name", _("Servizio"), _name, stretch=True, width=190, tooltip=_name, tone=_quiet),
            Column("area", _("Area"), _area, sort_key=self._area_place, width=192, tooltip=_area),
            Column("measure", _("Misura"), _measure, width=136, tooltip=_measure_told),
            Column("star", "★", _star, sort_key=self._star_place, tone=_accent, tooltip=_star_told),
        )

    def _star_place(self, row: ServiceRow) -> tuple[bool, int, str]:
        return (not row.mark.is_starred, *self._area_place(row))

    def _area_place(self, row: ServiceRow) -> tuple[int, str]:
        return (self._areas.get(row.service.area, len(self._areas)), row.service.code)


def _code(row: ServiceRow) -> str:
    return row.service.code


def _accent(_row: ServiceRow) -> str:
    return "accent"


def _name(row: ServiceRow) -> str:
    name = service_name(row.service)
    return withdrawn(name) if row.service.is_withdrawn else name


def _quiet(row: ServiceRow) -> str:
    return "muted" if row.service.is_withdrawn else "text"


def _area(row: ServiceRow) -> str:
    return area_label(row.service.area)


def _measure(row: ServiceRow) -> str:
    return row.service.measure


def _measure_told(row: ServiceRow) -> str:
    if not row.service.measure:
        return ""
    if row.service.measure_inferred:
        return _("La misura del PNRR che di solito lo paga: dedotta, non letta in una fonte")
    return _("La misura del PNRR che di solito lo paga")


def _star_told(row: ServiceRow) -> str:
    return _("Con stella") if row.mark.is_starred else ""


def _star(row: ServiceRow) -> str:
    return "★" if row.mark.is_starred else ""
