# SPDX-License-Identifier: EUPL-1.2
"""The fields of one person: role, name, how to reach them, from when until when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.domain.municipality import ROLES, Person
from app.text import _, day
from app.text.labels import role_label
from app.ui.settings.form import Form
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.day_field import DayField
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fields import LabeledField
from app.ui.widgets.label import Label

NEW = "new"


class PersonEditor(QFrame):
    """Shows a person, or an empty form for a new one; `saved` and `removed` ask for the deed."""

    saved = Signal()
    removed = Signal()

    def __init__(self, typed: dict[str, Any], today: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.person: Person | None = None
        self.title = Label("", "heading", wraps=True)
        self.since, self.until = DayField(_("Dal"), today), DayField(_("Al"), today)
        self.fields = {
            "role": LabeledField(_("Ruolo"), _role_box()),
            "name": LabeledField(_("Nome e cognome (obbligatorio)"), QLineEdit()),
            "email": LabeledField(_("Posta elettronica"), QLineEdit()),
            "phone": LabeledField(_("Telefono"), QLineEdit()),
            "since": self.since,
            "until": self.until,
        }
        self.form = Form(self.fields, typed, self)
        self.save_button = button(_("Salva"), self.saved.emit, role="primary", icon="check")
        self.leave_button = button(_("Lascia com'era"), self.form.revert, role="quiet")
        self.remove_button = button(_("Elimina"), self.removed.emit, role="danger", icon="trash")
        self._inside = QWidget()
        self._empty = EmptyState(
            _("Scegli una persona"), _("Qui si vede e si corregge chi è scelto nell'elenco."), icon="people"
        )
        self._lay_out()
        self.form.edited.connect(self._on_edited)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nobody is chosen."""
        self.person = None
        self._inside.hide()
        self._empty.show()

    def show_person(self, person: Person | None) -> None:
        """Show someone, or the empty form of someone new (None)."""
        self.person = person
        self._empty.hide()
        self._inside.show()
        self.title.setText(person.name if person else _("Nuova persona"))
        self.remove_button.setVisible(person is not None)
        self.form.show_values(str(person.id) if person else NEW, person_values(person))

    def read(self) -> dict[str, object] | None:
        """What was typed as the store takes it; None where a day cannot be read, which is said beside it."""
        days: dict[str, object] = {"since": self.since.read(), "until": self.until.read()}
        wrong = next((field for field in (self.since, self.until) if field.has_error), None)
        if wrong is not None:
            wrong.field.setFocus()
            return None
        return {**self.form.values(), **days}

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit(10))
        grid.setVerticalSpacing(unit(8))
        for name, row, column, span in (
            ("role", 0, 0, 10), ("name", 1, 0, 10), ("email", 2, 0, 6),
            ("phone", 2, 6, 4), ("since", 3, 0, 5), ("until", 3, 5, 5),
        ):  # fmt: skip
            grid.addWidget(self.fields[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        for column in range(10):
            grid.setColumnStretch(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(8))
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.save_button)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(unit(18), unit(14), unit(18), unit(14))
        inside.setSpacing(unit(8))
        inside.addWidget(self.title)
        inside.addLayout(grid)
        inside.addStretch(1)
        inside.addLayout(buttons)
        self._inside.setObjectName("scrolled")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(_("Scheda della persona"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        both = QWidget()
        both.setObjectName("scrolled")
        stacked = QVBoxLayout(both)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.addWidget(self._inside)
        stacked.addWidget(self._empty, 1)
        area.setWidget(both)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(area)

    def _on_edited(self) -> None:
        has_changed = bool(self.form.changed())
        if not has_changed and (self.save_button.hasFocus() or self.leave_button.hasFocus()):
            self.fields["name"].field.setFocus()  # a button that goes grey would hand the keyboard to anyone
        self.save_button.setEnabled(has_changed)
        self.leave_button.setVisible(has_changed)


def person_values(person: Person | None) -> dict[str, str]:
    """What is kept, as the fields show it."""
    if person is None:
        return {"role": "rup", "name": "", "email": "", "phone": "", "since": "", "until": ""}
    texts = {name: getattr(person, name) for name in ("role", "name", "email", "phone")}
    return {**texts, "since": day(person.since), "until": day(person.until)}


def _role_box() -> QComboBox:
    box = QComboBox()
    for role in ROLES:
        box.addItem(role_label(role), role)
    return box
