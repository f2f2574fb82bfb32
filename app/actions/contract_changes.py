# SPDX-License-Identifier: EUPL-1.2
"""Changes of a concession or of a contract during its life: addenda, revisions, suspensions, substitution, end."""

from datetime import date
from typing import Any

from app.actions.changes import Changes
from app.actions.concessions import CHANGED
from app.actions.contract_fields import check_amount, check_key, check_term, in_order, only
from app.actions.fee_stops import check_days, go_on_from, stop_fees
from app.domain.concessions import Concession, ContractId, Owner, ServiceContract
from app.domain.contract_changes import CHANGE_KINDS, LETTERS, ContractChange
from app.domain.contract_effects import REASONS, effects_of, standing_effects
from app.domain.contract_warnings import ContractWarning, change_warnings
from app.errors import UserError
from app.store import Session, Store, documents, rows
from app.text import day

FIELDS = (
    *("reason_code", "letter", "subject", "act", "on", "effective_on", "until", "value", "new_ends_on", "new_cig"),
    *("new_cup", "new_supplier", "new_supplier_vat", "document_id", "override_reason", "note"),
)
"""What is typed of a change; its kind is chosen once."""
_WEIGHED = {"value", "letter", "new_ends_on", "override_reason"}
"""What a rule may speak against."""
_EMPTY: dict[str, Any] = {
    **dict.fromkeys(FIELDS, ""),
    **dict.fromkeys(("on", "effective_on", "until", "value", "new_ends_on", "document_id")),
}


def list_changes(store: Store, owner: Owner) -> list[ContractChange]:
    """Those of a concession or of a contract, the oldest first."""
    with store.read() as session:
        return rows.every(session, ContractChange, **owner.columns)


def check_change(store: Store, owner: Owner, kind: str, **fields: Any) -> tuple[ContractWarning, ...]:  # noqa: ANN401 - FIELDS
    """What speaks against a change before it is entered: an extension, more than half of the value."""
    values = {**_EMPTY, **_checked(fields)}
    with store.read() as session:
        return _against(session, owner, kind, values)


def add_change(
    store: Store,
    owner: Owner,
    kind: str,
    *,
    with_fee: bool = False,
    **fields: Any,  # noqa: ANN401 - FIELDS
) -> tuple[int, Changes]:
    """Enter a change; end, codes and supplier that it names are those of the contract from then on.

    `with_fee`: a suspension stops what is due of a contract too, on its days; a resumption lets it go on.
    The value of the contract stays the initial one, which the half of art. 189 is reckoned from.
    UserError `change.extension_needs_reason`, `change.half_needs_reason` where `override_reason` is empty.
    """
    values = {**_EMPTY, **_checked(fields)}
    with store.read() as session:
        name = _of(session, owner).title
    with store.write("contract.change_added", name=name) as session:
        _check(session, kind, values)
        _need_reason(_against(session, owner, kind, values), values)
        added = rows.add(session, ContractChange, **owner.columns, kind=kind, **values)
        _apply(session, owner, values)
        if with_fee and owner.contract_id is not None:
            _follow(session, owner.contract_id, kind, values)
    return added, CHANGED


def correct_change(store: Store, change_id: int, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - FIELDS
    """Save fields as they are typed, with their effects; Stale when it changed since version `seen`.

    UserError as for `add_change`, and `change.nothing_before` for emptying what only this change says.
    """
    values = _checked(fields)
    with store.read() as session:
        change = rows.read(session, ContractChange, change_id)
        owner = Owner(change.concession_id, change.contract_id)
        name = _of(session, owner).title
        merged = {**{name: getattr(change, name) for name in FIELDS}, **values}
        _check(session, change.kind, merged)
        if values.keys() & _WEIGHED:
            _need_reason(_against(session, owner, change.kind, merged), merged)
    with store.write("contract.change_corrected", goes_on=True, name=name) as session:
        rows.change(session, ContractChange, change_id, seen, **values)
        _apply_again(session, owner, change, values)
    return CHANGED


def remove_change(store: Store, change_id: int) -> Changes:
    """Take a change out; the end, codes and supplier that it brought stay, and can be corrected by hand."""
    with store.read() as session:
        change = rows.read(session, ContractChange, change_id)
        name = _of(session, Owner(change.concession_id, change.contract_id)).title
    with store.write("contract.change_removed", name=name) as session:
        rows.remove(session, ContractChange, change_id)
    return CHANGED


def _follow(session: Session, contract_id: ContractId, kind: str, values: dict[str, Any]) -> None:
    on = values["effective_on"] or values["on"]
    if kind == "suspension":
        stop_fees(session, contract_id, on, values["until"], values["subject"] or values["act"])
    elif kind == "resumption":
        check_days(on, None)
        go_on_from(session, contract_id, on)


def _of(session: Session, owner: Owner) -> Concession | ServiceContract:
    if owner.contract_id is not None:
        return rows.read(session, ServiceContract, owner.contract_id)
    return rows.read(session, Concession, owner.concession_id or 0)


def _checked(fields: dict[str, Any]) -> dict[str, Any]:
    only(fields, FIELDS)
    return in_order(fields, codes=("new_cig", "new_cup"))


def _check(session: Session, kind: str, values: dict[str, Any]) -> None:
    check_key("kind", kind, CHANGE_KINDS)
    check_key("reason_code", values["reason_code"], ("", *REASONS.get(kind, ())))
    check_key("letter", values["letter"], LETTERS)
    check_amount(values["value"], may_be_less=True)
    check_term(values["effective_on"], values["until"])
    if values["document_id"] is not None:
        documents.read_document(session, values["document_id"])


def _against(session: Session, owner: Owner, kind: str, values: dict[str, Any]) -> tuple[ContractWarning, ...]:
    changed = _of(session, owner)
    behind = changed.concession_id if isinstance(changed, ServiceContract) else changed.id
    concession = rows.read(session, Concession, behind) if behind is not None else None
    told = {**values, "override_reason": ""}
    change = ContractChange(id=0, kind=kind, version=0, **{**owner.columns, **told})
    return tuple(change_warnings([change], changed.value, concession))


def _need_reason(against: tuple[ContractWarning, ...], values: dict[str, Any]) -> None:
    if values["override_reason"].strip():
        return
    for one in against:
        if one.code == "change.extension":
            raise UserError("change.extension_needs_reason")
        raise UserError("change.half_needs_reason", percent=f"{one.params['percent']:.0f}")


def _apply_again(session: Session, owner: Owner, before: ContractChange, values: dict[str, Any]) -> None:
    """What a corrected change does, where none that came later says otherwise."""
    changed = _of(session, owner)
    others = [one for one in rows.every(session, ContractChange, **owner.columns) if one.id != before.id]
    found, lost = standing_effects(before, values, others, is_concession=isinstance(changed, Concession))
    for name, value in lost.items():
        if getattr(changed, name) == value:
            raise UserError("change.nothing_before", value=day(value) if isinstance(value, date) else str(value))
    if found:
        check_term(changed.starts_on, found.get("ends_on"))  # type: ignore[arg-type]  # a day, by its name
        rows.change(session, type(changed), changed.id, None, **found)


def _apply(session: Session, owner: Owner, values: dict[str, Any]) -> None:
    changed = _of(session, owner)
    effects = effects_of(values, is_concession=isinstance(changed, Concession))
    if effects:
        check_term(changed.starts_on, values.get("new_ends_on"))
        rows.change(session, type(changed), changed.id, None, **effects)
