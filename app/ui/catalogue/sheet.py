# SPDX-License-Identifier: EUPL-1.2
"""A card of questions and answers: the question left, the answer right, links among the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import unit
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link, LongLink
from app.ui.widgets.pill import Pill

_QUESTION_SHARE = 3
_ANSWER_SHARE = 7


class PillRow(QWidget):
    """What one wants to know at first sight, in as many lines as it needs."""

    def __init__(self, pills: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = FlowLayout(self, spacing=unit(6))
        for text, tone in pills:
            layout.addWidget(Pill(text, tone))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class Sheet(Card):
    """A card that keeps the keyboard when it is built anew."""

    def add_answer(self, question: str, *answers: QWidget) -> None:
        """A question with one answer or several below each other."""
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, unit(2), 0, unit(2))
        layout.setSpacing(unit(12))
        asked = Label(question, "section", wraps=True)
        column = QVBoxLayout()
        column.setSpacing(unit(2))
        for answer in answers:
            column.addWidget(answer)
        column.addStretch(1)
        layout.addWidget(asked, _QUESTION_SHARE, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, _ANSWER_SHARE)
        line.setAccessibleName(question)
        self.add_widget(line)

    def body_links(self) -> list[QWidget]:
        """The links from top to bottom."""
        return [link for link in self._inside.findChildren(Link) if link.isEnabled()]

    def has_keyboard(self) -> bool:
        """Whether something inside has the keyboard."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)


def words(text: str, role: str = "") -> Label:
    """An answer that can be selected and copied."""
    label = Label(text, role, wraps=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def links(targets: Iterable[tuple[str, Callable[[], object]]]) -> list[QWidget]:
    """Answers that lead somewhere."""
    return [LongLink(text, slot) for text, slot in targets]
