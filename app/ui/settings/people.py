# SPDX-License-Identifier: EUPL-1.2
"""Persone: who has which role in the office, and since when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from app.domain.dates import to_rome
from app.errors import CampanileError, Stale
from app.text import _, day, ngettext, sentence
from app.text.labels import role_label
from app.ui import messages
from app.ui.settings.form import Typed
from app.ui.settings.person_editor import NEW, PersonEditor
from app.ui.settings.section import Section
from app.ui.widgets.page_split import PageSplit
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.domain.municipality import Person, PersonId
    from app.store import Store
    from app.ui.desk import Desk

_FIELD_OF_ERROR = {
    "person.name_missing": "name",
    "person.unknown_role": "role",
    "person.dates_reversed": "until",
}


class PeopleSection(Section):
    """List and form; what was typed for someone stays theirs until it is saved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Chi firma, chi segue i progetti, chi risponde dei dati: compaiono nelle stampe."))
        self._wanted: PersonId | None = None
        self._is_saving = False  # a double click saves once
        self._typed = desk.typed.setdefault("person", {})
        self.add_button(_("Aggiungi una persona"), self.add, icon="plus")
        self.table = _table()
        self.editor = PersonEditor(self._typed, self._today)
        self.split = PageSplit(self.table, self.editor)
        self.body.addWidget(self.split, 1)
        self.table.set_empty(
            _("Ancora nessuno"),
            _("Aggiungi almeno il segretario comunale e il RUP: servono per le stampe."),
            _("Aggiungi una persona"),
            self.add,
            icon="people",
        )
        self.table.selected.connect(self._on_selected)
        self.editor.saved.connect(self.save)
        self.editor.removed.connect(self.remove)

    def refresh(self) -> None:
        """Read the people again."""
        self.desk.tasks.query(self, _read, self._on_read, lambda _error: self.setEnabled(False))

    def on_changed(self, changes: Changes) -> None:
        """Another action, or a step back, may have changed them."""
        if changes.municipality:
            self.refresh()

    def add(self) -> None:
        """Show the empty form."""
        self.table.view.clearSelection()
        self.table.view.setCurrentIndex(self.table.model.index(-1, -1))
        self.editor.show_person(None)
        self.split.show_card()
        self.editor.fields["name"].field.setFocus()

    def save(self) -> None:
        """Save the person in the form."""
        from app.actions.municipality import correct_person

        values, person = self.editor.read(), self.editor.person
        if values is None or self._is_saving:
            return
        self._is_saving = True
        typed, name = self.editor.form.typed(), str(values["name"])
        if person is None:
            self.desk.tasks.act(
                self,
                lambda store: _add(store, values),
                lambda done: self._on_added(done, typed, name),
                self._on_refused,
            )
        else:
            self.desk.tasks.act(
                self,
                lambda store: correct_person(store, person.id, person.version, **values),
                lambda _changes: self._on_saved(typed, name),
                self._on_refused,
            )

    def remove(self) -> None:
        """Remove the person in the form; the toast takes it back."""
        from app.actions.municipality import remove_person

        person = self.editor.person
        if person is not None:
            self._typed.pop(str(person.id), None)
            self.desk.tasks.act(
                self,
                lambda store: remove_person(store, person.id, person.version),
                lambda _changes: self._tell(_("Eliminata la persona: {name}"), person.name),
                self._on_refused,
            )

    def _today(self) -> date:
        return to_rome(self.desk.workspace.clock()).date()

    def _on_read(self, people: list[Person]) -> None:
        is_adding = self.editor.isVisible() and self.editor.person is None and bool(self._typed.get(NEW))
        self.table.show_rows(people)
        told = ngettext("{count} persona", "{count} persone", len(people))
        self.table.set_footer(told.format(count=len(people)))
        if self._wanted is not None:
            self.table.select(lambda person: person.id == self._wanted)
            self._wanted = None
        elif is_adding or (not people and self._typed.get(NEW)):
            self.add()
        current = self.table.current()
        if current is not None:
            self.editor.show_person(current)

    def _on_selected(self, person: Person | None) -> None:
        if person is None:
            self.editor.show_nothing()
        else:
            self.editor.show_person(person)

    def _on_added(self, done: tuple[PersonId, Changes], typed: Typed, name: str) -> None:
        self._wanted = done[0]
        self._on_saved(typed, name)

    def _on_saved(self, typed: Typed, name: str) -> None:
        self._is_saving = False
        self.editor.form.forget(typed)
        self.refresh()
        self._tell(_("Salvato: {name}"), name)

    def _tell(self, words: str, name: str) -> None:
        self.desk.window.toast(words.format(name=name), with_undo=True)

    def _on_refused(self, error: CampanileError) -> None:
        self._is_saving = False
        field = _FIELD_OF_ERROR.get(error.code)
        if field:
            self.editor.form.set_errors({field: sentence(error)})
            return
        if isinstance(error, Stale):
            self.refresh()
        messages.show_error(self, error)


def _table() -> DataTable:
    columns = [
        Column("role", _("Ruolo"), _short_role, tooltip=lambda person: role_label(person.role)),
        Column("name", _("Nome"), lambda person: person.name, stretch=True, width=110),
        Column("email", _("Posta elettronica"), _email, stretch=True, width=110, tooltip=_email),
        Column("phone", _("Telefono"), lambda person: person.phone),
        Column(
            "since", _("Dal"), lambda person: day(person.since), lambda person: person.since or date.min, kind="date"
        ),
        Column(
            "until", _("Al"), lambda person: day(person.until), lambda person: person.until or date.max, kind="date"
        ),
    ]
    return DataTable(columns, name=_("Persone"), identity=lambda person: person.id)


def _short_role(person: Person) -> str:
    """The abbreviation of a role that has one: the card says it in full."""
    return role_label(person.role).partition(",")[0]


def _email(person: Person) -> str:
    return person.email


def _read(store: Store) -> list[Person]:
    from app.actions.municipality import list_people

    return list_people(store)


def _add(store: Store, values: dict[str, Any]) -> tuple[PersonId, Changes]:
    from app.actions.municipality import CHANGED, add_person

    return add_person(store, **values), CHANGED
