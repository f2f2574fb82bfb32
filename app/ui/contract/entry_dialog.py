# SPDX-License-Identifier: EUPL-1.2
"""A question with a few fields: what is wrong is said beside its field, and what was typed outlives the question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.errors import CampanileError, UserError
from app.text import _, sentence
from app.ui.accession.entries import Entry
from app.ui.accession.form import grid_of
from app.ui.documents import options
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.store import Store
    from app.ui.desk import Desk

_WIDTH = 640


class EntryDialog(QDialog):
    """A subclass lays its fields out with `show_fields`, and sends what was read with `send`."""

    required: Mapping[str, str] = {}  # field -> code of the refusal where it is left empty

    def __init__(self, desk: Desk, parent: QWidget, title: str, draft: str) -> None:
        super().__init__(parent.window())
        self.desk = desk
        self.typed: dict[str, str] = desk.typed.setdefault(draft, {})
        self.entries: dict[str, Entry] = {}
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.trouble = Label("", "error", wraps=True)
        self.trouble.hide()
        self.register_button = button(_("Salva"), self.register, role="primary", icon="check")
        self.leave_button = button(_("Lascia stare"), self.reject, role="quiet")
        self.remove_button = button(_("Elimina"), self.remove, role="danger", icon="trash")
        inside = QWidget()
        inside.setObjectName("scrolled")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(unit(22), unit(16), unit(22), 0)
        self.body.setSpacing(unit(10))
        self.body.addWidget(Label(title, "heading", wraps=True))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(title)
        self._area.setWidget(inside)
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(0, 0, 0, unit(16))
        self._outside.setSpacing(unit(10))
        self._outside.addWidget(self._area, 1)
        self._room = parent.window().size()
        self.setFixedWidth(min(unit(_WIDTH), self._room.width() - unit(48)))
        inside.installEventFilter(self)

    def show_fields(self, rows: tuple[tuple[str, ...], ...], kept: Mapping[str, str], *, is_removable: bool) -> None:
        """Lay the fields out, what was typed before in them, else what is kept; the first has the keyboard."""
        self.body.addLayout(grid_of(self.entries, *rows))
        for name, entry in self.entries.items():
            entry.show(self.typed.get(name, kept.get(name, "")))
        options.keep_typed(self.entries, self.typed)
        self.remove_button.setVisible(is_removable)
        self.first = self.entries[rows[0][0]].field.field

    def show_foot(self) -> None:
        """The buttons, below all else."""
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(10))
        buttons.setContentsMargins(unit(22), 0, unit(22), 0)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.register_button)
        self.body.addWidget(self.trouble)
        self.body.addStretch(1)
        self._outside.addLayout(buttons)
        self.register_button.setDefault(True)
        self.first.setFocus()
        self._fit()

    def on_left(self, *names: str, slot: Callable[[], object]) -> None:
        """Call when one of these lines is left."""
        for name in names:
            inside = self.entries[name].field.field
            if isinstance(inside, QLineEdit):
                inside.editingFinished.connect(slot)

    def read(self) -> dict[str, Any] | None:
        """What was typed; None where something is wrong, which is said beside its field."""
        values: dict[str, Any] = {}
        for name, entry in self.entries.items():
            try:
                values[name] = entry.read(entry.text)
                if name in self.required and values[name] is None:
                    raise UserError(self.required[name])
            except UserError as error:
                entry.field.set_error(sentence(error))
                entry.field.field.setFocus()
                return None
            entry.field.set_error("")
        return values

    def readable(self, name: str) -> Any:  # noqa: ANN401 - as the field holds it
        """What stands in a field; None where it cannot be read yet."""
        try:
            return self.entries[name].read(self.entries[name].text)
        except UserError:
            return None

    def register(self) -> None:
        """Send what was typed once it can be read."""
        values = self.read()
        if values is not None:
            self.send(values)

    def send(self, values: dict[str, Any]) -> None:
        """Hand the values over; a subclass says to what action."""
        raise NotImplementedError

    def remove(self) -> None:
        """Take out what is shown; a subclass says how."""

    def act(self, job: Callable[[Store], object], told: str) -> None:
        """Do it, say so with a way back, and close; a double click does it once."""
        self.register_button.setEnabled(False)
        self.desk.tasks.act(self, job, lambda _done: self._leave(told), self._on_refused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with a sentence that appears beside a field, as far as the window has room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Let go of what was typed once it was done; else it is there for the next time."""
        if result == QDialog.DialogCode.Accepted:
            self.typed.clear()
        super().done(result)

    def _fit(self) -> None:
        foot = self.register_button.sizeHint().height() + unit(30)
        wanted = self.body.totalHeightForWidth(self.width()) + foot
        self.resize(self.width(), min(max(self.height() if self.isVisible() else 0, wanted), self._room.height()))

    def _leave(self, told: str) -> None:
        self.accept()
        self.desk.window.toast(told, with_undo=True)

    def _on_refused(self, error: CampanileError) -> None:
        self.register_button.setEnabled(True)
        self.trouble.setText(sentence(error))
        self.trouble.show()
