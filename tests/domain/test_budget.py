# SPDX-License-Identifier: EUPL-1.2
"""Money by year and chapter: what is counted where, and that no cent is lost on the way."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.budget import (
    Asked,
    MoneyCase,
    YearMoney,
    by_heading,
    is_uncommitted,
    reckon,
    settled,
    shares_by_year,
    total_of,
)
from app.domain.invoices import InvoiceId, InvoiceState
from tests.concessions_money import budget_line, instalment, invoice, match, payment

JAN, DEC = date(2027, 1, 1), date(2027, 12, 31)


def test_a_line_is_the_plan_of_its_year_and_the_schedule_that_of_the_others() -> None:
    case = MoneyCase(
        chapter="1080",
        spending="purchase",
        lines=(budget_line(2027, planned=Decimal("1000.00")),),
        instalments=(
            instalment(JAN, DEC, "1220.00"),
            instalment(date(2028, 1, 1), date(2028, 6, 30), "610.00"),
            instalment(date(2028, 7, 1), date(2028, 12, 31), "610.01"),
        ),
    )
    first, second = reckon(case)
    assert (first.year, first.planned, first.planned_from) == (2027, Decimal("1000.00"), "line")
    assert (second.year, second.planned, second.planned_from) == (2028, Decimal("1220.01"), "schedule")
    assert {(one.chapter, one.spending) for one in (first, second)} == {("1080", "purchase")}


def test_a_line_is_the_plan_of_its_chapter_alone() -> None:
    fees = (
        instalment(JAN, DEC, "100.00", chapter="A"),
        instalment(JAN, DEC, "200.00", chapter="B"),
        instalment(JAN, DEC, "400.00"),
    )
    line, other = (budget_line(2027, planned=Decimal("150.00"), chapter=chapter) for chapter in ("A", "C"))
    found = reckon(MoneyCase(lines=(line,), instalments=fees[:2]))
    assert [(one.chapter, one.planned) for one in found] == [("A", Decimal("150.00")), ("B", Decimal("200.00"))]
    found = reckon(MoneyCase(lines=(line, other), instalments=fees[2:]))  # of no chapter: it may be any of them
    assert [(one.chapter, one.planned) for one in found] == [("A", Decimal("150.00")), ("C", Decimal("150.00"))]
    found = reckon(MoneyCase(lines=(budget_line(2027, planned=Decimal("150.00")),), instalments=fees))
    assert [(one.chapter, one.planned) for one in found] == [("", Decimal("150.00"))]


def test_what_is_free_or_funded_is_not_on_the_budget() -> None:
    free = instalment(JAN, DEC, "0.00", is_free=True)
    funded = instalment(JAN, DEC, "1220.00", is_funded=True)
    assert reckon(MoneyCase(instalments=(free, funded))) == ()


def test_a_missing_amount_is_not_zero() -> None:
    [money] = reckon(MoneyCase(instalments=(instalment(JAN, DEC, None),)))
    assert (money.planned, money.is_partial, money.left) == (None, True, None)
    [both] = reckon(MoneyCase(instalments=(instalment(JAN, DEC, None), instalment(JAN, DEC, "10.00"))))
    assert (both.planned, both.is_partial) == (Decimal("10.00"), True)


def test_left_is_of_the_commitment_else_of_the_plan() -> None:
    plan = MoneyCase(
        lines=(budget_line(2027, planned=Decimal("1000.00")),), payments=(payment("300.00", date(2027, 5, 1)),)
    )
    [money] = reckon(plan)
    assert (money.left, money.left_of, money.is_over) == (Decimal("700.00"), "planned", False)
    committed = budget_line(2027, planned=Decimal("1000.00"), committed=Decimal("250.00"), commitment="45")
    [money] = reckon(MoneyCase(lines=(committed,), payments=plan.payments))
    assert (money.left, money.left_of, money.is_over) == (Decimal("-50.00"), "committed", True)
    assert money.commitments == ("45",)


def test_a_transfer_is_told_from_a_purchase() -> None:
    quota = budget_line(2027, chapter="1080", spending="transfer", committed=Decimal("500.00"))
    fee = budget_line(2027, chapter="1080", spending="purchase", committed=Decimal("900.00"))
    found = reckon(MoneyCase(lines=(quota, fee)))
    assert [(one.spending, one.committed) for one in found] == [
        ("purchase", Decimal("900.00")),
        ("transfer", Decimal("500.00")),
    ]


def test_what_names_no_chapter_goes_to_the_only_line_of_its_year() -> None:
    line = budget_line(2027, chapter="2040", spending="transfer", planned=Decimal("1000.00"))
    paid = (payment("10.00", date(2027, 3, 5)), payment("7.00", date(2028, 1, 9)), payment("1.00", JAN, chapter="9"))
    found = reckon(MoneyCase(chapter="1080", spending="purchase", lines=(line,), payments=paid))
    assert [(one.year, one.chapter, one.spending, one.paid) for one in found] == [
        (2027, "2040", "transfer", Decimal("10.00")),
        (2027, "9", "purchase", Decimal("1.00")),
        (2028, "1080", "purchase", Decimal("7.00")),
    ]


def test_a_payment_may_be_charged_to_another_year() -> None:
    [money] = reckon(MoneyCase(payments=(payment("10.00", date(2028, 1, 9), year=2027),)))
    assert (money.year, money.paid) == (2027, Decimal("10.00"))


def test_a_refused_invoice_does_not_count_and_a_credit_note_takes_off() -> None:
    invoices = (
        invoice(1, "122.00", date(2027, 6, 30)),
        invoice(2, "50.00", date(2027, 6, 30), state=InvoiceState.REFUSED, refusal_cause="cig"),
        invoice(3, "22.00", date(2027, 7, 1), type="TD04"),
    )
    [money] = reckon(MoneyCase(invoices=invoices))
    assert money.invoiced == Decimal("100.00")


def test_a_penalty_is_taken_off_where_its_invoice_is_charged() -> None:
    bill = invoice(1, "122.00", date(2028, 1, 15))
    matches = (match(1, date(2027, 7, 1), "50.00"), match(1, date(2028, 1, 1), "50.00"))
    asked = {bill.id: Asked(Decimal("111.99"), Decimal("0.00"), Decimal("10.01"))}
    case = MoneyCase(invoices=(bill,), matches=matches, asked=asked)
    found = reckon(case)
    assert [(one.year, one.invoiced) for one in found] == [(2027, Decimal("61.00")), (2028, Decimal("61.00"))]
    assert sum(one.deducted for one in found) == Decimal("10.01")
    assert sum(one.owed for one in found) == Decimal("111.99")
    committed = budget_line(2028, committed=Decimal("111.99"))
    [money] = reckon(MoneyCase(lines=(committed,), invoices=(bill,), asked=asked))
    assert not money.is_over


def test_an_invoice_is_charged_to_the_year_of_what_it_pays() -> None:
    last = instalment(date(2027, 10, 1), DEC, "122.00", chapter="77", spending="purchase")
    bill = invoice(1, "122.00", date(2028, 1, 15))
    case = MoneyCase(instalments=(last,), invoices=(bill,), matches=(match(1, date(2027, 10, 1), "100.00"),))
    [money] = reckon(case)
    assert (money.year, money.chapter, money.invoiced) == (2027, "77", Decimal("122.00"))
    [alone] = reckon(MoneyCase(invoices=(invoice(2, "122.00", date(2028, 1, 15), period_to=DEC),)))
    assert alone.year == 2027


@given(
    total=st.integers(1, 10**9),
    parts=st.lists(st.tuples(st.integers(2020, 2035), st.integers(1, 10**7)), max_size=6),
    is_credit=st.booleans(),
)
def test_the_shares_of_an_invoice_add_up_to_it(total: int, parts: list[tuple[int, int]], *, is_credit: bool) -> None:
    bill = invoice(1, str(Decimal(total) / 100), date(2027, 6, 30), type="TD04" if is_credit else "TD01")
    matches = [match(1, date(year, 1, 1), str(Decimal(cents) / 100)) for year, cents in parts]
    shares = shares_by_year(bill, matches, {})
    assert sum(amount for _year, _fee, amount in shares) == bill.total * bill.sign
    assert all(amount == amount.quantize(Decimal("0.01")) for _year, _fee, amount in shares)


MONEY = st.builds(
    lambda *told, **more: settled(YearMoney(*told, **more)),
    st.integers(2026, 2029),
    st.sampled_from(("", "1080", "2040")),
    st.sampled_from(("", "purchase", "transfer")),
    planned=st.one_of(st.none(), st.decimals(0, 10**6, places=2)),
    committed=st.one_of(st.none(), st.decimals(0, 10**6, places=2)),
    invoiced=st.decimals(-(10**6), 10**6, places=2),
    paid=st.decimals(-(10**6), 10**6, places=2),
)


@given(st.lists(MONEY, max_size=12))
def test_the_chapters_of_a_year_add_up_to_its_total(parts: list[YearMoney]) -> None:
    for year in range(2026, 2030):
        alone, together = total_of(parts, year), total_of(by_heading(parts), year)
        assert alone == together
        lefts = [one.left for one in parts if one.year == year and one.left is not None]
        assert alone.left == (sum(lefts) if lefts else None)
        assert alone.paid == sum((one.paid for one in parts if one.year == year), Decimal(0))


def test_a_year_with_something_due_and_nothing_committed_is_uncovered() -> None:
    assert is_uncommitted(YearMoney(2027, "", "", planned=Decimal(10)))
    assert not is_uncommitted(YearMoney(2027, "", "", planned=Decimal(10), committed=Decimal(10)))
    assert not is_uncommitted(YearMoney(2027, "", ""))


def test_the_split_vat_is_spent_too() -> None:
    bill = invoice(1, "122.00", date(2027, 6, 30))
    [half] = reckon(MoneyCase(invoices=(bill,), payments=(payment("50.00", date(2027, 7, 1), invoice_id=1),)))
    assert (half.paid, half.split_vat) == (Decimal("61.00"), Decimal("11.00"))
    [whole] = reckon(MoneyCase(invoices=(bill,), payments=(payment("100.00", date(2027, 7, 1), invoice_id=1),)))
    assert (whole.paid, whole.split_vat) == (Decimal("122.00"), Decimal("22.00"))


def test_a_penalty_takes_nothing_off_the_vat_that_is_split() -> None:
    bill, asked = invoice(1, "122.00", date(2027, 6, 30)), {InvoiceId(1): Asked(Decimal("90.00"), Decimal("22.00"))}
    paid = payment("90.00", date(2027, 7, 1), invoice_id=1)
    [money] = reckon(MoneyCase(invoices=(bill,), payments=(paid,), asked=asked))
    assert (money.paid, money.split_vat) == (Decimal("112.00"), Decimal("22.00"))
    note = invoice(2, "122.00", date(2027, 6, 30), type="TD04")
    back = payment("-50.00", date(2027, 7, 1), invoice_id=2)
    [money] = reckon(MoneyCase(invoices=(note,), payments=(back,)))
    assert (money.paid, money.split_vat) == (Decimal("-61.00"), Decimal("-11.00"))


def test_a_mandate_with_the_vat_in_it_counts_once() -> None:
    bill = invoice(1, "122.00", date(2027, 6, 30))
    [money] = reckon(MoneyCase(invoices=(bill,), payments=(payment("122.00", date(2027, 7, 1), invoice_id=1),)))
    assert (money.paid, money.split_vat) == (Decimal("122.00"), Decimal("0.00"))
    unsplit = invoice(2, "122.00", date(2027, 6, 30), due_vat="I")
    [money] = reckon(MoneyCase(invoices=(unsplit,), payments=(payment("100.00", date(2027, 7, 1), invoice_id=2),)))
    assert money.paid == Decimal("100.00")
