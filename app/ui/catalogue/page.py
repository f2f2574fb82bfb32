# SPDX-License-Identifier: EUPL-1.2
"""The page Catalogo: search and filters, the services found, the card of a service."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.dates import to_rome
from app.text import _, language
from app.ui.catalogue import words as say
from app.ui.catalogue.card import ServiceSheet, Shown, read_service
from app.ui.catalogue.expired import ExpiredEdition
from app.ui.catalogue.export import ask_for_export
from app.ui.catalogue.filters import CatalogueFilters
from app.ui.catalogue.importing import EditionImporter
from app.ui.catalogue.tab_order import in_order
from app.ui.catalogue.table import ServicesTable
from app.ui.theme import unit
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.page_split import PageSplit

if TYPE_CHECKING:
    from app.actions.catalogue import CatalogueAnswer, CatalogueFilter, ServiceRow
    from app.actions.changes import Changes
    from app.domain.catalogue import Centre
    from app.store import Store
    from app.ui.desk import Desk

_CENTRE = "centre:"
_IMPORT = "import"
_LEAST_HEIGHT = 330
_TABLE_SHARE = 60  # so that the longest name is read whole at 1366 pixels


class CataloguePage(QWidget):
    """The card shows the selected row, or what a link led to; `_key` says which."""

    TITLE = "Catalogo"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._key = ""
        self._is_asked_anew = True
        self.header = PageHeader(_("Catalogo"))
        self.importer = EditionImporter(desk, self)
        self.header.add_button(_("Importa un'edizione…"), self.importer.choose, icon="download")
        self.export_button = self.header.add_button(_("Esporta…"), self.export, icon="upload")
        self.print_button = self.header.add_button(_("Stampa la scheda"), self.print_page, icon="print")
        self.join_button = self.header.add_button(_("Aderisci"), self.join, primary=True, icon="plus")
        self.expired = ExpiredEdition()
        self.filters = CatalogueFilters()
        self.table = ServicesTable()
        self.service = ServiceSheet(desk, self._opens)
        self.split = PageSplit(self.table, self.service, table_share=_TABLE_SHARE)
        self.split.setMinimumHeight(unit(_LEAST_HEIGHT))
        self._lay_out()
        self._connect()
        self._show_buttons()

    def refresh(self) -> None:
        """Read list and card again."""
        wanted = self.filters.wanted()
        self._desk.tasks.query(self, lambda store: _read_list(store, wanted), lambda found: self._on_list(*found))

    def on_changed(self, changes: Changes) -> None:
        """Read again: the stars are ours, the cards say which projects pay and which requests name a service."""
        if changes.catalogue or changes.funding or changes.accessions:
            self.refresh()

    def open_key(self, key: str) -> None:
        """A service by its code, by "centre:" and a code what that centre offers, or "import"."""
        if key == _IMPORT:
            self.importer.choose()
            return
        if key.startswith(_CENTRE):
            self.filters.choose_centre(key.removeprefix(_CENTRE))
            return
        self._is_asked_anew = False
        self.service.leave()
        if not self.table.choose(key):
            self.table.choose_none()
            self._load(key)
        self.split.show_card()

    def print_page(self) -> None:
        """Print the card of the service."""
        card = self.service.card
        if card is None:
            self._desk.window.toast(_("Scegli un servizio nell'elenco: si stampa la sua scheda."))
            return
        from app.actions.reporting import prepare_report

        code, spoken = card.service.code, language()
        title = _("Scheda di {name}").format(name=say.service_name(card.service))
        self._desk.tasks.query(
            self,
            lambda store: prepare_report(store, "service", code, spoken),
            lambda draw: self._desk.window.show_preview(title, draw, _("Scheda {code}.pdf").format(code=code)),
        )

    def join(self) -> None:
        """Look at what it takes to have the service of the card."""
        from app.ui.centres.joining import ask_to_join

        if self.service.card is not None:
            ask_to_join(self._desk, self, codes=[self.service.card.service.code])

    def export(self) -> None:
        """Write the list as it is seen to a file."""
        codes = [row.service.code for row in self.table.rows()]
        ask_for_export(self, self._desk, self.filters.wanted(), codes)

    def search_field(self) -> QLineEdit:
        """Where Ctrl+F leads."""
        return self.filters.search

    def _lay_out(self) -> None:
        layout = page_layout(self)
        layout.addWidget(self.header)
        layout.addWidget(self.expired)
        layout.addWidget(self.filters)
        layout.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filter)
        self.filters.search.left_down.connect(self._enter_table)
        self.split.covered.connect(self._on_covered)
        self.table.selected.connect(self._on_row)
        self.service.star_wanted.connect(self._on_star)
        self.service.all_wanted.connect(self.filters.reset)
        star = QShortcut(QKeySequence("Ctrl+D"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        star.activated.connect(self._toggle_star)

    def _enter_table(self) -> None:
        if self.table.current() is None:
            self.table.choose_first()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_covered(self, is_covered: bool) -> None:  # noqa: FBT001 - a slot of a signal
        """Where there is room for one thing only, the filters give way to the card."""
        self.filters.setVisible(not is_covered)

    def _on_filter(self) -> None:
        self._is_asked_anew = True
        self.refresh()

    def _on_list(self, answer: CatalogueAnswer, centres: list[Centre]) -> None:
        self.filters.show_counts(answer, centres)
        self.expired.show_edition(answer.edition, to_rome(self._desk.workspace.clock()).date())
        self.header.set_totals(say.totals(answer))
        self.table.set_empty(
            _("Nessun servizio trovato"),
            _("Nessun servizio del catalogo risponde a tutte le parole e a tutti i filtri."),
            _("Azzera i filtri"),
            self.filters.reset,
            "search",
        )
        in_order(self.filters.reset_button, self.table.view, self.service.scroll_area)
        self.table.show_answer(answer, is_searched=bool(self.filters.search.words()))
        if self.table.current() is None:
            self._choose_again()
        self._show_buttons()

    def _choose_again(self) -> None:
        """After the list was read and the row chosen before is not in it."""
        is_chosen = bool(self._key) and self.table.choose(self._key)
        if self._key and not is_chosen and not self._is_asked_anew:
            self._load(self._key)
        elif not is_chosen and not self.table.choose_first():
            self._key = ""
            self.service.show_nothing(_("Nessun servizio scelto"), _("La scheda di un servizio compare qui."))
        self._is_asked_anew = False

    def _on_row(self, row: ServiceRow | None) -> None:
        if row is not None:
            self._load(row.service.code)

    def _load(self, key: str) -> None:
        self._key = key
        self._desk.tasks.query(self, partial(read_service, code=key), partial(self._on_card, key))

    def _on_card(self, key: str, shown: Shown) -> None:
        if key != self._key:
            return
        is_listed = any(row.service.code == key for row in self.table.rows())
        self.service.show_service(shown, is_filtered_out=self.filters.is_set and not is_listed)
        self._show_buttons()

    def _toggle_star(self) -> None:
        self.service.toggle_star()

    def _on_star(self, code: str, is_starred: bool) -> None:  # noqa: FBT001 - a slot of a signal
        from app.actions.catalogue import star_service

        words = _("Stella messa a {code}") if is_starred else _("Stella tolta da {code}")
        self._desk.tasks.act(
            self,
            lambda store: star_service(store, code, is_starred=is_starred),
            lambda _done: self._desk.window.toast(words.format(code=code), with_undo=True),
        )

    def _opens(self, page: str, key: str) -> Callable[[], object]:
        """What a link does: this card becomes a step of the way, so that one can come back to it."""

        def follow() -> None:
            self._desk.window.open_page("catalogue", self._key)
            self._desk.window.open_page(page, key)

        return follow

    def _show_buttons(self) -> None:
        for one in (self.print_button, self.join_button):
            one.setEnabled(self.service.card is not None)
        self.export_button.setEnabled(bool(self.table.rows()))


def _read_list(store: Store, wanted: CatalogueFilter) -> tuple[CatalogueAnswer, list[Centre]]:
    from app.actions.catalogue import search_services
    from app.actions.centres import list_centres

    return search_services(store, wanted), list_centres(store)
