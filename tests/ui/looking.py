# SPDX-License-Identifier: EUPL-1.2
"""What the tests of all screens look for: names, cut words, the way of Tab, colours, markup."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

W = TypeVar("W", bound=QWidget)
_INPUTS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QAbstractSlider)
_MOST_STOPS = 400


def seen(within: QWidget, kind: type[W]) -> Iterator[W]:
    """The widgets of a kind that are in sight or could be scrolled into it."""
    yield from (widget for widget in within.findChildren(kind) if widget.isVisible())


def told(widget: QWidget) -> str:
    """Kind, name and words of a widget, to find it by."""
    words = getattr(widget, "text", str)() if not isinstance(widget, QAbstractSpinBox) else ""
    return f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()!r} {words!r}"[:160]


def nameless(within: QWidget) -> list[str]:
    """Inputs without a label or a name, buttons without words or a name."""
    buddies = {label.buddy() for label in within.findChildren(QLabel) if label.buddy() is not None and label.text()}
    inputs = [widget for kind in _INPUTS for widget in seen(within, kind) if not _is_inner(widget)]
    found = [widget for widget in inputs if not widget.accessibleName() and widget not in buddies]
    buttons = [one for one in seen(within, QAbstractButton) if not _is_inner(one)]
    found += [one for one in buttons if not one.text().strip() and not one.accessibleName()]
    return [told(widget) for widget in found]


def misnamed(within: QWidget) -> list[str]:
    """Buttons whose spoken name does not hold the words that are seen (EN 301 549 11.2.5.3)."""
    found = []
    for one in seen(within, QAbstractButton):
        words = one.text().replace("&&", "\0").replace("&", "").replace("\0", "&").split()
        if words and one.accessibleName() and words[0].strip(":") not in one.accessibleName():
            found.append(told(one))
    return found


def cut(within: QWidget) -> list[str]:
    """Words that do not fit where they stand."""
    labels = [one for one in seen(within, QLabel) if one.text() and not _fits(one) and not _says_it_otherwise(one)]
    buttons = [one for one in seen(within, QAbstractButton) if one.text() and not _has_room(one)]
    buttons = [one for one in buttons if not isinstance(one.parent(), QLineEdit)]  # there it shows its picture alone
    worded: list[QLabel | QAbstractButton] = [*labels, *buttons]
    return [f"{told(one)} has {_size(one.size())} wants {_wanted(one)}" for one in worded]


def outside(within: QWidget) -> list[str]:
    """Words that stand beyond the edge of what they are laid out in."""
    worded = [*(one for one in seen(within, QLabel) if one.text()), *seen(within, QAbstractButton)]
    return [
        f"{told(one)} at {one.geometry().getRect()} of {_size(parent.size())}"
        for one in worded
        if (parent := one.parentWidget()) and not parent.rect().contains(one.geometry().adjusted(1, 1, -1, -1))
    ]


def tips(within: QWidget) -> Iterator[str]:
    """All hints of widgets in sight, and of the cells of tables."""
    for widget in seen(within, QWidget):
        yield widget.toolTip()
    for view in seen(within, QAbstractItemView):
        model = view.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")


def scrolled_sideways(within: QWidget) -> list[str]:
    """Areas that must be pushed to the side; tables may."""
    return [
        f"{told(area)} by {area.horizontalScrollBar().maximum()}"
        for area in seen(within, QScrollArea)
        if area.horizontalScrollBar().maximum() > 0
    ]


def focusable(within: QWidget) -> set[QWidget]:
    """What Tab should reach."""
    return {
        widget
        for widget in seen(within, QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not _is_inner(widget)
        and not (isinstance(widget, QRadioButton) and not widget.isChecked())
    }


def way_of_tab() -> list[QWidget]:
    """Where the keyboard goes with Tab, from where it is until it comes back; ends early in a trap."""
    stops: list[QWidget] = []
    while len(stops) < _MOST_STOPS:
        focus = QApplication.focusWidget()
        if focus is None or focus in stops:
            break
        stops.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return stops


def grabbed(window: QWidget, widget: QWidget, around: int = 6) -> QImage:
    """The picture of a widget as it stands in the window, with a little of what is around."""
    part = widget.visibleRegion().boundingRect()
    place = part.translated(widget.mapTo(window, QPoint(0, 0))).adjusted(-around, -around, around, around)
    return window.grab(place.intersected(window.rect())).toImage()


def backwards(stops: list[QWidget]) -> list[str]:
    """Steps of Tab that go up, or left on the same line, between two neighbours of one parent."""
    return [
        f"{told(one)} -> {told(other)}"
        for one, other in pairwise(stops)
        if one.parentWidget() is other.parentWidget() and _comes_before(other.geometry(), one.geometry())
    ]


def has_colour(picture: QImage, rgb: int) -> bool:
    """Whether one pixel has exactly that colour."""
    pixels = bytes(picture.convertToFormat(QImage.Format.Format_RGB32).constBits())
    wanted = rgb.to_bytes(4, sys.byteorder)
    place = pixels.find(wanted)
    while place % 4 and place >= 0:  # it began within another pixel
        place = pixels.find(wanted, place + 1)
    return place >= 0


def _comes_before(one: QRect, other: QRect) -> bool:
    if one.bottom() <= other.top():
        return True
    return one.top() < other.bottom() and other.top() < one.bottom() and one.right() <= other.left()


def _fits(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height() + 1
    return label.sizeHint().width() <= label.width() + 1 and label.sizeHint().height() <= label.height() + 1


def _has_room(one: QAbstractButton) -> bool:
    hint = one.minimumSizeHint()
    return hint.width() <= one.width() + 1 and hint.height() <= one.height() + 1


def _wanted(widget: QLabel | QAbstractButton) -> str:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return f"a height of {widget.heightForWidth(widget.width())}"
    return _size(widget.sizeHint() if isinstance(widget, QLabel) else widget.minimumSizeHint())


def _size(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"


def _says_it_otherwise(label: QLabel) -> bool:
    """Cut on purpose, with the whole told by pointing at it."""
    is_meant = label.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
    return bool(label.toolTip()) and (is_meant or label.minimumSizeHint().width() < label.sizeHint().width())


def _is_inner(widget: QWidget) -> bool:
    """A part that Qt itself puts into a widget."""
    parent = widget.parentWidget()
    is_part = isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView)
    is_clear_button = isinstance(widget, QAbstractButton) and isinstance(parent, QLineEdit)
    return is_part or is_clear_button or isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_")
