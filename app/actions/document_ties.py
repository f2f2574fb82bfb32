# SPDX-License-Identifier: EUPL-1.2
"""Where in the contracts and concessions a document serves, and to which it may be given."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.actions.changes import Changes
from app.actions.contract_parts import add_paper
from app.domain.concessions import (
    Concession,
    ConcessionId,
    ContractId,
    ContractPaper,
    Milestone,
    Owner,
    ServiceContract,
)
from app.domain.contract_states import OVER
from app.domain.documents import DocumentId
from app.domain.invoices import Invoice
from app.store import Session, Store, rows

CONTRACT, CONCESSION = "contract", "concession"


@dataclass(frozen=True, slots=True)
class DocumentTie:
    """A place where a document serves: a page with the key of the thing on it."""

    page: str
    key: str
    title: str
    role: str = ""  # a key of a paper, "milestone" or "invoice"
    paper_id: int | None = None  # of a tie that may be untied


def ties_in(session: Session, document_id: DocumentId) -> tuple[DocumentTie, ...]:
    """The contracts, concessions and invoices that a document belongs to."""
    return (*_papers(session, document_id), *_minutes(session, document_id), *_invoices(session, document_id))


def list_owners(store: Store) -> tuple[DocumentTie, ...]:
    """The contracts and concessions that a document may be given to, those that are over last."""
    with store.read() as session:
        contracts = rows.every(session, ServiceContract)
        concessions = rows.every(session, Concession)
    ordered = sorted(contracts, key=lambda one: one.state in OVER)
    found = [DocumentTie(CONTRACT, str(one.id), one.title) for one in ordered]
    return (*found, *(DocumentTie(CONCESSION, str(one.id), one.title) for one in concessions))


def tie(store: Store, document_id: DocumentId, page: str, key: str, role: str) -> Changes:
    """Give a document to a contract or to a concession; nothing changes where it is there in that role already."""
    number = int(key)
    owner = Owner(contract_id=ContractId(number)) if page == CONTRACT else Owner(concession_id=ConcessionId(number))
    _paper_id, changes = add_paper(store, owner, document_id, role)
    return changes


def _papers(session: Session, document_id: DocumentId) -> Iterator[DocumentTie]:
    for paper in rows.every(session, ContractPaper, document_id=document_id):
        if paper.contract_id is not None:
            title = rows.read(session, ServiceContract, paper.contract_id).title
            yield DocumentTie(CONTRACT, f"{paper.contract_id}:contract", title, paper.role, paper.id)
        elif paper.concession_id is not None:
            title = rows.read(session, Concession, paper.concession_id).title
            yield DocumentTie(CONCESSION, str(paper.concession_id), title, paper.role, paper.id)


def _minutes(session: Session, document_id: DocumentId) -> Iterator[DocumentTie]:
    for point in rows.every(session, Milestone, document_id=document_id):
        title = rows.read(session, ServiceContract, point.contract_id).title
        yield DocumentTie(CONTRACT, f"{point.contract_id}:activation", title, "milestone")


def _invoices(session: Session, document_id: DocumentId) -> Iterator[DocumentTie]:
    for invoice in rows.every(session, Invoice, document_id=document_id):
        yield DocumentTie("invoices", str(invoice.id), f"{invoice.supplier}, n. {invoice.number}", "invoice")
