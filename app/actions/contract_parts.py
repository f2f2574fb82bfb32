# SPDX-License-Identifier: EUPL-1.2
"""What hangs on a contract or on a concession: plan, people, guarantees, papers, list of the end."""

from typing import Any

from app.actions.changes import Changes
from app.actions.concessions import CHANGED
from app.actions.contract_fields import check_amount, check_key, check_term, in_order, only
from app.domain.concessions import (
    CLOSING_ITEMS,
    CONTACT_ROLES,
    GUARANTEE_KINDS,
    ClosingItem,
    Concession,
    Contact,
    ContractId,
    ContractPaper,
    Guarantee,
    Milestone,
    Owner,
    ServiceContract,
)
from app.domain.documents import DocumentId
from app.errors import UserError
from app.store import Session, Store, documents, rows

MILESTONE_FIELDS = ("title", "planned_on", "done_on", "document_id", "note")
CONTACT_FIELDS = ("role", "name", "email", "phone", "mandate", "since", "until")
GUARANTEE_FIELDS = (
    *("kind", "issuer", "number", "amount", "starts_on", "ends_on", "released_on", "document_id", "note"),
)
CLOSING_FIELDS = ("title", "done_on", "document_id", "skipped_reason", "note")


def add_milestone(store: Store, contract_id: ContractId, title: str, **fields: Any) -> tuple[int, Changes]:  # noqa: ANN401 - MILESTONE_FIELDS
    """Add a point of our own to the plan of activation."""
    values = _checked(Milestone, {"title": title, **fields})
    with store.write("contract.milestone_added", name=_name(store, Owner(contract_id=contract_id))) as session:
        added = rows.add(session, Milestone, **_place(session, Milestone, contract_id), **values)
    return added, CHANGED


def correct_milestone(store: Store, milestone_id: int, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - MILESTONE_FIELDS
    """Save fields as they are typed; Stale when it changed since version `seen`."""
    return _correct(store, Milestone, milestone_id, seen, fields)


def remove_milestone(store: Store, milestone_id: int) -> Changes:
    """Take a point out of the plan."""
    return _remove(store, Milestone, milestone_id)


def add_contact(store: Store, owner: Owner, role: str, name: str, **fields: Any) -> tuple[int, Changes]:  # noqa: ANN401 - CONTACT_FIELDS
    """Write down someone, with the mandate."""
    return _add(store, Contact, owner, {"role": role, "name": name, **fields})


def correct_contact(store: Store, contact_id: int, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - CONTACT_FIELDS
    """Save fields as they are typed; Stale when it changed since version `seen`."""
    return _correct(store, Contact, contact_id, seen, fields)


def remove_contact(store: Store, contact_id: int) -> Changes:
    """Take someone out."""
    return _remove(store, Contact, contact_id)


def add_guarantee(store: Store, owner: Owner, kind: str, **fields: Any) -> tuple[int, Changes]:  # noqa: ANN401 - GUARANTEE_FIELDS
    """Write down a bond or an insurance."""
    return _add(store, Guarantee, owner, {"kind": kind, **fields})


def correct_guarantee(store: Store, guarantee_id: int, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - GUARANTEE_FIELDS
    """Save fields as they are typed; Stale when it changed since version `seen`."""
    return _correct(store, Guarantee, guarantee_id, seen, fields)


def remove_guarantee(store: Store, guarantee_id: int) -> Changes:
    """Take a guarantee out."""
    return _remove(store, Guarantee, guarantee_id)


def add_paper(store: Store, owner: Owner, document_id: DocumentId, role: str) -> tuple[int, Changes]:
    """Say that a document of the register belongs to a contract or to a concession."""
    name = _name(store, owner)
    with store.write("contract.paper_added", name=name) as session:
        documents.read_document(session, document_id)
        there = rows.every(session, ContractPaper, document_id=document_id, **owner.columns)
        if any(one.role == role for one in there):
            return there[0].id, Changes()
        added = rows.add(session, ContractPaper, document_id=document_id, role=role, **owner.columns)
    return added, CHANGED


def remove_paper(store: Store, paper_id: int) -> Changes:
    """Say that a document belongs there no more; it stays in the register."""
    return _remove(store, ContractPaper, paper_id)


def begin_closing_list(store: Store, contract_id: ContractId) -> Changes:
    """Write what the end asks for, where it is not there yet."""
    with store.write("contract.closing_begun", name=_name(store, Owner(contract_id=contract_id))) as session:
        write_closing_list(session, contract_id)
    return CHANGED


def write_closing_list(session: Session, contract_id: ContractId) -> None:
    """Write the lines of the end that are missing; for other actions in one transaction."""
    there = {one.key for one in rows.every(session, ClosingItem, contract_id=contract_id)}
    for position, key in enumerate(CLOSING_ITEMS):
        if key not in there:
            rows.add(session, ClosingItem, contract_id=contract_id, position=position, key=key)


def add_closing_item(store: Store, contract_id: ContractId, title: str, **fields: Any) -> tuple[int, Changes]:  # noqa: ANN401 - CLOSING_FIELDS
    """Add a line of our own to what the end asks for."""
    values = _checked(ClosingItem, {"title": title, **fields})
    with store.write("contract.closing_added", name=_name(store, Owner(contract_id=contract_id))) as session:
        added = rows.add(session, ClosingItem, **_place(session, ClosingItem, contract_id), **values)
    return added, CHANGED


def correct_closing_item(store: Store, item_id: int, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - CLOSING_FIELDS
    """Save fields as they are typed; Stale when it changed since version `seen`."""
    return _correct(store, ClosingItem, item_id, seen, fields)


def remove_closing_item(store: Store, item_id: int) -> Changes:
    """Take a line of our own out; UserError `contract.closing_of_ours` for those that every end asks for."""
    with store.read() as session:
        item = rows.read(session, ClosingItem, item_id)
    if item.key:
        raise UserError("contract.closing_of_ours")
    return _remove(store, ClosingItem, item_id)


def _add(store: Store, kind: type[Any], owner: Owner, fields: dict[str, Any]) -> tuple[int, Changes]:
    values = _checked(kind, fields)
    with store.write(f"contract.{_WORDS[kind]}_added", name=_name(store, owner)) as session:
        _check(session, kind, values)
        added = rows.add(session, kind, **owner.columns, **values)
    return added, CHANGED


def _correct(store: Store, kind: type[Any], part_id: int, seen: int, fields: dict[str, Any]) -> Changes:
    values = _checked(kind, fields)
    with store.read() as session:
        part = rows.read(session, kind, part_id)
        _check(session, kind, {**{name: getattr(part, name) for name in _FIELDS[kind]}, **values})
    with store.write(f"contract.{_WORDS[kind]}_corrected", goes_on=True, name=_name(store, _owner(part))) as session:
        rows.change(session, kind, part_id, seen, **values)
    return CHANGED


def _remove(store: Store, kind: type[Any], part_id: int) -> Changes:
    with store.read() as session:
        part = rows.read(session, kind, part_id)
    with store.write(f"contract.{_WORDS[kind]}_removed", name=_name(store, _owner(part))) as session:
        rows.remove(session, kind, part_id)
    return CHANGED


def _owner(part: Any) -> Owner:  # noqa: ANN401 - a row of any part
    return Owner(getattr(part, "concession_id", None), part.contract_id)


def _name(store: Store, owner: Owner) -> str:
    """The title of what a part hangs on; UserError `record.gone` where there is none."""
    with store.read() as session:
        if owner.contract_id is not None:
            return rows.read(session, ServiceContract, owner.contract_id).title
        return rows.read(session, Concession, owner.concession_id or 0).title


def _place(session: Session, kind: type[Any], contract_id: ContractId) -> dict[str, int]:
    """After the last of the contract."""
    places = [one.position for one in rows.every(session, kind, contract_id=contract_id)]
    return {"contract_id": contract_id, "position": max(places, default=-1) + 1}


def _checked(kind: type[Any], fields: dict[str, Any]) -> dict[str, Any]:
    only(fields, _FIELDS[kind])
    return in_order(fields)


def _check(session: Session, kind: type[Any], values: dict[str, Any]) -> None:
    if kind is Contact:
        check_key("role", values["role"], CONTACT_ROLES)
        check_term(values.get("since"), values.get("until"))
    if kind is Guarantee:
        check_key("kind", values["kind"], GUARANTEE_KINDS)
        check_term(values.get("starts_on"), values.get("ends_on"))
        check_amount(values.get("amount"))
    if values.get("document_id") is not None:
        documents.read_document(session, values["document_id"])


_FIELDS: dict[type[Any], tuple[str, ...]] = {
    Milestone: MILESTONE_FIELDS,
    Contact: CONTACT_FIELDS,
    Guarantee: GUARANTEE_FIELDS,
    ClosingItem: CLOSING_FIELDS,
}
_WORDS: dict[type[Any], str] = {
    Milestone: "milestone",
    Contact: "contact",
    Guarantee: "guarantee",
    ContractPaper: "paper",
    ClosingItem: "closing",
}
