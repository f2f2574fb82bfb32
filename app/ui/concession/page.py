# SPDX-License-Identifier: EUPL-1.2
"""Concessione: what stands behind the contracts of a centre, or what the comune granted itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.concessions import ConcessionId
from app.text import _, ngettext
from app.text.concession_labels import concession_kind_label, concession_state_label
from app.ui.concession.sections import MAKERS, part_title
from app.ui.contract.output import print_sheet
from app.ui.contract.parts_page import PartsPage
from app.ui.contract.table import SectionRow, changes_words, people_words
from app.ui.contract.told import money_told
from app.ui.contract.words import term_words
from app.ui.theme import unit
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from app.actions.concessions import ConcessionView
    from app.store import Store
    from app.ui.desk import Desk


class ConcessionHead(QWidget):
    """Breadcrumb, title, state, kind, and the way to a new contract."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = ""
        self.crumb = Link(_("Concessioni"), lambda: desk.window.open_page("concessions", f"c{self._key}"))
        self.here = Label("", "muted")
        self.state = Pill()
        self.kind = Label("", "strong")
        self.header = PageHeader("", is_told_above=True)
        self.print_button = self.header.add_button(_("Stampa…"), self.print_sheet, icon="print")
        self.primary = self.header.add_button(_("Nuovo contratto"), self._open_new, primary=True, icon="plus")
        facts = QWidget()
        flow = FlowLayout(facts, spacing=unit(10))
        for widget in (self.crumb, self.here, self.state, self.kind):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        facts.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(4))
        layout.addWidget(facts)
        layout.addWidget(self.header)

    def show_concession(self, view: ConcessionView) -> None:
        """Show which one it is."""
        one = view.concession
        self._key = str(one.id)
        self.header.set_title(one.title)
        self.here.setText(f"/  {one.title}")
        self.state.show_state(concession_state_label(one.state), "good" if one.state == "IN_ESEC" else "neutral")
        self.kind.setText(f"{concession_kind_label(one.kind)}, {term_words(one.starts_on, one.ends_on)}")

    def cover(self, is_covered: bool) -> None:  # noqa: FBT001 - a slot of a signal
        """Where the part lies over the list, only the line that says where one is stays."""
        self.header.setVisible(not is_covered)

    def print_sheet(self) -> None:
        """Show the sheet of the concession, for the offices and for publication."""
        if self._key:
            print_sheet(self._desk, self, f"c{self._key}")

    def _open_new(self) -> None:
        self._desk.window.open_page("concessions", f"new:{self._key}")


class ConcessionPage(PartsPage):
    """Its key is the number of the concession, then perhaps a part, then perhaps a field of it."""

    TITLE = "Concessione"

    head: ConcessionHead

    def __init__(self, desk: Desk) -> None:
        empty = EmptyState(
            _("Nessuna concessione aperta"),
            _("Qui vedi chi concede, a chi e fino a quando, e i contratti che ne dipendono."),
            _("Nuova concessione"),
            lambda: desk.window.open_page("concessions", "new-concession"),
            icon="document",
        )
        super().__init__(
            desk, ConcessionHead(desk), empty, lambda key: MAKERS[key](desk), parts_name=_("Parti della concessione")
        )
        self.split.covered.connect(self.head.cover)

    def print_page(self) -> None:
        """Print the sheet of the concession."""
        self.head.print_sheet()

    def read(self, store: Store, wanted: int | None) -> ConcessionView | None:
        """The concession wanted, or the first; None where there is none."""
        from app.actions.concessions import list_concessions, show_concession
        from app.actions.contract_summary import money_of_year

        known = [ConcessionId(wanted)] if wanted is not None else [one.id for one in list_concessions(store)]
        if not known:
            return None
        return replace(show_concession(store, known[0]), money=money_of_year(store, known[0]))

    def number_of(self, view: ConcessionView) -> int:
        """The number of the concession."""
        return int(view.concession.id)

    def rows_of(self, view: ConcessionView) -> Sequence[SectionRow]:
        """The parts with what they say."""
        count = len(view.contracts)
        told = {
            "concession": (term_words(view.concession.starts_on, view.concession.ends_on), ""),
            "people": (people_words(len(view.contacts), len(view.guarantees)), ""),
            "contracts": (_contracts_words(count), ""),
            "money": money_told(view.money) if view.money is not None else ("", ""),
            "changes": (changes_words(len(view.changes)), ""),
        }
        return [SectionRow(key, part_title(key), *told[key]) for key in MAKERS]

    def title_of(self, key: str) -> str:
        """The name of a part."""
        return part_title(key)

    def show_head(self, view: ConcessionView) -> None:
        """Show which one it is."""
        self.head.cover(self.split.is_covered)
        self.head.show_concession(view)


def _contracts_words(count: int) -> str:
    words = ngettext("{count} contratto", "{count} contratti", count) if count else _("nessuno")
    return words.format(count=count)
