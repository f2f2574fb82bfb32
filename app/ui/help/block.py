# SPDX-License-Identifier: EUPL-1.2
"""A part of the help as a box: a line for each entry, title left, words right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.text import _
from app.ui.help.entry import Entry
from app.ui.theme import unit
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link
from app.ui.widgets.panel import Panel, rule
from app.ui.widgets.pill import Pill

_TITLE_SHARE = 3
_WORDS_SHARE = 7
_LINK_WIDTH = 56

OpenPage = Callable[[str, str], object]


class Block(Panel):
    """Entries are made once and hidden while they do not fit the search."""

    def __init__(self, title: str, entries: list[Entry], open_page: OpenPage) -> None:
        super().__init__(title)
        self.lines: list[tuple[Entry, QWidget]] = []
        for entry in entries:
            line = _line(entry, open_page)
            self.lines.append((entry, line))
            self.add(line)

    def show_fitting(self, words: str) -> int:
        """Show the entries that the folded words lead to; gives how many. Among other parts it says its title."""
        self.heading.setVisible(bool(words))
        fitting = [entry.fits(words) for entry, _line in self.lines]
        for (_entry, line), fits in zip(self.lines, fitting, strict=True):
            line.setVisible(fits)
        return sum(fitting)


def _line(entry: Entry, open_page: OpenPage) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(unit(8))
    line = QHBoxLayout()
    line.setSpacing(unit(16))
    line.addWidget(Label(entry.title, "strong", wraps=True), _TITLE_SHARE, Qt.AlignmentFlag.AlignTop)
    right = QWidget()
    right.setLayout(_keys(entry) if entry.keys else _words(entry))
    line.addWidget(right, _WORDS_SHARE)
    line.addWidget(_way(entry, open_page), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(line)
    column.addWidget(rule())
    return widget


def _way(entry: Entry, open_page: OpenPage) -> QWidget:
    """The link, or the room that it would take: so all words begin below each other."""
    room = QWidget()
    room.setFixedWidth(unit(_LINK_WIDTH))
    if entry.page:
        link = Link(_("Apri"), lambda: open_page(entry.page, entry.key), room)
        link.setAccessibleName(_("Apri: {title}").format(title=entry.title))
        room.setMinimumHeight(link.sizeHint().height())
    return room


def _words(entry: Entry) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setContentsMargins(0, 0, 0, 0)
    words.setSpacing(unit(3))
    text = Label(entry.text, wraps=True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.addWidget(text)
    if entry.source:
        words.addWidget(Label(_("Fonte: {source}").format(source=entry.source), "small", wraps=True))
    return words


def _keys(entry: Entry) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(unit(8))
    for keys in entry.keys:
        line.addWidget(Pill(keys, "neutral"))
    line.addWidget(Label(entry.text, "small"))
    line.addStretch(1)
    return line
