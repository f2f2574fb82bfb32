# SPDX-License-Identifier: EUPL-1.2
"""One box for all: services, projects, CUP, calls, centres and procedures."""

from dataclasses import dataclass

from app.actions.funding import call_label
from app.domain.accessions import Accession, AccessionId
from app.domain.folding import fold, matches
from app.domain.funding import ProjectId
from app.formats.reference import load_calls
from app.store import Store, search
from app.store import accessions as accession_statements
from app.store import catalogue as catalogue_statements
from app.store import funding as funding_statements
from app.text import day, in_language, money
from app.text.accession_labels import kind_label, state_label
from app.text.catalogue_labels import area_label
from app.text.labels import call_month

_KINDS = ("service", "project", "centre", "accession")


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found; `kind` is "service", "project", "call", "centre" or "accession", `key` opens it."""

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
        else:
            hits.append(Hit("centre", thing.key, thing.title, thing.key))
    return (_together(hits) + _calls(text))[:limit]


def _accession(accession: Accession) -> Hit:
    kind, state = kind_label(accession.kind.value), state_label(accession.state.value)
    return Hit("accession", str(accession.id), accession.centre_name, f"{kind} · {state}")


def _together(hits: list[Hit]) -> list[Hit]:
    """Those of a kind side by side, the kind of the best one first."""
    order = list(dict.fromkeys(hit.kind for hit in hits))
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
