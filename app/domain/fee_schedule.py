# SPDX-License-Identifier: EUPL-1.2
"""The expected instalments of a fee, each with how it was reckoned.

The instalments of a year of the fee are rounded together: each is what is due since the year began, rounded to the
cent, less what the instalments before it already ask for; so they add up to the year exactly. Only an index that is not
yet typed leaves an amount standing: that of the last adjustment known, marked as missing its index.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from app.domain.fee_lines import NOTHING_KNOWN, Lines, fixed_lines, indexed, suspension_steps
from app.domain.fee_periods import Part, fee_end, fee_parts, fee_start
from app.domain.fees import FIXED, MEASURED, Fee, FeeTerms, Instalment, WorkingStep
from app.domain.rounding import to_the_cent

_ZERO = Decimal("0.00")
_FIRM = ("index", "vat")
"""What may be missing while the net amount is told."""


def fee_gaps(fee: Fee, terms: FeeTerms) -> tuple[str, ...]:
    """What keeps the whole schedule from being reckoned to its end: "start", "end"."""
    gaps = () if fee_start(fee, terms) else ("start",)
    return gaps if fee.period == "once" or fee_end(fee, terms) else (*gaps, "end")


def instalments(fee: Fee, terms: FeeTerms, until: date) -> tuple[Instalment, ...]:
    """The instalments whose period begins up to a day, in order; none without a first day."""
    if fee.model == "quota_inclusa":
        return ()
    found = _once(fee, terms, until) if fee.period == "once" or fee.model == "progetto" else _each(fee, terms, until)
    return tuple(_instalment(fee, number, part, lines) for number, (part, lines) in enumerate(found, 1))


def _once(fee: Fee, terms: FeeTerms, until: date) -> Iterator[tuple[Part, Lines]]:
    start = fee_start(fee, terms)
    if start is None or start > until:
        return
    part = Part(start, start, start.year, 12, 1)
    if fee.model in MEASURED:
        yield part, _measured(fee, part, terms)
    elif fee.amount is None:
        yield part, fixed_lines(fee, part, terms) if fee.unit_price is not None else NOTHING_KNOWN
    else:
        yield part, Lines(Fraction(fee.amount), fee.amount, (), (WorkingStep("lump", {"on": start}, fee.amount),))


def _each(fee: Fee, terms: FeeTerms, until: date) -> Iterator[tuple[Part, Lines]]:
    fee_year, exact, asked = 0, Fraction(0), _ZERO
    for part in fee_parts(fee, terms, until):
        if fee.model not in FIXED:
            yield part, _measured(fee, part, terms)
            continue
        if part.fee_year != fee_year:
            fee_year, exact, asked = part.fee_year, Fraction(0), _ZERO
        lines = _free(fee) if _is_until(fee.free_until, part) else fixed_lines(fee, part, terms)
        exact += lines.exact
        net = to_the_cent(exact) - asked
        asked += net
        yield part, _rounded(lines, net)


def _rounded(lines: Lines, net: Decimal) -> Lines:
    """Lines whose amount is the net one; the cents that the year asks for are a step of their own."""
    if net == lines.rounded:
        return lines
    step = WorkingStep("rounding", {"lines": lines.rounded, "difference": net - lines.rounded}, net)
    return Lines(lines.exact, net, lines.missing, (*lines.working, step))


def _free(fee: Fee) -> Lines:
    return Lines(Fraction(0), _ZERO, (), (WorkingStep("free", {"until": fee.free_until}, _ZERO),))


def _is_until(day: date | None, part: Part) -> bool:
    return day is not None and part.ends_on <= day


def _measured(fee: Fee, part: Part, terms: FeeTerms) -> Lines:
    """What a reading costs; a period that is wholly suspended costs nothing, read or not."""
    if _is_until(fee.free_until, part):
        return _free(fee)
    off = suspension_steps(part.starts_on, part.ends_on, terms)
    if any(step.params["days"] == part.days for step in off):
        return Lines(Fraction(0), _ZERO, (), off)
    read = next((one for one in terms.readings if one.fee_id == fee.id and one.period_on == part.starts_on), None)
    price = fee.percent if fee.model == "aggio" else fee.unit_price
    gaps = (*(() if price is not None else ("amount",)), *(() if read else ("reading",)))
    if price is None or read is None:
        return Lines(Fraction(0), _ZERO, gaps, off)
    net, steps = _collected(read.quantity, price) if fee.model == "aggio" else _units(fee, read.quantity, price)
    if fee.model == "aggio":
        return Lines(Fraction(net), net, (), (*off, *steps))
    net, index_steps, is_provisional = indexed(fee, net, part.starts_on, terms)
    return Lines(Fraction(net), net, ("index",) if is_provisional else (), (*off, *steps, *index_steps))


def _collected(collected: Decimal, percent: Decimal) -> tuple[Decimal, tuple[WorkingStep, ...]]:
    net = to_the_cent(Fraction(collected) * Fraction(percent) / 100)
    return net, (WorkingStep("collected", {"collected": collected, "percent": percent}, net),)


def _units(fee: Fee, quantity: Decimal, price: Decimal) -> tuple[Decimal, tuple[WorkingStep, ...]]:
    included = fee.included or Decimal(0)
    beyond = max(Decimal(0), quantity - included)
    net = to_the_cent(Fraction(beyond) * Fraction(price))
    steps = [WorkingStep("units", {"quantity": beyond, "unit_price": price, "unit": fee.unit}, net)]
    if fee.included is not None:
        told = {"quantity": quantity, "included": included, "beyond": beyond, "unit": fee.unit}
        steps.insert(0, WorkingStep("beyond", told, None))
    return net, tuple(steps)


def _instalment(fee: Fee, number: int, part: Part, lines: Lines) -> Instalment:
    is_free = _is_until(fee.free_until, part)
    net = None if any(gap not in _FIRM for gap in lines.missing) else lines.rounded
    if is_free:
        net = _ZERO
    vat, vat_steps = _vat(fee, net)
    missing = ("vat",) if net is not None and vat is None else ()
    due_from = part.starts_on if fee.is_in_advance else part.ends_on
    is_funded = not is_free and _is_until(fee.funded_until, part)
    return Instalment(
        fee_id=fee.id,
        contract_id=fee.contract_id,
        model=fee.model,
        title=fee.title,
        number=number,
        starts_on=part.starts_on,
        ends_on=part.ends_on,
        due_on=None if fee.due_days is None else due_from + timedelta(days=fee.due_days),
        net=net,
        vat=vat,
        gross=None if net is None or vat is None else net + vat,
        is_free=is_free,
        is_funded=is_funded,
        is_split=fee.is_split,
        spending=fee.spending,
        chapter=fee.chapter,
        missing=(*lines.missing, *missing),
        working=(*lines.working, *_funding_steps(fee, part, is_funded=is_funded), *vat_steps),
    )


def _funding_steps(fee: Fee, part: Part, *, is_funded: bool) -> tuple[WorkingStep, ...]:
    """Who pays: the lump sum, or from the day after it the budget."""
    if is_funded:
        return (WorkingStep("funded", {"until": fee.funded_until}, None),)
    if fee.funded_until and part.starts_on == fee.funded_until + timedelta(days=1):
        return (WorkingStep("step_up", {"on": part.starts_on}, None),)
    return ()


def _vat(fee: Fee, net: Decimal | None) -> tuple[Decimal | None, tuple[WorkingStep, ...]]:
    if net is None or (fee.vat_rate is None and net):
        return None, ()
    rate = fee.vat_rate or Decimal(0)
    vat = to_the_cent(Fraction(net) * Fraction(rate) / 100)
    if not rate or not net:
        return vat, (WorkingStep("no_vat", {"note": fee.vat_note}, vat),) if net else ()
    steps = [WorkingStep("vat", {"net": net, "rate": rate}, vat)]
    steps.append(WorkingStep("split" if fee.is_split else "gross", {"net": net, "vat": vat}, net + vat))
    return vat, tuple(steps)


@dataclass(frozen=True, slots=True)
class YearTotal:
    """What the instalments of a financial year add up to; a sum is None while one of them is."""

    year: int
    net: Decimal | None
    vat: Decimal | None
    gross: Decimal | None
    funded: Decimal | None  # of the gross sum, what the lump sum pays
    missing: tuple[str, ...]
    known: Decimal = _ZERO  # gross, or net where the VAT is not stated, of the instalments that have an amount

    @property
    def on_budget(self) -> Decimal | None:
        """The gross sum that the budget of the comune bears."""
        return None if self.gross is None or self.funded is None else self.gross - self.funded


def year_total(found: Iterable[Instalment], year: int) -> YearTotal:
    """The sums of a financial year."""
    ours = [one for one in found if one.year == year]
    missing = tuple(sorted({gap for one in ours for gap in one.missing}))
    return YearTotal(
        year,
        _sum(one.net for one in ours),
        _sum(one.vat for one in ours),
        _sum(one.gross for one in ours),
        _sum(one.gross for one in ours if one.is_funded),
        missing,
        sum((one.gross or one.net or _ZERO for one in ours), _ZERO),
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    total = _ZERO
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total
