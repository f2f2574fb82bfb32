# SPDX-License-Identifier: EUPL-1.2
"""A table of readings against those that are kept: what it adds, changes, finds equal or gets refused, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.folding import fold
from app.domain.level_numbers import read_number
from app.domain.level_periods import read_period, start_of
from app.domain.service_levels import Indicator, IndicatorId, Reading
from app.errors import UserError
from app.text.number_words import shown_number, typed_number

_FRACTION_BELOW = 10
"""A target of so many per cent or more is never read as 1 or less: a spreadsheet keeps 99,5 % as 0.995."""


class RowKind(StrEnum):
    """What importing a row does."""

    ADDED = "added"
    CHANGED = "changed"
    EQUAL = "equal"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as the table has it; a number or a day stays one."""

    number: int  # as a spreadsheet shows it
    indicator: str
    period: str | Decimal | date | None
    value: str | Decimal | date | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A row with what importing it would do."""

    number: int
    indicator: str  # as written
    period: str  # as written
    kind: RowKind
    indicator_id: IndicatorId | None = None
    period_on: date | None = None
    value: Decimal | None = None
    before: Decimal | None = None  # of a row that changes what is kept
    source: str = ""
    reason: UserError | None = None


def compare(
    table: Iterable[TableRow], indicators: Sequence[Indicator], kept: Mapping[tuple[int, date], Reading], today: date
) -> Iterator[ImportRow]:
    """Each row against what is kept; the first of two rows for the same period stands."""
    by_name = {fold(one.name): one for one in indicators}
    seen: set[tuple[int, date]] = set()
    for row in table:
        written = _shown(row.period)
        try:
            indicator = _indicator(row, by_name, indicators)
            start = _period(row, indicator, today)
            value = _value(row, indicator)
            if (indicator.id, start) in seen:
                raise UserError("level.row_repeated", value=written)
            before = kept.get((indicator.id, start))
            if before is not None and before.value != value and before.deducted_on is not None:
                raise UserError("level.settled", period=written)
        except UserError as error:
            yield ImportRow(row.number, row.indicator, written, RowKind.REFUSED, reason=error)
            continue
        seen.add((indicator.id, start))
        yield ImportRow(
            row.number,
            indicator.name,
            written,
            _kind(before, value),
            indicator.id,
            start,
            value,
            before.value if before else None,
            row.source,
        )


def _kind(before: Reading | None, value: Decimal) -> RowKind:
    if before is None:
        return RowKind.ADDED
    return RowKind.EQUAL if before.value == value else RowKind.CHANGED


def _indicator(row: TableRow, by_name: Mapping[str, Indicator], indicators: Sequence[Indicator]) -> Indicator:
    """The one that is named; where the table names none and the contract has one alone, that."""
    if not row.indicator and len(indicators) == 1:
        return indicators[0]
    if fold(row.indicator) not in by_name:
        raise UserError("level.row_unknown_indicator", value=row.indicator)
    return by_name[fold(row.indicator)]


def _period(row: TableRow, indicator: Indicator, today: date) -> date:
    if isinstance(row.period, date):
        start = start_of(indicator.period, row.period)
    else:
        start = read_period(_shown(row.period), indicator.period, today)
    is_before = indicator.starts_on is not None and start < start_of(indicator.period, indicator.starts_on)
    if is_before or (indicator.ends_on is not None and start > indicator.ends_on):
        raise UserError("level.period_outside")
    return start


def _value(row: TableRow, indicator: Indicator) -> Decimal:
    if not isinstance(row.value, Decimal):
        return read_number(_shown(row.value))
    target = indicator.target
    if indicator.unit == "%" and target is not None and target >= _FRACTION_BELOW and abs(row.value) <= 1:
        raise UserError("level.number_fraction", value=shown_number(row.value), target=shown_number(target))
    return row.value


def _shown(cell: str | Decimal | date | None) -> str:
    """A cell as text: a year that a spreadsheet took for a number is a year again."""
    if isinstance(cell, Decimal):
        return typed_number(cell)
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else (cell or "")
