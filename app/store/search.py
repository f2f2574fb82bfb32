# SPDX-License-Identifier: EUPL-1.2
"""The search index: one row of words for each thing that can be found, kept by the store itself.

A row has the same place whenever it is written, and a small index is written anew after each change: then a
step back leaves the very bytes that were there before, and no word of a removed row stays in the file.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from app.domain.catalogue_search import fts_query, search_text
from app.models import (
    AccessionRecord,
    AccessionServiceRecord,
    AccessionStepRecord,
    ActRecord,
    CentreRecord,
    ConcessionRecord,
    DocumentRecord,
    InvoiceRecord,
    ProjectRecord,
    ServiceContractRecord,
    ServiceRecord,
)
from app.store import catalogue
from app.store.contract_words import owners_of_parts, words_of_parts
from app.text import LANGUAGES, speaking
from app.text.accession_labels import kind_label, state_label
from app.text.concession_labels import concession_kind_label, contract_state_label
from app.text.document_labels import act_kind_label, document_kind_label


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that the words lead to."""

    kind: str  # "service", "project", "centre", "accession"
    key: str
    title: str


_KINDS = (  # tables; the order is part of the place
    *("project", "service", "centre", "accession", "document", "act", "concession", "service_contract", "invoice"),
)
_PARTS = {"accession_service", "accession_step"}  # what is found by them is the procedure
_ROOM = 16  # more kinds than there will be: a place, once given, stays
_PLACES = text("SELECT rowid AS place, kind, key FROM search_index")
_DROP = text("DELETE FROM search_index WHERE rowid = :place")
_ADD = text(
    "INSERT OR REPLACE INTO search_index (rowid, kind, key, title, words) VALUES (:place, :kind, :key, :title, :words)"
)
_REWRITE = text("INSERT INTO search_index (search_index) VALUES ('rebuild')")
_SMALL = 1_000  # rows that are written anew in some 30 ms
_FIND = text(
    "SELECT kind, key, title FROM search_index WHERE search_index MATCH :words AND kind IN :kinds"
    " ORDER BY bm25(search_index, 0, 0, 10, 1), title LIMIT :most"
).bindparams(bindparam("kinds", expanding=True))


def refresh(session: Session, touched: Iterable[tuple[str, str]]) -> None:
    """Bring the index up to date with rows, named by table and key, that were written or removed."""
    found = _things(session, dict.fromkeys(touched))
    if not found:
        return
    places = {(row.kind, row.key): row.place for row in session.execute(_PLACES)}
    for kind, key in found:
        if (kind, key) in places:
            session.execute(_DROP, {"place": places[kind, key]})
        entry = _entry(session, kind, key)
        if entry:
            session.execute(_ADD, {"kind": kind, "key": key, **entry})
    if len(places) < _SMALL:
        session.execute(_REWRITE)


def find(session: Session, wanted: str, kinds: Iterable[str], most: int) -> list[Found]:
    """What matches every word of the text, each as a beginning; nothing for a text without words."""
    query = fts_query(wanted)
    if not query:
        return []
    rows = session.execute(_FIND, {"words": query, "kinds": list(kinds), "most": most})
    return [Found(row.kind, row.key, row.title) for row in rows]


def _things(session: Session, touched: Collection[tuple[str, str]]) -> list[tuple[str, str]]:
    """What is found by its own words; a part that was removed no longer says of what, so all its like are written."""
    found = {(kind, key): None for kind, key in touched if kind in _KINDS}
    if any(kind in _PARTS for kind, _key in touched):
        found |= {("accession", str(number)): None for number in session.scalars(select(AccessionRecord.id))}
    found |= dict.fromkeys(sorted(owners_of_parts(session, touched)))
    return list(found)


def _entry(session: Session, kind: str, key: str) -> dict[str, object] | None:
    """Place, title and words of a row; the place is the same each time that it is written."""
    return _ENTRIES[kind](session, key) if kind in _ENTRIES else None


def _service(session: Session, key: str) -> dict[str, object] | None:
    record = session.get(ServiceRecord, key)
    service = catalogue.read_service(session, key) if record else None
    return _at("service", record.position, service.name, search_text(service)) if record and service else None


def _project(session: Session, key: str) -> dict[str, object] | None:
    project = session.get(ProjectRecord, int(key))
    return _at("project", project.id, project.call, _project_words(project)) if project else None


def _centre(session: Session, key: str) -> dict[str, object] | None:
    centre = session.get(CentreRecord, key)
    return _at("centre", centre.position, centre.name, f"{centre.code} {centre.lead_authority}") if centre else None


def _accession(session: Session, key: str) -> dict[str, object] | None:
    accession = session.get(AccessionRecord, int(key))
    return (
        _at("accession", accession.id, accession.centre_name, _accession_words(session, accession))
        if accession
        else None
    )


def _document(session: Session, key: str) -> dict[str, object] | None:
    document = session.get(DocumentRecord, int(key))
    if document is None:
        return None
    kinds = _in_each_language(lambda: document_kind_label(document.kind))
    words = (*kinds, document.name, document.protocol_number, document.sha256, document.note)
    return _at("document", document.id, document.title or document.name, " ".join(words))


def _act(session: Session, key: str) -> dict[str, object] | None:
    act = session.get(ActRecord, int(key))
    if act is None:
        return None
    kinds = _in_each_language(lambda: act_kind_label(act.kind))
    words = (*kinds, act.number, str(act.on or ""), act.publication_place, act.note)
    return _at("act", act.id, act.subject or kinds[0], " ".join(words))


def _concession(session: Session, key: str) -> dict[str, object] | None:
    one = session.get(ConcessionRecord, int(key))
    if one is None:
        return None
    words = (*_in_each_language(lambda: concession_kind_label(one.kind)), one.granting_authority, one.concessionaire)
    codes = (one.concessionaire_vat, one.project_company, one.parent_cig, one.cup, one.centre_code, one.note)
    parts = words_of_parts(session, concession_id=one.id)
    return _at("concession", one.id, one.title, "\n".join(part for part in (*words, *codes, *parts) if part))


def _contract(session: Session, key: str) -> dict[str, object] | None:
    one = session.get(ServiceContractRecord, int(key))
    if one is None:
        return None
    words = (*_in_each_language(lambda: contract_state_label(one.state)), one.service_code, one.supplier)
    codes = (one.supplier_vat, one.reference, one.cig, one.cup, one.determination, one.chapter, one.note)
    parts = words_of_parts(session, contract_id=one.id)
    return _at("service_contract", one.id, one.title, "\n".join(part for part in (*words, *codes, *parts) if part))


def _invoice(session: Session, key: str) -> dict[str, object] | None:
    one = session.get(InvoiceRecord, int(key))
    if one is None:
        return None
    codes = [code for node in one.references for code in (node["cig"], node["cup"], node["document"])]
    words = (one.supplier, one.supplier_vat, one.purpose, one.file_name, one.sdi_id, one.commitment, one.note, *codes)
    return _at("invoice", one.id, one.number, "\n".join(part for part in words if part))


_ENTRIES: dict[str, Callable[[Session, str], dict[str, object] | None]] = {
    "service": _service,
    "project": _project,
    "centre": _centre,
    "accession": _accession,
    "document": _document,
    "act": _act,
    "concession": _concession,
    "service_contract": _contract,
    "invoice": _invoice,
}


def _at(kind: str, number: int, title: str, words: str) -> dict[str, object]:
    return {"place": _ROOM * number + _KINDS.index(kind), "title": title, "words": words}


def _project_words(project: ProjectRecord) -> str:
    return f"{project.cup} {project.measure} {project.decree} {project.body} {project.note}"


def _accession_words(session: Session, accession: AccessionRecord) -> str:
    """Centre, reference, numbers of protocol, services, and kind and state in both languages."""
    steps = select(AccessionStepRecord.number).where(AccessionStepRecord.accession_id == accession.id)
    services = select(AccessionServiceRecord).where(AccessionServiceRecord.accession_id == accession.id)
    parts = [accession.centre_code, accession.lead_authority, accession.reference, *_state_words(accession)]
    parts += session.scalars(steps.order_by(AccessionStepRecord.id))
    for service in session.scalars(services.order_by(AccessionServiceRecord.id)):
        parts += (service.code, service.name)
    return "\n".join(part for part in parts if part)


def _state_words(accession: AccessionRecord) -> list[str]:
    return [
        *_in_each_language(lambda: kind_label(accession.kind)),
        *_in_each_language(lambda: state_label(accession.state)),
    ]


def _in_each_language(say: Callable[[], str]) -> list[str]:
    """The index is the same whatever language is spoken."""
    found = []
    for code in LANGUAGES:
        with speaking(code):
            found.append(say())
    return found


def has_words(wanted: str) -> bool:
    """True when the text holds at least one word to look for."""
    return bool(fts_query(wanted))
