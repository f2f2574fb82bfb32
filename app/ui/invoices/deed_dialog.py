# SPDX-License-Identifier: EUPL-1.2
"""A question about one invoice: a few fields, the button that does it, the refusal beside its field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.dates import to_rome
from app.errors import CampanileError
from app.ui.accession.ask import Answers, Ask
from app.ui.accession.entries import Entry
from app.ui.theme import unit
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.ui.desk import Desk


class DeedDialog(QDialog):
    """A few fields and the button that does it; what was typed and not done is there the next time."""

    def __init__(self, desk: Desk, title: str, of: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self._of = of
        self._title = title
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        self.body.setSpacing(unit(10))
        self.body.addWidget(Label(title, "heading", wraps=True))
        self.ask: Ask | None = None
        self._foot = QWidget()
        self._below = QVBoxLayout(self._foot)
        self._lay_out(inside)
        self.setFixedWidth(min(unit(620), parent.width() - unit(48)))

    def showEvent(self, event: QShowEvent) -> None:
        """As high as what it asks, or as the window; then the fields scroll above the buttons."""
        super().showEvent(event)
        parent = self.parentWidget()
        room = parent.height() - unit(48) if parent is not None else unit(700)
        foot = (
            self._foot.heightForWidth(self.width())
            if self._foot.hasHeightForWidth()
            else self._foot.sizeHint().height()
        )
        self.setFixedHeight(min(self.body.totalHeightForWidth(self.width()) + foot + 2, room))

    def add_ask(
        self, entries: Mapping[str, Entry], words: str, usual: Mapping[str, str], blamed: Mapping[str, str]
    ) -> Ask:
        """The fields with their buttons; `do` is called with what was read."""
        drafts = self.desk.typed.setdefault("invoice", {})
        made = Ask(entries, words, self.do, drafts, self._of, blamed=blamed, is_always_open=True)
        made.leave.show()
        made.leave.clicked.connect(self.reject)
        if isinstance(made.confirm, Button):
            made.confirm.set_role("primary")
        made.show_usual(usual)
        self.body.addWidget(made)
        self.body.addStretch(1)
        self._below.addWidget(made.foot)
        self.ask = made
        made.focus_first()
        return made

    def do(self, answers: Answers) -> None:
        """Do it with these answers."""
        raise NotImplementedError

    def today(self) -> date:
        """The day on the clock of Rome."""
        return to_rome(self.desk.workspace.clock()).date()

    def on_done(self, told: str) -> None:
        """It was done: say so, with the way back."""
        if self.ask is not None:
            self.ask.done()
        self.desk.window.toast(told, with_undo=True)
        self.accept()

    def on_refused(self, error: CampanileError) -> None:
        """It was not: say why beside the field."""
        if self.ask is not None:
            self.ask.refused(error)

    def _lay_out(self, inside: QWidget) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self._title)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        self._below.setContentsMargins(unit(22), unit(8), unit(22), unit(14))
        layout.addWidget(self._foot)
