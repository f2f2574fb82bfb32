# SPDX-License-Identifier: EUPL-1.2
"""The list of invoices: which one, how much, where it stands, whether it is right, by when to do something."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.domain.invoices import InvoiceState
from app.text import _, day, money
from app.ui.invoices import words
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.actions.invoice_views import InvoiceRow

TABLE_SHARE = 60  # per cent of the page: the list has many columns


def invoices_table(today: Callable[[], date]) -> DataTable:
    """What is urgent first, unless a head was clicked."""
    columns = [
        Column("name", _("Fattura"), _name, stretch=True, width=130, tooltip=_whole_name),
        Column("on", _("Data"), lambda row: day(row.invoice.on), lambda row: row.invoice.on, kind="date"),
        Column("total", _("Importo"), _total, lambda row: words.signed_total(row.invoice), kind="money"),
        Column(
            "state",
            _("Stato"),
            words.state_words,
            lambda row: (list(InvoiceState).index(row.invoice.state), len(row.wrong)),
            kind="status",
            tone=words.row_tone,
            icon=words.row_icon,
        ),
        Column(
            "due",
            _("Entro"),
            lambda row: words.due_words(row, today()),
            lambda row: words.next_day(row) or date.max,
            kind="date",
            tone=lambda row: words.due_tone(row, today()),
            tooltip=words.due_hint,
        ),
    ]
    return DataTable(columns, name=_("Fatture"), identity=lambda row: row.invoice.id)


def _name(row: InvoiceRow) -> str:
    return words.invoice_name(row.invoice)


def _whole_name(row: InvoiceRow) -> str:
    return "\n".join(part for part in (_name(row), words.contract_name(row.contract)) if part)


def _total(row: InvoiceRow) -> str:
    return money(words.signed_total(row.invoice))
