# SPDX-License-Identifier: EUPL-1.2
"""Dati dell'ente: what the office writes of itself, and the codes that it cannot change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import CampanileError, Stale
from app.text import _, ngettext, sentence
from app.ui import messages
from app.ui.settings.codes import CodesCard
from app.ui.settings.form import Form, Typed
from app.ui.settings.office_form import IpaField, doubts, lay_out, office_fields, office_values
from app.ui.settings.section import Section
from app.ui.widgets.callout import Callout
from app.ui.widgets.columns import Columns
from app.ui.widgets.label import Label
from app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.sources import SourceNote
    from app.domain.municipality import Office
    from app.store import Store
    from app.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class _Seen:
    office: Office
    note: SourceNote


class OfficeSection(Section):
    """Saved by its button, all fields in one action."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, _("Servono per le stampe, per riconoscere i progetti nei dati aperti e per gli importi.")
        )
        self._office: Office | None = None
        self._is_saving = False  # a double click saves once
        self.leave_button = self.add_button(_("Lascia com'era"), self._revert, icon="undo")
        self.save_button = self.add_button(_("Salva i dati dell'ente"), self.save, primary=True, icon="check")
        self.fields = office_fields()
        self.form = Form(self.fields, desk.typed.setdefault("office", {}), self)
        self.summary = Callout("", "", "bad", _("Vai al campo"), self._go_to_first, parent=self)
        self.state = Label("", "doubt", wraps=True, parent=self)
        self.codes = CodesCard()
        self._wrong: dict[str, str] = {}
        self._lay_out()
        self.form.edited.connect(self._on_edited)
        self.form.left.connect(self._show_doubts)
        ipa = self.fields["ipa_code"]
        if isinstance(ipa, IpaField):
            ipa.confirm.clicked.connect(lambda _checked=False: self._confirm_ipa())

    def refresh(self) -> None:
        """Read our office again; what is being typed stays."""
        self.desk.tasks.query(self, _read, self._on_read, self._on_no_store)

    def on_changed(self, changes: Changes) -> None:
        """Another action, or a step back, may have changed the office."""
        if changes.municipality:
            self.refresh()

    def save(self) -> None:
        """Save what was changed; where a field cannot be saved, none is, and all say why."""
        from app.actions.municipality import correct_office, office_errors

        office, changed, typed = self._office, self.form.changed(), self.form.typed()
        if office is None or not changed or self._is_saving:
            return
        self._wrong = {name: sentence(error) for name, error in office_errors(**changed).items()}
        self.form.set_errors(self._wrong)
        self._show_summary()
        if not self._wrong:
            self._is_saving = True
            self.desk.tasks.act(
                self,
                lambda store: correct_office(store, office.version, **changed),
                lambda _changes: self._on_saved(typed),
                self._on_refused,
            )

    def _lay_out(self) -> None:
        panel = Panel()
        panel.add(self.summary)
        panel.add(self.state)
        panel.add(lay_out(self.fields))
        columns = Columns(shares=(3, 2))
        columns.left.addWidget(panel)
        columns.left.addStretch(1)
        columns.right.addWidget(self.codes, 1)
        self.body.addWidget(columns, 1)
        self.summary.hide()
        self.state.hide()

    def _on_read(self, seen: _Seen) -> None:
        self._office = seen.office
        self.form.show_values(seen.office.belfiore, office_values(seen.office))
        self.codes.show_codes(seen.office, seen.note)
        ipa = self.fields["ipa_code"]
        if isinstance(ipa, IpaField):
            ipa.show_state(is_confirmed=seen.office.ipa_code_confirmed)
        self._show_doubts()

    def _on_no_store(self, _error: CampanileError) -> None:
        self.setEnabled(False)
        self._on_edited()

    def _on_edited(self) -> None:
        changed = self.form.changed() if self._office else {}
        if not changed and any(button.hasFocus() for button in self.buttons):
            self.form.focus_first(self.fields)  # a button that goes grey would hand the keyboard to anyone
        for button in self.buttons:
            button.setEnabled(bool(changed))
        told = ngettext(
            "{count} campo cambiato, non ancora salvato.", "{count} campi cambiati, non ancora salvati.", len(changed)
        )
        self.state.setText(told.format(count=len(changed)))
        self.state.setVisible(bool(changed))

    def _show_doubts(self) -> None:
        found = doubts(self.form.values(), self._office) if self._office else {}
        for name in ("fiscal_code", "ipa_code", "pec"):
            self.fields[name].set_warning(found.get(name, ""))

    def _show_summary(self) -> None:
        self.summary.setVisible(bool(self._wrong))
        self.state.setVisible(not self._wrong and bool(self.form.changed()))
        count = len(self._wrong)
        told = ngettext("Non salvato: {count} campo da correggere", "Non salvato: {count} campi da correggere", count)
        names = ", ".join(self.fields[name].label.text() for name in self._wrong)
        self.summary.show_words(told.format(count=count), names, "bad")

    def _go_to_first(self) -> None:
        self.form.focus_first(self._wrong)

    def _revert(self) -> None:
        self._wrong = {}
        self._show_summary()
        self.form.revert()
        self._show_doubts()

    def _confirm_ipa(self) -> None:
        from app.actions.municipality import correct_office

        office = self._office
        if office is not None:
            self.fields["ipa_code"].field.setFocus()
            self.desk.tasks.act(
                self,
                lambda store: correct_office(store, office.version, ipa_code=office.ipa_code),
                lambda _changes: self.desk.window.toast(_("Codice IPA confermato"), with_undo=True),
                self._on_refused,
            )

    def _on_saved(self, typed: Typed) -> None:
        self._is_saving = False
        self.form.forget(typed)
        self.refresh()
        self.desk.window.toast(_("Dati dell'ente salvati"), with_undo=True)

    def _on_refused(self, error: CampanileError) -> None:
        """Stale: what is kept now is shown beside what was typed, and can be saved over it."""
        self._is_saving = False
        if isinstance(error, Stale):
            self.refresh()
        messages.show_error(self, error)


def _read(store: Store) -> _Seen:
    from app.actions.municipality import show_office
    from app.actions.sources import MUNICIPALITIES, source_of

    return _Seen(show_office(store), source_of(MUNICIPALITIES))
