# SPDX-License-Identifier: EUPL-1.2
"""The three lists of the page: documents, acts, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.domain.act_rules import computed_enforceable
from app.text import _, day, in_language
from app.text.accession_labels import body_label
from app.text.distance import days_away
from app.text.document_labels import act_name
from app.ui.accessions.words import near_tone
from app.ui.documents.words import (
    document_name,
    line_name,
    listed_name,
    missing_state,
    procedure_name,
    procedure_short,
    state_icon,
    state_tone,
    state_words,
)
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.actions.document_survey import ActRow, DocumentRow, MissingRow

TABLE_SHARE = 62  # per cent of the page: the lists have many columns


def documents_table() -> DataTable:
    """Name, protocol, day, procedure, how it is signed; the kind is in the name."""
    columns = [
        Column("name", _("Documento"), _document, stretch=True, width=165, tooltip=_document),
        Column("protocol", _("Protocollo"), lambda row: row.document.protocol_number, width=96),
        Column("on", _("Data"), lambda row: day(_day_of(row)), lambda row: _day_of(row) or date.min, kind="date"),
        Column("procedure", _("Pratica"), lambda row: procedure_short(row.accession), tooltip=_procedure),
        Column("state", _("Firma"), state_words, kind="status", tone=state_tone, icon=state_icon),
    ]
    return DataTable(columns, name=_("Documenti"), identity=lambda row: row.document.id)


def acts_table() -> DataTable:
    """What it is with its number, day, body, subject, from when it is enforceable."""
    columns = [
        Column("act", _("Atto"), _act, stretch=True, width=120, tooltip=_act),
        Column("on", _("Data"), lambda row: day(row.act.on), lambda row: row.act.on or date.min, kind="date"),
        Column("body", _("Organo"), _body, width=120, tooltip=_body),
        Column("subject", _("Oggetto"), _subject, stretch=True, width=120, tooltip=_subject),
        Column(
            "enforceable",
            _("Esecutivo dal"),
            lambda row: day(_enforceable(row)),
            lambda row: _enforceable(row) or date.max,
            kind="date",
        ),
    ]
    return DataTable(columns, name=_("Atti"), identity=lambda row: row.act.id)


def missing_table(today: Callable[[], date]) -> DataTable:
    """Which document, of which line of which procedure, what is to be done, by when."""
    columns = [
        Column("what", _("Documento"), missing_name, stretch=True, width=120, tooltip=missing_name),
        Column("procedure", _("Pratica"), lambda row: procedure_short(row.accession), tooltip=_procedure),
        Column("line", _("Riga della lista"), _line, width=130, tooltip=_line),
        Column(
            "state",
            _("Che cosa fare"),
            lambda row: missing_state(row.code)[0],
            kind="status",
            tone=lambda row: missing_state(row.code)[1],
        ),
        Column(
            "due",
            _("Entro"),
            lambda row: _due(row, today()),
            lambda row: row.due.on if row.due else date.max,
            kind="date",
            tone=lambda row: _due_tone(row, today()),
        ),
    ]
    return DataTable(columns, name=_("Documenti mancanti"), identity=missing_identity)


def missing_name(row: MissingRow) -> str:
    """The document that is asked for, or the one whose file is gone."""
    if row.document is not None:
        return document_name(row.document)
    return in_language(row.slot.title, row.slot.title_en) if row.slot else ""


def missing_identity(row: MissingRow) -> tuple[object, ...]:
    """What tells a missing thing from the others."""
    return (
        row.code,
        row.accession.id if row.accession else 0,
        row.item.key if row.item else "",
        row.slot.kind if row.slot else "",
        row.document.id if row.document else 0,
    )


def _act(row: ActRow) -> str:
    return act_name(row.act.kind, row.act.number)


def _body(row: ActRow) -> str:
    return body_label(row.act.body)


def _line(row: MissingRow) -> str:
    return line_name(row.item)


def _document(row: DocumentRow) -> str:
    return listed_name(row.document)


def _day_of(row: DocumentRow) -> date | None:
    """The day of the protocol, else that of the document itself."""
    return row.document.protocol_on or row.document.document_on


def _procedure(row: DocumentRow | MissingRow) -> str:
    return procedure_name(row.accession)


def _subject(row: ActRow) -> str:
    return row.act.subject or procedure_name(row.accession)


def _enforceable(row: ActRow) -> date | None:
    return row.act.enforceable_on or computed_enforceable(row.act)


def _due(row: MissingRow, today: date) -> str:
    return f"{day(row.due.on)}, {days_away((row.due.on - today).days)}" if row.due else ""


def _due_tone(row: MissingRow, today: date) -> str:
    tone = near_tone(row.due.on, today) if row.due else ""
    return tone if tone in ("bad", "warning") else ""
