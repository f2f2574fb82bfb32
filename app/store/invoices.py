# SPDX-License-Identifier: EUPL-1.2
"""The few things by which invoices are told from one another, without the rest of them."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import DocumentRecord, InvoiceRecord


class InvoiceName(NamedTuple):
    """An invoice by its number and its file."""

    id: int
    number: str
    document_id: int
    state: str


class KeptFile(NamedTuple):
    """The file of an invoice."""

    sha256: str
    name: str


def list_names(session: Session) -> list[InvoiceName]:
    """Those of all invoices."""
    record = InvoiceRecord
    return [
        InvoiceName(*one) for one in session.execute(select(record.id, record.number, record.document_id, record.state))
    ]


def list_files(session: Session) -> dict[int, KeptFile]:
    """The files of all invoices, by the number of their document."""
    document = DocumentRecord
    query = select(document.id, document.sha256, document.name).where(document.kind == "invoice")
    return {number: KeptFile(sha256, name) for number, sha256, name in session.execute(query)}
