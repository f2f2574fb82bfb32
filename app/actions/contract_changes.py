# SPDX-License-Identifier: EUPL-1.2
"""Changes of a concession or of a contract during its life: addenda, revisions, suspensions, substitution, end."""

from typing import Any

from app.actions.changes import Changes
from app.domain.concessions import Owner
from app.domain.contract_changes import ContractChange
from app.domain.contract_warnings import ContractWarning
from app.store import Store

FIELDS = (
    *("reason_code", "letter", "subject", "act", "on", "effective_on", "until", "value", "new_ends_on", "new_cig"),
    *("new_cup", "new_supplier", "new_supplier_vat", "document_id", "override_reason", "note"),
)
"""What is typed of a change; its kind is chosen once."""


def list_changes(store: Store, owner: Owner) -> list[ContractChange]:
    """Those of a concession or of a contract, the oldest first."""
    raise NotImplementedError


def check_change(store: Store, owner: Owner, kind: str, **fields: Any) -> tuple[ContractWarning, ...]:  # noqa: ANN401 - FIELDS
    """What speaks against a change before it is entered: an extension, more than half of the value."""
    raise NotImplementedError


def add_change(store: Store, owner: Owner, kind: str, **fields: Any) -> tuple[int, Changes]:  # noqa: ANN401 - FIELDS
    """Enter a change with its effects on end, codes and supplier; the value stays the initial one.

    UserError `change.needs_reason` where a check speaks against it and `override_reason` is empty.
    """
    raise NotImplementedError


def correct_change(store: Store, change_id: int, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - FIELDS
    """Save fields as they are typed."""
    raise NotImplementedError


def remove_change(store: Store, change_id: int) -> Changes:
    """Take a change out; the end, codes and supplier that it brought stay, and can be corrected by hand."""
    raise NotImplementedError
