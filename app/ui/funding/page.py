# SPDX-License-Identifier: EUPL-1.2
"""Finanziamenti: every funded project, its money and its state; the open data come in here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.dates import to_rome
from app.domain.funding import FundingChange, Project, ProjectId
from app.text import _
from app.ui.funding.card import FundingCard
from app.ui.funding.figures import FundingFigures
from app.ui.funding.filters import FundingFilters
from app.ui.funding.importing import Importer
from app.ui.funding.notes import Notes
from app.ui.funding.table import ProjectTable
from app.ui.funding.words import projects_words, rows_total
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.page_split import PageSplit
from app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.funding import ProjectCard, Survey
    from app.ui.desk import Desk

_CALL = "call:"
_IMPORT = "import"


class FundingPage(QWidget):
    """Files of open data may be dropped anywhere on it."""

    TITLE = "Finanziamenti"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._survey: Survey | None = None
        self._wanted: ProjectId | None = None
        self.importer = Importer(desk, self)
        self.notes = Notes(desk.tasks, self)
        self.header = PageHeader(_("Finanziamenti"))
        self.news_button = self.header.add_button(_("Novità…"), self.show_changes, icon="bell")
        self.print_button = self.header.add_button(_("Stampa…"), self.print_page, icon="print")
        self.export_button = self.header.add_button(_("Esporta…"), self.export, icon="upload")
        self.import_button = self.header.add_button(
            _("Importa dati aperti"), self.importer.choose, primary=True, icon="download"
        )
        self.figures = FundingFigures()
        self.filters = FundingFilters()
        self.table = ProjectTable()
        self.card = FundingCard(self.notes, self._open_project, self._open_service)
        self.split = PageSplit(self.table, self.card)
        self.empty = _empty_panel(self.importer)
        self._lay_out()
        self.setAcceptDrops(True)
        self.split.covered.connect(lambda is_covered: self._show_parts(has_projects=True, is_covered=is_covered))
        self.filters.changed.connect(self.refresh)
        self.filters.search.left_down.connect(self.table.view.setFocus)
        self.table.selected.connect(self._on_selected)
        self.notes.refused.connect(self._on_note_refused)

    def refresh(self) -> None:
        """Read the projects of the filter."""
        from app.actions.funding import survey_projects

        wanted = self.filters.wanted()
        self._desk.tasks.query(self, lambda store: survey_projects(store, wanted), self._on_survey)

    def on_changed(self, changes: Changes) -> None:
        """Imports, notes and steps back change the projects."""
        if changes.funding or changes.catalogue:
            self.refresh()

    def open_key(self, key: str) -> None:
        """A project by its number, the projects of a call by "call:" and its title, or "import"."""
        if key == _IMPORT:
            self.importer.choose()
        elif key.startswith(_CALL):
            self.filters.reset(call=key.removeprefix(_CALL))
            self.refresh()
        elif key.isdecimal():
            self._open_project(ProjectId(int(key)))

    def print_page(self) -> None:
        """Print what the filter shows."""
        from app.ui.funding.output import print_projects

        print_projects(self._desk, self, self.filters.wanted())

    def export(self) -> None:
        """Write what the filter shows to a file."""
        from app.ui.funding.output import export_projects

        export_projects(self._desk, self, self.filters.wanted(), [project.id for project in self.table.rows()])

    def preview(self, paths: Sequence[Path]) -> None:
        """Show what importing these files would do."""
        self.importer.preview(paths)

    def show_changes(self) -> None:
        """Show what the last import changed."""
        from app.ui.funding.changes import ChangesDialog

        dialog = ChangesDialog(self._desk.tasks, self.window())
        dialog.chosen.connect(self._open_change)
        dialog.open()

    def search_field(self) -> QLineEdit:
        """Where Ctrl+F goes."""
        return self.filters.search

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, nothing else."""
        if _files_in(event.mimeData()):
            event.acceptProposedAction()
            self.header.set_totals(_("Lascia qui i file: prima di scrivere vedrai che cosa cambia."))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files go elsewhere."""
        self.header.set_totals("")

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the files that were dropped."""
        event.acceptProposedAction()
        self.header.set_totals("")
        self.preview(_files_in(event.mimeData()))

    def _lay_out(self) -> None:
        layout = page_layout(self)
        for widget in (self.header, self.figures, self.filters):
            layout.addWidget(widget)
        layout.addWidget(self.split, 1)
        layout.addWidget(self.empty, 1)
        self._show_parts(has_projects=True)

    def _show_parts(self, *, has_projects: bool, is_covered: bool = False) -> None:
        for widget in (self.figures, self.filters):
            widget.setVisible(has_projects and not is_covered)
        self.split.setVisible(has_projects)
        self.empty.setVisible(not has_projects)
        for button in (self.print_button, self.export_button):
            button.setEnabled(has_projects)

    def _on_survey(self, survey: Survey) -> None:
        self._survey = survey
        self._show_parts(has_projects=bool(survey.totals.projects), is_covered=self.split.is_covered)
        self.news_button.setVisible(survey.last_import is not None)
        self.figures.show_totals(survey.totals)
        self.filters.show_survey(survey)
        self.table.set_empty(
            _("Nessun progetto con questi filtri"), _("Togli un filtro, o azzerali tutti."), _("Azzera"),
            self.filters.clear, icon="search",
        )  # fmt: skip
        self.table.show_labels(survey.labels)
        self.table.show_rows(survey.projects)
        self.table.set_footer(projects_words(len(survey.projects), survey.totals.projects), rows_total(survey.projects))
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            if self.table.select(lambda project: project.id == wanted):
                self.split.show_card()

    def _on_selected(self, project: Project | None) -> None:
        from app.actions.funding import show_project

        if project is None:
            self.card.show_nothing()
            return
        self.card.keep_note()
        self._desk.tasks.query(self, lambda store: show_project(store, project.id), self._on_card, lambda _error: None)

    def _on_card(self, card: ProjectCard) -> None:
        from app.actions.funding import call_label

        chosen = self.table.current()
        if chosen is not None and chosen.id == card.project.id:
            self.card.show_project(card, call_label, to_rome(self._desk.workspace.clock()).date())

    def _on_note_refused(self, project_id: ProjectId, told: str) -> None:
        chosen = self.table.current()
        if chosen is not None and chosen.id == project_id:
            self._on_selected(chosen)
        else:
            self._desk.window.toast(told)

    def _open_project(self, project_id: ProjectId) -> None:
        self._wanted = project_id
        if not self.table.select(lambda project: project.id == project_id):
            self.filters.reset()
        self.refresh()

    def _open_change(self, change: FundingChange) -> None:
        projects = self._survey.projects if self._survey else ()
        same = [project for project in projects if project.call == change.call]
        exact = [project for project in same if project.cup == change.cup]
        if exact or same:
            self._open_project((exact or same)[0].id)
        else:
            self.filters.reset(call=change.call)
            self.refresh()

    def _open_service(self, code: str) -> None:
        self._desk.window.open_page("catalogue", code)


def _empty_panel(importer: Importer) -> Panel:
    panel = Panel()
    told = _(
        "Scarica i file delle candidature finanziate dai dati aperti di PA digitale 2026 "
        "(github.com/teamdigitale/padigitale2026-opendata) e trascinali qui, o sceglili con il pulsante. "
        "Prima di scrivere vedrai che cosa cambia."
    )
    panel.add(EmptyState(_("Ancora nessun progetto finanziato"), told, _("Scegli i file…"), importer.choose, "euro"), 1)
    return panel


def _files_in(dropped: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
