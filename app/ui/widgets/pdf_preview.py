# SPDX-License-Identifier: EUPL-1.2
"""A print before it is saved: its pages as pictures, "Salva…", "Stampa…"."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.actions.output import reason_of
from app.errors import CampanileError
from app.files import write_atomically
from app.text import _, ngettext, sentence
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label
from app.ui.widgets.pdf_pages import DrawnPages, column_of, draw_pages
from app.ui.widgets.save_as import ask_where

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.ui.tasks import Tasks

_SCALE = 1.4


class PdfPreview(QDialog):
    """Draws the PDF away from the window, shows its pages, saves the very bytes that were shown."""

    def __init__(self, tasks: Tasks, title: str, draw: Callable[[Path], Any], file_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folder = tempfile.TemporaryDirectory(prefix="campanile-", ignore_cleanup_errors=True)
        self.state = Label(_("Preparo la stampa…"), "muted")
        self.save_button = button(_("Salva…"), self._on_save, role="primary")
        self.print_button = button(_("Stampa…"), self._on_print, icon="print")
        self.leave_button = button(_("Chiudi"), self.reject)
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setAccessibleName(title)
        self._lay_out(title, parent)
        self.show_print(draw, file_name)

    def show_print(self, draw: Callable[[Path], Any], file_name: str) -> None:
        """Draw a print and show its pages; what is saved from then on is that."""
        self._file_name = file_name
        self._file = file = Path(self._folder.name) / file_name
        self.state.setText(_("Preparo la stampa…"))
        for one in (self.save_button, self.print_button):
            one.setEnabled(False)
        self._tasks.draw(self, lambda: _draw_pages(draw, file), self._on_drawn, self._on_failed)

    def print_to(self, printer: QPrinter) -> None:
        """Send the pages that were shown to a printer, and say how it went."""
        from app.ui.widgets.printing import print_file

        self.print_button.setEnabled(False)
        self.state.setText(_("Mando alla stampante…"))
        self._tasks.draw(self, lambda: print_file(self._file, printer), self._on_printed, self._on_not_printed)

    def done(self, result: int) -> None:
        """Take the temporary file away."""
        super().done(result)
        self._folder.cleanup()

    def _lay_out(self, title: str, parent: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(unit(10))
        head.addWidget(Label(title, "heading"))
        head.addWidget(self.state, 1)
        for one in (self.leave_button, self.print_button, self.save_button):
            head.addWidget(one)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(unit(18), unit(14), unit(18), unit(14))
        self.rows.setSpacing(unit(12))
        self.rows.addLayout(head)
        self.rows.addWidget(self.scroll_area, 1)
        room = parent.size()
        self.resize(min(unit(940), room.width()), min(unit(700), room.height()))

    def _on_drawn(self, drawn: DrawnPages) -> None:
        self.scroll_area.setWidget(column_of(drawn))
        self.state.setText(ngettext("{count} pagina", "{count} pagine", drawn.total).format(count=drawn.total))
        for one in (self.save_button, self.print_button):
            one.setEnabled(True)
        self.save_button.setFocus()

    def _on_failed(self, error: CampanileError) -> None:
        self.state.setText(sentence(error))

    def _on_save(self) -> None:
        ask_where(self, _("Salva la stampa"), self._file_name, [("PDF", "pdf")], self._write)

    def _write(self, target: Path) -> None:
        try:
            write_atomically(target, self._file.read_bytes())
        except OSError as error:
            told = _("Non ho potuto scrivere {file}: {reason}")
            self.state.setText(told.format(file=target.name, reason=reason_of(error)))
            return
        self.state.setText(_("Salvato in {file}").format(file=target.name))

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._file.stem)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_to(printer))
        QDialog.open(dialog)  # its own asks for a slot by name

    def _on_printed(self, count: int) -> None:
        self.print_button.setEnabled(True)
        self.state.setText(
            ngettext("{count} pagina alla stampante", "{count} pagine alla stampante", count).format(count=count)
        )

    def _on_not_printed(self, error: CampanileError) -> None:
        self.print_button.setEnabled(True)
        self.state.setText(sentence(error))


def _draw_pages(draw: Callable[[Path], Any], file: Path) -> DrawnPages:
    draw(file)
    return draw_pages(file)
