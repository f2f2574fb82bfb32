# SPDX-License-Identifier: EUPL-1.2
"""The list of procedures, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.text import _
from app.text.accession_labels import state_label
from app.ui.accessions.words import due_words, name_of, near_tone, progress_words, state_tone, when_words
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.actions.accessions import AccessionRow


def accessions_table(today: Callable[[], date]) -> DataTable:
    """Which one, where it stands, how far it has come, what falls due first."""
    columns = [
        Column("name", _("Pratica"), _name, stretch=True, width=150, tooltip=_name),
        Column("state", _("Stato"), _state, kind="status", tone=lambda row: state_tone(row.accession.state)),
        Column("progress", _("Fatto"), _progress, lambda row: (row.done, row.total)),
        Column(
            "due",
            _("Prima scadenza"),
            lambda row: due_words(row.next_duty, today()),
            lambda row: row.next_duty.on if row.next_duty else date.max,
            kind="date",
            tone=lambda row: _due_tone(row, today()),
            tooltip=lambda row: when_words(row.next_duty.on, today()) if row.next_duty else "",
        ),
    ]
    return DataTable(columns, name=_("Adesioni"), identity=lambda row: row.accession.id)


def _name(row: AccessionRow) -> str:
    return name_of(row.accession)


def _state(row: AccessionRow) -> str:
    return state_label(row.accession.state.value)


def _progress(row: AccessionRow) -> str:
    return progress_words(row.done, row.total)


def _due_tone(row: AccessionRow, today: date) -> str:
    tone = near_tone(row.next_duty.on, today) if row.next_duty else ""
    return tone if tone in ("bad", "warning") else ""
