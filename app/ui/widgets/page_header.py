# SPDX-License-Identifier: EUPL-1.2
"""The head of a page: its title, its buttons with at most one primary, its line of totals.

Where the window is low and the buttons fill more than a line, the secondary ones show their picture only.
"""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label

_LOW = 480  # of a window, at 100 %
_GAP = 16


class PageHeader(QWidget):
    """Title left, buttons right, totals below; a title that is told above too is left out where the window is low."""

    def __init__(
        self, title: str, totals: str = "", parent: QWidget | None = None, *, is_told_above: bool = False
    ) -> None:
        super().__init__(parent)
        self._is_told_above = is_told_above
        self.title = Label(title, "title")
        self.totals = Label(totals, "muted", wraps=True, parent=self)
        self.totals.setVisible(bool(totals))
        self._buttons = FlowLayout(spacing=unit(10), is_right=True)
        self.primary: QPushButton | None = None
        self._words: dict[QPushButton, tuple[str, str]] = {}  # of those that may show their picture only: text, hint

        top = QHBoxLayout()
        top.setSpacing(unit(_GAP))
        top.addWidget(self.title)
        top.addLayout(self._buttons, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(2))
        layout.addLayout(top)
        layout.addWidget(self.totals)

    def add_button(
        self, text: str, slot: Callable[[], object], *, primary: bool = False, icon: str = ""
    ) -> QPushButton:
        """Add a button to the right; the primary one comes last."""
        made = button(text, slot, role="primary" if primary else "secondary", icon=icon)
        self._buttons.addWidget(made)
        if primary:
            self.primary = made
        elif icon:
            self._words[made] = (text, "")
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Save a line of buttons where there is little height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_words(is_short=False)
            self.title.setVisible(not (self._is_told_above and self._is_low()))
            self._show_words(is_short=self._is_low() and self._wanted() > event.size().width())

    def _is_low(self) -> bool:
        return self.window().height() < unit(_LOW)

    def _wanted(self) -> int:
        """The width of the title and all buttons in one line."""
        title = 0 if self.title.isHidden() else self.title.sizeHint().width() + unit(_GAP)
        return title + self._buttons.sizeHint().width()

    def _show_words(self, *, is_short: bool) -> None:
        for one, (text, hint) in list(self._words.items()):
            if is_short and one.text():
                self._words[one] = (one.text(), one.toolTip())
                one.setAccessibleName(one.text())
                one.setToolTip("\n".join(part for part in (one.text(), one.toolTip()) if part))
                one.setText("")
            elif not is_short and not one.text():
                one.setText(text)
                one.setToolTip(hint)

    def add_widget(self, widget: QWidget) -> None:
        """Add something else beside the buttons."""
        self._buttons.addWidget(widget)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.title.setText(title)

    def set_totals(self, text: str) -> None:
        """Show the line of totals; nothing for no text."""
        self.totals.setText(text)
        self.totals.setVisible(bool(text))
