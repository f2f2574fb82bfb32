# SPDX-License-Identifier: EUPL-1.2
"""One box for all: services, projects, CUP, calls, centres, procedures, documents, acts and contracts."""

from dataclasses import dataclass

from app.actions.funding import call_label
from app.domain.accessions import Accession, AccessionId
from app.domain.acts import Act, ActId
from app.domain.concessions import Concession, ServiceContract
from app.domain.documents import Document, DocumentId
from app.domain.file_names import shown_name
from app.domain.folding import fold, matches
from app.domain.funding import ProjectId
from app.domain.invoices import Invoice
from app.formats.reference import load_calls
from app.store import Store, rows, search
from app.store import accessions as accession_statements
from app.store import acts as act_statements
from app.store import catalogue as catalogue_statements
from app.store import documents as document_statements
from app.store import funding as funding_statements
from app.text import day, in_language, money
from app.text.accession_labels import body_label, kind_label, state_label
from app.text.catalogue_labels import area_label
from app.text.concession_labels import concession_kind_label, contract_state_label
from app.text.document_labels import act_name, document_kind_label, protocol_words
from app.text.invoice_labels import type_label
from app.text.labels import call_month

_KINDS = ("service", "project", "centre", "accession", "document", "act", "concession", "service_contract", "invoice")


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found; `key` opens it. `kind` is that of the search index, "contract" or "call"."""

    kind: str
    key: str
    title: str
    detail: str


def find_everywhere(store: Store, text: str, limit: int = 30) -> list[Hit]:
    """What every word of the text leads to, each as a beginning; nothing for a text without words."""
    with store.read() as session:
        found = search.find(session, text, _KINDS, limit)
        services = {service.code: service for service in catalogue_statements.list_services(session)}
        projects = {project.id: project for project in funding_statements.list_projects(session)}
        accessions = {accession.id: accession for accession in accession_statements.list_accessions(session)}
        documents = {document.id: document for document in document_statements.list_documents(session)}
        acts = {act.id: act for act in act_statements.list_acts(session)}
        concessions = {str(one.id): one for one in rows.every(session, Concession)}
        contracts = {str(one.id): one for one in rows.every(session, ServiceContract)}
        invoices = {str(one.id): one for one in rows.every(session, Invoice)}
    hits = []
    for thing in found:
        if thing.kind == "service":
            service = services[thing.key]
            name = in_language(service.name, service.name_en)
            hits.append(Hit("service", thing.key, name, f"{thing.key} · {area_label(service.area)}"))
        elif thing.kind == "project":
            project = projects[ProjectId(int(thing.key))]
            hits.append(Hit("project", thing.key, call_label(project.call), f"{project.cup} · {money(project.amount)}"))
        elif thing.kind == "accession":
            hits.append(_accession(accessions[AccessionId(int(thing.key))]))
        elif thing.kind == "document":
            hits.append(_document(documents[DocumentId(int(thing.key))]))
        elif thing.kind == "act":
            hits.append(_act(acts[ActId(int(thing.key))]))
        elif thing.kind == "concession":
            hits.append(_concession(concessions[thing.key]))
        elif thing.kind == "service_contract":
            hits.append(_contract(contracts[thing.key]))
        elif thing.kind == "invoice":
            hits.append(_invoice(invoices[thing.key]))
        else:
            hits.append(Hit("centre", thing.key, thing.title, thing.key))
    return (_together(hits, text) + _calls(text))[:limit]


def _accession(accession: Accession) -> Hit:
    kind, state = kind_label(accession.kind.value), state_label(accession.state.value)
    return Hit("accession", str(accession.id), accession.centre_name, f"{kind} · {state}")


def _document(document: Document) -> Hit:
    protocol = protocol_words(document.protocol_number, document.protocol_on)
    detail = " · ".join(part for part in (document_kind_label(document.kind), protocol) if part)
    return Hit("document", str(document.id), document.title or shown_name(document.name), detail)


def _act(act: Act) -> Hit:
    return Hit("act", str(act.id), act_name(act.kind, act.number, act.on), act.subject or body_label(act.body))


def _concession(concession: Concession) -> Hit:
    parts = (concession_kind_label(concession.kind), concession.concessionaire)
    return Hit("concession", str(concession.id), concession.title, " · ".join(part for part in parts if part))


def _contract(contract: ServiceContract) -> Hit:
    parts = (contract_state_label(contract.state.value), contract.supplier, contract.cig)
    return Hit("contract", str(contract.id), contract.title, " · ".join(part for part in parts if part))


def _invoice(invoice: Invoice) -> Hit:
    title = f"{type_label(invoice.type)} {invoice.number}"
    return Hit("invoice", str(invoice.id), title, f"{invoice.supplier} · {money(invoice.total)}")


def _together(hits: list[Hit], text: str) -> list[Hit]:
    """Those of a kind side by side; first the kinds that are called so, then those that only speak of it."""
    words = fold(text)
    called_so = [hit for hit in hits if matches(words, fold(f"{hit.title} {hit.detail}"))]
    order = list(dict.fromkeys(hit.kind for hit in (*called_so, *hits)))
    return sorted(hits, key=lambda hit: order.index(hit.kind))


def _calls(text: str) -> list[Hit]:
    words = fold(text)
    if not words:
        return []
    return [
        Hit("call", call.title, call_month(call.label), f"{day(call.opens_on)} - {day(call.closes_on)}")
        for call in load_calls()
        if call.is_for_municipalities and matches(words, fold(f"{call.title} {call.label}"))
    ]
