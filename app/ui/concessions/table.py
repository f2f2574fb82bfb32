# SPDX-License-Identifier: EUPL-1.2
"""The list: what it is, where it stands, when it ends, what the year costs, what does not fit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from app.text import _
from app.ui.concessions.rows import Row, end_words, fee_words, warning_words
from app.ui.widgets.table import Column, DataTable


def concessions_table(today: Callable[[], date]) -> DataTable:
    """Contracts and concessions in one list; the fee is that of the year in which the page is made."""
    fee = _("Canone {year}").format(year=today().year)
    columns = [
        Column("title", _("Contratto"), lambda row: row.title, stretch=True, width=150, tooltip=_tip),
        Column("state", _("Stato"), lambda row: row.state, kind="status", tone=lambda row: row.tone),
        Column("end", _("Finisce il"), end_words, lambda row: row.ends_on or date.max, kind="date"),
        Column("fee", fee, fee_words, lambda row: row.fee or Decimal(-1), kind="money"),
        Column(
            "warnings",
            _("Avvisi"),
            lambda row: str(row.warnings or ""),
            lambda row: row.warnings,
            align="right",
            tone=lambda row: row.warning_tone,
            tooltip=warning_words,
        ),
    ]
    return DataTable(columns, name=_("Concessioni"), identity=lambda row: row.key)


def _tip(row: Row) -> str:
    return f"{row.title}\n{row.kind}" if row.kind else row.title
