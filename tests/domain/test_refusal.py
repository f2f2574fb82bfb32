# SPDX-License-Identifier: EUPL-1.2
"""The fifteen days in which an invoice may be refused, and the causes that checks point at."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.invoices import InvoiceState
from app.domain.refusal import REFUSAL_CAUSES, refusal_clock, refusal_due, suggested_causes


def test_the_last_day_is_the_fifteenth_after_the_delivery() -> None:
    assert refusal_due(date(2026, 2, 3)) == date(2026, 2, 18)
    assert refusal_due(date(2028, 2, 20)) == date(2028, 3, 6)


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(0, 40))
def test_the_clock_runs_until_the_last_day_and_only_while_nothing_is_decided(received: date, passed: int) -> None:
    today = date.fromordinal(received.toordinal() + passed)
    clock = refusal_clock(received, InvoiceState.RECEIVED, today)
    assert clock.days_left == 15 - passed
    assert clock.is_running == (passed <= 15)
    assert not refusal_clock(received, InvoiceState.APPROVED, today).is_running
    assert not refusal_clock(None, InvoiceState.RECEIVED, today).is_running


def test_only_lawful_causes_are_suggested_each_once() -> None:
    assert suggested_causes(["cig", "cup", "amount", "iban"]) == ("cig_or_cup",)
    assert set(suggested_causes(["addressee", "cig", "determination"])) <= set(REFUSAL_CAUSES)
