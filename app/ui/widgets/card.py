# SPDX-License-Identifier: EUPL-1.2
"""The card of the selected row: title, sections, rows of label and value, links, sources, one button at the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.text import _
from app.ui.theme import unit
from app.ui.widgets.callout import Callout
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link
from app.ui.widgets.panel import rule
from app.ui.widgets.pill import Pill
from app.ui.widgets.step_line import Step, StepLine

_LABEL_SHARE = 2
_VALUE_SHARE = 3


class Card(QFrame):
    """Built anew for each row: `clear`, then what it says, from top to bottom."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAccessibleName(name or _("Scheda"))
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setAccessibleName(name or _("Scheda"))
        self._footer = QWidget()
        self._footer.setObjectName("card_footer")
        self._footer.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._foot = QHBoxLayout(self._footer)
        self._foot.setContentsMargins(unit(18), unit(8), unit(18), unit(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.scroll_area, 1)
        layout.addWidget(self._footer)
        self.clear()

    def clear(self) -> None:
        """Take everything away."""
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(unit(18), unit(16), unit(18), unit(16))
        self.body.setSpacing(unit(7))
        self.body.addStretch(1)
        old = self.scroll_area.takeWidget()
        if old is not None:
            old.deleteLater()
        self.scroll_area.setWidget(self._inside)
        empty_layout(self._foot)
        self._footer.hide()

    def show_empty(self, title: str, text: str = "", icon: str = "document") -> None:
        """Say what would stand here."""
        self.clear()
        self.body.insertWidget(0, EmptyState(title, text, icon=icon), 1)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """The head of the card."""
        self.add_widget(Label(title, "heading", wraps=True))
        if subtitle:
            self.add_widget(Label(subtitle, "muted", wraps=True))

    def add_heading(self, text: str) -> QLabel:
        """A section begins."""
        if self.body.count() > 1:
            self.body.insertSpacing(self.body.count() - 1, unit(6))
            self.add_widget(rule())
        label = Label(text, "section")
        self.add_widget(label)
        return label

    def add_row(self, label: str, value: str, *, copy: bool = False, mono: bool = False, tone: str = "") -> QLabel:
        """A label and its value, perhaps with "Copia"; the value may be selected."""
        words = Label(value, "mono" if mono else tone, wraps=not mono)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setAccessibleName(f"{label}: {value}")
        line = self._line(label)
        right = QHBoxLayout()
        right.setSpacing(unit(6))
        right.addWidget(words, 0 if copy else 1)
        if copy and value:
            link = Link(_("Copia"), lambda: QGuiApplication.clipboard().setText(value))
            link.setAccessibleName(_("Copia {label}").format(label=label))
            right.addWidget(link)
            right.addStretch(1)
        line.addLayout(right, _VALUE_SHARE)
        return words

    def add_pill_row(self, label: str, text: str, tone: str = "neutral") -> Pill:
        """A thing and its state."""
        pill = Pill(text, tone)
        line = QHBoxLayout()
        line.addWidget(Label(label, wraps=True), 1)
        line.addWidget(pill)
        self._insert(line)
        return pill

    def add_text(self, text: str, *, muted: bool = False, role: str = "") -> QLabel:
        """A paragraph."""
        label = Label(text, "muted" if muted else role, wraps=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_widget(label)
        return label

    def add_link(self, text: str, slot: Callable[[], object]) -> Link:
        """A line that leads somewhere."""
        link = Link(text, slot)
        self.add_widget(link)
        return link

    def add_source(self, text: str) -> QLabel:
        """Where the facts above come from, and of which day they are."""
        label = Label(text, "small", wraps=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_widget(label)
        return label

    def add_callout(
        self,
        title: str,
        text: str = "",
        tone: str = "warning",
        action: str = "",
        slot: Callable[[], object] | None = None,
    ) -> Callout:
        """A remark."""
        callout = Callout(title, text, tone, action, slot)
        self.add_widget(callout)
        return callout

    def add_steps(self, steps: Iterable[Step]) -> StepLine:
        """Where it stands."""
        line = StepLine(steps)
        self.add_widget(line)
        return line

    def add_widget(self, widget: QWidget) -> None:
        """Anything else."""
        self.body.insertWidget(self.body.count() - 1, widget)

    def set_footer(self, text: str, *buttons: QPushButton) -> None:
        """What stays in sight while the rest scrolls; the last button is the one that leads on."""
        empty_layout(self._foot)
        self._foot.addWidget(Label(text, "small", wraps=True), 1)
        for button in buttons:
            self._foot.addWidget(button)
        self._footer.show()

    def _line(self, label: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(unit(10))
        line.addWidget(Label(label, "muted", wraps=True), _LABEL_SHARE, Qt.AlignmentFlag.AlignTop)
        self._insert(line)
        return line

    def _insert(self, layout: QHBoxLayout) -> None:
        self.body.insertLayout(self.body.count() - 1, layout)


def empty_layout(layout: QLayout) -> None:
    """Delete all widgets of a layout, also in layouts inside it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty_layout(inner)
