# SPDX-License-Identifier: EUPL-1.2
"""An amount as a clerk types it: `1234.50` of the keypad, `1.234,50`, `1000+250`; echoed on leaving the field.

`1.234` may be either of two amounts: the clerk is asked which, with a button for each.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.money import Ambiguous, read_amount
from app.errors import UserError
from app.text import _, amount, money, sentence
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.fields import LabeledField, retype


class MoneyField(LabeledField):
    """May be empty; what was typed is never rounded, and Ctrl+Z brings it back after it was written out."""

    told = Signal(object)  # Decimal or None: the field was left with an amount, or empty

    def __init__(self, label: str, hint: str = "") -> None:
        self.edit = QLineEdit()
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        super().__init__(label, self.edit, hint or _("Per esempio 1234,50 oppure 1000+250"))
        self._usual_hint = self.hint.text()
        self.choices = QWidget()
        self._choices = QHBoxLayout(self.choices)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(unit(8))
        self.choices.hide()
        self._asked = ""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.choices)
        self.edit.editingFinished.connect(self._on_left)
        self.edit.textEdited.connect(lambda _text: self._on_typed())

    def read(self) -> Decimal | None:
        """The amount typed, written out; None where the field is empty or cannot be read (`has_error` tells which)."""
        typed = self.text()
        if not typed:
            self.set_error("")
            self._show_hint()
            return None
        try:
            found = read_amount(typed)
        except UserError as error:
            self.set_error(sentence(error))
            return None
        self.set_error("")
        if typed != amount(found):
            retype(self.edit, amount(found))
        self._show_hint(money(found))
        return found

    @property
    def has_error(self) -> bool:
        """True where what was typed is no amount, or may be two."""
        return bool(self.field.property("isWrong"))

    def set_amount(self, value: Decimal | None) -> None:
        """Show an amount as it is kept; nothing for None."""
        self.set_text("" if value is None else amount(value))

    def set_text(self, text: str) -> None:
        """Show an amount as it is kept, with its currency."""
        super().set_text(text)
        self.read()

    def set_error(self, text: str) -> None:
        """Say what is wrong; where two amounts may be meant, a button for each stands below."""
        super().set_error(text)
        self._ask(self._readings() if text else ())

    def _readings(self) -> tuple[Decimal, ...]:
        try:
            read_amount(self.text() or "0")
        except Ambiguous as unsure:
            # of a sum only the doubtful part is known: there the clerk writes it anew
            return unsure.readings if unsure.params["text"] == self.text() else ()
        except UserError:
            return ()
        return ()

    def _ask(self, readings: tuple[Decimal, ...]) -> None:
        self.choices.setVisible(bool(readings))
        asked = self.text() if readings else ""
        if asked == self._asked:
            return
        self._asked = asked
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for value in readings:
            one = button(money(value), partial(self._choose, value))
            one.setAccessibleName(_("{label}: sono {amount}").format(label=self.label.text(), amount=money(value)))
            self._choices.addWidget(one)
        self._choices.addStretch(1)

    def _choose(self, value: Decimal) -> None:
        self.edit.setFocus()
        retype(self.edit, amount(value))
        self.edit.editingFinished.emit()

    def _on_left(self) -> None:
        found = self.read()
        if not self.has_error:
            self.told.emit(found)

    def _on_typed(self) -> None:
        self._show_hint()
        if self.text() != self._asked:
            self._ask(())

    def _show_hint(self, echo: str = "") -> None:
        self.hint.setText(echo or self._usual_hint)
