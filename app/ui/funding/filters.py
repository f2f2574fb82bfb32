# SPDX-License-Identifier: EUPL-1.2
"""Which projects are shown: states as chips, call and measure as menus, words to search for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.domain.funding import Status
from app.text import _
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.chips import Chip, Chips, FilterRow
from app.ui.widgets.menu_filter import MenuFilter

if TYPE_CHECKING:
    from app.actions.funding import ProjectFilter, Survey

_PAUSE_MS = 120
_ALL = "all"


class _SearchField(QLineEdit):
    """Esc empties it, the arrow goes down to the rows."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


class FundingFilters(FilterRow):
    """One row; `changed` comes once the clerk has paused typing, at once for all else."""

    changed = Signal()

    def __init__(self) -> None:
        self.chips = Chips(name=_("Stato dei progetti"))
        self.measure = MenuFilter(_("Misura"), _("tutte"))
        self.call = MenuFilter(_("Avviso"), _("tutti"))
        self.search = _SearchField()
        self.search.setPlaceholderText(_("Cerca avviso, CUP, nota"))
        self.search.setAccessibleName(_("Cerca nei finanziamenti"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(unit(200))
        self.search.setAcceptDrops(False)
        self.clear_button = button(_("Azzera"), self.clear, role="quiet")
        super().__init__(self.chips, self.measure, self.call, self.search, self.clear_button)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_changed)
        self.chips.chosen.connect(self._on_changed)
        self.measure.chosen.connect(self._on_changed)
        self.call.chosen.connect(self._on_changed)
        self.search.textChanged.connect(self._pause.start)
        self._show_clear()

    def wanted(self) -> ProjectFilter:
        """The filter in force."""
        from app.actions.funding import ProjectFilter

        chosen = self.chips.current()
        return ProjectFilter(
            status=Status(chosen) if chosen not in ("", _ALL) else None,
            call=self.call.value,
            measure=self.measure.value,
            text=self.search.text().strip(),
        )

    def is_set(self) -> bool:
        """True where some projects may be hidden."""
        texts = (self.call.value, self.measure.value, self.search.text().strip())
        return any(texts) or self.chips.current() not in ("", _ALL)

    def show_survey(self, survey: Survey) -> None:
        """Say how many projects stand behind each value."""
        self.chips.set_chips(self._chips(survey))
        labels = survey.labels
        calls = sorted((labels.get(call, call), call, count) for call, count in survey.by_call)
        self.call.set_options((call, label, count) for label, call, count in calls)
        self.measure.set_options((measure, measure, count) for measure, count in survey.by_measure)
        self._show_clear()

    def clear(self) -> None:
        """Show all projects."""
        self.reset()
        self.changed.emit()

    def reset(self, *, call: str = "") -> None:
        """Take every filter away without a signal, but for a call if one is given."""
        self.chips.choose(_ALL)
        self.measure.set_value("")
        self.call.set_value(call)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._pause.stop()
        self._show_clear()

    def _chips(self, survey: Survey) -> list[Chip]:
        count = survey.by_status
        pending = count.get(Status.RENUNCIATION_PENDING, 0)
        is_pending_shown = survey.totals.pending_count or self.chips.current() == Status.RENUNCIATION_PENDING
        chips = [
            Chip(_ALL, _("Tutti"), sum(count.values())),
            Chip(Status.FUNDED.value, _("Da erogare"), count.get(Status.FUNDED, 0)),
            Chip(Status.PAID.value, _("Erogati"), count.get(Status.PAID, 0)),
            Chip(Status.RENUNCIATION_PENDING.value, _("In rinuncia"), pending),
            Chip(Status.RENOUNCED.value, _("Rinunciati"), count.get(Status.RENOUNCED, 0)),
        ]
        return [chip for chip in chips if chip.key != Status.RENUNCIATION_PENDING or is_pending_shown]

    def _on_changed(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self.clear_button.setVisible(self.is_set())
