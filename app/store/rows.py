# SPDX-License-Identifier: EUPL-1.2
"""Statements that are alike for every table whose rows are values of the domain, field by field.

A field of the value is the column of the same name; money in euro is the column `NAME_cents`; a key of an
enumeration is its text; a tuple is a list.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import KeyedColumnElement

from app import models
from app.domain import concessions, contract_changes, fees, invoices, service_levels
from app.domain.money import from_cents, to_cents
from app.errors import Stale, UserError
from app.models import Base

T = TypeVar("T")

_RECORDS: dict[type[Any], type[Base]] = {
    concessions.Concession: models.ConcessionRecord,
    concessions.ServiceContract: models.ServiceContractRecord,
    concessions.Milestone: models.MilestoneRecord,
    concessions.ContractStepTaken: models.ContractStepRecord,
    concessions.Contact: models.ContactRecord,
    concessions.Guarantee: models.GuaranteeRecord,
    concessions.ContractPaper: models.ContractPaperRecord,
    concessions.ClosingItem: models.ClosingItemRecord,
    concessions.BudgetLine: models.BudgetLineRecord,
    contract_changes.ContractChange: models.ContractChangeRecord,
    fees.Fee: models.FeeRecord,
    fees.FeeSuspension: models.FeeSuspensionRecord,
    fees.FeeReading: models.FeeReadingRecord,
    fees.IndexValue: models.IndexValueRecord,
    invoices.Invoice: models.InvoiceRecord,
    invoices.InvoiceMatch: models.InvoiceMatchRecord,
    invoices.InvoiceStepTaken: models.InvoiceStepRecord,
    invoices.Payment: models.PaymentRecord,
    service_levels.Indicator: models.IndicatorRecord,
    service_levels.Reading: models.ReadingRecord,
}


def every(session: Session, kind: type[T], /, **where: Any) -> list[T]:  # noqa: ANN401 - columns of the table
    """The rows whose columns are as told (a frozenset: one of these), in the order in which they were written."""
    columns = _RECORDS[kind].__table__.columns
    query = select(*_asked(cast("Hashable", kind))).order_by(columns["id"])
    for name, told in where.items():
        query = query.where(columns[name].in_(told) if isinstance(told, frozenset) else columns[name] == told)
    session.flush()  # what is asked for are columns, before which nothing is flushed of itself
    return [_built(kind, found) for found in session.execute(query)]


def read(session: Session, kind: type[T], row_id: int) -> T:
    """One row; UserError `record.gone` where there is none."""
    return _value(kind, _get(session, kind, row_id))


def add(session: Session, kind: type[Any], /, **values: Any) -> int:  # noqa: ANN401 - fields of the kind
    """Write a row, its fields not told empty; gives its id."""
    record = _RECORDS[kind](**_columns(kind, {**_empty(cast("Hashable", kind)), **values}))
    session.add(record)
    session.flush()
    return cast("int", cast("Any", record).id)


def change(session: Session, kind: type[Any], row_id: int, seen: int | None, /, **values: Any) -> None:  # noqa: ANN401 - fields
    """Change fields; Stale when the row changed since version `seen` (None: whatever it is now)."""
    record = _get(session, kind, row_id)
    if seen is not None and record.version != seen:
        raise Stale("record.changed_elsewhere")
    for name, value in _columns(kind, values).items():
        setattr(record, name, value)
    session.flush()


def remove(session: Session, kind: type[Any], row_id: int) -> None:
    """Take a row out; what hangs on it must be gone before."""
    session.delete(_get(session, kind, row_id))
    session.flush()


def remove_every(session: Session, kind: type[Any], /, **where: Any) -> None:  # noqa: ANN401 - columns of the table
    """Take out the rows whose columns are as told."""
    for record in session.scalars(select(_RECORDS[kind]).filter_by(**where)):
        session.delete(record)
    session.flush()


def _get(session: Session, kind: type[Any], row_id: int) -> Any:  # noqa: ANN401 - a record of the kind
    record = session.get(_RECORDS[kind], row_id)
    if record is None:
        raise UserError("record.gone")
    return record


@cache
def _shapes(kind: Any) -> Mapping[str, tuple[Any, bool, bool]]:  # noqa: ANN401 - a kind of row
    """Of each field: its type, whether it may be None, whether it is money in cents."""
    hints = get_type_hints(kind)
    columns = _RECORDS[kind].__table__.columns
    return {one.name: (*_bare(hints[one.name]), f"{one.name}_cents" in columns) for one in fields(kind)}


def _bare(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401 - a type as written
    may_be_none = get_origin(hint) in (Union, UnionType)
    bare = next(one for one in get_args(hint) if one is not type(None)) if may_be_none else hint
    return getattr(bare, "__supertype__", bare), may_be_none


@cache
def _empty(kind: Any) -> Mapping[str, Any]:  # noqa: ANN401 - a kind of row
    blank: dict[Any, Any] = {str: "", bool: False, int: 0}
    shapes = {name: shape for name, shape in _shapes(cast("Hashable", kind)).items() if name not in ("id", "version")}
    return {
        name: None if may_be_none else () if get_origin(bare) is tuple else blank[bare]
        for name, (bare, may_be_none, _money) in shapes.items()
        if may_be_none or get_origin(bare) is tuple or bare in blank
    }


def _columns(kind: type[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    shapes = _shapes(cast("Hashable", kind))
    unknown = [name for name in values if name not in shapes]
    if unknown:
        raise ValueError(f"no such field of {kind.__name__}: {', '.join(unknown)}")
    return {
        f"{name}_cents" if shapes[name][2] else name: _kept(value, is_money=shapes[name][2])
        for name, value in values.items()
    }


def _kept(value: Any, *, is_money: bool) -> Any:  # noqa: ANN401 - what the column holds
    if value is None:
        return None
    if is_money:
        return to_cents(value)
    if isinstance(value, Enum):
        return value.value
    return [_plain(one) for one in value] if isinstance(value, tuple | list) else value


def _plain(value: Any) -> Any:  # noqa: ANN401 - an entry of a list
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return {name: one.isoformat() if isinstance(one, date) else one for name, one in asdict(value).items()}


def _value(kind: type[T], record: Any) -> T:  # noqa: ANN401 - a record of the kind
    return _built(kind, [getattr(record, column.key) for column in _asked(cast("Hashable", kind))])


@cache
def _asked(kind: Any) -> tuple[KeyedColumnElement[Any], ...]:  # noqa: ANN401 - a kind of row
    """The columns of its fields, in their order."""
    columns = _RECORDS[kind].__table__.columns
    return tuple(columns[f"{name}_cents" if shape[2] else name] for name, shape in _shapes(kind).items())


def _built(kind: type[T], found: Iterable[Any]) -> T:
    """A value of what its columns hold; only what the table keeps otherwise is read."""
    values = list(found)
    for place, shape in _read_otherwise(cast("Hashable", kind)):
        values[place] = _read(shape, values[place])
    return kind(*values)


@cache
def _read_otherwise(kind: Any) -> tuple[tuple[int, tuple[Any, bool, bool]], ...]:  # noqa: ANN401 - a kind of row
    """The places of the fields that are money, a tuple or a key of an enumeration."""
    return tuple(
        (place, shape)
        for place, shape in enumerate(_shapes(kind).values())
        if shape[2] or get_origin(shape[0]) is tuple or _is_key(shape[0])
    )


def _is_key(bare: Any) -> bool:  # noqa: ANN401 - a type
    return isinstance(bare, type) and issubclass(bare, Enum)


def _read(shape: tuple[Any, bool, bool], found: Any) -> Any:  # noqa: ANN401 - a field of the value
    bare, _none, is_money = shape
    if found is None:
        return None
    if is_money:
        return from_cents(found)
    if get_origin(bare) is tuple:
        return tuple(_entry(get_args(bare)[0], one) for one in found)
    return bare(found)


def _entry(kind: Any, found: Any) -> Any:  # noqa: ANN401 - an entry of a list
    if not is_dataclass(kind):
        return found
    build, read_as = cast("Callable[..., Any]", kind), _read_as(cast("Hashable", kind))
    return build(
        **{
            name: value if value is None or name not in read_as else read_as[name](value)
            for name, value in found.items()
        }
    )


@cache
def _read_as(kind: Any) -> Mapping[str, Callable[[Any], Any]]:  # noqa: ANN401 - a kind of entry
    """What reads the fields that are dates or tuples; all others are kept as they are."""
    bare = {name: _bare(hint)[0] for name, hint in get_type_hints(kind).items()}
    tuples: dict[str, Callable[[Any], Any]] = {name: tuple for name, one in bare.items() if get_origin(one) is tuple}
    return {**tuples, **{name: date.fromisoformat for name, one in bare.items() if one is date}}
