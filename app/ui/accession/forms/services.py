# SPDX-License-Identifier: EUPL-1.2
"""The services of a request: chosen from the catalogue, with what they need first, their codes and their cost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.domain.accession_states import TAKE_SERVICES, State
from app.domain.accessions import Choice
from app.errors import UserError
from app.text import _, in_language, sentence
from app.text.cost_words import cost_words
from app.ui.accession.form import LineForm
from app.ui.accession.forms.prerequisite import Prerequisite
from app.ui.accession.forms.service_box import ServiceBox
from app.ui.accession.forms.service_search import ServiceSearch
from app.ui.accession.place import Place
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView

_SIGNED, _SENT = "accession.services_signed", "accession.services_closed"


class ServicesForm(LineForm):
    """Built anew only where the services change, so that nobody is disturbed while typing."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.search = ServiceSearch(place.desk)
        self.needs: list[Prerequisite] = []
        self.boxes: dict[str, ServiceBox] = {}
        self._lacking: tuple[tuple[str, str], ...] = ()
        self._needs = QVBoxLayout()
        self._boxes = QVBoxLayout()
        for layout in (self._needs, self._boxes):
            layout.setSpacing(unit(6))
        self.closed = Label("", "muted", wraps=True)
        self.body.addWidget(self.search)
        self.body.addWidget(self.closed)
        self.body.addLayout(self._needs)
        self.body.addLayout(self._boxes)
        self.costs = self.add_text()
        self.search.chosen.connect(self._choose)

    def show_view(self, view: AccessionView, line: ItemView) -> None:
        """Show the services with what they lack, and the cost over the term."""
        case = view.case
        offered = tuple(case.centre.services) if case.centre else ()
        self.search.show_settled({one.code for one in case.services}, offered)
        state = view.accession.state
        may_change = state in TAKE_SERVICES
        self.search.setVisible(may_change)
        self.closed.setVisible(not may_change)
        self.closed.setText(sentence(UserError(_SIGNED if state is State.SIGNED else _SENT)))
        self._show_needs(view)
        self._show_boxes(view)
        self.costs.setText("\n".join(cost_words(view.costs)) if view.costs else "")
        self.costs.setVisible(view.costs is not None)

    def focus_field(self, name: str) -> bool:
        """A service by its code, a field of it by code and name; the search where none was chosen yet."""
        code, _colon, field = name.partition(":")
        for need in self.needs:
            if code in (need.code, need.needed) and not field:
                need.add.setFocus()
                return True
        if code in self.boxes:
            return self.boxes[code].focus_field(field)
        if name == "service.none":
            self.search.field.setFocus()
            return True
        return False

    def focus_first(self) -> bool:
        """More services are looked for first; where none may be added, the first one is opened."""
        if not self.search.isVisibleTo(self):
            return any(box.focus_field("") for box in list(self.boxes.values())[:1])
        self.search.field.setFocus()
        return True

    def flush(self) -> None:
        """Keep what was typed into any of them."""
        for box in self.boxes.values():
            box.save.flush()

    def _show_needs(self, view: AccessionView) -> None:
        lacking = view.case.lacking_prerequisites() if view.accession.state in TAKE_SERVICES else ()
        if lacking == self._lacking:
            return
        self._lacking = lacking
        empty_layout(self._needs)
        self.needs = []
        for code, needed in lacking:
            known = view.case.catalogue.get(needed)
            name = in_language(known.name, known.name_en) if known else ""
            need = Prerequisite(self.place, code, needed, name)
            need.asked.connect(self._choose)
            self.needs.append(need)
            self._needs.addWidget(need)

    def _show_boxes(self, view: AccessionView) -> None:
        services = sorted(view.case.services, key=lambda one: one.choice is not Choice.REQUESTED)
        shown = [(box.code, box.choice) for box in self.boxes.values()]
        if [(one.code, one.choice) for one in services] != shown:
            was_open = {code for code, box in self.boxes.items() if box.expander.is_open}
            empty_layout(self._boxes)
            self.boxes = {}
            for one in services:
                box = ServiceBox(self.place, one)
                box.expander.open(one.code in was_open)
                box.dropped.connect(self._drop)
                box.asked.connect(self._choose)
                box.save.stale.connect(self.place.read_again)
                self.boxes[one.code] = box
                self._boxes.addWidget(box)
        for one in services:
            self.boxes[one.code].show_service(view, one)

    def _choose(self, code: str) -> None:
        from app.actions.accession_services import choose_services

        place = self.place
        place.desk.tasks.act(
            self,
            lambda store: choose_services(store, place.accession_id, [code]),
            partial(self._tell, _("Aggiunto: {code}").format(code=code)),
        )

    def _drop(self, code: str) -> None:
        from app.actions.accession_services import drop_service

        place = self.place
        place.desk.tasks.act(
            self,
            lambda store: drop_service(store, place.accession_id, code),
            partial(self._tell, _("Tolto dalla richiesta: {code}").format(code=code)),
        )

    def _tell(self, told: str, _changes: object) -> None:
        self.place.desk.window.toast(told, with_undo=True)
