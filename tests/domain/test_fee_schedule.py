# SPDX-License-Identifier: EUPL-1.2
"""What holds of every schedule: the year adds up, nothing is lost in an incomplete period, no day is left out."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.fee_periods import fee_parts
from app.domain.fee_schedule import fee_gaps, instalments, year_total
from app.domain.fees import PERIODS, PRO_RATAS, Fee, Instalment
from app.domain.rounding import to_the_cent
from tests.fees import fee, suspension, terms

_CENT = Decimal("0.01")
_AMOUNTS = st.decimals("0", "999999.99", places=2)
_DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
_PERIODS = st.sampled_from([name for name, months in PERIODS.items() if months])


def _sum(found: tuple[Instalment, ...]) -> Decimal:
    return sum((one.net or Decimal(0) for one in found), Decimal("0.00"))


@settings(max_examples=500)
@given(
    amount=_AMOUNTS,
    start=_DAYS,
    period=_PERIODS,
    years=st.integers(1, 5),
    is_calendar=st.booleans(),
    pro_rata=st.sampled_from(PRO_RATAS),
)
def test_the_instalments_of_a_year_add_up_to_the_year(
    amount: Decimal, start: date, period: str, years: int, *, is_calendar: bool, pro_rata: str
) -> None:
    """Each whole year of the fee asks for its amount to the cent, its instalments within a cent of each other."""
    one = fee(amount=amount, period=period, is_calendar=is_calendar, pro_rata=pro_rata)
    found = instalments(one, terms(start, None), start + timedelta(days=365 * (years + 2)))
    parts = list(fee_parts(one, terms(start, None), start + timedelta(days=365 * (years + 2))))
    complete = [year for year in {part.fee_year for part in parts} if _is_whole(one, parts, year, start)]
    assert len(complete) >= years
    for year in complete:
        ours = tuple(net for net, part in zip(found, parts, strict=True) if part.fee_year == year)
        assert _sum(ours) == amount
        assert max(one.net for one in ours if one.net is not None) - min(one.net or amount for one in ours) <= _CENT


def _is_whole(one: Fee, parts: list, year: int, start: date) -> bool:  # type: ignore[type-arg]  # parts of the fee
    ours = [part for part in parts if part.fee_year == year]
    enough = len(ours) == 12 // PERIODS[one.period]
    return enough and not (one.is_calendar and year == start.year and (start.month, start.day) != (1, 1))


@settings(max_examples=500)
@given(
    amount=_AMOUNTS,
    start=_DAYS,
    length=st.integers(0, 1500),
    period=_PERIODS,
    is_calendar=st.booleans(),
    is_funded=st.booleans(),
)
def test_every_day_once_and_each_instalment_near_its_exact_share(
    amount: Decimal, start: date, length: int, period: str, *, is_calendar: bool, is_funded: bool
) -> None:
    """Periods follow each other without a gap; each is within a cent of its exact share, a year within half."""
    end = start + timedelta(days=length)
    funded = start + timedelta(days=length // 2) if is_funded else None
    one = fee(amount=amount, period=period, is_calendar=is_calendar, funded_until=funded)
    found, parts = instalments(one, terms(start, end), end), list(fee_parts(one, terms(start, end), end))
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert (found[0].starts_on, found[-1].ends_on) == (start, end)
    for before, after in pairwise(found):
        assert after.starts_on == before.ends_on + timedelta(days=1)
    for each, part in zip(found, parts, strict=True):
        assert each.net is not None
        assert abs(Fraction(each.net) - Fraction(amount) * part.share(part.days)) < Fraction(1, 100)
    for year in {part.fee_year for part in parts}:
        exact = sum(Fraction(amount) * part.share(part.days) for part in parts if part.fee_year == year)
        ours = tuple(net for net, part in zip(found, parts, strict=True) if part.fee_year == year)
        assert _sum(ours) == to_the_cent(Fraction(exact))


@settings(max_examples=500)
@given(_AMOUNTS, st.integers(2021, 2030), st.integers(1, 364), _PERIODS)
def test_two_contracts_that_part_a_year_lose_nothing(amount: Decimal, year: int, day: int, period: str) -> None:
    """What one asks until a day and the other from the next is the year; a half cent counts twice, never not."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    change = first + timedelta(days=day)
    one = fee(amount=amount, period=period, is_calendar=True)
    before = instalments(one, terms(first, change - timedelta(days=1)), last)
    after = instalments(one, terms(change, last), last)
    assert amount <= _sum(before) + _sum(after) <= amount + _CENT


@settings(max_examples=500)
@given(_AMOUNTS, _DAYS, st.integers(0, 364), st.integers(1, 200), _PERIODS)
def test_a_suspension_takes_out_its_days_and_no_cent_more(
    amount: Decimal, start: date, after: int, days: int, period: str
) -> None:
    """What is due with a suspension and what is due of its days alone are the whole."""
    end = date(start.year + 3, start.month, 28)
    off = start + timedelta(days=after)
    back = off + timedelta(days=days - 1)
    one = fee(amount=amount, period=period)
    whole = instalments(one, terms(start, end), end)
    due = instalments(one, terms(start, end, suspensions=(suspension(off, back),)), end)
    outside = [
        suspension(start - timedelta(days=1), off - timedelta(days=1)),
        suspension(back + timedelta(days=1), None),
    ]
    rest = instalments(one, terms(start, end, suspensions=tuple(outside)), end)
    assert len(whole) == len(due) == len(rest)
    assert abs(_sum(due) + _sum(rest) - _sum(whole)) <= 2 * _CENT  # the half cent of each of two years
    for one_due, one_whole in zip(due, whole, strict=True):
        assert one_due.net is not None
        assert one_whole.net is not None
        assert 0 <= one_due.net <= one_whole.net + _CENT


def test_what_keeps_a_schedule_open() -> None:
    """Without a start or an end it is told; one instalment alone needs no end."""
    assert fee_gaps(fee(), terms(None, None)) == ("start", "end")
    assert fee_gaps(fee(), terms(date(2027, 1, 1), None)) == ("end",)
    assert fee_gaps(fee(period="once"), terms(date(2027, 1, 1), None)) == ()


def test_the_earlier_end_counts() -> None:
    """A fee ends with its contract, and its own earlier end counts too."""
    of = terms(date(2027, 1, 1), date(2027, 6, 30))
    assert instalments(fee(amount=Decimal(12), ends_on=date(2030, 1, 1)), of, date(2031, 1, 1))[-1].ends_on.month == 6
    assert instalments(fee(amount=Decimal(12), ends_on=date(2027, 2, 28)), of, date(2031, 1, 1))[-1].ends_on.month == 2


def test_an_empty_year_adds_up_to_nothing() -> None:
    """Nothing due is 0,00, and nothing is missing."""
    total = year_total((), 2027)
    assert (total.net, total.on_budget, total.missing) == (Decimal("0.00"), Decimal("0.00"), ())
