# SPDX-License-Identifier: EUPL-1.2
"""Fees as values."""

from datetime import date

from app.domain.catalogue import FEE_MODELS
from app.domain.fee_schedule import instalments
from app.domain.fees import FIXED, MEASURED, PERIODS
from tests.fees import fee, terms


def test_every_model_is_fixed_measured_or_of_its_own_kind() -> None:
    assert set(FEE_MODELS) - set(FIXED) - set(MEASURED) == {"quota_inclusa", "progetto"}
    assert not set(FIXED) & set(MEASURED)


def test_periods_part_a_year_into_whole_instalments() -> None:
    assert all(12 % months == 0 for months in PERIODS.values() if months)


def test_an_instalment_is_charged_to_the_year_in_which_its_period_ends() -> None:
    of = terms(date(2027, 7, 1), date(2028, 6, 30))
    (found,) = instalments(fee(amount="1", period="yearly"), of, date(2028, 6, 30))
    assert found.year == 2028
