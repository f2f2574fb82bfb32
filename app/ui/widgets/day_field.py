# SPDX-License-Identifier: EUPL-1.2
"""A day as a clerk types it: `5/3/27`, `050327`, `oggi`, `+30`; echoed with its weekday on leaving the field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit

from app.domain.dates import read_day
from app.errors import UserError
from app.text import _, day, sentence, weekday
from app.ui.widgets.fields import LabeledField, retype


class DayField(LabeledField):
    """May be empty; `today` is asked each time, so that "oggi" is right also after midnight."""

    def __init__(self, label: str, today: Callable[[], date]) -> None:
        self.edit = QLineEdit()
        super().__init__(label, self.edit, _("Per esempio 5/3/27, oggi, +30"))
        self._today = today
        self._usual_hint = self.hint.text()
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

    def set_text(self, text: str) -> None:
        """Show a day as it is kept, with its weekday."""
        super().set_text(text)
        self.read()

    def _show_hint(self, echo: str = "") -> None:
        self.hint.setText(echo or self._usual_hint)
