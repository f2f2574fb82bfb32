# SPDX-License-Identifier: EUPL-1.2
"""Every part of the list says how it stands: what is to be done, else how much there is, never a blank."""

from dataclasses import replace
from decimal import Decimal

from app.actions.contract_summary import ContractSummary
from app.domain.budget import YearMoney
from app.ui.contract.told import fees_told, invoices_told, levels_told, money_told
from tests.ui.contract.conftest import Sit

YEAR = YearMoney(2026, "1080", "", left=Decimal("17262.71"), left_of="planned")
SUMMARY = ContractSummary(
    year=2026, has_fee=True, instalments=4, late=1, invoices=3, to_examine=1, money=YEAR, indicators=2, to_read=2,
    to_contest=1, to_decide=0,
)  # fmt: skip


def test_what_is_to_be_done_comes_first() -> None:
    assert fees_told(SUMMARY) == ("4 rate nel 2026, 1 in ritardo", "bad")
    assert invoices_told(SUMMARY) == ("1 da esaminare", "warning")
    assert levels_told(SUMMARY) == ("1 da contestare, 2 da leggere", "bad")
    assert money_told(YEAR)[0].replace("\N{NO-BREAK SPACE}", " ") == "restano 17.262,71 € nel 2026"


def test_else_how_much_there_is() -> None:
    quiet = replace(SUMMARY, late=0, to_examine=0, to_read=0, to_contest=0)
    assert fees_told(quiet) == ("4 rate nel 2026", "")
    assert invoices_told(quiet) == ("3 fatture", "")
    assert levels_told(quiet) == ("2 indicatori", "")


def test_nothing_is_said_in_words() -> None:
    empty = replace(SUMMARY, has_fee=False, instalments=0, late=0, invoices=0, to_examine=0, indicators=0)
    assert fees_told(empty) == ("da inserire", "")
    assert invoices_told(empty) == ("nessuna", "")
    assert levels_told(empty) == ("nessun indicatore", "")
    assert money_told(replace(YEAR, left=None)) == ("da inserire", "")
    told, tone = money_told(replace(YEAR, left=Decimal("-5.00"), is_over=True))
    assert (told.replace("\N{NO-BREAK SPACE}", " "), tone) == ("superato di 5,00 € nel 2026", "bad")


def test_no_part_of_a_contract_is_blank(sit: Sit) -> None:
    page = sit()
    assert [row.key for row in page.table.rows() if not row.told] == []
