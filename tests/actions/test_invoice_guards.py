# SPDX-License-Identifier: EUPL-1.2
"""Invoices with days that no calendar of ours has, and with money or penalties that hang on them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.actions import invoices as actions
from app.actions.level_penalties import decide_penalty, deduct
from app.actions.levels import type_reading
from app.actions.payments import pay
from app.domain.invoices import InvoiceId, InvoiceStep
from app.errors import UserError
from app.store import Store
from tests.invoices import Agreed, agreements, month, write_agreements
from tests.levels import availability


@pytest.fixture
def agreed(store: Store) -> dict[str, Agreed]:
    made = agreements()
    write_agreements(store, made.values())
    return made


@pytest.fixture
def invoice_id(store: Store, agreed: dict[str, Agreed]) -> InvoiceId:
    sent = agreed["monthly"].sent(agreed["monthly"].body("M1", month(1), "100.00"))
    return actions.import_invoices(store, [("a.xml", sent.xml())]).invoices[0]


def test_a_period_without_end_does_not_keep_the_list_from_being_shown(store: Store, agreed: dict[str, Agreed]) -> None:
    body = agreed["monthly"].body("M1", (date(2026, 1, 1), date(9999, 12, 31)), "100.00")
    sent = agreed["monthly"].sent(replace(body, on=date(2026, 2, 1)))
    (invoice_id,) = actions.import_invoices(store, [("a.xml", sent.xml())]).invoices
    assert [row.wrong for row in actions.list_invoices(store)] == [("period",)]
    assert actions.show_invoice(store, invoice_id).wrong == ("period",)


@pytest.mark.parametrize("day", ["9999-12-31", "2026-11-24", "2026-01-30", "0001-01-01"])
def test_a_delivery_that_cannot_be_is_not_taken_down(store: Store, invoice_id: InvoiceId, day: str) -> None:
    told = (
        f"<IdentificativoSdI>42</IdentificativoSdI><NomeFile>a.xml</NomeFile><DataOraConsegna>{day}</DataOraConsegna>"
    )
    actions.import_invoices(store, [("n.xml", f"<RicevutaConsegna>{told}</RicevutaConsegna>".encode())])
    view = actions.show_invoice(store, invoice_id)
    assert (view.invoice.sdi_id, view.invoice.received_on) == ("42", None)


def test_an_invoice_with_a_payment_stays_and_stays_with_its_contract(
    store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId
) -> None:
    contract_id = agreed["monthly"].contract_id
    pay(store, on=date(2026, 3, 1), amount=Decimal(40), contract_id=contract_id, invoice_id=invoice_id)
    with pytest.raises(UserError, match=r"invoice\.in_use"):
        actions.remove_invoice(store, invoice_id)
    with pytest.raises(UserError, match=r"invoice\.is_paid"):
        actions.assign_contract(store, invoice_id, agreed["other"].contract_id)


def test_an_invoice_that_bears_a_penalty_stays(store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId) -> None:
    indicator_id = availability(store, agreed["monthly"].contract_id)
    reading_id, _changes = type_reading(store, indicator_id, date(2026, 1, 1), Decimal(90))
    decide_penalty(store, reading_id, None, Decimal(30))
    deduct(store, reading_id, invoice_id)
    with pytest.raises(UserError, match=r"invoice\.in_use"):
        actions.remove_invoice(store, invoice_id)


def test_a_refused_invoice_that_comes_again_is_no_duplicate_and_pays_its_instalment(
    store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId
) -> None:
    today = date(2026, 11, 23)
    actions.match(store, invoice_id, actions.show_invoice(store, invoice_id).proposals[:1])
    actions.set_received(store, [invoice_id], today)
    actions.record_invoice_step(store, invoice_id, InvoiceStep.REFUSE, today, cause="cig_or_cup", reason="CIG")
    body = replace(agreed["monthly"].body("M1", month(1), "100.00"), purpose="Di nuovo")
    (again,) = actions.import_invoices(store, [("b.xml", agreed["monthly"].sent(body).xml())]).invoices
    view = actions.show_invoice(store, again)
    assert view.wrong == ()
    assert view.proposals[0].reasons == ("period", "amount")


def test_a_refused_invoice_pays_no_instalment_and_keeps_its_day(
    store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId
) -> None:
    today = date(2026, 11, 23)
    actions.set_received(store, [invoice_id], today)
    actions.record_invoice_step(store, invoice_id, InvoiceStep.REFUSE, today, cause="cig_or_cup", reason="CIG")
    with pytest.raises(UserError, match=r"invoice\.is_refused"):
        actions.match(store, invoice_id, [(agreed["monthly"].fee_id, month(1)[0], Decimal(100))])
    with pytest.raises(UserError, match=r"invoice\.is_refused"):
        actions.set_received(store, [invoice_id], None)
    view = actions.show_invoice(store, invoice_id)
    assert (view.matches, view.invoice.received_on) == ((), today)


def test_a_second_invoice_of_a_month_that_another_pays_is_told_in_the_list_and_on_its_page(
    store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId
) -> None:
    actions.match(store, invoice_id, actions.show_invoice(store, invoice_id).proposals[:1])
    body = replace(agreed["monthly"].body("OTHER-7", month(1), "100.00"), purpose="Di nuovo")
    (again,) = actions.import_invoices(store, [("b.xml", agreed["monthly"].sent(body).xml())]).invoices
    view = actions.show_invoice(store, again)
    told = next(one for one in view.checks if one.code == "duplicate")
    assert (told.reason, told.params["number"]) == ("duplicate.period", "M1")
    assert view.proposals == ()
    wrong = {row.invoice.id: row.wrong for row in actions.list_invoices(store)}
    assert (wrong[again], wrong[invoice_id]) == (view.wrong, ())


@pytest.mark.parametrize("is_matched", [False, True])
def test_a_month_asked_for_again_is_told_whether_it_was_matched_alone_or_in_a_quarter(
    store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId, *, is_matched: bool
) -> None:
    reason = "duplicate.alike"
    if is_matched:  # the one that pays it bears other days
        reason, first = "duplicate.period", agreed["monthly"].body("Q1", (month(1)[0], month(3)[1]), "300.00")
        (quarter,) = actions.import_invoices(store, [("q.xml", agreed["monthly"].sent(first).xml())]).invoices
        days = [month(number)[0] for number in (1, 2, 3)]
        actions.match(store, quarter, [(agreed["monthly"].fee_id, on, Decimal(100)) for on in days])
    body = replace(agreed["monthly"].body("OTHER-7", month(3 if is_matched else 1), "100.00"), purpose="Di nuovo")
    (again,) = actions.import_invoices(store, [("b.xml", agreed["monthly"].sent(body).xml())]).invoices
    told = {one.code: one for one in actions.show_invoice(store, again).checks}["duplicate"]
    assert (told.reason, told.params["number"]) == (reason, "Q1" if is_matched else "M1")
    wrong = {row.invoice.id: "duplicate" in row.wrong for row in actions.list_invoices(store)}
    assert wrong[again] == wrong[invoice_id] == is_matched
