# SPDX-License-Identifier: EUPL-1.2
"""Five years from 31 December of the year of payment."""

from datetime import date

import pytest

from app.domain.maintenance import maintenance_until


@pytest.mark.parametrize(
    ("paid_on", "until"),
    [
        (date(2024, 1, 1), date(2029, 12, 31)),
        (date(2024, 12, 31), date(2029, 12, 31)),
        (date(2025, 1, 1), date(2030, 12, 31)),
        (None, None),
    ],
)
def test_it_runs_from_the_end_of_the_year(paid_on: date | None, until: date | None) -> None:
    assert maintenance_until(paid_on) == until
