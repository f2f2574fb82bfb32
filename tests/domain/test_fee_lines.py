# SPDX-License-Identifier: EUPL-1.2
"""The lines of a part: one for each amount in force, and what is said when an index is missing."""

from datetime import date
from fractions import Fraction

from app.domain.fee_lines import fixed_lines
from app.domain.fee_periods import fee_parts
from tests.fees import fee, index, terms


def test_an_adjustment_in_the_middle_parts_the_period() -> None:
    """From 1 July the adjusted amount: 1.000 x 181/365 + 1.100 x 184/365."""
    one = fee(
        amount="1000",
        period="yearly",
        index_name="FOI",
        index_base=date(2026, 1, 1),
        index_lag=0,
        index_first_on=date(2027, 7, 1),
    )
    of = terms(
        date(2027, 1, 1),
        date(2027, 12, 31),
        index_values=(index(date(2026, 1, 1), "100"), index(date(2027, 7, 1), "110")),
    )
    (part,) = fee_parts(one, of, date(2027, 12, 31))
    found = fixed_lines(one, part, of)
    assert found.exact == Fraction(1000 * 181 + 1100 * 184, 365)
    lines = [step for step in found.working if step.code == "share_of_days"]
    assert [(step.params["days"], str(step.result)) for step in lines] == [(181, "495.89"), (184, "554.52")]
    assert found.missing == ()


def test_a_missing_index_leaves_the_last_amount_known() -> None:
    """The second adjustment is not published: the first goes on, and the month that is missing is named."""
    one = fee(
        amount="1000",
        period="yearly",
        index_name="FOI",
        index_base=date(2026, 1, 1),
        index_lag=1,
        index_first_on=date(2027, 1, 1),
    )
    of = terms(
        date(2028, 1, 1),
        date(2028, 12, 31),
        index_values=(index(date(2026, 1, 1), "100"), index(date(2026, 12, 1), "104")),
    )
    (part,) = fee_parts(one, of, date(2028, 12, 31))
    found = fixed_lines(one, part, of)
    assert (str(found.rounded), found.missing) == ("1040.00", ("index",))
    assert found.working[1].code == "index_missing"
    assert found.working[1].params["month"] == date(2027, 12, 1)


def test_without_the_base_nothing_is_adjusted() -> None:
    """The base month is what is missing."""
    one = fee(amount="1000", period="yearly", index_name="FOI", index_base=date(2026, 1, 1), index_lag=1,
              index_first_on=date(2027, 1, 1))  # fmt: skip
    of = terms(date(2027, 1, 1), date(2027, 12, 31), index_values=(index(date(2026, 12, 1), "104"),))
    (part,) = fee_parts(one, of, date(2027, 12, 31))
    found = fixed_lines(one, part, of)
    assert (str(found.rounded), found.missing) == ("1000.00", ("index",))
    assert found.working[1].params["month"] == date(2026, 1, 1)
