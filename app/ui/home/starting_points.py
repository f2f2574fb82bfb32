# SPDX-License-Identifier: EUPL-1.2
"""The five first things, ticked by what is there; each leads to where it is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.text import _, day_of, ngettext
from app.ui.home.first_thing import deed, missing_in_office
from app.ui.theme import colour, unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link
from app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from app.actions.overview import Overview


class _Tick(QWidget):
    """A circle, empty or with a tick; the words beside it say the same."""

    def __init__(self, *, is_done: bool) -> None:
        super().__init__()
        self._is_done = is_done
        self.setFixedSize(QSize(unit(22), unit(22)))
        self.setAccessibleName(_("fatto") if is_done else _("da fare"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = "bar_good" if self._is_done else "border"
        painter.setPen(QPen(colour(token), unit(2)))
        painter.setBrush(colour("bar_good" if self._is_done else "panel"))
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.drawEllipse(middle, unit(9), unit(9))
        if self._is_done:
            size = float(unit(4))
            painter.setPen(QPen(colour("panel"), unit(2)))
            painter.drawLine(middle + QPointF(-size, 0), middle + QPointF(-size / 4, size * 0.8))
            painter.drawLine(middle + QPointF(-size / 4, size * 0.8), middle + QPointF(size, -size * 0.8))
        painter.end()


class StartingPointsPanel(Panel):
    """`go` gets the key of a point, `hide_all` nothing."""

    def __init__(
        self, go: Callable[[str], object], hide_all: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Per iniziare"), parent)
        self._go = go
        self.count = Label("", "muted")
        self.away = Link(_("Nascondi"), hide_all)
        self.away.setAccessibleName(_("Nascondi l'elenco Per iniziare"))
        self.body.removeWidget(self.heading)
        head = QHBoxLayout()
        head.setSpacing(unit(10))
        head.addWidget(self.heading)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.away)
        self.heading.setWordWrap(False)
        self.body.addLayout(head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(unit(6))
        self.body.addLayout(self._lines)

    def show_points(self, seen: Overview) -> None:
        """Tick what is done."""
        empty_layout(self._lines)
        points = seen.starting_points
        done = sum(point.is_done for point in points)
        self.count.setText(_("{done} di {total}").format(done=done, total=len(points)))
        for point in points:
            self._lines.addLayout(self._line(point.key, _words(point.key, seen), is_done=point.is_done))

    def _line(self, key: str, words: str, *, is_done: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(unit(10))
        line.addWidget(_Tick(is_done=is_done), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(Label(words, "muted" if is_done else "strong", wraps=True), 1)
        link = Link(_("Vedi") if is_done else deed(key), partial(self._go, key))
        link.setAccessibleName(_("Vedi: {what}").format(what=words) if is_done else deed(key))
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)
        return line


def _words(key: str, seen: Overview) -> str:
    if key == "comune":
        return _("Comune: {name}").format(name=seen.office.name)
    if key == "office":
        return _office_words(seen)
    if key == "open_data":
        return _open_data_words(seen)
    if key == "catalogue":
        services = ngettext("{count} servizio", "{count} servizi", seen.services).format(count=seen.services)
        return _("Catalogo: {services}").format(services=services) if seen.services else _("Catalogo dei servizi")
    copy = seen.last_backup
    return _("Copia di sicurezza: {day}").format(day=day_of(copy.made_at)) if copy else _("Copia di sicurezza")


def _office_words(seen: Overview) -> str:
    missing = missing_in_office(seen)
    if not missing:
        return _("Ufficio: RUP, segretario e PEC")
    return _("Ufficio: manca {names}").format(names=", ".join(missing))


def _open_data_words(seen: Overview) -> str:
    if seen.last_import is None:
        return _("Dati aperti: i progetti finanziati")
    count = seen.totals.projects
    projects = ngettext("{count} progetto", "{count} progetti", count).format(count=count)
    return _("Dati aperti: {projects}").format(projects=projects)
