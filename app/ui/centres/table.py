# SPDX-License-Identifier: EUPL-1.2
"""The centres in a list; Space, or a click on its box, chooses one for the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPen, QShortcut

from app.domain.centres import FEWEST, MOST
from app.text import _, in_language, ngettext
from app.text.centre_labels import place_label, short_centre_kind
from app.ui.catalogue.words import withdrawn
from app.ui.centres.words import PLACE_TONES, ours_words
from app.ui.theme import colour, unit
from app.ui.widgets.table import Column, DataTable
from app.ui.widgets.table_cells import Cells

if TYPE_CHECKING:
    from app.actions.centres import CentreRow, CentresSurvey

_ROOM_FOR = {"ours": 860, "kind": 960, "province": 960, "lead": 1150}  # pixels of the table
_BOX = 18


class CentresTable(DataTable):
    """`chosen` comes when a box changes, `full` when one more was wanted than fit side by side.

    Rows selected with Ctrl or Shift count as chosen where no box is ticked.
    """

    chosen = Signal()
    full = Signal()

    def __init__(self) -> None:
        self._codes: list[str] = []
        super().__init__(self._columns(), name=_("Centri di aggregazione"), identity=lambda row: row.centre.code)
        self.view.setItemDelegateForColumn(0, _Boxes(self.view))
        self.view.clicked.connect(self._on_clicked)
        self.view.selectionModel().selectionChanged.connect(lambda _now, _before: self.chosen.emit())
        space = QShortcut(QKeySequence("Space"), self.view, context=Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._toggle_current)

    def show_survey(self, survey: CentresSurvey) -> None:
        """Show all centres; those chosen stay so."""
        there = {row.centre.code for row in survey.rows}
        self._codes = [code for code in self._codes if code in there]
        self.show_rows(survey.rows)
        self._show_count()

    def codes(self) -> list[str]:
        """The centres to compare, in the order in which they were chosen."""
        if self._codes:
            return list(self._codes)
        selected = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.rows[place].centre.code for place in selected] if len(selected) >= FEWEST else []

    def is_chosen(self, code: str) -> bool:
        """Whether its box is ticked."""
        return code in self._codes

    def toggle(self, code: str) -> None:
        """Tick the box of a centre, or take the tick away."""
        if code in self._codes:
            self._codes.remove(code)
        elif len(self._codes) < MOST:
            self._codes.append(code)
        else:
            self.full.emit()
            return
        self.view.viewport().update()
        self._show_count()
        self.chosen.emit()

    def _fit_columns(self) -> None:
        """Leave out where there is no room what the name or the card says as well."""
        for key, room in _ROOM_FOR.items():
            self.view.setColumnHidden(self.model.place(key), self.view.viewport().width() < unit(room))
        super()._fit_columns()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.toggle(self.model.rows[index.row()].centre.code)

    def _toggle_current(self) -> None:
        row = self.current()
        if row is not None:
            self.toggle(row.centre.code)

    def _show_count(self) -> None:
        count, chosen = len(self.model.rows), len(self._codes)
        told = ngettext("{count} centro", "{count} centri", count).format(count=count)
        picked = ngettext("{count} scelto per il confronto", "{count} scelti per il confronto", chosen)
        hint = _("spunta 2 o 3 centri per confrontarli (Spazio)")
        self.set_footer(f"{told} · {picked.format(count=chosen) if chosen else hint}")

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("box", _("Scelta"), self._box, tooltip=self._box_told),
            Column("name", _("Centro"), _name, stretch=True, width=180, tooltip=_name, tone=_name_tone),
            Column("lead", _("Capofila"), _lead, width=170, tooltip=_lead),
            Column("kind", _("Tipo"), _kind),
            Column("province", _("Prov."), _province),
            Column("place", _("Per noi"), _place, kind="status", tone=_place_tone),
            Column("services", _("Servizi"), _services, lambda row: len(row.centre.services), align="right"),
            Column("end", _("Fine concessione"), _end, lambda row: row.end_year, tooltip=_end),
            Column("ours", _("Adesione"), _ours),
        )

    def _box(self, row: CentreRow) -> str:
        return _("Scelto") if self.is_chosen(row.centre.code) else ""

    def _box_told(self, row: CentreRow) -> str:
        return _("Scelto per il confronto") if self.is_chosen(row.centre.code) else _("Scegli per il confronto")


class _Boxes(Cells):
    """A box in place of words; the model says "Scelto" to who cannot see it."""

    def _paint_words(self, painter: QPainter, room: QRectF, column: Column, row: object, *, is_chosen: bool) -> None:
        side = unit(_BOX)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QPointF(room.left() + side / 2 + unit(2), room.center().y()))
        is_ticked = bool(column.text(row))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent" if is_ticked else "border"), unit(2)))
        painter.setBrush(colour("accent" if is_ticked else "panel"))
        painter.drawRoundedRect(box, unit(3), unit(3))
        if is_ticked:
            painter.setPen(QPen(colour("on_accent"), unit(2)))
            corners = ((0.22, 0.52), (0.43, 0.72), (0.78, 0.30))
            painter.drawPolyline([QPointF(box.left() + x * side, box.top() + y * side) for x, y in corners])


def _name(row: CentreRow) -> str:
    return withdrawn(row.centre.name) if row.centre.is_withdrawn else row.centre.name


def _name_tone(row: CentreRow) -> str:
    return "muted" if row.centre.is_withdrawn else "text"


def _lead(row: CentreRow) -> str:
    return row.centre.lead_authority


def _kind(row: CentreRow) -> str:
    return short_centre_kind(row.centre.kind)


def _province(row: CentreRow) -> str:
    return row.centre.province


def _place(row: CentreRow) -> str:
    return place_label(row.place.value)


def _place_tone(row: CentreRow) -> str:
    return PLACE_TONES[row.place]


def _services(row: CentreRow) -> str:
    return str(len(row.centre.services))


def _end(row: CentreRow) -> str:
    return in_language(row.end_of_concession, row.end_of_concession_en) or "–"


def _ours(row: CentreRow) -> str:
    return ours_words(row.ours)
