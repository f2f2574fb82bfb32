# SPDX-License-Identifier: EUPL-1.2
"""A document read inside the window: pages, plain text or a picture; nothing in it is followed, loaded or run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from app.errors import CampanileError, UserError
from app.text import _, ngettext, sentence
from app.ui.fonts import code_font
from app.ui.theme import points, unit
from app.ui.widgets.button import button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.widgets.pdf_pages import DrawnPages, column_of, draw_pages

if TYPE_CHECKING:
    from app.actions.document_files import Preview
    from app.domain.documents import DocumentId
    from app.ui.desk import Desk

_MOST_PAGES = 40
_PICTURES = (b"png", b"jpeg")  # a drawing of vectors would load other files, whatever its name says
_MOST_PICTURE_MB = 256
_TEXT_POINTS = 11.0


class DocumentReader(QDialog):
    """Reads the document itself; what cannot be shown says so and offers nothing else than closing."""

    def __init__(self, desk: Desk, document_id: DocumentId, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        from app.actions.document_files import preview_document

        self._desk = desk
        self.setWindowTitle(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.state = Label(_("Apro il documento…"), "muted")
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setAccessibleName(name)
        self.leave_button = button(_("Chiudi"), self.reject, role="primary")
        self._lay_out(name, parent)
        desk.tasks.query(self, lambda store: preview_document(store, document_id), self._on_read, self._on_failed)

    def _lay_out(self, name: str, parent: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(unit(10))
        title = QVBoxLayout()
        title.addWidget(Label(name, "heading", wraps=True))
        title.addWidget(self.state)
        head.addLayout(title, 1)
        head.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(18), unit(14), unit(18), unit(14))
        layout.setSpacing(unit(12))
        layout.addLayout(head)
        layout.addWidget(self.scroll_area, 1)
        room = parent.size()
        self.resize(min(unit(940), room.width()), min(unit(700), room.height()))
        self.leave_button.setFocus()

    def _on_read(self, preview: Preview) -> None:
        if preview.kind == "pdf":
            self._desk.tasks.draw(
                self, lambda: _pages(preview), lambda drawn: self._on_drawn(preview, drawn), self._on_failed
            )
        elif preview.kind == "text":
            self._show(
                preview,
                _text(preview.text),
                _("Solo la prima parte: per leggerlo tutto salvalo.") if preview.is_cut else "",
            )
        elif preview.kind == "picture":
            self._desk.tasks.draw(self, lambda: preview.content, lambda content: self._on_picture(preview, content))
        else:
            self._show_nothing(_("Questo tipo di file non si vede da qui. Usa «Apri» o «Salva con nome»."))

    def _on_drawn(self, preview: Preview, drawn: DrawnPages) -> None:
        told = ngettext("{count} pagina", "{count} pagine", drawn.total).format(count=drawn.total)
        if len(drawn.pages) < drawn.total:
            told = _("{told}, qui le prime {count}").format(told=told, count=len(drawn.pages))
        self._show(preview, column_of(drawn), told)

    def _on_picture(self, preview: Preview, content: bytes) -> None:
        picture = _picture(content, self.scroll_area.size())
        if picture is None:
            self._show_nothing(_("L'immagine non si lascia leggere. Usa «Salva con nome»."))
            return
        label = Label()
        label.setPixmap(picture)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setAccessibleName(preview.name)
        self._show(preview, label, "")

    def _show(self, preview: Preview, widget: QWidget, told: str) -> None:
        self.scroll_area.setWidget(widget)
        inside = _("Contenuto del file firmato") if preview.is_inside else ""
        self.state.setText(" · ".join(part for part in (inside, told) if part))
        self.state.setVisible(bool(self.state.text()))

    def _show_nothing(self, told: str) -> None:
        self.scroll_area.setWidget(EmptyState(_("Non c'è niente da vedere"), told, icon="document"))
        self.state.hide()

    def _on_failed(self, error: CampanileError) -> None:
        self._show_nothing(sentence(error))


def _pages(preview: Preview) -> DrawnPages:
    from pypdfium2 import PdfiumError

    try:
        return draw_pages(preview.content, _MOST_PAGES)
    except PdfiumError as error:
        raise UserError("document.unreadable_pdf", file=preview.name) from error


def _text(text: str) -> QPlainTextEdit:
    """Never markup: a view that knows plain text only."""
    shown = QPlainTextEdit()
    shown.setPlainText(text)
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    shown.setFont(code_font(points(_TEXT_POINTS)))
    shown.setAccessibleName(_("Testo del documento"))
    return shown


def _picture(content: bytes, room: QSize) -> QPixmap | None:
    """The picture, as large as there is room; one that would fill the memory is not read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    QImageReader.setAllocationLimit(_MOST_PICTURE_MB)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _PICTURES:
        return None
    size = reader.size()
    if size.isValid() and (size.width() > room.width() or size.height() > room.height()):
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)
