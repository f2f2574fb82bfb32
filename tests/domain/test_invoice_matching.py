# SPDX-License-Identifier: EUPL-1.2
"""Proposals never ask an instalment for more than is left, nor an invoice for more than it is."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.concessions import ContractId
from app.domain.fees import FeeId, Instalment
from app.domain.invoice_checks import InvoiceCase, Outcome, check_invoice
from app.domain.invoice_matching import asked_before, guess_contracts, propose, sure_contract
from app.domain.invoices import InvoiceId, InvoiceMatch
from tests.domain.test_invoice_checks import contract, invoice, ref
from tests.invoices import make_cig, month

CENTS = st.integers(1, 100_000).map(lambda cents: Decimal(cents).scaleb(-2))


def instalment(number: int, net: Decimal | None) -> Instalment:
    """A month of one fee."""
    first, last = month(number)
    return Instalment(
        fee_id=FeeId(1), contract_id=ContractId(1), model="canone_fisso", title="Canone", number=number,
        starts_on=first, ends_on=last, due_on=None, net=net, vat=None, gross=None, is_free=False, is_funded=False,
        is_split=True, spending="", chapter="", missing=(), working=(),
    )  # fmt: skip


def matched(number: int, amount: Decimal, of: int = 9) -> InvoiceMatch:
    return InvoiceMatch(number, InvoiceId(of), FeeId(1), month(number)[0], amount, "typed", 1)


@given(st.lists(CENTS, min_size=1, max_size=12), CENTS, st.lists(st.integers(1, 12), max_size=3, unique=True))
def test_no_group_asks_for_more_than_there_is(nets: list[Decimal], taxable: Decimal, taken: list[int]) -> None:
    due = [instalment(number, net) for number, net in enumerate(nets, 1)]
    matches = [matched(number, due[number - 1].net or Decimal(1)) for number in taken if number <= len(due)]
    found = propose(invoice(taxable=taxable), due, matches)
    for group in {one.group for one in found}:
        parts = [one for one in found if one.group == group]
        assert sum(one.amount for one in parts) <= taxable
        assert all(Decimal(0) < one.amount <= (due[one.period_on.month - 1].net or 0) for one in parts)
        assert not {one.period_on.month for one in parts} & set(taken)


@given(st.lists(CENTS, min_size=2, max_size=12), st.data())
def test_instalments_that_add_up_are_proposed_together(nets: list[Decimal], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(nets) - 2))
    last = data.draw(st.integers(first + 1, len(nets) - 1))
    due = [instalment(number, net) for number, net in enumerate(nets, 1)]
    run = due[first : last + 1]
    total = sum((one.net for one in run if one.net), Decimal(0))
    whole = invoice(taxable=total, period_from=run[0].starts_on, period_to=run[-1].ends_on)
    best = [one for one in propose(whole, due, []) if one.group == 1]
    assert [(one.period_on, one.amount) for one in best] == [(one.starts_on, one.net) for one in run]
    assert all({"joint", "period"} <= set(one.reasons) for one in best)


def test_the_same_period_goes_before_the_same_amount() -> None:
    due = [instalment(number, Decimal(100)) for number in range(1, 13)]
    january = invoice(period_from=month(1)[0], period_to=month(1)[1])
    assert propose(january, due, [])[0].reasons == ("period", "amount")
    assert propose(january, due, [])[0].period_on == date(2026, 1, 1)


def test_nothing_is_proposed_once_all_is_matched_or_nothing_is_due() -> None:
    own = matched(1, Decimal(100), of=1)
    assert propose(invoice(), [instalment(1, Decimal(100))], [own]) == ()
    assert propose(invoice(), [instalment(1, None), instalment(2, Decimal(0))], []) == ()


def test_nothing_is_proposed_for_less_than_nothing() -> None:
    due = [instalment(1, Decimal(100))]
    assert propose(invoice(taxable=Decimal(-100)), due, []) == ()
    assert propose(invoice(), due, [matched(1, Decimal(101), of=1)]) == ()


def test_an_invoice_without_a_likeness_gets_the_nearest_instalment() -> None:
    found = propose(invoice(taxable=Decimal(7)), [instalment(1, Decimal(100)), instalment(9, Decimal(100))], [])
    assert [(one.period_on, one.amount, one.reasons) for one in found] == [(date(2026, 1, 1), Decimal(7), ("nearest",))]


def test_the_contract_with_the_cig_stands_out_and_two_alike_do_not() -> None:
    cig = make_cig(5)
    ours = contract(cig=cig, supplier_vat="01234567890")
    twin = contract(id=ContractId(2), supplier_vat="01234567890")
    named = invoice(references=(ref(cig=cig),))
    assert sure_contract(guess_contracts(named, [twin, ours], {})) == 1
    assert sure_contract(guess_contracts(invoice(), [twin, contract(supplier_vat="01234567890")], {})) is None
    assert sure_contract(guess_contracts(invoice(supplier_vat="IT9"), [twin], {})) is None


def test_the_number_of_a_contract_alone_is_proposed_and_never_sure() -> None:
    numbered = contract(reference="1", supplier_vat="01234567890")
    strange = invoice(supplier_vat="00000000000", references=(ref(document="1", cig=make_cig(9)),))
    guesses = guess_contracts(strange, [numbered], {})
    assert [one.reasons for one in guesses] == [("reference",)]
    assert sure_contract(guesses) is None


def test_a_number_tells_two_contracts_of_one_supplier_apart_and_does_not_outweigh_the_supplier() -> None:
    ours = invoice(supplier_vat="01234567890", references=(ref(document="1"),))
    first = contract(reference="1", supplier_vat="01234567890")
    second = contract(id=ContractId(2), reference="2", supplier_vat="01234567890")
    other = contract(id=ContractId(3), reference="1", supplier_vat="09876543210")
    assert sure_contract(guess_contracts(ours, [second, first], {})) == 1
    assert sure_contract(guess_contracts(ours, [other, second], {})) == 2


@given(st.integers(1, 12), CENTS)
def test_a_month_paid_in_full_is_not_asked_again_nor_another_month_for_it(number: int, taxable: Decimal) -> None:
    due = [instalment(each, taxable) for each in range(1, 13)]
    first, last = month(number)
    before = invoice(id=InvoiceId(9), number="first")
    again = invoice(number="second", taxable=taxable, period_from=first, period_to=last)
    paid = (matched(number, taxable),)
    assert propose(again, due, paid) == ()
    found = check_invoice(InvoiceCase(again, None, "", contract(), "", tuple(due), paid, (before,)))
    told = {one.code: one for one in found}
    assert (told["duplicate"].reason, told["duplicate"].params["number"]) == ("duplicate.period", "first")
    assert (told["amount"].reason, told["amount"].params["expected"]) == ("amount.more", Decimal(0))
    assert told["period"].outcome is Outcome.OK


def test_what_is_left_of_a_month_and_a_month_taken_back_may_be_asked() -> None:
    due = [instalment(each, Decimal(100)) for each in range(1, 13)]
    march = invoice(taxable=Decimal(40), period_from=month(3)[0], period_to=month(3)[1])
    assert propose(march, due, [matched(3, Decimal(60))])[0].period_on == month(3)[0]
    back = [matched(3, Decimal(100)), matched(3, Decimal(-100), of=8)]
    assert propose(march, due, back)[0].period_on == month(3)[0]
    assert asked_before(march, due, back) == ()


def test_of_a_quarter_partly_paid_only_its_other_months_are_proposed() -> None:
    due = [instalment(each, Decimal(100)) for each in range(1, 13)]
    quarter = invoice(taxable=Decimal(300), period_from=month(1)[0], period_to=month(3)[1])
    assert {one.period_on.month for one in propose(quarter, due, [matched(1, Decimal(100))])} == {2, 3}


def test_a_match_to_an_instalment_that_is_no_more_is_told() -> None:
    due = (instalment(1, Decimal(100)), instalment(4, Decimal(100)))
    own = (matched(3, Decimal(100), of=1),)
    found = check_invoice(InvoiceCase(invoice(), None, "", contract(), "", due, own))
    told = next(one for one in found if one.code == "amount")
    assert (told.outcome, told.reason, told.params["on"]) == (Outcome.WRONG, "amount.instalment_gone", month(3)[0])
