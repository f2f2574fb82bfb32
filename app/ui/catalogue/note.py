# SPDX-License-Identifier: EUPL-1.2
"""The private note of a service: kept as it is typed, and still there when it could not be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import CampanileError
from app.text import _, sentence
from app.ui import messages
from app.ui.theme import unit
from app.ui.widgets.fields import NoteField
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.domain.catalogue import ServiceMark
    from app.store import Store
    from app.ui.desk import Desk


class PrivateNote(QWidget):
    """One note a service; `refused` asks for the mark as it is in the store now."""

    refused = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._code = ""
        self._seen = 0
        self._base = ""  # the note that the one being typed replaces
        self._kept: ServiceMark | None = None  # what the store held last
        self._on_the_way: dict[str, str] = {}
        self._next: dict[str, str] = {}
        self._refused: dict[str, tuple[str, CampanileError]] = {}
        self.field = NoteField(_("La nostra nota, privata: non si stampa"))
        self.trouble = Label("", "error", wraps=True)
        self.mine = Link(_("Salva la mia"), self._on_mine)
        self.theirs = Link(_("Tieni quella dell'archivio"), self._on_theirs)
        links = QHBoxLayout()
        links.addWidget(self.mine)
        links.addWidget(self.theirs)
        links.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(3))
        layout.addWidget(self.field)
        layout.addWidget(self.trouble)
        layout.addLayout(links)
        self.field.edited.connect(self._on_edited)
        self._show_trouble()

    def show_mark(self, mark: ServiceMark) -> None:
        """Show the note of a service; what was typed for another one is kept first."""
        self._kept = mark
        if mark.code != self._code:
            self.field.flush()
            self._code = mark.code
            self._take(mark, self._unsaved(mark.code, mark.note))
        elif mark.code in self._on_the_way:
            return
        elif self.field.has_typed or mark.code in self._refused:
            self._seen = mark.version if mark.note == self._base else self._seen
        else:
            self._take(mark, mark.note)
        self._show_trouble()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes, in its order."""
        return (self.field.editor, self.mine, self.theirs)

    def flush(self) -> None:
        """Keep at once what was typed."""
        self.field.flush()

    def _take(self, mark: ServiceMark, text: str) -> None:
        self._seen, self._base = mark.version, mark.note
        self.field.show_text(text)

    def _unsaved(self, code: str, otherwise: str) -> str:
        refused = self._refused[code][0] if code in self._refused else otherwise
        return self._next.get(code, self._on_the_way.get(code, refused))

    def _on_edited(self, text: str) -> None:
        if self._code in self._on_the_way:
            self._next[self._code] = text
        else:
            self._save(self._code, self._seen, text)

    def _save(self, code: str, seen: int, text: str) -> None:
        self._on_the_way[code] = text
        self._desk.tasks.act(
            self,
            lambda store: _keep(store, code, seen, text),
            lambda done: self._on_kept(done[0]),
            lambda error: self._on_refused(code, error),
        )

    def _on_kept(self, mark: ServiceMark) -> None:
        code = mark.code
        self._on_the_way.pop(code, None)
        self._refused.pop(code, None)
        if code == self._code:
            self._kept, self._seen, self._base = mark, mark.version, mark.note
            self._show_trouble()
        if code in self._next:
            self._save(code, mark.version, self._next.pop(code))

    def _on_refused(self, code: str, error: CampanileError) -> None:
        text = self._on_the_way.pop(code)
        self._refused[code] = (self._next.pop(code, text), error)
        if code == self._code:
            self._show_trouble()
        else:
            messages.show_error(self, error)
        self.refused.emit()

    def _on_mine(self) -> None:
        if self._kept is not None and self._code in self._refused:
            text = self.field.editor.toPlainText() or self._refused[self._code][0]
            self._save(self._code, self._kept.version, text)

    def _on_theirs(self) -> None:
        self._refused.pop(self._code, None)
        if self._kept is not None:
            self._take(self._kept, self._kept.note)
        self._show_trouble()

    def _show_trouble(self) -> None:
        refused = self._refused.get(self._code)
        told = sentence(refused[1]) if refused else ""
        kept = self._kept.note if self._kept else ""
        is_other = bool(refused) and kept != self._base
        if is_other:
            told = f"{told}\n" + _("Nell'archivio ora c'è: «{note}»").format(note=kept)
        self.trouble.setText(told)
        for widget in (self.trouble, self.mine):
            widget.setVisible(bool(refused))
        self.theirs.setVisible(is_other)


def _keep(store: Store, code: str, seen: int, text: str) -> tuple[ServiceMark, Changes]:
    from app.actions.catalogue import note_service, show_service

    changes = note_service(store, code, seen, text)
    return show_service(store, code).mark, changes
