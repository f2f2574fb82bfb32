# SPDX-License-Identifier: EUPL-1.2
"""Centri: every aggregation centre with its sourced facts, two or three side by side, and the way to join one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.domain.centres import FEWEST, MOST
from app.text import _, ngettext
from app.ui.centres.card import CentreSheet
from app.ui.centres.comparison import ComparisonView
from app.ui.centres.output import export_centres, print_centre, print_centres, print_comparison
from app.ui.centres.table import CentresTable
from app.ui.centres.words import totals
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.page_split import PageSplit

if TYPE_CHECKING:
    from app.actions.centres import CentreRow, CentresSurvey, CentreView
    from app.actions.changes import Changes
    from app.domain.centres import Comparison
    from app.store import Store
    from app.ui.desk import Desk

COMPARE = "compare:"
_TABLE_SHARE = 63  # so that the longest name is read whole at 1366 pixels


class CentresPage(QWidget):
    """`open_key` takes the code of a centre, or "compare:" and codes with commas between."""

    TITLE = "Centri di aggregazione"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = ""
        self._compared: tuple[str, ...] = ()
        self._totals = ""
        self.header = PageHeader(_("Centri di aggregazione"))
        self.back_button = self.header.add_button(_("Torna ai centri"), self._on_back, icon="back")
        self.print_button = self.header.add_button(_("Stampa…"), self.print_page, icon="print")
        self._prints = QMenu(self)
        self._prints.addAction(_("L'elenco dei centri"), self.print_page)
        self.card_print = self._prints.addAction(_("La scheda del centro scelto"), self.print_card)
        self.export_button = self.header.add_button(_("Esporta…"), self.export, icon="download")
        self.compare_button = self.header.add_button(_("Confronta"), self.compare, icon="list")
        self.join_button = self.header.add_button(_("Aderisci"), self.join, primary=True, icon="plus")
        self.table = CentresTable()
        self.card = CentreSheet(self._opens)
        self.split = PageSplit(self.table, self.card, table_share=_TABLE_SHARE)
        self.comparison = ComparisonView()
        self.views = QStackedWidget()
        self._lay_out()
        self.table.selected.connect(self._on_selected)
        self.table.chosen.connect(self._show_buttons)
        self.table.full.connect(
            lambda: desk.window.toast(_("Se ne confrontano al massimo tre: togli prima una spunta."))
        )
        self.show_list()

    def refresh(self) -> None:
        """Read the centres, and what is compared, again."""
        self._desk.tasks.query(self, _survey, self._on_survey)
        if self._compared:
            self._read_comparison(self._compared)

    def on_changed(self, changes: Changes) -> None:
        """The centres come with the catalogue, our procedures stand beside them."""
        if changes.catalogue or changes.accessions or changes.municipality:
            self.refresh()

    def open_key(self, key: str) -> None:
        """Show a centre, or a comparison."""
        if key.startswith(COMPARE):
            self._read_comparison(tuple(key.removeprefix(COMPARE).split(",")))
            return
        self.show_list()
        if self.table.select(lambda row: row.centre.code == key):
            self.split.show_card()
        else:
            self._wanted = key

    def show_list(self) -> None:
        """Go back from the comparison to the list."""
        self._compared = ()
        self.views.setCurrentWidget(self.split)
        self._show_buttons()

    def compare(self) -> None:
        """Put the chosen centres side by side, as a step of the way from the one on the card."""
        codes = self.table.codes()
        if self.card.view is not None:
            self._desk.window.open_page("centres", self.card.view.centre.code)
        self._desk.window.open_page("centres", COMPARE + ",".join(codes))

    def join(self) -> None:
        """Look at what joining takes: the centre of the card, or any of them while one compares."""
        from app.ui.centres.joining import ask_to_join

        chosen = self.card.view.centre.code if self.card.view else ""
        ask_to_join(self._desk, self, centre="" if self._compared else chosen)

    def print_page(self) -> None:
        """Print the comparison, or the list."""
        if self._compared:
            print_comparison(self._desk, self, self._compared)
        else:
            print_centres(self._desk, self)

    def print_card(self) -> None:
        """Print the centre on the card."""
        if self.card.view is not None:
            print_centre(self._desk, self, self.card.view.centre)

    def export(self) -> None:
        """Write the comparison, or all facts of all centres, to a file."""
        export_centres(self._desk, self, self._compared)

    def hideEvent(self, event: QHideEvent) -> None:
        """Who comes back by another way than "back" finds the list."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.show_list()

    def _lay_out(self) -> None:
        self.views.addWidget(self.split)
        self.views.addWidget(self.comparison)
        layout = page_layout(self)
        layout.addWidget(self.header)
        layout.addWidget(self.views, 1)
        self.table.set_empty(_("Nessun centro"), _("Il catalogo caricato non contiene centri."), icon="list")

    def _on_survey(self, survey: CentresSurvey) -> None:
        self._totals = totals(survey)
        self.table.show_survey(survey)
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            if self.table.select(lambda row: row.centre.code == wanted):
                self.split.show_card()
        self._on_selected(self.table.current())
        self._show_buttons()

    def _on_back(self) -> None:
        self.show_list()
        self.table.setFocus()

    def _on_selected(self, row: CentreRow | None) -> None:
        if row is None:
            self.card.show_nothing()
            return
        code = row.centre.code

        def look(store: Store) -> CentreView:
            from app.actions.centres import look_at_centre

            return look_at_centre(store, code)

        self._desk.tasks.query(self, look, self._on_view)

    def _on_view(self, view: CentreView) -> None:
        chosen = self.table.current()
        if chosen is not None and chosen.centre.code == view.centre.code:
            self.card.show_centre(view)
        self._show_buttons()

    def _read_comparison(self, codes: tuple[str, ...]) -> None:
        from app.actions.centres import compare

        self._compared = codes
        self._desk.tasks.query(
            self, lambda store: compare(store, codes), self._on_comparison, lambda _error: self.show_list()
        )

    def _on_comparison(self, comparison: Comparison) -> None:
        self.comparison.show_comparison(comparison)
        self.views.setCurrentWidget(self.comparison)
        self._show_buttons()
        self.comparison.setFocus()

    def _show_buttons(self) -> None:
        is_comparing = bool(self._compared)
        chosen = len(self.table.codes())
        self.back_button.setVisible(is_comparing)
        self.print_button.setMenu(None if is_comparing else self._prints)  # type: ignore[arg-type] # the stubs lack it
        self.print_button.setText(_("Stampa…") if is_comparing else _("Stampa  ▾"))
        self.compare_button.setVisible(not is_comparing)
        self.compare_button.setEnabled(FEWEST <= chosen <= MOST)
        told = ngettext("Confronta {count} centro", "Confronta {count} centri", chosen)
        self.compare_button.setText(told.format(count=chosen) if chosen > 1 else _("Confronta"))
        self.card_print.setEnabled(self.card.view is not None)
        self.join_button.setEnabled(bool(self.table.rows()))
        self.header.set_title(_("Centri a confronto") if is_comparing else _("Centri di aggregazione"))
        self.header.set_totals(_compared_words(self.comparison) if is_comparing else self._totals)

    def _opens(self, page: str, key: str) -> Callable[[], object]:
        """What a link does: this centre becomes a step of the way, so that one can come back to it."""

        def follow() -> None:
            view = self.card.view
            if view is not None:
                self._desk.window.open_page("centres", view.centre.code)
            self._desk.window.open_page(page, key)

        return follow


def _survey(store: Store) -> CentresSurvey:
    from app.actions.centres import survey_centres

    return survey_centres(store)


def _compared_words(view: ComparisonView) -> str:
    return " · ".join(centre.name for centre in view.shown.centres) if view.shown else ""
