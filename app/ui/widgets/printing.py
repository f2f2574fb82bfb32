# SPDX-License-Identifier: EUPL-1.2
"""A PDF on paper: its pages as pictures of the printer's own fineness, drawn away from the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.errors import UserError

_POINTS_AN_INCH = 72
_FINEST = 300  # dots an inch: finer is not seen on paper, and a page takes 25 MB already


def print_file(file: Path, printer: QPrinter) -> int:
    """Draw the pages that the printer was asked for, each on a sheet of its own; gives how many.

    Qt lets a printer be painted from any thread. UserError where the printer does not take the job.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    try:
        first = max(1, printer.fromPage())
        last = min(len(document), printer.toPage() or len(document))
        wanted = [document[number - 1] for number in range(first, last + 1)]
        if not wanted:
            raise UserError("print.no_such_page", last=len(document))
        _set_paper(printer, wanted[0].get_size())
        painter = QPainter()
        if not painter.begin(printer):
            raise UserError("print.not_taken", name=printer.printerName() or printer.outputFileName())
        try:
            for place, page in enumerate(wanted):
                if place and not printer.newPage():
                    raise UserError("print.not_taken", name=printer.printerName() or printer.outputFileName())
                _draw(painter, printer, page)
        finally:
            painter.end()
        return len(wanted)
    finally:
        document.close()


def _set_paper(printer: QPrinter, points: tuple[float, float]) -> None:
    """The whole sheet, with the margins that the page brings along."""
    width, height = sorted(points)
    is_wide = points[0] > points[1]
    printer.setPageSize(
        QPageSize(QSizeF(width, height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    )
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)


def _draw(painter: QPainter, printer: QPrinter, page: object) -> None:
    scale = min(printer.resolution(), _FINEST) / _POINTS_AN_INCH
    bitmap = page.render(scale=scale)  # type: ignore[attr-defined] # pypdfium2 ships no types
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888)
    sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    sheet.moveTo(0, 0)
    painter.drawImage(sheet, image)
