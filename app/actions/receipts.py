# SPDX-License-Identifier: EUPL-1.2
"""Receipts of certified mail beside the request that they prove: read, told when they do not fit, kept as they came."""

from dataclasses import dataclass
from pathlib import Path

from app.actions.changes import Changes
from app.actions.documents import keep_document
from app.actions.incoming import read_file
from app.actions.sending import mark_of
from app.domain.accessions import Accession, AccessionId
from app.domain.dates import to_rome
from app.domain.documents import Document, DocumentId
from app.domain.pec_receipts import DOCUMENT_KINDS, PecReceipt, ReceiptKind, receipt_findings
from app.errors import UserError
from app.formats.pec_receipts import MAX_BYTES, read_receipt
from app.store import Store, attachments
from app.store import accessions as statements
from app.store import documents as document_statements
from app.text import moment
from app.text.receipt_words import receipt_label

_ITEM = "sending"


@dataclass(frozen=True, slots=True)
class ReadReceipt:
    """A receipt with what does not fit: codes of `domain.pec_receipts.receipt_findings`."""

    receipt: PecReceipt
    findings: tuple[str, ...]


def attach_receipt(store: Store, accession_id: AccessionId, source: Path) -> tuple[DocumentId, ReadReceipt, Changes]:
    """Keep a receipt as it came; a failed delivery is kept too, but proves nothing.

    UserError `receipt.*` for what is no receipt, `receipt.already_there` for one that is kept already.
    """
    content = read_file(source, MAX_BYTES)
    found = _read(store, accession_id, content, source.name)
    receipt = found.receipt
    at = f" {moment(receipt.at)}" if receipt.at else ""
    values = keep_document(
        store,
        content,
        source.name,
        kind=DOCUMENT_KINDS.get(receipt.kind, "other"),
        origin="receipt",
        accession_id=accession_id,
        item_key=_ITEM,
        title=f"{receipt_label(receipt.kind)}{at}",
        document_on=to_rome(receipt.at).date() if receipt.at else None,
    )
    with store.read() as session:
        centre = statements.read_accession(session, accession_id).centre_name
        same = [doc for doc in document_statements.list_documents(session, accession_id) if _is_same(doc, values)]
    if same:
        raise UserError("receipt.already_there", file=source.name)
    with store.write("accession.receipt_attached", receipt=values["title"], centre=centre) as session:
        document_id = document_statements.add_document(session, **values)
    return document_id, found, Changes(accessions=True, documents=True)


def kept_receipts(store: Store, accession_id: AccessionId) -> list[tuple[Document, PecReceipt]]:
    """The receipts of a procedure, read again from their bytes; one that cannot be read any more is left out."""
    with store.read() as session:
        documents = document_statements.list_documents(session, accession_id)
    found = []
    for document in documents:
        if document.origin == "receipt":
            try:
                content = attachments.read(store.path, document.sha256, document.name)
                found.append((document, read_receipt(content, document.name)))
            except UserError:
                continue
    return found


def _read(store: Store, accession_id: AccessionId, content: bytes, name: str) -> ReadReceipt:
    with store.read() as session:
        accession = statements.read_accession(session, accession_id)
    receipt = read_receipt(content, name)
    if receipt.kind is ReceiptKind.MESSAGE:
        raise UserError("receipt.is_message", file=name)
    return ReadReceipt(receipt, _findings(store, accession, receipt))


def _findings(store: Store, accession: Accession, receipt: PecReceipt) -> tuple[str, ...]:
    """A delivery must be of a message whose acceptance is kept; one sent again begins with an acceptance of its own."""
    kept = [known for _document, known in kept_receipts(store, accession.id)]
    accepted = [known.message_id for known in kept if known.kind is ReceiptKind.ACCEPTANCE and known.message_id]
    is_acceptance = receipt.kind is ReceiptKind.ACCEPTANCE
    return receipt_findings(
        receipt,
        mark=mark_of(accession),
        recipient=accession.centre_pec,
        other_message_ids=() if is_acceptance else tuple(accepted),
    )


def _is_same(document: Document, values: dict[str, object]) -> bool:
    return document.sha256 == values["sha256"] and document.origin == "receipt"
