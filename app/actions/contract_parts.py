# SPDX-License-Identifier: EUPL-1.2
"""What hangs on a contract or on a concession: plan, people, guarantees, papers, list of the end."""

from typing import Any

from app.actions.changes import Changes
from app.domain.concessions import ContractId, Owner
from app.domain.documents import DocumentId
from app.store import Store


def add_milestone(store: Store, contract_id: ContractId, title: str, **fields: Any) -> tuple[int, Changes]:  # noqa: ANN401 - planned_on, done_on, document_id, note
    """Add a point of our own to the plan of activation."""
    raise NotImplementedError


def correct_milestone(store: Store, milestone_id: int, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - title, planned_on, done_on, document_id, note
    """Save fields as they are typed."""
    raise NotImplementedError


def remove_milestone(store: Store, milestone_id: int) -> Changes:
    """Take a point out of the plan."""
    raise NotImplementedError


def add_contact(store: Store, owner: Owner, role: str, name: str, **fields: Any) -> tuple[int, Changes]:  # noqa: ANN401 - email, phone, mandate, since, until
    """Write down someone, with the mandate."""
    raise NotImplementedError


def correct_contact(store: Store, contact_id: int, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - those of add_contact
    """Save fields as they are typed."""
    raise NotImplementedError


def remove_contact(store: Store, contact_id: int) -> Changes:
    """Take someone out."""
    raise NotImplementedError


def add_guarantee(store: Store, owner: Owner, kind: str, **fields: Any) -> tuple[int, Changes]:  # noqa: ANN401 - issuer, number, amount, starts_on, ends_on, released_on, document_id, note
    """Write down a bond or an insurance."""
    raise NotImplementedError


def correct_guarantee(store: Store, guarantee_id: int, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - those of add_guarantee
    """Save fields as they are typed."""
    raise NotImplementedError


def remove_guarantee(store: Store, guarantee_id: int) -> Changes:
    """Take a guarantee out."""
    raise NotImplementedError


def add_paper(store: Store, owner: Owner, document_id: DocumentId, role: str) -> tuple[int, Changes]:
    """Say that a document of the register belongs to a contract or to a concession."""
    raise NotImplementedError


def remove_paper(store: Store, paper_id: int) -> Changes:
    """Say that a document belongs there no more; it stays in the register."""
    raise NotImplementedError


def begin_closing_list(store: Store, contract_id: ContractId) -> Changes:
    """Write what the end asks for, where it is not there yet."""
    raise NotImplementedError


def add_closing_item(store: Store, contract_id: ContractId, title: str, **fields: Any) -> tuple[int, Changes]:  # noqa: ANN401 - done_on, document_id, skipped_reason, note
    """Add a line of our own to what the end asks for."""
    raise NotImplementedError


def correct_closing_item(store: Store, item_id: int, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - title, done_on, document_id, skipped_reason, note
    """Save fields as they are typed."""
    raise NotImplementedError


def remove_closing_item(store: Store, item_id: int) -> Changes:
    """Take a line of our own out; those of the law are set aside with a reason instead."""
    raise NotImplementedError
