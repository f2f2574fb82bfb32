# SPDX-License-Identifier: EUPL-1.2
"""The head of a procedure: where one is, its state, how far it has come, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.domain.accession_states import AWAITED, ENDED, MEMBER, Kind, Step
from app.text import _, ngettext
from app.text.accession_labels import state_label
from app.ui.accession.words import dots, next_deed
from app.ui.accessions.words import follow_up, follow_words, name_of, parent_of, parent_words, state_tone
from app.ui.theme import unit
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.pill import Pill
from app.ui.widgets.step_line import StepLine

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView

_NARROW = 900
_LOW = 560  # below that height the line of steps leaves its room to the checklist


class AccessionHead(QWidget):
    """Breadcrumb, title with its buttons, state and progress, the steps in a line."""

    prints_wanted = Signal(str)
    folder_wanted = Signal()
    answer_wanted = Signal()
    kin_wanted = Signal(str)  # the key of the membership, or of what is done about it

    def __init__(self, go_back: Callable[[], object], go_on: Callable[[], object]) -> None:
        super().__init__()
        self._kin, self._is_back = "", False
        self._is_low = self._is_narrow = self._is_covered = self._has_documents = False
        self.crumb = Link(_("Adesioni"), go_back)
        self.here = Label("", "muted")
        self.kin = Link("", lambda: self.kin_wanted.emit(self._kin))
        self.header = PageHeader("")
        self.print_button = self.header.add_button(_("Stampa  ▾"), lambda: None, icon="print")
        self.folder_button = self.header.add_button(_("Fascicolo…"), self.folder_wanted.emit, icon="folder")
        self.answer_button = self.header.add_button(_("Ricevi risposta…"), self.answer_wanted.emit, icon="download")
        self.primary = self.header.add_button("", go_on, primary=True)
        self.primary.setToolTip(_("Va dove c'è da fare (Ctrl+Invio)"))
        self.state = Pill()
        self.progress = Label("", "strong")
        self.line = StepLine(lines=1)
        self._menu = QMenu(self)
        self.print_button.clicked.disconnect()
        self.print_button.setMenu(self._menu)
        self._lay_out()

    def show_view(self, view: AccessionView) -> None:
        """Show where the procedure stands."""
        accession = view.accession
        self.header.set_title(name_of(accession))
        self.here.setText(f"/  {name_of(accession)}")
        self.state.show_state(state_label(accession.state.value), state_tone(accession.state))
        told = ngettext("{done} di {total} fatta", "{done} di {total} fatte", view.done)
        self.progress.setText(told.format(done=view.done, total=view.total))
        self.line.set_steps(dots(view))
        words, key = next_deed(view)
        self._show_kin(view)
        self.primary.setText(words or self.kin.text())
        self.primary.setVisible(bool(words and key) or follow_up(view) is not None)
        is_sent = view.case.last(Step.SEND) is not None or accession.state in (*MEMBER, *ENDED)
        self._has_documents = bool(view.case.documents)
        self._fill_menu(is_sent=is_sent)
        self._arrange()
        self.answer_button.setVisible(accession.state in AWAITED and accession.kind is not Kind.WITHDRAWAL)

    def _show_kin(self, view: AccessionView) -> None:
        """The way from a membership to its renewal or withdrawal, and back."""
        follow, parent = follow_up(view), parent_of(view)
        words = parent_words(view.accession.kind) if parent else follow_words(follow.kind) if follow else ""
        other = parent or follow
        self._kin, self._is_back = str(other.id) if other else "", parent is not None
        self.kin.setText(words)

    def add_fact(self, widget: QWidget) -> None:
        """Put something more beside the state; it stays where the form lies over the list."""
        self._facts.addWidget(widget)

    def fit(self, width: int, height: int) -> None:
        """Make room where the window is small: the whole file is in the menu too."""
        self._is_low, self._is_narrow = height < unit(_LOW), width < unit(_NARROW)
        self._arrange()

    def cover(self, is_covered: bool) -> None:  # noqa: FBT001 - a slot of a signal
        """Where the form lies over the list, only the line that says where one is stays."""
        self._is_covered = is_covered
        self._arrange()

    def _arrange(self) -> None:
        self.header.setVisible(not self._is_covered)
        self.kin.setVisible(bool(self._kin) and (self._is_back or self._is_covered))
        self.line.setVisible(not self._is_covered and not self._is_low)
        self.folder_button.setVisible(self._has_documents and not self._is_narrow)

    def _fill_menu(self, *, is_sent: bool) -> None:
        self._menu.clear()
        prints = [("accession", _("La lista delle cose da fare")), ("request", _("La richiesta con i suoi servizi"))]
        if is_sent:
            prints.append(("receipt", _("La ricevuta: che cosa, quando, impronte")))
        prints.append(("folder", _("L'indice del fascicolo")))
        if self._has_documents:
            self._menu.addAction(_("Il fascicolo intero, per il protocollo…"), self.folder_wanted.emit)
            self._menu.addSeparator()
        for name, words in prints:
            action = self._menu.addAction(words)
            action.triggered.connect(lambda _checked=False, name=name: self.prints_wanted.emit(name))

    def _lay_out(self) -> None:
        facts = QWidget()
        flow = self._facts = FlowLayout(facts, spacing=unit(10))
        for widget in (self.crumb, self.here, self.kin, self.state, self.progress):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        facts.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(4))
        layout.addWidget(facts)
        layout.addWidget(self.header)
        layout.addWidget(self.line)
