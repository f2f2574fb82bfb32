# SPDX-License-Identifier: EUPL-1.2
"""A clerk at the keyboard and the mouse of a real window, offscreen: types, presses, clicks, waits for the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.ui.main_window import MainWindow
from app.ui.pictures import settle

W = TypeVar("W", bound=QWidget)


class Clerk:
    """Sits before one window; every deed waits until the window has answered."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def page(self) -> QWidget:
        """The page in front."""
        page = self.window.pages.current()
        assert page is not None, "no page is shown"
        return page

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def waits(self) -> None:
        """Wait until all that was asked is answered and laid out."""
        settle(self.window)

    def opens(self, name: str, key: str = "") -> QWidget:
        """Go to a page, on the thing with that key."""
        self.window.open_page(name, key)
        self.waits()
        return self.page

    def types(self, text: str, into: QWidget | None = None) -> None:
        """Type a text, letters with accents too, which QTest cannot."""
        target = into or self.focus
        if into is not None:
            into.setFocus()
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = Qt.Key(ord(letter.upper())) if letter.isascii() and letter.isalnum() else Qt.Key.Key_unknown
                QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))
        self.waits()

    def presses(self, keys: str, times: int = 1) -> None:
        """Press keys as the manual writes them ("Ctrl+K", "Down", "Return") on what has the keyboard."""
        combination = QKeySequence(keys)[0]  # type: ignore[index] # the stubs lack it
        for _time in range(times):
            target = QApplication.focusWidget() or self.window
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
            self.waits()

    def clicks(self, target: QWidget, at: QPoint | None = None) -> None:
        """Click with the left button, in the middle unless told where."""
        assert not target.rect().isEmpty(), f"{target} has no place to click on"
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=at or target.rect().center())
        self.waits()

    def sees(self, text: str, within: QWidget | None = None) -> bool:
        """Whether a label or button in sight holds the text."""
        return any(text in shown for shown in self.reads(within))

    def reads(self, within: QWidget | None = None) -> Iterator[str]:
        """The words of all labels and buttons in sight."""
        for widget in (within or self.window).findChildren(QWidget):
            if widget.isVisible() and isinstance(widget, QLabel | QAbstractButton) and widget.text():
                yield widget.text()

    def finds(self, kind: type[W], name: str) -> W:
        """The widget in sight of that kind with that text or accessible name; AssertionError if there is none."""
        named = [widget for widget in self.window.findChildren(kind) if widget.isVisible() and name in _names(widget)]
        assert named, f"no {kind.__name__} in sight is called {name!r}"
        return named[0]

    def dialog(self, kind: type[W]) -> W:
        """The open dialog of that kind."""
        open_ones = [
            widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()
        ]
        assert open_ones, f"no {kind.__name__} is open"
        return open_ones[-1]


def _names(widget: QWidget) -> tuple[str, ...]:
    text = widget.text().replace("&", "") if isinstance(widget, QLabel | QAbstractButton) else ""
    return (text.strip(), widget.accessibleName())
