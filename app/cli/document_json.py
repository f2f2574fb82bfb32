# SPDX-License-Identifier: EUPL-1.2
"""Documents and acts as the command line answers with them: in JSON, and in lines."""

from collections.abc import Iterator
from typing import Any

from app.actions.acts import ActView
from app.actions.document_survey import ActRow, DocumentRow, MissingRow, missing_text
from app.actions.documents import DocumentView
from app.domain.acts import Act
from app.domain.documents import Document
from app.domain.file_names import shown_name
from app.domain.signature_note import read_note
from app.formats.spreadsheet import json_cell
from app.text import _, day, moment
from app.text.accession_labels import body_label
from app.text.document_labels import act_name, document_kind_label, origin_label, protocol_words
from app.text.signature_state import signature_state_label
from app.text.signature_words import signature_words, signer_lines, trust_label

_PLAIN = (
    *("id", "sha256", "bytes", "name", "title", "kind", "origin", "accession_id", "item_key", "given_out_id"),
    *("protocol_number", "protocol_on", "document_on", "note", "added_at"),
)


def document_json(document: Document) -> dict[str, Any]:
    """A document with what was read of its signatures."""
    plain = {name: json_cell(getattr(document, name)) for name in _PLAIN}
    return plain | {"signature": document.signature}


def row_json(row: DocumentRow) -> dict[str, Any]:
    """A document in the list."""
    return document_json(row.document) | {"is_there": row.is_there}


def row_line(row: DocumentRow) -> str:
    """A document in one line."""
    document = row.document
    told = [
        f"{document.id:>4}",
        document_kind_label(document.kind),
        shown_name(document.name),
        protocol_words(document.protocol_number, document.protocol_on),
        _signature_words(document),
        "" if row.is_there else _("IL FILE MANCA"),
    ]
    return "  ".join(part for part in told if part)


def view_json(view: DocumentView) -> dict[str, Any]:
    """A document with all that hangs on it."""
    return document_json(view.document) | {
        "accession": view.accession.reference if view.accession else None,
        "match": view.match or None,
        "signed_copies": [one.id for one in view.signed_copies],
        "same_file_elsewhere": [one.id for one in view.same_file_elsewhere],
        "acts": [one.id for one in view.acts],
        "is_there": view.is_there,
        "is_whole": view.is_whole,
    }


def view_lines(view: DocumentView) -> Iterator[str]:
    """A document, one fact a line."""
    document = view.document
    yield f"{document.id}  {shown_name(document.name)}"
    if document.title:
        yield document.title
    yield f"{document_kind_label(document.kind)}, {origin_label(document.origin)} ({moment(document.added_at)})"
    if document.protocol_number or document.protocol_on:
        yield _("Protocollo: {words}").format(words=protocol_words(document.protocol_number, document.protocol_on))
    if view.accession:
        yield _("Pratica n. {id}: {centre}").format(id=view.accession.id, centre=view.accession.centre_name)
    yield f"SHA-256 {document.sha256}"
    yield from _signature_lines(document)
    if not view.is_there:
        yield _("Il file manca.")
    elif not view.is_whole:
        yield _("Il file è cambiato dopo che è stato aggiunto.")


def act_json(act: Act) -> dict[str, Any]:
    """All the fields of an act."""
    return {name: json_cell(getattr(act, name)) for name in Act.__slots__ if name != "version"}


def act_row_line(row: ActRow) -> str:
    """An act in one line."""
    act = row.act
    told = (f"{act.id:>4}", act_name(act.kind, act.number, act.on), body_label(act.body), act.subject)
    return "  ".join(part for part in told if part)


def act_view_json(view: ActView) -> dict[str, Any]:
    """An act with the days that the law gives it."""
    return act_json(view.act) | {
        "computed_enforceable_on": json_cell(view.computed_enforceable_on),
        "computed_published_until": json_cell(view.computed_published_until),
        "namesakes": [one.id for one in view.namesakes],
    }


def act_view_lines(view: ActView) -> Iterator[str]:
    """An act, one fact a line."""
    act = view.act
    yield f"{act.id}  {act_name(act.kind, act.number, act.on)}"
    for words in (body_label(act.body), act.subject):
        if words:
            yield words
    if act.published_on:
        until = act.published_until or view.computed_published_until
        yield _("Pubblicazione: dal {since} al {until}").format(since=day(act.published_on), until=day(until))
    if view.enforceable_on:
        yield _("Esecutività: dal {day}").format(day=day(view.enforceable_on))
    if act.enforceable_on and act.enforceable_on != view.computed_enforceable_on:
        told = _("Scritta a mano: {reason}. Quella calcolata è {computed}.")
        computed = day(view.computed_enforceable_on) or _("non ancora nota")
        yield told.format(reason=act.enforceable_reason, computed=computed)
    if view.document:
        yield _("File: {file}").format(file=f"{view.document.id} {shown_name(view.document.name)}")


def missing_json(row: MissingRow) -> dict[str, Any]:
    """What a procedure lacks."""
    return {
        "code": row.code,
        "accession_id": row.accession.id if row.accession else None,
        "item": row.item.key if row.item else None,
        "kind": row.slot.kind if row.slot else row.document.kind if row.document else None,
        "due": json_cell(row.due.on) if row.due else None,
        "document_id": row.document.id if row.document else None,
    }


def missing_line(row: MissingRow) -> str:
    """What a procedure lacks, in one line."""
    of = f"{row.accession.id:>4}  {row.accession.centre_name}: " if row.accession else "      "
    due = _("  entro il {day}").format(day=day(row.due.on)) if row.due else ""
    return f"{of}{missing_text(row)}{due}"


def _signature_lines(document: Document) -> Iterator[str]:
    note = read_note(document.signature)
    if note is None:
        return
    yield _signature_words(document)
    for signer in note.signers:
        yield signature_words(signer)
        yield from signer_lines(signer)
    if note.signers:
        yield trust_label(note.trust)


def _signature_words(document: Document) -> str:
    note = read_note(document.signature)
    return signature_state_label(note.state, len(note.signers)) if note else ""
