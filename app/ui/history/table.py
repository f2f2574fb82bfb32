# SPDX-License-Identifier: EUPL-1.2
"""The list of actions, newest first."""

from __future__ import annotations

from app.domain.history import HistoryEntry
from app.text import _, moment
from app.ui.history.words import entry_state, entry_title
from app.ui.widgets.table import Column, DataTable


def history_table() -> DataTable:
    """When, what, who, and whether it still holds."""
    columns = [
        Column("at", _("Quando"), lambda entry: moment(entry.at), lambda entry: entry.id, kind="date"),
        Column("title", _("Che cosa"), entry_title, stretch=True, width=160, tooltip=entry_title),
        Column("who", _("Chi"), lambda entry: entry.who, width=120, tooltip=lambda entry: entry.who),
        Column("state", _("Stato"), _state, kind="status", tone=lambda entry: entry_state(entry)[1]),
    ]
    table = DataTable(columns, name=_("Cronologia"), identity=lambda entry: entry.id)
    table.sort_by("at", descending=True)
    return table


def _state(entry: HistoryEntry) -> str:
    return entry_state(entry)[0]
