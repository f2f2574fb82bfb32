# SPDX-License-Identifier: EUPL-1.2
"""Reading an electronic invoice inside the window, as a sheet; nothing in it is followed, loaded or run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.text import _
from app.text.invoice_labels import signature_label
from app.ui.invoices.paper import InvoicePaper
from app.ui.invoices.words import invoice_title
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.invoice_views import InvoiceView

_WIDE = 640  # pixels at 100 % below which the columns of a line stand below its words


class InvoiceReader(QDialog):
    """Shows one invoice of a file; Esc closes it."""

    def __init__(self, view: InvoiceView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(invoice_title(view.invoice))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setAccessibleName(invoice_title(view.invoice))
        self.leave_button = button(_("Chiudi"), self.reject, role="primary")
        room = parent.size()
        self.resize(min(unit(900), room.width()), min(unit(720), room.height()))
        self.paper: InvoicePaper | None = None
        if view.file is not None and view.body is not None:
            self.paper = InvoicePaper(view.file, view.body, is_wide=self.width() >= unit(_WIDE))
            self.scroll_area.setWidget(self.paper)
        self._lay_out(view)
        self.scroll_area.setFocus()

    def _lay_out(self, view: InvoiceView) -> None:
        title = QVBoxLayout()
        title.addWidget(Label(view.invoice.supplier, "heading", wraps=True))
        told = _("Come l'ha scritta il fornitore. {signature}.")
        title.addWidget(Label(told.format(signature=signature_label(view.invoice.signature)), "muted", wraps=True))
        head = QHBoxLayout()
        head.setSpacing(unit(10))
        head.addLayout(title, 1)
        head.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(18), unit(14), unit(18), unit(14))
        layout.setSpacing(unit(12))
        layout.addLayout(head)
        layout.addWidget(self.scroll_area, 1)
