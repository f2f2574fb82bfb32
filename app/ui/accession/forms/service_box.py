# SPDX-License-Identifier: EUPL-1.2
"""One service of a request: how many, which codes, what it costs by which act, who pays it already."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.accession_states import TAKE_SERVICES
from app.domain.accessions import Choice, RequestedService
from app.domain.codes import check_cig, check_cup
from app.text import _, money
from app.text.accession_labels import choice_label
from app.ui.accession.autosave import Autosave
from app.ui.accession.entries import Entry, amount_line, area, code_line, line, number_line
from app.ui.accession.form import grid_of, texts_of
from app.ui.accession.place import Place
from app.ui.theme import unit
from app.ui.widgets.callout import Callout
from app.ui.widgets.card import empty_layout
from app.ui.widgets.expander import Expander
from app.ui.widgets.link import Link

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView
    from app.actions.changes import Changes
    from app.domain.funding import Project
    from app.store import Store

_ROWS = (("quantity", "unit"), ("cup", "cig"), ("cost_source",), ("once", "yearly"), ("note",))
_ASKED = {"quantity", "unit", "cup"}
_ASIDE_ROWS = (("reason",),)


class ServiceBox(QWidget):
    """Closed it is one line; `dropped` and `asked` tell what the clerk wants of it."""

    dropped = Signal(str)
    asked = Signal(str)

    def __init__(self, place: Place, requested: RequestedService) -> None:
        super().__init__()
        self.code = requested.code
        self.choice = requested.choice
        self._place = place
        self._id = requested.id
        self._is_closed = False
        self._paid: tuple[tuple[Project, ...], str] = ((), "")
        is_asked = requested.choice is Choice.REQUESTED
        self.entries = _entries() if is_asked else {"reason": line(_("Motivo (obbligatorio)"))}
        self.save = Autosave(
            place.desk.tasks, self.entries, place.drafts, place.of(f"service:{self.code}"), self._write, self
        )
        self.expander = Expander("")
        self.paid = QVBoxLayout()
        self.expander.body.addLayout(self.paid)
        self.expander.body.addLayout(grid_of(self.entries, *(_ROWS if is_asked else _ASIDE_ROWS)))
        self.drop = Link(_("Togli dalla richiesta"), lambda: self.dropped.emit(self.code))
        self.drop.setAccessibleName(_("Togli dalla richiesta: {name}").format(name=requested.name))
        self.ask = Link(_("Chiedi anche questo"), lambda: self.asked.emit(self.code))
        for link in (self.ask, self.drop) if not is_asked else (self.drop,):
            self.expander.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, unit(2))
        layout.addWidget(self.expander)

    def show_service(self, view: AccessionView, requested: RequestedService) -> None:
        """Show what is kept, and the project that pays it already."""
        self._id = requested.id
        self.save.show_values(requested.version, texts_of(requested, self.entries))
        self._close(is_closed=view.accession.state not in TAKE_SERVICES)
        self.expander.set_title(_title(requested))
        projects = dict(view.funded).get(self.code, ()) if requested.choice is Choice.REQUESTED else ()
        if (projects, requested.cup) != self._paid:
            self._paid = (projects, requested.cup)
            empty_layout(self.paid)
            for project in projects:
                self.paid.addWidget(self._callout(project, requested.cup))

    def _close(self, *, is_closed: bool) -> None:
        """What the request says of the service stands once it is signed; costs and note may still be written."""
        self._is_closed = is_closed
        for name in _ASKED & self.entries.keys():
            field = self.entries[name].field.field
            if isinstance(field, QLineEdit):
                field.setReadOnly(is_closed)
        self.drop.setVisible(not is_closed)
        self.ask.setVisible(not is_closed and self.choice is not Choice.REQUESTED)

    def focus_field(self, name: str) -> bool:
        """Open it and put the keyboard into a field, the first one where none is named."""
        self.expander.open()
        return self.save.focus(name or next(iter(self.entries)))

    def _callout(self, project: Project, cup: str) -> Callout:
        """What pays it; its CUP is one click away, unless it is there already."""
        told = _("{call}: {amount}, CUP {cup}. Due fondi pubblici non pagano la stessa spesa.")
        text = told.format(call=project.call, amount=money(project.amount), cup=project.cup)
        words = _("Usa questo CUP") if cup != project.cup and not self._is_closed else ""
        return Callout(_("Risulta già finanziato"), text, "warning", words, partial(self._take, project.cup))

    def _take(self, cup: str) -> None:
        self.save.focus("cup")
        self.save.write("cup", cup)

    def _write(self, store: Store, seen: int, values: dict[str, object]) -> tuple[int, Changes]:
        from app.actions.accession_services import correct_service
        from app.actions.accessions import show_accession

        changes = correct_service(store, self._id, seen, **values)
        services = show_accession(store, self._place.accession_id).case.services
        version = next((one.version for one in services if one.id == self._id), seen)
        return version, changes


def _entries() -> dict[str, Entry]:
    return {
        "quantity": number_line(_("Quantità")),
        "unit": line(_("Unità"), _("Per esempio: utenze, caselle")),
        "cup": code_line(_("CUP"), check_cup),
        "cig": code_line(_("CIG"), check_cig),
        "cost_source": line(_("Atto da cui copi il costo"), _("Serve prima della cifra")),
        "once": amount_line(_("Costo una volta, in euro")),
        "yearly": amount_line(_("Costo all'anno, in euro")),
        "note": area(_("Nota"), lines=1),
    }


def _title(requested: RequestedService) -> str:
    """Code and name; of one that is not asked for, what was said of it; of one with codes, its CUP."""
    told = f"{requested.code} · {requested.name}"
    if requested.choice is not Choice.REQUESTED:
        return f"{told} · {choice_label(requested.choice.value)}"
    return f"{told} · CUP {requested.cup}" if requested.cup else told
