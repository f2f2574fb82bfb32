# SPDX-License-Identifier: EUPL-1.2
"""An impegno is found in the line of its year, however its number is written."""

from datetime import date
from decimal import Decimal

import pytest

from app.domain.commitments import commitment_year, has_commitment, waiting_line
from app.domain.concessions import BudgetLine, ContractId

ON = date(2026, 11, 23)


def line(year: int, commitment: str = "", chapter: str = "", committed: Decimal | None = None) -> BudgetLine:
    return BudgetLine(
        id=year,
        concession_id=None,
        contract_id=ContractId(1),
        year=year,
        chapter=chapter,
        spending="",
        planned=None,
        committed=committed,
        commitment=commitment,
        committed_on=None,
        act="",
        note="",
        version=1,
    )


@pytest.mark.parametrize("typed", ["45/2026", "45", "n. 45/2026", " 45 / 2026 ", "N.45-2026"])
def test_the_number_is_the_same_however_it_is_written(typed: str) -> None:
    assert has_commitment([line(2026, "45/2026")], typed, ON)
    assert has_commitment([line(2026, "45")], typed, ON)
    assert not has_commitment([line(2025, "45"), line(2026), line(2026, "46/2026")], typed, ON)
    assert commitment_year(typed, ON) == 2026


def test_the_year_is_that_of_the_number_before_that_of_the_day() -> None:
    assert commitment_year("45/2025", ON) == 2025
    assert commitment_year("1928/1", ON) == 2026


def test_a_line_waits_while_it_has_neither_number_nor_amount() -> None:
    lines = [line(2026, "44"), line(2026, chapter="9", committed=Decimal(1)), line(2025), line(2026, chapter="8")]
    assert waiting_line(lines, "8", 2026) == lines[3]
    assert waiting_line(lines, "", 2026) == lines[3]
    assert waiting_line(lines, "7", 2026) is None
    assert waiting_line(lines, "", 2027) is None
