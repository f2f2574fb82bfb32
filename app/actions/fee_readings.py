# SPDX-License-Identifier: EUPL-1.2
"""What a fee is reckoned from besides its act: readings of a period, published indices, typed or imported."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from app.actions.changes import Changes
from app.actions.fee_fields import checked_figure
from app.actions.fees import CHANGED, schedule_in
from app.actions.incoming import read_file
from app.domain.dates import to_rome
from app.domain.fee_lines import PER_UNIT
from app.domain.fees import MEASURED, Fee, FeeId, FeeReading, IndexValue
from app.errors import UserError
from app.formats.index_table import IndexTable, RefusedRow, read_index_table
from app.formats.sheet_file import MAX_BYTES
from app.store import Session, Store, rows
from app.text import day, month

_KEY = ("name", "base", "month")


@dataclass(frozen=True, slots=True)
class IndexImport:
    """What an imported table did, or would do."""

    added: tuple[IndexValue, ...]
    changed: tuple[IndexValue, ...]  # another value for a month that we have
    unchanged: int
    refused: tuple[RefusedRow, ...]


def type_reading(store: Store, fee_id: FeeId, period_on: date, quantity: Decimal | None, source: str = "") -> Changes:
    """Write or replace what was read of the period that begins on a day; None takes the reading out.

    Of a fee per unit it is the quantity from that day on, whatever its period. UserError `fee.takes_no_reading`,
    `fee.no_such_period`.
    """
    if quantity is not None:
        quantity = checked_figure(quantity)
    with store.read() as session:
        fee = rows.read(session, Fee, fee_id)
        _check_period(session, fee, period_on, is_new=quantity is not None)
    title = "fee.read" if quantity is not None else "fee.reading_removed"
    with store.write(title, name=fee.title, on=day(period_on)) as session:
        rows.remove_every(session, FeeReading, fee_id=fee_id, period_on=period_on)
        if quantity is not None:
            told = {"quantity": quantity, "source": source.strip()}
            rows.add(session, FeeReading, fee_id=fee_id, period_on=period_on, **told)
    return CHANGED


def _check_period(session: Session, fee: Fee, period_on: date, *, is_new: bool) -> None:
    if fee.model not in (*MEASURED, *PER_UNIT):
        raise UserError("fee.takes_no_reading", name=fee.title)
    if fee.model in PER_UNIT or not is_new:
        return
    known = {one.starts_on for one in schedule_in(session, fee.contract_id, period_on) if one.fee_id == fee.id}
    if period_on not in known:
        raise UserError("fee.no_such_period", name=fee.title, on=period_on)


def list_indices(store: Store) -> list[IndexValue]:
    """Every value, by name, base and month."""
    with store.read() as session:
        found = rows.every(session, IndexValue)
    return sorted(found, key=lambda one: (one.name.casefold(), one.base, one.month))


def type_index(
    store: Store, name: str, on: date | None, value: Decimal | None, *, base: str = "", source: str = ""
) -> Changes:
    """Write the index published for the month of a day, or replace it."""
    told = _checked_index(store, name, on, value, base=base, source=source)
    with store.write("fee.index_typed", name=told.name, month=month(told.month)) as session:
        _put(session, told)
    return CHANGED


def remove_index(store: Store, index_id: int) -> Changes:
    """Take a value out."""
    with store.read() as session:
        known = rows.read(session, IndexValue, index_id)
    with store.write("fee.index_removed", name=known.name, month=month(known.month)) as session:
        rows.remove(session, IndexValue, index_id)
    return CHANGED


def import_indices(store: Store, path: Path, *, is_rehearsal: bool = False) -> tuple[IndexImport, Changes]:
    """Take over a table of indices (name, month, value, base, source); `is_rehearsal` only tells what it would do."""
    table = read_index_table(path.name, read_file(path, MAX_BYTES))
    known = {(one.name.casefold(), one.base, one.month): one for one in list_indices(store)}
    outcome = _compare(store, table, known)
    news = (*outcome.added, *outcome.changed)
    if is_rehearsal or not news:
        return outcome, Changes(history=False)
    with store.write("fee.indices_imported", file=path.name, count=str(len(news))) as session:
        for one in news:
            _put(session, one)
    return outcome, CHANGED


def _compare(store: Store, table: IndexTable, known: dict[tuple[str, str, date], IndexValue]) -> IndexImport:
    added, changed, unchanged = list[IndexValue](), list[IndexValue](), 0
    for row in table.rows:
        one = _checked_index(store, row.name, row.month, row.value, base=row.base, source=row.source or table.name)
        before = known.get((one.name.casefold(), one.base, one.month))
        if before is None:
            added.append(one)
        elif before.value != one.value:
            changed.append(one)
        else:
            unchanged += 1
    return IndexImport(tuple(added), tuple(changed), unchanged, table.refused)


def _checked_index(
    store: Store, name: str, on: date | None, value: Decimal | None, *, base: str, source: str
) -> IndexValue:
    if not name.strip():
        raise UserError("index.name_missing")
    if on is None:
        raise UserError("index.month_missing")
    if value is None:
        raise UserError("index.value_missing")
    if checked_figure(value) <= 0:
        raise UserError("index.value_unlikely", text=str(value))
    today = to_rome(store.now()).date()
    return IndexValue(0, name.strip(), on.replace(day=1), value, base.strip(), source.strip(), today, 0)


def _put(session: Session, one: IndexValue) -> None:
    same = [
        known
        for known in rows.every(session, IndexValue, month=one.month, base=one.base)
        if known.name.casefold() == one.name.casefold()
    ]
    told = {"value": one.value, "source": one.source, "taken_on": one.taken_on}
    if same:
        rows.change(session, IndexValue, same[0].id, None, **told)
    else:
        rows.add(session, IndexValue, **{name: getattr(one, name) for name in _KEY}, **told)
