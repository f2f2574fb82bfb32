# SPDX-License-Identifier: EUPL-1.2
"""The ring around what has the keyboard: two tones, seen on every ground; not shown for the mouse."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from app.ui.theme import colour, unit

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show}


class _Ring(QWidget):
    """Lies over the window and lets the mouse through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = unit(2)
        outer = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.setPen(QPen(colour("focus_out"), wide))
        painter.drawRoundedRect(outer, unit(5), unit(5))
        painter.setPen(QPen(colour("focus_in"), wide))
        painter.drawRoundedRect(outer.adjusted(wide, wide, -wide, -wide), unit(4), unit(4))
        painter.end()


class FocusRing(QObject):
    """Follows the focus of the program; one ring, moved from window to window."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along when the thing or what it lies in moves."""
        if event.type() in _MOVES:
            self._place()
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        is_by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is None or is_by_mouse or isinstance(new, QMenu | QMenuBar) or new.isWindow():
            self._hide()
            return
        widget: QWidget | None = new
        while widget is not None and not widget.isWindow():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _hide(self) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()

    def _place(self) -> None:
        target = self._watched[0] if self._watched and isValid(self._watched[0]) else None
        if target is None or not target.isVisible():
            self._hide()
            return
        window = target.window()
        if self._ring is None or not isValid(self._ring) or self._ring.parentWidget() is not window:
            self._hide()
            self._ring = _Ring(window)
        seen = _within_parents(target)
        if seen.isEmpty():
            self._hide()
            return
        around = unit(3)
        frame = seen.translated(target.mapTo(window, QPoint(0, 0))).adjusted(-around, -around, around, around)
        self._ring.setGeometry(frame.intersected(window.rect()))
        self._ring.show()
        self._ring.raise_()


def _within_parents(target: QWidget) -> QRect:
    """What its parents leave in sight of it, though its own children cover it; nothing where it is scrolled away."""
    seen = target.rect()
    widget, parent = target, target.parentWidget()
    while parent is not None and not widget.isWindow():
        seen = seen.intersected(parent.rect().translated(_place(parent) - _place(target)))
        widget, parent = parent, parent.parentWidget()
    return seen


def _place(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), QPoint(0, 0))
