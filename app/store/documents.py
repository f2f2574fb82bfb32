# SPDX-License-Identifier: EUPL-1.2
"""Statements on documents; their bytes are the business of `store.attachments`."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.accessions import AccessionId
from app.domain.documents import Document, DocumentId
from app.errors import Stale, UserError
from app.models import (
    AccessionStepRecord,
    ActRecord,
    ClosingItemRecord,
    ContractChangeRecord,
    ContractPaperRecord,
    ContractStepRecord,
    DocumentRecord,
    GuaranteeRecord,
    InvoiceRecord,
    MilestoneRecord,
)

_NAMING = (
    *(ContractPaperRecord, ContractStepRecord, MilestoneRecord, GuaranteeRecord, ClosingItemRecord),
    *(ContractChangeRecord, InvoiceRecord),
)
"""What belongs to contracts and invoices and names a document."""


def list_documents(session: Session, accession_id: AccessionId | None = None) -> list[Document]:
    """The documents of a procedure, or all of them, in the order in which they were added."""
    query = select(DocumentRecord).order_by(DocumentRecord.id)
    if accession_id is not None:
        query = query.where(DocumentRecord.accession_id == accession_id)
    return [_document(record) for record in session.scalars(query)]


def read_document(session: Session, document_id: DocumentId) -> Document:
    """One document; UserError when it is gone."""
    return _document(_get(session, document_id))


def add_document(session: Session, **values: Any) -> DocumentId:  # noqa: ANN401 - columns of the table
    """Write a document whose bytes are already kept; gives its id."""
    empty = dict.fromkeys(("title", "item_key", "protocol_number", "note"), "")
    record = DocumentRecord(**{**empty, **values})
    session.add(record)
    session.flush()
    return DocumentId(record.id)


def correct_document(session: Session, document_id: DocumentId, seen: int | None, **values: Any) -> None:  # noqa: ANN401 - columns
    """Change what is known of a file; Stale when it changed since version `seen` (None: whatever it is now)."""
    record = _get(session, document_id)
    if seen is not None and record.version != seen:
        raise Stale("record.changed_elsewhere")
    for name, value in values.items():
        setattr(record, name, value)


def remove_document(session: Session, document_id: DocumentId) -> None:
    """Take a document off; UserError while an act, a step, a contract, an invoice or a signed copy names it."""
    named = (
        select(ActRecord.id).where(ActRecord.document_id == document_id),
        select(AccessionStepRecord.id).where(AccessionStepRecord.document_id == document_id),
        select(DocumentRecord.id).where(DocumentRecord.given_out_id == document_id),
        *(select(record.id).where(record.document_id == document_id) for record in _NAMING),
    )
    if any(session.scalars(query).first() is not None for query in named):
        raise UserError("document.in_use")
    session.delete(_get(session, document_id))


def let_go(session: Session, accession_id: AccessionId) -> None:
    """Keep the documents of a procedure that is removed, without it."""
    for record in session.scalars(select(DocumentRecord).where(DocumentRecord.accession_id == accession_id)):
        record.accession_id = None


def _get(session: Session, document_id: DocumentId) -> DocumentRecord:
    record = session.get(DocumentRecord, document_id)
    if record is None:
        raise UserError("document.unknown", id=document_id)
    return record


def _document(record: DocumentRecord) -> Document:
    return Document(**{name: getattr(record, name) for name in Document.__slots__})
