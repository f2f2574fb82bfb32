# SPDX-License-Identifier: EUPL-1.2
"""Choosing one document of the register: type a few letters of its name, Enter takes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.documents import Document
from app.text import _, day, ngettext
from app.ui.documents.words import document_name
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.table import Column, DataTable


class DocumentChoice(QDialog):
    """`chosen` gives the number of the document."""

    chosen = Signal(object)

    def __init__(self, documents: Sequence[Document], what: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._documents = documents
        self.setWindowTitle(_("Scegli un documento"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = SearchField(_("Cerca documento"), _("Nome o numero di protocollo"))
        self.table = _table()
        self.take_button = button(_("Usa questo documento"), self.take, role="primary", icon="check")
        self.leave_button = button(_("Lascia stare"), self.reject, role="quiet")
        self._lay_out(what, parent)
        self.search.textChanged.connect(lambda _text: self._show())
        self.table.activated.connect(lambda _row: self.take())
        self._show()
        self.search.setFocus()

    def take(self) -> None:
        """The chosen one is it."""
        document = self.table.current()
        if document is not None:
            self.chosen.emit(document.id)
            self.accept()

    def _show(self) -> None:
        wanted = self.search.text().casefold().split()
        rows = [one for one in reversed(self._documents) if all(word in _words(one) for word in wanted)]
        self.table.show_rows(rows)
        told = ngettext("{count} documento", "{count} documenti", len(rows))
        self.table.set_footer(told.format(count=len(rows)) if rows else "")
        self.take_button.setEnabled(bool(rows))

    def _lay_out(self, what: str, parent: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(10))
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.take_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(10))
        layout.addWidget(Label(_("Scegli un documento"), "heading"))
        layout.addWidget(Label(what, "muted", wraps=True))
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self.table.set_empty(
            _("Nessun documento qui"), _("Cerca con altre parole, oppure lascia il file nella pagina."), "", None
        )
        self.resize(min(unit(720), parent.width() - unit(48)), min(unit(520), parent.height() - unit(48)))
        self.take_button.setDefault(True)


def _table() -> DataTable:
    columns = [
        Column("name", _("Documento"), document_name, stretch=True, width=220, tooltip=document_name),
        Column("protocol", _("Protocollo"), lambda one: one.protocol_number, width=100),
        Column("on", _("Data"), lambda one: day(one.document_on), lambda one: one.document_on or date.min, kind="date"),
    ]
    return DataTable(columns, name=_("Documenti"), identity=lambda one: one.id)


def _words(document: Document) -> str:
    return f"{document_name(document)} {document.protocol_number}".casefold()
