# SPDX-License-Identifier: EUPL-1.2
"""The tables of a fee schedule: instalments, years, published indices."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.dates import FIRST_YEAR
from app.text import _, day, money, month
from app.text import amount as amount_words
from app.text.budget_words import MISSING
from app.text.fee_words import missing_words, published
from app.text.instalment_words import (
    due_day,
    due_told,
    invoice_numbers,
    invoices_told,
    standing_label,
    standing_tone,
)
from app.ui.theme import unit
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.domain.fee_schedule import YearTotal
    from app.domain.fees import Instalment
    from app.domain.instalment_standing import Standing

_ROWS_AT_MOST = 8


def instalments_table(standing: Callable[[Instalment], Standing]) -> DataTable:
    """One row an instalment of one fee, by its first day, with what `standing` tells of it."""
    columns = [
        Column("period", _("Periodo"), _period_words, lambda row: row.starts_on, stretch=True, width=148),
        Column(
            "due_on",
            _("Scadenza"),
            due_day,
            _due_key,
            kind="date",
            width=148,
            tone=lambda row: "warning" if standing(row).closed_because else "",
            tooltip=lambda row: due_told(row, standing(row)),
        ),
        Column("gross", _("Totale"), lambda row: _amount(row.gross), lambda row: row.gross or 0, kind="money"),
        Column(
            "state",
            _("Stato"),
            lambda row: standing_label(row, standing(row)),
            kind="status",
            tone=lambda row: standing_tone(row, standing(row)),
            tooltip=lambda row: missing_words(row.missing),
        ),
        Column(
            "invoices",
            _("Fattura"),
            lambda row: invoice_numbers(standing(row)) or MISSING,
            width=90,
            tooltip=lambda row: invoices_told(standing(row)),
        ),
    ]
    return DataTable(columns, name=_("Rate"), identity=lambda row: (row.fee_id, row.starts_on))


def years_table() -> DataTable:
    """One row a financial year."""
    columns = [
        Column("year", _("Anno"), lambda row: str(row.year), lambda row: row.year),
        Column("net", _("Imponibile"), lambda row: _amount(row.net), lambda row: row.net or 0, kind="money"),
        Column("gross", _("Totale"), lambda row: _amount(row.gross), lambda row: row.gross or 0, kind="money"),
        Column(
            "on_budget",
            _("Dal bilancio"),
            lambda row: _amount(row.on_budget),
            lambda row: row.on_budget or 0,
            kind="money",
        ),
        Column("missing", "", _lacks_words, stretch=True, width=120, tooltip=_lacks_words),
    ]
    return DataTable(columns, name=_("Totali per anno"), identity=lambda row: row.year, selects_first=False)


def indices_table() -> DataTable:
    """The values of the indices that the fees name."""
    columns = [
        Column("name", _("Indice"), lambda row: row.name, width=80),
        Column("month", _("Mese"), lambda row: month(row.month), lambda row: row.month, width=120),
        Column("value", _("Valore"), lambda row: published(row.value), lambda row: row.value, align="right"),
        Column("base", _("Base"), lambda row: row.base),
        Column("source", _("Fonte"), lambda row: row.source, stretch=True, width=90),
    ]
    return DataTable(columns, name=_("Indici pubblicati"), identity=lambda row: row.id, selects_first=False)


def show_rows(table: DataTable, rows: tuple[object, ...], *, empty: int = 150) -> None:
    """As high as its rows, so that the part scrolls as a whole."""
    table.show_rows(rows)
    table.setFixedHeight(unit(52 + 40 * min(len(rows), _ROWS_AT_MOST)) if rows else unit(empty))


def _period_words(row: Instalment) -> str:
    """`01/01-31/03/2027`, or the day alone."""
    if row.starts_on == row.ends_on:
        return day(row.starts_on)
    first = day(row.starts_on) if row.starts_on.year != row.ends_on.year else f"{row.starts_on:%d/%m}"
    return f"{first}\N{EN DASH}{day(row.ends_on)}"


def _lacks_words(row: YearTotal) -> str:
    """What is missing, and how much there is at least."""
    if row.gross is not None:
        return missing_words(row.missing)
    return _("almeno {amount}. {missing}").format(amount=money(row.known), missing=missing_words(row.missing))


def _amount(value: Decimal | None) -> str:
    return _("da inserire") if value is None else amount_words(value)


def _due_key(row: object) -> tuple[int, int, int]:
    due = getattr(row, "due_on", None)
    return (due.year, due.month, due.day) if due else (FIRST_YEAR, 1, 1)
