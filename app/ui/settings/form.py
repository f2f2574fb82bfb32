# SPDX-License-Identifier: EUPL-1.2
"""Fields with a Save button: knows what was typed, keeps it over refusals, zoom and the end of the program."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.text import _
from app.ui.widgets.fields import LabeledField
from app.ui.widgets.undo_key import UndoKey

Typed = tuple[str, dict[str, str]]
"""The key of a thing, and the fields that were changed and not saved."""


class Form(QObject):
    """`typed` outlives the form: for each thing that is shown, the fields that were changed and not saved."""

    edited = Signal()
    left = Signal()  # a line was left, or Enter pressed in it

    def __init__(self, fields: Mapping[str, LabeledField], typed: dict[str, Any], parent: QObject) -> None:
        super().__init__(parent)
        self.fields = dict(fields)
        self._typed = typed
        self._of = ""
        self._kept: dict[str, str] = {}
        for labeled in self.fields.values():
            if isinstance(labeled.field, QLineEdit):
                labeled.field.textEdited.connect(lambda _text: self._note())
                labeled.field.editingFinished.connect(self.left)
                UndoKey(labeled.field)
            elif isinstance(labeled.field, QComboBox):
                labeled.field.activated.connect(lambda _place: self._note())

    def show_values(self, of: str, values: Mapping[str, str]) -> None:
        """Show what is kept of a thing; what was typed over it stays, with what is kept now beside it."""
        is_same = of == self._of
        before = self._kept if is_same else dict(values)
        self._of, self._kept = of, dict(values)
        typed = self._typed.get(of, {})
        for name, labeled in self.fields.items():
            shown = typed.get(name, values[name])
            if not is_same or self.value(name) != shown:
                self._show(labeled, shown)
            labeled.set_error("")
            if name in typed and before[name] != values[name]:
                labeled.set_warning(_("Intanto è stato salvato: {value}").format(value=values[name] or _("(vuoto)")))
        self.edited.emit()

    def value(self, name: str) -> str:
        """What stands in a field."""
        labeled = self.fields[name]
        if isinstance(labeled.field, QComboBox):
            return str(labeled.field.currentData())
        return labeled.text()

    def values(self) -> dict[str, str]:
        """What stands in all fields."""
        return {name: self.value(name) for name in self.fields}

    def changed(self) -> dict[str, str]:
        """The fields that differ from what is kept."""
        return {name: value for name, value in self.values().items() if value != self._kept.get(name, "")}

    def typed(self) -> Typed:
        """What is typed now and of which thing, for whoever saves it."""
        return self._of, dict(self._typed.get(self._of, {}))

    def forget(self, saved: Typed | None = None) -> None:
        """Let go of what was typed: it was saved, or given up. What was typed since it was sent to be saved stays."""
        of, then = saved or self.typed()
        left = {name: text for name, text in self._typed.get(of, {}).items() if then.get(name) != text}
        if left:
            self._typed[of] = left
            return
        self._typed.pop(of, None)
        for labeled in self.fields.values() if of == self._of else ():
            if isinstance(labeled.field, QLineEdit):
                labeled.field.setText(labeled.field.text())  # from here on Ctrl+Z is the window's

    def revert(self) -> None:
        """Show again what is kept."""
        self.forget()
        self.show_values(self._of, self._kept)

    def set_errors(self, errors: Mapping[str, str]) -> None:
        """Say what is wrong beside each field; the first one gets the keyboard."""
        for name, labeled in self.fields.items():
            labeled.set_error(errors.get(name, ""))
        self.focus_first(errors)

    def focus_first(self, names: Collection[str]) -> None:
        """Put the keyboard into the first of these fields."""
        first = next((labeled for name, labeled in self.fields.items() if name in names), None)
        if first is not None:
            first.field.setFocus()

    def _show(self, labeled: LabeledField, value: str) -> None:
        if isinstance(labeled.field, QComboBox):
            labeled.field.setCurrentIndex(max(0, labeled.field.findData(value)))
        else:
            labeled.set_text(value)
            if isinstance(labeled.field, QLineEdit):
                labeled.field.setCursorPosition(0)

    def _note(self) -> None:
        changed = self.changed()
        if changed:
            self._typed[self._of] = changed
        else:
            self._typed.pop(self._of, None)
        self.edited.emit()
