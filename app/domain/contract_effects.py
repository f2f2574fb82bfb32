# SPDX-License-Identifier: EUPL-1.2
"""What a change does to the contract or to the concession that it changes, and what the value has become."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import reduce

from app.domain.contract_changes import (
    CUP_REASONS,
    EARLY_ENDS,
    MODIFICATION_REASONS,
    PRICE_REVISION_REASONS,
    ContractChange,
)

REASONS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("addendum", "plan_revision", "extension", "substitution"), MODIFICATION_REASONS),
    "price_revision": PRICE_REVISION_REASONS,
    **dict.fromkeys(("termination", "withdrawal"), EARLY_ENDS),
    "cup_change": CUP_REASONS,
}
"""The list of ANAC that each kind of change takes its reason from (concessions.md 1.7); the others have none."""
_OF_CONTRACT = {
    "new_ends_on": "ends_on",
    "new_cig": "cig",
    "new_cup": "cup",
    "new_supplier": "supplier",
    "new_supplier_vat": "supplier_vat",
}
_OF_CONCESSION = {
    "new_ends_on": "ends_on",
    "new_cig": "parent_cig",
    "new_cup": "cup",
    "new_supplier": "concessionaire",
    "new_supplier_vat": "concessionaire_vat",
}


def effects_of(fields: Mapping[str, object], *, is_concession: bool) -> dict[str, object]:
    """The fields that a change sets, by their names in what it changes; the value stays the initial one."""
    names = _OF_CONCESSION if is_concession else _OF_CONTRACT
    return {names[name]: value for name, value in fields.items() if name in names and value}


def standing_effects(
    before: ContractChange, values: Mapping[str, object], others: Iterable[ContractChange], *, is_concession: bool
) -> tuple[dict[str, object], dict[str, object]]:
    """What a corrected change sets by names of what it changes, and what it gave that nothing gives any more.

    A change that comes later and sets the same stands. What is emptied goes back to the last of the others that says
    it; where none does, nobody wrote what stood before, and the second of the two names it.
    """
    names = _OF_CONCESSION if is_concession else _OF_CONTRACT
    found: dict[str, object] = {}
    lost: dict[str, object] = {}
    for name in names.keys() & values.keys():
        rivals = [one for one in others if getattr(one, name)]
        last = reduce(_later, rivals) if rivals else None
        if last is not None and _later(before, last) is last:
            continue
        if values[name]:
            found[names[name]] = values[name]
        elif last is not None:
            found[names[name]] = getattr(last, name)
        elif getattr(before, name):
            lost[names[name]] = getattr(before, name)
    return found, lost


def _later(one: ContractChange, other: ContractChange) -> ContractChange:
    """The one of two changes that counts: by their days where both have one, else as they were entered."""
    day, other_day = one.effective_on or one.on, other.effective_on or other.on
    if day and other_day and day != other_day:
        return one if day > other_day else other
    return one if one.id > other.id else other


def current_value(initial: Decimal | None, changes: Iterable[ContractChange]) -> Decimal | None:
    """The initial value with all that the changes added or took; None while nobody typed the initial one."""
    return None if initial is None else sum((one.value for one in changes if one.value is not None), initial)


def addenda_share(initial: Decimal | None, changes: Iterable[ContractChange]) -> tuple[int, Decimal | None]:
    """How many addenda count for the half of art. 189, and what they make together of the initial value.

    The law weighs each alone (art. 189 c. 1); the sum is for the clerk to see. None while nothing can be reckoned.
    """
    counted = [one.value for one in changes if one.kind == "addendum" and one.letter != "a" and one.value]
    return len(counted), sum(counted, Decimal(0)) / initial if initial and counted else None
