# SPDX-License-Identifier: EUPL-1.2
"""Costs over a term: whole years, days left, leap years, cents that always add up, and no figure that nobody typed."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import FIRST_YEAR, LAST_YEAR, add_months
from app.domain.request_costs import CostLine, CostOverTerm, Span, cost_over_term, span_of
from app.errors import UserError

ACT = "Convenzione, art. 5 (inventata)"
CENT = Decimal("0.01")
STARTS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR - 30, 12, 31))
LENGTHS = st.integers(0, 7_500)
FIGURES = st.none() | st.decimals(0, 1_000_000, places=2)
LINES = st.lists(
    st.builds(CostLine, st.sampled_from(["PEC", "PAGOPA", "SITO"]), FIGURES, FIGURES, st.just(ACT)), max_size=8
)


def line(code: str, once: str | None, yearly: str | None) -> CostLine:
    return CostLine(code, None if once is None else Decimal(once), None if yearly is None else Decimal(yearly), ACT)


def cost(lines: list[CostLine], starts_on: date | None, ends_on: date | None) -> CostOverTerm:
    found = cost_over_term(lines, starts_on, ends_on)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "span"),
    [
        (date(2026, 1, 1), date(2035, 12, 31), Span(10, 0, 366)),
        (date(2026, 7, 1), date(2027, 12, 31), Span(1, 184, 366)),  # the second year holds 29 February 2028
        (date(2026, 7, 1), date(2026, 12, 31), Span(0, 184, 365)),
        (date(2027, 7, 1), date(2027, 12, 31), Span(0, 184, 366)),
        (date(2028, 1, 1), date(2028, 12, 30), Span(0, 365, 366)),
        (date(2028, 1, 1), date(2028, 12, 31), Span(1, 0, 365)),
        (date(2028, 2, 29), date(2029, 2, 27), Span(1, 0, 365)),  # 28 February 2029 begins the second year
        (date(2028, 2, 29), date(2032, 2, 28), Span(4, 0, 365)),
        (date(2026, 3, 15), date(2026, 3, 15), Span(0, 1, 365)),
        (date(2020, 12, 1), date(2038, 11, 30), Span(18, 0, 365)),  # the concession of Lecco
    ],
)
def test_how_long_a_term_is(starts_on: date, ends_on: date, span: Span) -> None:
    assert span_of(starts_on, ends_on) == span


def test_a_term_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(UserError) as refusal:
        span_of(date(2026, 1, 2), date(2026, 1, 1))
    assert refusal.value.code == "accession.term_reversed"


def test_a_cost_over_whole_years() -> None:
    found = cost([line("PEC", "150.00", "1000.00"), line("SITO", None, "99.99")], date(2026, 1, 1), date(2035, 12, 31))
    assert (found.once, found.yearly, found.total) == (Decimal("150.00"), Decimal("1099.99"), Decimal("11149.90"))
    assert [(part.key, part.amount) for part in found.parts] == [
        ("once", Decimal("150.00")),
        ("years", Decimal("10999.90")),
    ]
    assert [one.total for one in found.lines] == [Decimal("10150.00"), Decimal("999.90")]
    assert found.is_complete


def test_the_days_left_are_a_share_of_their_own_year() -> None:
    plain = cost([line("PEC", None, "1000.00")], date(2026, 7, 1), date(2026, 12, 31))
    assert plain.total == Decimal("504.11")  # 184 days of 365: 504.1095...
    leap = cost([line("PEC", None, "1000.00")], date(2027, 7, 1), date(2027, 12, 31))
    assert leap.total == Decimal("502.73")  # 184 days of 366: 502.7322...
    assert [part.key for part in plain.parts] == ["days"]


def test_the_cents_are_dealt_out_by_the_largest_remainders() -> None:
    """One day of 365: 0.5479 and twice 0.2740 make 1.0959, so 0.55 and 0.27 twice lack a cent: the first has it."""
    lines = [line("A", None, "200.00"), line("B", None, "100.00"), line("C", None, "100.00")]
    found = cost(lines, date(2026, 3, 15), date(2026, 3, 15))
    assert found.total == Decimal("1.10")
    assert [one.over_days for one in found.lines] == [Decimal("0.55"), Decimal("0.28"), Decimal("0.27")]


def test_half_a_cent_goes_up() -> None:
    assert cost([line("A", None, "1.83")], date(2028, 1, 1), date(2028, 1, 1)).total == Decimal("0.01")  # 0.005
    assert cost([line("A", None, "1.82")], date(2028, 1, 1), date(2028, 1, 1)).total == Decimal("0.00")


def test_what_nobody_typed_is_not_zero() -> None:
    assert cost_over_term([], date(2026, 1, 1), date(2026, 12, 31)) is None
    assert cost_over_term([line("PEC", None, None)], date(2026, 1, 1), date(2026, 12, 31)) is None
    found = cost([line("PEC", None, None), line("SITO", "10.00", None)], date(2026, 1, 1), date(2026, 12, 31))
    assert (found.once, found.yearly, found.total) == (Decimal("10.00"), None, Decimal("10.00"))
    assert (found.without_figures, found.is_complete) == (("PEC",), False)
    assert (found.lines[0].total, found.lines[1].over_years) == (None, None)


def test_a_typed_zero_is_known() -> None:
    found = cost([line("PEC", "0.00", "0.00")], date(2026, 1, 1), date(2026, 12, 31))
    assert (found.total, found.is_complete) == (Decimal("0.00"), True)


def test_without_a_term_only_what_is_paid_once_is_known() -> None:
    found = cost([line("PEC", "10.00", "1.00"), line("SITO", "5.00", None)], None, date(2026, 12, 31))
    assert (found.once, found.yearly, found.total) == (Decimal("15.00"), Decimal("1.00"), None)
    assert ([one.total for one in found.lines], found.is_complete) == ([None, Decimal("5.00")], False)
    assert cost([line("PEC", "10.00", None)], None, None).total == Decimal("10.00")


def test_a_figure_finer_than_a_cent_is_a_fault() -> None:
    with pytest.raises(ValueError, match="cent"):
        cost_over_term([line("PEC", "0.001", None)], None, None)


@given(STARTS, LENGTHS)
def test_a_span_gives_the_end_back(starts_on: date, length: int) -> None:
    ends_on = starts_on + timedelta(days=length)
    span = span_of(starts_on, ends_on)
    assert 0 <= span.days < span.days_in_year
    assert span.days_in_year in (365, 366)
    assert add_months(starts_on, 12 * span.years) + timedelta(days=span.days - 1) == ends_on


@given(LINES, STARTS, LENGTHS)
def test_parts_and_lines_add_up_to_the_exact_total(lines: list[CostLine], starts_on: date, length: int) -> None:
    ends_on = starts_on + timedelta(days=length)
    found = cost_over_term(lines, starts_on, ends_on)
    typed = [one for one in lines if one.once is not None or one.yearly is not None]
    if found is None:
        assert typed == []
        return
    assert found.total is not None
    assert sum(part.amount for part in found.parts) == found.total
    assert sum(one.total for one in found.lines if one.total is not None) == found.total
    span = span_of(starts_on, ends_on)
    over = span.years + Fraction(span.days, span.days_in_year)
    exact = sum((Fraction(one.once or 0) + Fraction(one.yearly or 0) * over for one in typed), Fraction(0))
    assert abs(Fraction(found.total) - exact) <= Fraction(1, 200)
    for one in found.lines:
        if one.over_days is not None:
            share = Fraction(one.line.yearly or 0) * Fraction(span.days, span.days_in_year)
            assert abs(Fraction(one.over_days) - share) < Fraction(1, 100)
            assert one.over_days == one.over_days.quantize(CENT)


@given(LINES, STARTS, LENGTHS, st.integers(0, 400))
def test_a_longer_term_never_costs_less(lines: list[CostLine], starts_on: date, length: int, more: int) -> None:
    shorter = cost_over_term(lines, starts_on, starts_on + timedelta(days=length))
    longer = cost_over_term(lines, starts_on, starts_on + timedelta(days=length + more))
    if shorter and longer and shorter.total is not None:
        assert longer.total is not None
        assert longer.total >= shorter.total
