# SPDX-License-Identifier: EUPL-1.2
"""The fields of a short form, each with how its text becomes what is kept, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from app.domain.codes import CodeCheck
from app.domain.dates import read_day
from app.domain.money import read_amount
from app.errors import UserError
from app.text import amount, day
from app.text.code_reasons import code_reason
from app.ui.theme import unit
from app.ui.widgets.day_field import DayField
from app.ui.widgets.fields import LabeledField
from app.ui.widgets.money_field import MoneyField

_WHOLE_DAY = re.compile(r"[0-9]{1,2}\D[0-9]{1,2}\D(19|20|21)[0-9]{2}|[0-9]{8}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A field with `read` (UserError where the text is none of its kind); `is_whole`: may be kept while typed on."""

    field: LabeledField
    read: Callable[[str], object]
    is_whole: Callable[[str], bool] = bool
    doubt: Callable[[str], str] | None = None  # what is unusual in a text that is kept all the same

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.text()

    def show(self, text: str) -> None:
        """Put a text into the field; who is typing in it stays where he is."""
        inside = self.field.field
        place = inside.cursorPosition() if isinstance(inside, QLineEdit) and inside.hasFocus() else 0
        self.field.set_text(text)
        if isinstance(inside, QLineEdit):
            inside.setCursorPosition(place)


class _StillBox(QComboBox):
    """The wheel scrolls the page: what keeps itself must not change under a pointer that passes by."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(LabeledField):
    """One of a few keys, each with its words."""

    def __init__(self, label: str, options: Iterable[tuple[str, str]], hint: str = "") -> None:
        self.box = _StillBox()
        for key, words in options:
            self.box.addItem(words, key)
        super().__init__(label, self.box, hint)

    def text(self) -> str:
        """The key that is chosen."""
        return str(self.box.currentData() or "")

    def set_text(self, text: str) -> None:
        """Choose a key; one that is not there leaves nothing chosen."""
        self.box.setCurrentIndex(self.box.findData(text))


class TickField(LabeledField):
    """Yes or no; the words stand beside the box."""

    def __init__(self, label: str, hint: str = "") -> None:
        self.box = QCheckBox(label.replace("&", "&&"))
        super().__init__(label, self.box, hint)
        self.label.hide()

    def text(self) -> str:
        """`1` for yes, nothing for no."""
        return "1" if self.box.isChecked() else ""

    def set_text(self, text: str) -> None:
        """Tick it or not."""
        self.box.setChecked(bool(text))


def line(label: str, hint: str = "") -> Entry:
    """A line of words."""
    return Entry(LabeledField(label, QLineEdit(), hint), str)


def area(label: str, hint: str = "", lines: int = 3) -> Entry:
    """Several lines of words."""
    editor = QPlainTextEdit()
    editor.setTabChangesFocus(True)
    editor.setFixedHeight(unit(26 + 24 * lines))  # at every size of text all lines fit without a scroll bar
    return Entry(LabeledField(label, editor, hint), str)


def day_line(label: str, today: Callable[[], date]) -> Entry:
    """A day; it is kept while typed on only once it is written out, so that `1/1` is no New Year on the way to 1/12."""

    def read(text: str) -> date | None:
        return read_day(text, today()) if text else None

    return Entry(DayField(label, today), read, lambda text: bool(_WHOLE_DAY.fullmatch(text)))


def number_line(label: str, hint: str = "") -> Entry:
    """A whole number, or nothing."""

    def read(text: str) -> int | None:
        if not text:
            return None
        if not text.isascii() or not text.isdecimal():
            raise UserError("accession.number_unreadable", text=text)
        return int(text)

    return Entry(LabeledField(label, QLineEdit(), hint), read)


def amount_line(label: str, hint: str = "") -> Entry:
    """An amount in euro, or nothing; never kept before the field is left."""

    def read(text: str) -> Decimal | None:
        return read_amount(text) if text else None

    return Entry(MoneyField(label, hint), read, lambda _text: False)


def code_line(label: str, check: Callable[[str], CodeCheck], hint: str = "") -> Entry:
    """A code that is kept as it is typed; what is wrong in its form is said beside it and never stops."""

    def doubt(text: str) -> str:
        found = check(text) if text else None
        return code_reason(found.reason) if found and not (found.is_well_formed and found.is_usual) else ""

    return Entry(LabeledField(label, QLineEdit(), hint), lambda text: check(text).code if text else "", doubt=doubt)


def choice(label: str, options: Iterable[tuple[str, str]], hint: str = "") -> Entry:
    """One of a few."""
    return Entry(ChoiceField(label, options, hint), str)


def tick(label: str, hint: str = "") -> Entry:
    """Yes or no."""
    return Entry(TickField(label, hint), bool, lambda _text: True)


def shown(value: object) -> str:
    """A kept value as its field shows it."""
    if value is None or value is False:
        return ""
    if value is True:
        return "1"
    if isinstance(value, date):
        return day(value)
    return amount(value) if isinstance(value, Decimal) else str(value)
