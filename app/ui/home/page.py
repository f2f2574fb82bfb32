# SPDX-License-Identifier: EUPL-1.2
"""Inizio: what to do today, what is late, what is new, how much money there is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu, QWidget

from app.errors import CampanileError
from app.text import _, day, language, ngettext, sentence
from app.ui import messages
from app.ui.home.charts import MeasuresPanel, YearsPanel
from app.ui.home.deadlines import DeadlinesPanel
from app.ui.home.first_thing import PRINT, first_deed, first_thing, place_of
from app.ui.home.news import NewsPanel
from app.ui.home.procedures import ProceduresPanel
from app.ui.home.reading import HomeView, read_home
from app.ui.home.starting_points import StartingPointsPanel
from app.ui.home.tiles import Tiles, tiles_of
from app.ui.home.welcome import WelcomePanel
from app.ui.widgets.columns import Columns
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.store import Store
    from app.ui.desk import Desk


class HomePage(QWidget):
    """One primary button: the first thing to do."""

    TITLE = "Inizio"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: HomeView | None = None
        self._first = PRINT
        self.header = PageHeader(_("Inizio"), _("Un momento…"))
        self.print_button = self.header.add_button(_("Stampa il riepilogo  ▾"), self._nothing, icon="print")
        self.print_first = self.header.add_button(
            _("Stampa il riepilogo  ▾"), self._nothing, primary=True, icon="print"
        )
        self.primary = self.header.add_button("", self._on_first, primary=True)
        self.tiles = Tiles()
        self.points = StartingPointsPanel(self._go, self._hide_points)
        self.welcome = WelcomePanel()
        self.deadlines = DeadlinesPanel(self._open_project, self._open_procedure, desk.window.open_page)
        self.procedures = ProceduresPanel(self._open_procedure, partial(desk.window.open_page, "accessions"))
        self.news = NewsPanel(self._open_project, partial(desk.window.open_page, "funding"), self._open_procedure)
        self.years = YearsPanel()
        self.measures = MeasuresPanel()
        self._lay_out()
        self._build_print_menu()
        self._show_nothing()

    def refresh(self) -> None:
        """Read everything again."""
        self._desk.tasks.query(self, read_home, self._show, self._on_not_read)

    def on_changed(self, changes: Changes) -> None:
        """Every change may move a figure, a tick or a deadline."""
        runs = changes.concessions or changes.invoices
        of_ours = changes.municipality or changes.accessions or changes.documents or runs
        if of_ours or changes.catalogue or changes.funding or changes.backups:
            self.refresh()

    def open_key(self, key: str) -> None:
        """There is one thing here."""

    def print_page(self) -> None:
        """Show the summary before it is printed, in the version for the offices."""
        self._print()

    def _lay_out(self) -> None:
        self.columns = Columns(shares=(57, 43))
        left: tuple[QWidget, ...] = (self.deadlines, self.welcome, self.news)
        right: tuple[QWidget, ...] = (self.points, self.procedures, self.years, self.measures)
        for panel in left:
            self.columns.left.addWidget(panel)
        for panel in right:
            self.columns.right.addWidget(panel)
        self.columns.left.addStretch(1)
        self.columns.right.addStretch(1)
        layout = page_layout(self)
        layout.addWidget(self.header)
        layout.addWidget(self.tiles)
        layout.addWidget(self.columns)
        layout.addStretch(1)

    def _build_print_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(_("Per gli uffici, con i nomi delle persone"), self._print)
        menu.addAction(_("Per la pubblicazione, senza nomi"), partial(self._print, for_publication=True))
        menu.addAction(_("Tutte le scadenze"), self._print_deadlines)
        for button in (self.print_button, self.print_first):
            button.clicked.disconnect()
            button.setMenu(menu)

    def _show_nothing(self) -> None:
        for widget in (self.print_button, self.print_first, self.primary, self.tiles, self.columns):
            widget.hide()

    def _show(self, view: HomeView) -> None:
        self._view = view
        seen = view.seen
        self.header.set_totals(_totals(view))
        self._first = first_thing(seen)
        is_print = self._first == PRINT
        has_projects = bool(seen.totals.projects)
        has_contracts = bool(seen.running.counts.standing)
        self.primary.setText(first_deed(seen))
        self.primary.setVisible(not is_print)
        self.print_first.setVisible(is_print)
        self.print_button.setVisible(not is_print)
        self.tiles.show_tiles(tiles_of(view))
        self.deadlines.show_view(view)
        self.procedures.show_view(view)
        self.news.show_view(view)
        self.years.show_years(seen)
        self.measures.show_measures(seen)
        self.points.show_points(seen)
        self.welcome.show_view(view)
        self.tiles.setVisible(has_projects or has_contracts)
        for widget in (self.years, self.measures):
            widget.setVisible(has_projects)
        has_days = bool(seen.procedures.standing(view.today) or seen.running.standing(view.today))
        self.deadlines.setVisible(has_projects or has_days)
        self.procedures.setVisible(bool(seen.procedures.underway))
        self.news.setVisible(self.news.has_news(view))
        self.welcome.setVisible(not has_projects)
        self._show_points(seen.starting_points)
        self.columns.show()

    def _on_not_read(self, error: CampanileError) -> None:
        self._show_nothing()
        self.header.set_totals(sentence(error))

    def _show_points(self, points: Any) -> None:  # noqa: ANN401 - StartingPoint, whose module is heavy
        is_hidden = self._desk.workspace.settings.hides_getting_started
        self.points.setVisible(not is_hidden and not all(point.is_done for point in points))

    def _nothing(self) -> None:
        """The button opens its menu."""

    def _on_first(self) -> None:
        self._go(self._first) if self._first != "backup" else self._desk.window.back_up()

    def _go(self, key: str) -> None:
        if self._view is not None:
            self._desk.window.open_page(*place_of(key, self._view.seen))

    def _open_project(self, project_id: int) -> None:
        self._desk.window.open_page("funding", str(project_id))

    def _open_procedure(self, key: str) -> None:
        self._desk.window.open_page("accession", key)

    def _hide_points(self) -> None:
        try:
            self._desk.workspace.change_settings(hides_getting_started=True)
        except CampanileError as error:
            messages.show_error(self, error)
            return
        self.points.hide()
        self._desk.window.toast(_("Elenco nascosto: la prima cosa da fare resta nel pulsante in alto."))

    def _print(self, *, for_publication: bool = False) -> None:
        spoken = language()

        def prepare(store: Store) -> object:
            from app.actions.reporting import prepare_report

            return prepare_report(store, "summary", "", spoken, for_publication=for_publication)

        self._desk.tasks.query(self, prepare, partial(self._preview, for_publication=for_publication))

    def _print_deadlines(self) -> None:
        spoken = language()

        def prepare(store: Store) -> object:
            from app.actions.reporting import prepare_report

            return prepare_report(store, "deadlines", "", spoken)

        show = partial(self._desk.window.show_preview, _("Scadenze"))
        self._desk.tasks.query(self, prepare, lambda draw: show(draw, _("scadenze.pdf")))

    def _preview(self, draw: Callable[[Path], None], *, for_publication: bool) -> None:
        if for_publication:
            title, name = _("Riepilogo del comune, per la pubblicazione"), _("riepilogo-per-pubblicazione.pdf")
        else:
            title, name = _("Riepilogo del comune"), _("riepilogo.pdf")
        self._desk.window.show_preview(title, draw, name)


def _totals(view: HomeView) -> str:
    seen = view.seen
    today = _("{weekday} {day}").format(weekday=view.weekday, day=day(view.today))
    projects = ngettext("{count} progetto", "{count} progetti", seen.totals.projects)
    parts = [today, projects.format(count=seen.totals.projects) if seen.totals.projects else ""]
    if seen.fresh:
        parts.append(_("dati aperti al {day}").format(day=day(seen.fresh[1])))
    if seen.edition:
        parts.append(_("catalogo n. {number}").format(number=seen.edition.number))
    return " · ".join(part for part in parts if part)
