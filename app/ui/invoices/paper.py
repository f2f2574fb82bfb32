# SPDX-License-Identifier: EUPL-1.2
"""An electronic invoice as a sheet of paper: parties, references, lines, VAT, total, payment; plain text all of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.text import _, day, money, ngettext
from app.text.invoice_labels import due_vat_label, method_label, nature_label, node_label, type_label
from app.ui.invoices.paper_words import PRICE, line_details, number_words, party_lines, rate_words, reference_words
from app.ui.theme import unit
from app.ui.widgets.label import Label
from app.ui.widgets.panel import rule

if TYPE_CHECKING:
    from app.domain.invoice_files import InvoiceBody, InvoiceFile, InvoiceLine, InvoiceParty

_MOST_LINES = 150
"""Beyond them a sheet is slow to draw; the file has them all."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignTop


class InvoicePaper(QFrame):
    """Built once for an invoice; every word may be selected and copied."""

    def __init__(self, file: InvoiceFile, body: InvoiceBody, *, is_wide: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._is_wide = is_wide
        self.sheet = QVBoxLayout(self)
        self.sheet.setContentsMargins(unit(28), unit(22), unit(28), unit(22))
        self.sheet.setSpacing(unit(8))
        self._add_parties(file)
        self._add_head(body)
        self._add_references(body)
        self._add_lines(body)
        self._add_summary(body)
        self._add_totals(body)
        self._add_payments(body)
        self._add_attachments(body)
        self._add_foot(file)
        self.sheet.addStretch(1)

    def _add_parties(self, file: InvoiceFile) -> None:
        line = QHBoxLayout() if self._is_wide else QVBoxLayout()
        line.setSpacing(unit(24))
        line.addLayout(_party(_("Fornitore"), file.supplier, ""), 1)
        line.addLayout(_party(_("Destinatario"), file.recipient, file.recipient_code), 1)
        self.sheet.addLayout(line)
        self.sheet.addWidget(rule())

    def _add_head(self, body: InvoiceBody) -> None:
        told = _("{type} n. {number} del {day}")
        words = told.format(type=type_label(body.type), number=body.number, day=day(body.on))
        self.sheet.addWidget(_words(words, "heading"))
        for line in body.purpose.splitlines():
            self.sheet.addWidget(_words(line))
        if body.period_from or body.period_to:
            told = _("Periodo: dal {first} al {last}")
            self.sheet.addWidget(_words(told.format(first=day(body.period_from), last=day(body.period_to))))

    def _add_references(self, body: InvoiceBody) -> None:
        if not body.references:
            return
        self.sheet.addWidget(_words(_("Riferimenti"), "section"))
        grid = _grid()
        for row, reference in enumerate(body.references):
            grid.addWidget(_words(node_label(reference.node), "muted"), row, 0, _LEFT)
            grid.addWidget(_words(reference_words(reference)), row, 1, _LEFT)
        grid.setColumnStretch(1, 1)
        self.sheet.addLayout(grid)

    def _add_lines(self, body: InvoiceBody) -> None:
        self.sheet.addWidget(_words(_("Righe"), "section"))
        grid = _grid()
        heads = (_("Descrizione"), _("Quantità"), _("Prezzo"), _("IVA"), _("Importo"))
        for column, head in enumerate(heads if self._is_wide else (heads[0], heads[-1])):
            grid.addWidget(_words(head, "muted"), 0, column, _RIGHT if column else _LEFT)
        for row, line in enumerate(body.lines[:_MOST_LINES], 1):
            self._add_line(grid, row, line)
        grid.setColumnStretch(0, 1)
        self.sheet.addLayout(grid)
        left = len(body.lines) - _MOST_LINES
        if left > 0:
            told = ngettext("e un'altra riga nel file", "e altre {count} righe nel file", left)
            self.sheet.addWidget(_words(told.format(count=left), "muted"))

    def _add_line(self, grid: QGridLayout, row: int, line: InvoiceLine) -> None:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(_words(line.description))
        for detail in line_details(line, is_wide=self._is_wide):
            said.addWidget(_words(detail, "small"))
        grid.addLayout(said, row, 0, _LEFT)
        cells = [money(line.total) if line.total is not None else ""]
        if self._is_wide:
            quantity = " ".join(part for part in (number_words(line.quantity), line.unit) if part)
            cells = [quantity, number_words(line.unit_price, PRICE), rate_words(line.vat_rate, line.nature), *cells]
        for column, cell in enumerate(cells, 1):
            grid.addWidget(_figure(cell), row, column, _RIGHT)

    def _add_summary(self, body: InvoiceBody) -> None:
        self.sheet.addWidget(rule())
        self.sheet.addWidget(_words(_("Riepilogo IVA"), "section"))
        grid = _grid()
        for column, head in enumerate((_("Aliquota"), _("Imponibile"), _("IVA"))):
            grid.addWidget(_words(head, "muted"), 0, column, _RIGHT if column else _LEFT)
        for row, summary in enumerate(body.summaries, 1):
            said = QVBoxLayout()
            said.setSpacing(0)
            parts = (rate_words(summary.rate, ""), nature_label(summary.nature) if summary.nature else "")
            said.addWidget(_words(", ".join(part for part in parts if part)))
            for detail in (due_vat_label(summary.due), summary.law):
                if detail:
                    said.addWidget(_words(detail, "small"))
            grid.addLayout(said, row, 0, _LEFT)
            grid.addWidget(_figure(money(summary.taxable)), row, 1, _RIGHT)
            grid.addWidget(_figure(money(summary.vat)), row, 2, _RIGHT)
        grid.setColumnStretch(0, 1)
        self.sheet.addLayout(grid)

    def _add_totals(self, body: InvoiceBody) -> None:
        grid = _grid()
        rows: list[tuple[str, Decimal]] = [(_("Imponibile"), body.taxable), (_("IVA"), body.vat)]
        extra = (
            (_("Arrotondamento"), body.rounding),
            (_("Bollo"), body.stamp),
            (_("Ritenuta"), body.withholding),
        )
        rows += [(label, value) for label, value in extra if value]
        total = _("Totale della fattura") if body.is_total_told else _("Totale (il file non lo dice: è la somma)")
        for row, (label, value) in enumerate([*rows, (total, body.total)]):
            role = "strong" if row == len(rows) else ""
            grid.addWidget(_words(label, role or "muted"), row, 0, _RIGHT)
            grid.addWidget(_figure(money(value), role), row, 1, _RIGHT)
        grid.setColumnStretch(0, 1)
        self.sheet.addLayout(grid)

    def _add_payments(self, body: InvoiceBody) -> None:
        if not body.payments:
            return
        self.sheet.addWidget(rule())
        self.sheet.addWidget(_words(_("Pagamento"), "section"))
        for term in body.payments:
            parts = (
                method_label(term.method).capitalize() if term.method else "",
                money(term.amount) if term.amount is not None else "",
                _("entro il {day}").format(day=day(term.due_on)) if term.due_on else "",
                _("a {payee}").format(payee=term.payee) if term.payee else "",
            )
            self.sheet.addWidget(_words(", ".join(part for part in parts if part)))
            if term.iban:
                bank = f" ({term.bank})" if term.bank else ""
                self.sheet.addWidget(_words(_("IBAN {iban}").format(iban=term.iban) + bank))

    def _add_attachments(self, body: InvoiceBody) -> None:
        if not body.attachments:
            return
        self.sheet.addWidget(_words(_("Allegati dentro il file"), "section"))
        for one in body.attachments:
            self.sheet.addWidget(_words(", ".join(part for part in (one.name, one.description) if part)))

    def _add_foot(self, file: InvoiceFile) -> None:
        self.sheet.addWidget(rule())
        told = _("File {name}, FatturaPA {version}, invio {transmission}")
        words = told.format(name=file.name, version=file.version, transmission=file.transmission)
        self.sheet.addWidget(_words(words, "small"))


def _party(title: str, party: InvoiceParty, code: str) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(unit(2))
    layout.addWidget(_words(title, "muted"))
    layout.addWidget(_words(party.name, "strong"))
    for line in party_lines(party, code):
        layout.addWidget(_words(line))
    layout.addStretch(1)
    return layout


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(unit(18))
    grid.setVerticalSpacing(unit(6))
    return grid


def _words(text: str, role: str = "") -> QLabel:
    label = Label(text, role, wraps=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _figure(text: str, role: str = "") -> QWidget:
    label = Label(text, role)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    return label
