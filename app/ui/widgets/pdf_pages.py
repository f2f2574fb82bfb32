# SPDX-License-Identifier: EUPL-1.2
"""The pages of a PDF as pictures: drawn in any thread, shown in the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.text import _
from app.ui.theme import unit
from app.ui.widgets.label import Label

_SCALE = 1.4
_MOST_PIXELS = 4_000  # a page of a metre is drawn smaller


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as rows of blue, green and red."""

    pixels: bytes
    width: int
    height: int
    stride: int


@dataclass(frozen=True, slots=True)
class DrawnPages:
    """The first pages of a document, and how many it has."""

    pages: tuple[DrawnPage, ...]
    total: int


def draw_pages(source: Path | bytes, most: int | None = None) -> DrawnPages:
    """Draw the pages, or the first of them; pypdfium2.PdfiumError for what is no PDF or asks for a password."""
    import pypdfium2

    document = pypdfium2.PdfDocument(source)
    try:
        total = len(document)
        drawn = [_draw(document[number]) for number in range(min(total, most or total))]
    finally:
        document.close()
    return DrawnPages(tuple(drawn), total)


def column_of(drawn: DrawnPages) -> QWidget:
    """The pages one below the other."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setSpacing(unit(16))
    for number, page in enumerate(drawn.pages, start=1):
        label = Label()
        label.setPixmap(_pixmap(page))
        label.setAccessibleName(_("Pagina {number} di {total}").format(number=number, total=drawn.total))
        column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
    return inside


def _draw(page: object) -> DrawnPage:
    longest = max(page.get_size())  # type: ignore[attr-defined] # pypdfium2 has no types
    bitmap = page.render(scale=min(_SCALE, _MOST_PIXELS / max(longest, 1)))  # type: ignore[attr-defined] # as above
    return DrawnPage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)


def _pixmap(page: DrawnPage) -> QPixmap:
    picture = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_BGR888)
    return QPixmap.fromImage(picture.copy())
