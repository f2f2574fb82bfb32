# SPDX-License-Identifier: EUPL-1.2
"""The days of contracts, concessions and invoices: which there are, when they are late, and where they lead."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.concessions import Concession, ConcessionId, Contact, ContractId, Guarantee, Milestone
from app.domain.contract_changes import ContractChange
from app.domain.contract_duties import (
    ContractDates,
    ContractDuty,
    duties_of_concession,
    duties_of_contract,
    duties_of_invoice,
    next_adjustment,
)
from app.domain.contract_states import ContractState
from app.domain.fees import Fee
from app.domain.invoices import Invoice, InvoiceId, InvoiceState
from app.domain.service_levels import Reading
from tests.reports.concessions import concession, contract, row

TODAY = date(2026, 11, 23)
ON = date(2026, 12, 15)


def _dates(**parts: object) -> ContractDates:
    bare = contract(cloud_until=None, ends_on=None)
    return ContractDates(**{"contract": bare, "own_end": None, **parts})  # type: ignore[arg-type] # of each field


def _keys(duties: tuple[ContractDuty, ...]) -> list[tuple[str, date]]:
    return [(duty.key, duty.on) for duty in duties]


def _invoice(**fields: object) -> Invoice:
    told = {"state": InvoiceState.RECEIVED, "id": InvoiceId(7), "number": "12", "supplier": "Inventata",
            "type": "TD01", "received_on": date(2026, 11, 20), **fields}  # fmt: skip
    return row(Invoice, **{"document_id": 1, "on": TODAY, "total": 1, "taxable": 1, "vat": 0, "added_at": None, **told})


def test_a_bare_contract_owes_nothing() -> None:
    assert duties_of_contract(_dates(), TODAY) == ()


def test_ends_of_the_contract_its_cloud_and_its_funding() -> None:
    bare = contract(cloud_until=ON, funded_until=ON + timedelta(1))
    found = duties_of_contract(_dates(contract=bare, own_end=ON + timedelta(2)), TODAY)
    assert _keys(found) == [
        ("cloud_ends", ON), ("funded_ends", ON + timedelta(1)), ("service_ends", ON + timedelta(2)),
    ]  # fmt: skip
    assert [duty.place for duty in found] == ["1:contract", "1:money", "1:closing"]


def test_points_of_the_plan_until_they_are_done_or_the_service_runs() -> None:
    points = (
        row(Milestone, contract_id=1, key="training", planned_on=ON),
        row(Milestone, contract_id=1, key="acceptance", planned_on=ON, done_on=TODAY),
        row(Milestone, contract_id=1, title="Caricare i dati", planned_on=ON + timedelta(3)),
    )
    coming = contract(state=ContractState.ACTIVATING, cloud_until=None)
    found = duties_of_contract(_dates(contract=coming, milestones=points), TODAY)
    assert [(duty.point, duty.name) for duty in found] == [("training", ""), ("", "Caricare i dati")]
    assert found[0].asks_for_us(TODAY, 30)
    assert not found[0].asks_for_us(TODAY, 10)
    assert duties_of_contract(_dates(milestones=points), TODAY) == ()


def test_a_guarantee_that_another_outlasts_or_that_was_released_asks_for_nothing() -> None:
    old = row(Guarantee, id=1, kind="bond", issuer="Vecchia", ends_on=date(2026, 1, 31))
    renewed = row(Guarantee, id=2, kind="bond", issuer="Nuova", ends_on=ON)
    other = row(Guarantee, id=3, kind="insurance", issuer="Altra", ends_on=date(2026, 10, 1))
    gone = row(Guarantee, id=4, kind="bond", ends_on=date(2020, 1, 1), released_on=date(2020, 2, 1))
    found = duties_of_contract(_dates(guarantees=(old, renewed, other, gone)), TODAY)
    assert [(duty.name, duty.is_late(TODAY)) for duty in found] == [("Altra", True), ("Nuova", False)]


def test_a_mandate_that_someone_else_took_over_has_no_end() -> None:
    first = row(Contact, id=1, role="dec", name="Uno", until=date(2026, 1, 1))
    second = row(Contact, id=2, role="dec", name="Due")
    alone = row(Contact, id=3, role="rup", name="Tre", until=ON)
    found = duties_of_contract(_dates(contacts=(first, second, alone)), TODAY)
    assert [(duty.key, duty.name) for duty in found] == [("mandate_ends", "Tre")]


def test_an_answer_to_a_contestation_is_ours_only_once_it_is_late() -> None:
    reading = row(Reading, indicator_id=1, period_on=date(2026, 7, 1), value=1, contested_on=TODAY, reply_by=ON)
    (duty,) = duties_of_contract(_dates(readings=(("Disponibilità", reading),)), TODAY)
    assert (duty.key, duty.name) == ("reply", "Disponibilità")
    assert not duty.asks_for_us(TODAY, 365)
    assert duty.asks_for_us(ON + timedelta(1), 30)
    for settled in ({"replied_on": TODAY}, {"waived_reason": "Forza maggiore"}, {"contested_on": None}):
        assert duties_of_contract(_dates(readings=(("Disponibilità", replace(reading, **settled)),)), TODAY) == ()


def test_of_a_contract_that_is_over_only_the_duty_of_keeping_stays() -> None:
    over = contract(state=ContractState.CEASED, cloud_until=ON)
    assert duties_of_contract(_dates(contract=over, own_end=ON), TODAY) == ()
    kept = duties_of_contract(_dates(contract=over, maintenance_until=ON), TODAY)
    assert _keys(kept) == [("maintenance_ends", ON)]
    assert not kept[0].is_late(ON + timedelta(1))
    assert not kept[0].stands(ON + timedelta(1))


def test_days_of_a_concession_and_120_days_for_who_takes_over() -> None:
    own = concession(id=ConcessionId(3))
    ended = row(ContractChange, kind="termination", on=TODAY, act="Delibera 4", concession_id=3)
    suspended = row(ContractChange, kind="suspension", until=ON, act="Determina 9", concession_id=3)
    found = duties_of_concession(own, (), (), (ended, suspended))
    assert _keys(found) == [
        ("suspension_ends", ON), ("substitution", date(2027, 3, 23)), ("concession_ends", date(2038, 11, 30)),
    ]  # fmt: skip
    assert {duty.page for duty in found} == {"concession"}
    assert found[-1].place == "3"
    replaced = row(ContractChange, id=2, kind="substitution", concession_id=3)
    assert "substitution" not in [duty.key for duty in duties_of_concession(own, (), (), (ended, replaced))]
    concluded: Concession = replace(own, state="CONCL")
    assert duties_of_concession(concluded, (), (), (ended,)) == ()


def test_an_invoice_is_refused_within_15_days_and_paid_within_30() -> None:
    found = duties_of_invoice(_invoice())
    assert _keys(found) == [("invoice_refusal", date(2026, 12, 5)), ("invoice_payment", date(2026, 12, 20))]
    assert {(duty.page, duty.place, duty.name) for duty in found} == {("invoices", "7", "Inventata, n. 12")}
    assert not found[0].stands(date(2026, 12, 6))  # nothing can be done any more
    assert found[1].is_late(date(2026, 12, 21))


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ({"due_on": ON}, ["invoice_refusal", "invoice_payment"]),
        ({"state": InvoiceState.APPROVED}, ["invoice_payment"]),
        ({"received_on": None}, []),
        ({"received_on": None, "due_on": ON}, ["invoice_payment"]),
        ({"state": InvoiceState.PAID}, []),
        ({"state": InvoiceState.REFUSED}, []),
        ({"type": "TD04"}, []),
    ],
)
def test_what_an_invoice_still_owes(fields: dict[str, object], keys: list[str]) -> None:
    assert [duty.key for duty in duties_of_invoice(_invoice(**fields))] == keys


def test_the_index_comes_again_each_year() -> None:
    fee = row(Fee, contract_id=ContractId(1), model="canone_fisso", index_name="FOI", index_first_on=date(2024, 2, 29))
    assert next_adjustment(fee, TODAY) == date(2027, 2, 28)
    assert next_adjustment(fee, date(2028, 2, 29)) == date(2028, 2, 29)
    assert next_adjustment(replace(fee, index_name=""), TODAY) is None
    assert next_adjustment(replace(fee, index_first_on=None), TODAY) is None
    ended = replace(fee, ends_on=date(2026, 12, 31))
    assert duties_of_contract(_dates(fees=(ended,)), TODAY) == ()


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_the_next_adjustment_is_never_past_nor_more_than_a_year_away(first: date, today: date) -> None:
    fee = row(Fee, contract_id=ContractId(1), model="canone_fisso", index_name="FOI", index_first_on=first)
    following = next_adjustment(fee, today)
    assert following is not None
    assert following >= max(first, today)
    assert (following - max(first, today)).days <= 366
