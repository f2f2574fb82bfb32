# SPDX-License-Identifier: EUPL-1.2
"""The four figures: granted, paid, what is due this year or still to come, the next deadline; each with its ground."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.text import _, money, ngettext
from app.text.distance import days_away
from app.ui.home.deadlines import ahead_words, next_due
from app.ui.theme import unit
from app.ui.widgets.label import Label
from app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from app.domain.funding import FundingTotals
    from app.ui.home.reading import HomeView

_NARROW = 900
_IN_LINE = 4


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure, its name, and a line of explanation."""

    label: str
    value: str
    note: str
    tone: str = ""


class Tiles(QWidget):
    """Four in a line, or two and two where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Panel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(unit(14))

    def show_tiles(self, tiles: Iterable[Tile]) -> None:
        """Show these instead."""
        for panel in self._shown:
            self._grid.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._shown = [_panel(tile) for tile in tiles]
        self._arrange(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change over where four have no room."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        in_line = 2 if width < unit(_NARROW) else _IN_LINE
        for place, panel in enumerate(self._shown):
            self._grid.addWidget(panel, place // in_line, place % in_line)
        for column in range(_IN_LINE):
            self._grid.setColumnStretch(column, 1 if column < in_line else 0)


def tiles_of(view: HomeView) -> list[Tile]:
    """The figures of the day: where contracts run, their fee instead of what is still to come, which is then a note."""
    sums = view.seen.totals
    runs = bool(view.seen.running.counts.standing)
    notes = [_projects(sums.granted_count + sums.paid_count)]
    if sums.renounced_count:
        renounced = ngettext("più {count} rinunciato", "più {count} rinunciati", sums.renounced_count)
        notes.append(renounced.format(count=sums.renounced_count))
    if runs and sums.outstanding:
        notes.append(_("da erogare {amount}").format(amount=money(sums.outstanding)))
    return [
        Tile(_("Concessi"), money(sums.awarded), _joined(notes)),
        Tile(_("Erogati"), money(sums.paid), _projects(sums.paid_count), "good" if sums.paid else ""),
        _fee_tile(view) if runs else _coming_tile(sums),
        _deadline_tile(view),
    ]


def _coming_tile(sums: FundingTotals) -> Tile:
    coming = [_projects(sums.granted_count - sums.pending_count)]
    if sums.pending_count:
        coming.append(_("in rinuncia {amount}").format(amount=money(sums.pending)))
    return Tile(_("Da erogare"), money(sums.outstanding), _joined(coming), "warning" if sums.outstanding else "")


def _fee_tile(view: HomeView) -> Tile:
    running = view.seen.running
    count = running.counts.running
    notes = [ngettext("{count} contratto attivo", "{count} contratti attivi", count).format(count=count)]
    if running.without_fee:
        unknown = ngettext("{count} da inserire", "{count} da inserire", running.without_fee)
        notes.append(unknown.format(count=running.without_fee))
    if running.counts.invoices_to_examine:
        wait = running.counts.invoices_to_examine
        notes.append(ngettext("{count} fattura da esaminare", "{count} fatture da esaminare", wait).format(count=wait))
    label = _("Canone dovuto nel {year}").format(year=view.today.year)
    return Tile(label, money(running.year_fee), _joined(notes), "warning" if running.without_fee else "")


def _deadline_tile(view: HomeView) -> Tile:
    coming = next_due(view)
    then = ahead_words(coming, view.today) if coming else _("nessun'altra scadenza nota")
    if view.seen.overdue:
        late = ngettext("{count} in ritardo", "{count} in ritardo", view.seen.overdue)
        note = _("poi {deadline}").format(deadline=then) if coming else then
        return Tile(_("Scadenze"), late.format(count=view.seen.overdue), note, "bad")
    if coming is None:
        return Tile(_("Prossima scadenza"), _("nessuna nota"), _("nessuna fonte dice un termine"))
    left = (coming - view.today).days
    tone = "warning" if view.seen.next_30_days else ""
    return Tile(_("Prossima scadenza"), days_away(left), then.split(", ")[0], tone)


def _panel(tile: Tile) -> Panel:
    panel = Panel()
    panel.body.setSpacing(0)
    panel.body.setContentsMargins(unit(16), unit(9), unit(12), unit(9))
    panel.add(Label(tile.label, "muted"))
    panel.add(Label(tile.value, f"tile_{tile.tone}" if tile.tone else "tile"))
    panel.add(Label(tile.note, "small", wraps=True))
    panel.body.addStretch(1)
    panel.setAccessibleName(f"{tile.label}: {tile.value}, {tile.note}")
    return panel


def _projects(count: int) -> str:
    return ngettext("{count} progetto", "{count} progetti", count).format(count=count)


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
