# SPDX-License-Identifier: EUPL-1.2
"""Livelli di servizio: what the contract promises, what was measured in a year, what a breach leads to."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.level_stages import Stage
from app.text import _, money, ngettext
from app.ui.contract.level_boxes import LevelBoxes, level_table
from app.ui.contract.level_card import LevelCard
from app.ui.contract.level_words import doubt_words, totals_line
from app.ui.theme import unit
from app.ui.widgets.button import Button, button
from app.ui.widgets.callout import Callout
from app.ui.widgets.chips import Chip, Chips
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.save_as import ask_which_ones

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.contracts import ContractView
    from app.actions.level_import import LevelPreview
    from app.actions.level_views import LevelPeriod, LevelsYear
    from app.domain.concessions import ContractId
    from app.domain.service_levels import Indicator
    from app.ui.desk import Desk

_ROWS_AT_MOST = 8
_ENDINGS = (".csv", ".xlsx")


class LevelsSection(QWidget):
    """The year chosen stays chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contract_id: ContractId | None = None
        self._wanted: int | None = None
        self._is_awaited = False  # the keyboard goes to the next thing to do with what is read next
        self.year: LevelsYear | None = None
        self.years = Chips(name=_("Anno"))
        self.totals = Label("", wraps=True)
        self.doubt = Callout("", tone="warning")
        self.read_button = Button(_("Registra una lettura…"), role="primary", icon_name="plus")
        self.contest_button = Button(_("Contesta…"), icon_name="document")
        self.import_button = button(_("Importa letture…"), self.ask_table, icon="download")
        self.add_button = button(_("Nuovo indicatore…"), self.add_indicator, icon="plus")
        self.print_button = button(_("Stampa l'anno"), self.print_year, icon="print")
        self.boxes = LevelBoxes(self.correct_indicator)
        self.table = level_table()
        self.card = LevelCard(self._do)
        self.empty = EmptyState(
            _("Ancora nessun livello di servizio"),
            _("Scrivi ciò che il contratto promette: disponibilità, tempi, penali. Poi registri che cosa è misurato."),
            _("Nuovo indicatore"),
            self.add_indicator,
            icon="shield",
        )
        self._lay_out()
        self.read_button.clicked.connect(lambda _checked=False: self.read())
        self.contest_button.clicked.connect(lambda _checked=False: self.contest())
        self.years.chosen.connect(lambda key: self.show_year(int(key)))
        self.table.selected.connect(self.card.show_row)
        self.table.activated.connect(self._open)

    def show_contract(self, view: ContractView) -> None:
        """Read the levels of the contract."""
        if view.contract.id != self._contract_id:
            self._contract_id, self._wanted = view.contract.id, None
        self.refresh()

    def on_changed(self, changes: Changes) -> None:
        """A fee or an invoice may change a penalty too."""
        if changes.concessions or changes.invoices:
            self.refresh()

    def refresh(self) -> None:
        """Read again."""
        from app.actions.levels import levels_of_year

        contract_id, wanted = self._contract_id, self._wanted
        if contract_id is not None:
            self._desk.tasks.query(
                self,
                lambda store: levels_of_year(store, contract_id, wanted),
                self._on_read,
                lambda _error: None,  # gone meanwhile: the page says so
            )

    def show_year(self, year: int) -> None:
        """Look at another year."""
        if self.year is not None and year != self.year.year:
            self._wanted = year
            self.refresh()

    def focus_field(self, name: str) -> bool:
        """`contest` goes to what is to be done first, once the levels are read; False for any other name."""
        self._is_awaited = name == "contest"
        if self.year is not None:
            self._focus_next()
        return name == "contest"

    def take_files(self, files: list[Path]) -> bool:
        """A table that is dropped is looked at as readings."""
        tables = [file for file in files if file.suffix.lower() in _ENDINGS]
        if len(files) != 1 or not tables or self.year is None or not self.year.indicators:
            return False
        self.preview(tables[0])
        return True

    def read(self, row: LevelPeriod | None = None) -> None:
        """Ask for a reading."""
        from app.ui.contract.level_dialogs import ReadingDialog

        if self.year is not None:
            ReadingDialog(self._desk, self.year, self, row).open()

    def contest(self, row: LevelPeriod | None = None) -> None:
        """Ask what is contested."""
        from app.ui.contract.level_contest_dialog import ContestDialog

        if self.year is not None:
            ContestDialog(self._desk, self.year, self, row).open()

    def add_indicator(self) -> None:
        """Ask for an indicator."""
        self._ask_indicator(None)

    def correct_indicator(self, indicator: Indicator) -> None:
        """Show an indicator to be corrected."""
        self._ask_indicator(indicator)

    def ask_table(self) -> None:
        """Ask for a table of readings."""
        endings = [ending.removeprefix(".") for ending in _ENDINGS]
        ask_which_ones(self, _("Scegli la tabella delle letture"), endings, self.take_files, is_single=True)

    def preview(self, file: Path) -> None:
        """Show what a table would do."""
        from app.actions.level_import import preview_readings

        contract_id = self._contract_id
        if contract_id is not None:
            self._desk.tasks.query(self, lambda store: preview_readings(store, contract_id, file), self._on_preview)

    def print_year(self) -> None:
        """Show the report of the year."""
        from app.ui.widgets.pdf_versions import both_versions

        if self.year is None:
            return
        title = _("Livelli di servizio")
        prepare = both_versions("levels", f"{self.year.contract.id}:{self.year.year}", title)
        self._desk.tasks.query(self, prepare, partial(self._desk.window.show_versions, title))

    def _lay_out(self) -> None:
        self.filled = QWidget()
        inside = QVBoxLayout(self.filled)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(unit(10))
        inside.addWidget(_in_line(self.years, self.print_button))
        inside.addWidget(self.totals)
        inside.addWidget(self.doubt)
        inside.addWidget(_in_line(self.contest_button, self.read_button, self.import_button))
        inside.addWidget(self.boxes)
        inside.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (Label(_("Letture"), "strong"), self.table, self.card):
            inside.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.filled)
        layout.addWidget(self.empty)
        self.filled.hide()
        self.empty.hide()
        self.card.hide()
        self.doubt.hide()

    def _on_read(self, year: LevelsYear) -> None:
        self.year = year
        self.filled.setVisible(bool(year.indicators))
        self.empty.setVisible(not year.indicators)
        self.years.set_chips([Chip(str(one), str(one)) for one in year.years])
        self.years.choose(str(year.year))
        self.totals.setText(totals_line(year))
        self.boxes.show_indicators(year.indicators)
        rows = sorted(year.periods, key=lambda one: one.starts_on, reverse=True)
        shown = [one for one in rows if one.stage is not Stage.NOT_YET]
        self.table.show_rows(shown)
        count = len(shown)
        told = ngettext("{count} periodo", "{count} periodi", count).format(count=count)
        self.table.set_footer(told if count else "", money(year.penalties) if year.penalties else "")
        self.table.setFixedHeight(unit(92 + 40 * min(max(count, 2), _ROWS_AT_MOST)))
        self._show_next(year)
        self._focus_next()

    def _focus_next(self) -> None:
        is_awaited, self._is_awaited = self._is_awaited, False
        for one in (self.empty.button, self.read_button, self.contest_button):  # the last that is shown
            if is_awaited and one is not None and one.isVisible():
                one.setFocus()

    def _show_next(self, year: LevelsYear) -> None:
        """The one thing to do first: contest, else read."""
        breaches = year.count(Stage.TO_CONTEST)
        self.contest_button.setVisible(bool(breaches))
        self.contest_button.set_role("primary" if breaches else "secondary")
        self.read_button.set_role("secondary" if breaches else "primary")
        if doubt := doubt_words(year):
            self.doubt.show_words(*doubt)
        self.doubt.setVisible(bool(doubt))

    def _open(self, row: LevelPeriod) -> None:
        """Enter on a period: what it asks for first."""
        self._do("contest" if row.stage is Stage.TO_CONTEST else "correct" if row.reading else "read")

    def _do(self, step: str) -> None:
        from app.ui.contract.level_steps import take_step

        row = self.card.row
        if row is not None and self.year is not None:
            take_step(self._desk, self, self.year, row, step)

    def _ask_indicator(self, kept: Indicator | None) -> None:
        from app.ui.contract.level_dialogs import IndicatorDialog

        if self._contract_id is not None:
            IndicatorDialog(self._desk, self._contract_id, self, kept).open()

    def _on_preview(self, preview: LevelPreview) -> None:
        from app.ui.contract.level_import_dialog import LevelImportDialog

        LevelImportDialog(self._desk, preview, self).open()


def _in_line(*widgets: QWidget) -> QWidget:
    """Beside each other, in more lines where there is no room."""
    line = QWidget()
    flow = FlowLayout(line, spacing=unit(8))
    for one in widgets:
        flow.addWidget(one)
    return line
