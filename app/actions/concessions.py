# SPDX-License-Identifier: EUPL-1.2
"""Concessions (L0): those that stand behind the contracts, and the comune's own."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.actions.changes import Changes
from app.actions.contract_cases import Around, concession_clock, of_concession
from app.actions.contract_fields import check_amount, check_key, check_term, in_order, only
from app.domain.budget import YearMoney
from app.domain.clocks import Clock, LifeLine, life_line
from app.domain.concessions import (
    CONCESSION_KINDS,
    CONCESSION_STATES,
    REGIMES,
    BudgetLine,
    Concession,
    ConcessionId,
    Contact,
    ContractPaper,
    Guarantee,
    ServiceContract,
)
from app.domain.contract_changes import ContractChange
from app.domain.contract_warnings import ContractWarning, find_concession_warnings
from app.domain.documents import Document
from app.domain.invoices import Payment
from app.errors import UserError
from app.store import Session, Store, documents, rows

CHANGED = Changes(concessions=True)

FIELDS = (
    *("centre_code", "is_ours", "kind", "title", "regime", "state", "granting_authority", "concessionaire"),
    *("concessionaire_vat", "project_company", "parent_cig", "cup", "signed_on", "starts_on", "ends_on", "value"),
    *("may_be_extended", "reported_on", "publication", "source", "note"),
)
"""What a clerk may type into a concession."""
_FIRST: dict[str, Any] = {
    **dict.fromkeys(FIELDS, ""),
    **dict.fromkeys(("signed_on", "starts_on", "ends_on", "value", "reported_on")),
    "is_ours": False,
    "may_be_extended": False,
    "kind": "service_concession",
    "state": "IN_ESEC",
}
_HOLDS: tuple[type[Any], ...] = (ServiceContract, Payment, BudgetLine)
_GOES_WITH: tuple[type[Any], ...] = (Contact, Guarantee, ContractPaper, ContractChange)


@dataclass(frozen=True, slots=True)
class PaperView:
    """A document that belongs to a contract or to a concession."""

    paper: ContractPaper
    document: Document


@dataclass(frozen=True, slots=True)
class ConcessionView:
    """All that the page of a concession shows."""

    concession: Concession
    contracts: tuple[ServiceContract, ...]
    contacts: tuple[Contact, ...]
    guarantees: tuple[Guarantee, ...]
    papers: tuple[PaperView, ...]
    changes: tuple[ContractChange, ...]
    clock: Clock
    life_line: LifeLine | None
    warnings: tuple[ContractWarning, ...]
    today: date
    money: YearMoney | None = None  # of the running year, where it was asked for


def list_concessions(store: Store) -> list[Concession]:
    """Every concession, the comune's own first."""
    with store.read() as session:
        found = rows.every(session, Concession)
    return sorted(found, key=lambda one: not one.is_ours)


def show_concession(store: Store, concession_id: ConcessionId) -> ConcessionView:
    """One concession with what hangs on it."""
    with store.read() as session:
        concession = rows.read(session, Concession, concession_id)
        around = Around.read(session, store.today())
        papers = paper_views(session, concession_id=concession_id)
    clock = concession_clock(concession)
    guarantees = of_concession(around.guarantees, concession_id)
    contacts = of_concession(around.contacts, concession_id)
    changes = of_concession(around.changes, concession_id)
    year = around.uncommitted(of_concession(around.budget, concession_id), ())
    warnings = find_concession_warnings(concession, clock, guarantees, contacts, changes, around.today, year)
    return ConcessionView(
        concession=concession,
        contracts=tuple(one for one in around.contracts if one.concession_id == concession_id),
        contacts=tuple(contacts),
        guarantees=tuple(guarantees),
        papers=papers,
        changes=tuple(changes),
        clock=clock,
        life_line=life_line((clock,), around.today),
        warnings=warnings,
        today=around.today,
    )


def add_concession(store: Store, title: str, **fields: Any) -> tuple[ConcessionId, Changes]:  # noqa: ANN401 - FIELDS
    """Write down a concession; UserError `concession.no_title`, `concession.*` for what cannot be."""
    values = {**_FIRST, **_known({"title": title, **fields})}
    with store.write("concession.added", name=values["title"]) as session:
        _check(values)
        added = ConcessionId(rows.add(session, Concession, **values))
    return added, CHANGED


def correct_concession(store: Store, concession_id: ConcessionId, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - FIELDS
    """Save fields as they are typed; Stale when it changed since version `seen`."""
    values = _known(fields)
    with store.read() as session:
        concession = rows.read(session, Concession, concession_id)
    _check({**{name: getattr(concession, name) for name in FIELDS}, **values})
    with store.write("concession.corrected", goes_on=True, name=concession.title) as session:
        rows.change(session, Concession, concession_id, seen, **values)
    return CHANGED


def remove_concession(store: Store, concession_id: ConcessionId) -> Changes:
    """Take out a concession with its people, guarantees and changes.

    UserError `concession.in_use` while a contract, a payment or a budget line hangs on it.
    """
    with store.read() as session:
        concession = rows.read(session, Concession, concession_id)
    with store.write("concession.removed", name=concession.title) as session:
        if any(rows.every(session, kind, concession_id=concession_id) for kind in _HOLDS):
            raise UserError("concession.in_use", name=concession.title)
        for kind in _GOES_WITH:
            rows.remove_every(session, kind, concession_id=concession_id)
        rows.remove(session, Concession, concession_id)
    return CHANGED


def find_concession(store: Store, text: str) -> ConcessionId:
    """The concession that a word of the command line means: its number, or its CIG."""
    for one in list_concessions(store):
        if text == str(one.id) or (one.parent_cig and text.upper() == one.parent_cig):
            return one.id
    raise UserError("concession.unknown", id=text)


def paper_views(session: Session, **where: int) -> tuple[PaperView, ...]:
    """The papers of a contract or of a concession, each with its document."""
    return tuple(
        PaperView(paper, documents.read_document(session, paper.document_id))
        for paper in rows.every(session, ContractPaper, **where)
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    only(fields, FIELDS)
    return in_order(fields, codes=("parent_cig", "cup"))


def _check(values: dict[str, Any]) -> None:
    if not values["title"].strip():
        raise UserError("concession.no_title")
    check_key("kind", values["kind"], CONCESSION_KINDS)
    check_key("regime", values["regime"], ("", *REGIMES))
    check_key("state", values["state"], CONCESSION_STATES)
    check_term(values["starts_on"], values["ends_on"])
    check_amount(values["value"])
