# SPDX-License-Identifier: EUPL-1.2
"""Paper as the page is: upright or lying, whole."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtPrintSupport import QPrinter

from app.ui.widgets.printing import print_file

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("size", [(595, 842), (842, 595)])
def test_the_sheet_lies_as_the_page_does(tmp_path: Path, size: tuple[int, int]) -> None:
    source = PdfDocument.new()
    source.new_page(*size)
    source.save(tmp_path / "pagina.pdf")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "carta.pdf"))
    assert print_file(tmp_path / "pagina.pdf", printer) == 1
    assert PdfDocument(tmp_path / "carta.pdf")[0].get_size() == pytest.approx(size, abs=1)
