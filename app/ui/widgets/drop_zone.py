# SPDX-License-Identifier: EUPL-1.2
"""Places for files: a zone with "Sfoglia…" in a form, and a whole page on which files may be dropped.

How a form uses the zone:

    zone = DropZone(_("La delibera firmata"), formats=("pdf", "p7m"))
    zone.chosen.connect(lambda files: add_to_line(desk, page, files, place))   # app.ui.documents.adding
    zone.say(sentence(error))      # what the store refused afterwards; say("") takes it away

`chosen` gives a list of paths: one, or several where `takes_many`. What a zone does not take (another ending, several
files, an address of the web) is said below it and given to nobody. Nothing is read here: whether a path is a file at
all is looked at by the action, away from the window.

    DropAnywhere(page, _("Lascia qui i file da aggiungere"), page.add_files)

takes files wherever on the page they are dropped, and says so while they hang over it; it lives as long as the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.file_names import ending, shown_name
from app.text import _
from app.ui.theme import colour, unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label
from app.ui.widgets.save_as import ask_which_ones

Take = Callable[[list[Path]], object]


class DropZone(QFrame):
    """A dashed box that takes files of some endings (any, where none is named), by mouse or by "Sfoglia…"."""

    chosen = Signal(list)

    def __init__(
        self, words: str, *, formats: Sequence[str] = (), takes_many: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._formats = tuple(formats)
        self._takes_many = takes_many
        self._is_over = False
        self.words = Label(words, wraps=True)
        self.hint = Label(_hint(self._formats), "small", wraps=True)
        self.browse = button(_("Sfoglia…"), self.ask, icon="folder")
        self.trouble = Label("", "error", wraps=True)
        self.trouble.hide()
        self.setAcceptDrops(True)
        self._lay_out()
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Say what belongs here."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.browse.setAccessibleName(_("Sfoglia… {what}").format(what=words))

    def set_formats(self, formats: Sequence[str]) -> None:
        """Take other endings from here on."""
        self._formats = tuple(formats)
        self.hint.setText(_hint(self._formats))

    def say(self, trouble: str) -> None:
        """Say below the zone why a file was not taken; nothing for no text."""
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.browse.setAccessibleDescription(trouble or self.hint.text())

    def ask(self) -> None:
        """Ask for a file in a dialog."""
        title = self.words.text() or _("Scegli file")
        ask_which_ones(self, title, self._formats, self.take, is_single=not self._takes_many)

    def take(self, files: list[Path]) -> None:
        """Give these files on, or say why not."""
        wrong = next((file for file in files if self._formats and ending(file.name) not in self._formats), None)
        if len(files) > 1 and not self._takes_many:
            self.say(_("Qui va un file solo. Nulla è stato aggiunto. Lasciane uno alla volta."))
        elif wrong is not None:
            told = _("{file} non va bene qui. Nulla è stato aggiunto. Serve un file {formats}.")
            self.say(told.format(file=shown_name(wrong.name), formats=_listed(self._formats)))
        elif files:
            self.say("")
            self.chosen.emit(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files may be let go here."""
        if takes(event):
            self._set_over(is_over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        super().dragLeaveEvent(event)
        self._set_over(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was let go."""
        self._set_over(is_over=False)
        if takes(event):
            self.take(files_in(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed border."""
        super().paintEvent(event)
        painter = QPainter(self)
        _draw_dashes(painter, self, is_over=self._is_over)
        painter.end()

    def _set_over(self, *, is_over: bool) -> None:
        self._is_over = is_over
        self.update()

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(unit(2))
        for label in (self.words, self.hint, self.trouble):
            text.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(unit(14), unit(10), unit(14), unit(10))
        layout.setSpacing(unit(12))
        layout.addLayout(text, 1)
        layout.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignVCenter)


class DropAnywhere(QObject):
    """Lets a whole page take files; its text fields no longer swallow them, a drop zone inside it still does."""

    def __init__(self, page: QWidget, words: str, then: Take) -> None:
        super().__init__(page)
        self._page = page
        self._then = then
        self.veil = _Veil(words, page)
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        for kind in (QLineEdit, QPlainTextEdit):
            for field in page.findChildren(kind):
                field.setAcceptDrops(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take part in what hangs over the page."""
        if watched is not self._page:
            return False
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if takes(event):
                self.veil.appear()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.veil.hide()
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.veil.hide()
            if takes(event):
                self._then(files_in(event.mimeData()))
            return True
        return False


class _Veil(QWidget):
    """Lies over the page while files hang over it, and lets the mouse through."""

    def __init__(self, words: str, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)
        self.words = Label(words, "heading", wraps=True, parent=self)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        self.hide()

    def appear(self) -> None:
        page = self.parentWidget()
        if page is not None:
            self.setGeometry(page.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ground = colour("accent_tint")
        ground.setAlphaF(0.92)
        painter.fillRect(self.rect(), ground)
        _draw_dashes(painter, self, is_over=True)
        painter.end()


def takes(event: QDropEvent) -> bool:
    """Whether an event of a drag brings files that may stay where they are; who only gives them away is refused."""
    event.setDropAction(Qt.DropAction.CopyAction)
    is_ours = event.dropAction() is not Qt.DropAction.MoveAction and bool(files_in(event.mimeData()))
    event.setAccepted(is_ours)
    return is_ours


def files_in(dropped: QMimeData) -> list[Path]:
    """The files of this computer that are being dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


def _draw_dashes(painter: QPainter, on: QWidget, *, is_over: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour("accent" if is_over else "border"), unit(2) if is_over else unit(1.5))
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    inset = unit(3)
    painter.drawRoundedRect(on.rect().adjusted(inset, inset, -inset, -inset), unit(6), unit(6))


def _hint(formats: Sequence[str]) -> str:
    if not formats:
        return _("Trascina qui il file, o sceglilo.")
    return _("Trascina qui il file {formats}, o sceglilo.").format(formats=_listed(formats))


def _listed(formats: Sequence[str]) -> str:
    return _(" o ").join(f".{one}" for one in formats)
