# SPDX-License-Identifier: EUPL-1.2
"""Pages as pictures: the first of many, never too large, and no more than the file can give."""

import io

import pypdfium2
import pytest
from PySide6.QtWidgets import QLabel
from reportlab.pdfgen import canvas

from app.ui.widgets.pdf_pages import column_of, draw_pages
from tests.ui.widgets.conftest import Show


def pdf(pages: int, size: tuple[float, float] = (200, 300)) -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=size)
    for number in range(pages):
        page.drawString(20, 200, f"Pagina {number}")
        page.showPage()
    page.save()
    return out.getvalue()


def test_the_first_pages_are_drawn_and_all_are_counted(show: Show) -> None:
    drawn = draw_pages(pdf(5), most=2)
    assert (len(drawn.pages), drawn.total) == (2, 5)
    column = column_of(drawn)
    show(column)
    labels = column.findChildren(QLabel)
    assert [label.accessibleName() for label in labels] == ["Pagina 1 di 5", "Pagina 2 di 5"]
    assert all(not label.pixmap().isNull() for label in labels)
    assert len(draw_pages(pdf(3)).pages) == 3


def test_a_page_of_a_metre_is_drawn_smaller() -> None:
    (page,) = draw_pages(pdf(1, (20_000, 100))).pages
    assert page.width <= 4_001


def test_what_is_no_pdf_is_an_error_of_the_library() -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        draw_pages(b"%PDF-1.7 niente")
