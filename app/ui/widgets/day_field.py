# SPDX-License-Identifier: EUPL-1.2
"""A day as a clerk types it: `5/3/27`, `050327`, `oggi`, `+30`, `fm`; echoed with its weekday on leaving the field.

A calendar opens by its button, or by Alt+Down.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from app.domain.dates import read_day
from app.errors import UserError
from app.text import _, day, sentence, weekday
from app.ui.icons import icon
from app.ui.theme import unit
from app.ui.widgets.fields import LabeledField, retype


class DayField(LabeledField):
    """May be empty; `today` is asked each time, so that "oggi" is right also after midnight."""

    def __init__(self, label: str, today: Callable[[], date]) -> None:
        self.edit = QLineEdit()
        super().__init__(label, self.edit, _("Per esempio 5/3/27, oggi, +30"))
        self._today = today
        self._usual_hint = self.hint.text()
        self._calendar_button = self.edit.addAction(self._icon(), QLineEdit.ActionPosition.TrailingPosition)
        self._calendar_button.setText(_("Calendario"))
        self._calendar_button.setToolTip(_("Calendario (Alt+↓)"))
        self._calendar_button.triggered.connect(self.open_calendar)
        self.edit.installEventFilter(self)
        self.edit.editingFinished.connect(self.read)
        self.edit.textEdited.connect(lambda _text: self._show_hint())

    def read(self) -> date | None:
        """The day typed, written out; None where the field is empty or cannot be read (`has_error` tells which)."""
        if not self.text():
            self.set_error("")
            self._show_hint()
            return None
        try:
            found = read_day(self.text(), self._today())
        except UserError as error:
            self.set_error(sentence(error))
            return None
        self.set_error("")
        if self.edit.text() != day(found):
            retype(self.edit, day(found))
        self._show_hint(weekday(found).capitalize())
        return found

    @property
    def has_error(self) -> bool:
        """True where what was typed is no day."""
        return bool(self.field.property("isWrong"))

    def open_calendar(self) -> None:
        """Show the month of the day that stands in the field, else the present one."""
        from app.ui.widgets.calendar import Calendar

        if self.edit.isReadOnly() or not self.edit.isEnabled():
            return
        try:
            chosen = read_day(self.text(), self._today())
        except UserError:
            chosen = self._today()
        Calendar(self.edit, chosen, self._take).open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Down opens the calendar, as it opens a list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if is_alt and event.key() == Qt.Key.Key_Down:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the colours of a new look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "_calendar_button"):
            QTimer.singleShot(0, self, self._show_icon)  # not while Qt walks over the widgets of the old look

    def set_text(self, text: str) -> None:
        """Show a day as it is kept, with its weekday."""
        super().set_text(text)
        self.read()

    def _show_icon(self) -> None:
        if isValid(self._calendar_button):  # a form that is closed is told of the new look too
            self._calendar_button.setIcon(self._icon())

    def _icon(self) -> QIcon:
        return icon("calendar", "accent", unit(18))

    def _take(self, chosen: date) -> None:
        self.edit.setFocus()
        retype(self.edit, day(chosen))
        self.edit.editingFinished.emit()

    def _show_hint(self, echo: str = "") -> None:
        self.hint.setText(echo or self._usual_hint)
