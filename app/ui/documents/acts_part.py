# SPDX-License-Identifier: EUPL-1.2
"""The register of acts left, the card of the chosen one right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.acts import ActId
from app.errors import CampanileError
from app.text import _, ngettext
from app.text.document_labels import act_name
from app.ui.documents.act_card import ActCard
from app.ui.documents.table import TABLE_SHARE, acts_table
from app.ui.widgets.page_split import PageSplit

if TYPE_CHECKING:
    from app.actions.acts import ActView
    from app.actions.document_survey import ActRow, Survey
    from app.ui.desk import Desk


class ActsPart(QWidget):
    """Rows come from the page; the card is read by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._survey: Survey | None = None
        self._wanted: ActId | None = None
        self.table = acts_table()
        self.card = ActCard(desk)
        self.split = PageSplit(self.table, self.card, table_share=TABLE_SHARE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split)
        self.table.selected.connect(self._on_selected)
        self.card.removal_wanted.connect(self.remove)
        self.card.stale.connect(self._load)
        self.card.thing_wanted.connect(desk.window.open_page)

    def show_rows(self, survey: Survey, rows: list[ActRow]) -> None:
        """Show these acts; the one that was asked for is chosen where it is among them."""
        self._survey = survey
        self.table.show_rows(rows)
        self.table.set_footer(ngettext("{count} atto", "{count} atti", len(rows)).format(count=len(rows)))
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            if self.table.select(lambda row: row.act.id == wanted):
                self.split.show_card()
        self._load()

    def choose(self, act_id: ActId) -> None:
        """Choose an act, now or with the next rows."""
        self._wanted = act_id

    def remove(self) -> None:
        """Take the chosen act out of the register; the toast takes it back."""
        from app.actions.acts import remove_act

        view = self.card.view
        if view is not None:
            act_id = view.act.id
            told = _("Eliminato: {act}").format(act=act_name(view.act.kind, view.act.number, view.act.on))
            self.card.flush()
            self._desk.tasks.act(
                self,
                lambda store: remove_act(store, act_id),
                lambda _changes: self._desk.window.toast(told, with_undo=True),
            )

    def flush(self) -> None:
        """Keep what was typed."""
        self.card.flush()

    def _on_selected(self, _row: ActRow | None) -> None:
        self.card.flush()
        self._load()

    def _load(self) -> None:
        from app.actions.acts import show_act

        row = self.table.current()
        if row is None:
            self.card.show_nothing()
            return
        act_id = row.act.id
        self._desk.tasks.query(self, lambda store: show_act(store, act_id), self._on_view, _is_gone)

    def _on_view(self, view: ActView) -> None:
        row = self.table.current()
        if row is not None and row.act.id == view.act.id and self._survey is not None:
            self.card.show_act(view, self._survey)


def _is_gone(_error: CampanileError) -> None:
    """The list without it is on its way."""
