# SPDX-License-Identifier: EUPL-1.2
"""From a breach to the deduction: each step, its undo, each refusal, and what the checks of invoices are told."""

from datetime import date
from decimal import Decimal

import pytest

from app.actions.history import undo_last
from app.actions.level_penalties import (
    Deduction,
    contest,
    decide_penalty,
    deduct,
    deductions_for,
    record_reply,
    take_back_contestation,
    take_back_deduction,
    take_up,
    waive,
)
from app.actions.level_views import LevelPeriod
from app.actions.levels import correct_reading, levels_of_year, remove_reading, type_reading
from app.domain.concessions import ContractId
from app.domain.level_stages import Stage
from app.domain.service_levels import Reading, ReadingId
from app.errors import UserError
from app.store import Store, rows
from tests.actions.test_levels import refused
from tests.levels import add_contract, add_invoice, availability

FEBRUARY = date(2026, 2, 1)
ON = date(2026, 3, 5)


def _breach(store: Store, **fields: object) -> tuple[ContractId, ReadingId]:
    contract = add_contract(store)
    reading, _changes = type_reading(store, availability(store, contract, **fields), FEBRUARY, Decimal("98.4"))
    return contract, reading


def _period(store: Store, contract: ContractId) -> LevelPeriod:
    return next(one for one in levels_of_year(store, contract, 2026).periods if one.starts_on == FEBRUARY)


def _due(store: Store, contract: ContractId) -> tuple[Deduction, ...]:
    with store.read() as session:
        return deductions_for(session, contract)


def _reading(store: Store, reading: ReadingId) -> Reading:
    with store.read() as session:
        return rows.read(session, Reading, reading)


def test_a_breach_is_contested_answered_and_deducted_from_an_invoice(store: Store) -> None:
    contract, reading = _breach(store)
    assert _period(store, contract).stage is Stage.TO_CONTEST
    contest(store, (reading,), ON, " 1234 ", date(2026, 12, 15))
    assert _period(store, contract).stage is Stage.CONTESTED
    assert _reading(store, reading).protocol == "1234"
    record_reply(store, reading, None, date(2026, 3, 12), "Guasto di rete")
    assert _period(store, contract).stage is Stage.TO_DECIDE
    invoice = add_invoice(store, contract)
    deduct(store, reading, invoice)
    done = _period(store, contract)
    assert (done.stage, done.penalty) == (Stage.DEDUCTED, Decimal("300.00"))
    assert done.invoice is not None
    assert done.invoice.id == invoice
    assert _reading(store, reading).deducted_on == store.today()
    assert levels_of_year(store, contract, 2026).deducted == Decimal("300.00")
    undo_last(store)
    assert _period(store, contract).stage is Stage.TO_DECIDE


def test_without_an_answer_in_time_the_office_decides(store: Store) -> None:
    contract, reading = _breach(store)
    contest(store, (reading,), ON, reply_by=date(2026, 3, 20))
    assert _period(store, contract).stage is Stage.TO_DECIDE
    take_back_contestation(store, reading, None)
    assert _period(store, contract).stage is Stage.TO_CONTEST
    assert _reading(store, reading).reply_by is None


def test_the_checks_of_invoices_see_what_is_due_and_from_which_invoice(store: Store) -> None:
    contract, reading = _breach(store)
    expected = Deduction(
        reading, "Disponibilità", FEBRUARY, date(2026, 2, 28), Decimal("300.00"), None, is_contested=False
    )
    assert _due(store, contract) == (expected,)
    invoice = add_invoice(store, contract)
    deduct(store, reading, invoice)
    assert [one.invoice_id for one in _due(store, contract)] == [invoice]
    take_back_deduction(store, reading, None)
    waive(store, reading, None, "Lavori concordati")
    assert _due(store, contract) == ()


def test_a_penalty_is_waived_with_a_reason_and_taken_up_again(store: Store) -> None:
    contract, reading = _breach(store)
    with refused("level.reason_missing"):
        waive(store, reading, None, " ")
    waive(store, reading, None, "Lavori concordati")
    assert (_period(store, contract).stage, _period(store, contract).penalty) == (Stage.WAIVED, Decimal("0.00"))
    take_up(store, reading, None)
    assert _period(store, contract).penalty == Decimal("300.00")


def test_a_decided_penalty_stays_within_the_cap(store: Store) -> None:
    contract, reading = _breach(store, cap_amount=Decimal("200.00"))
    assert _period(store, contract).penalty == Decimal("200.00")
    with refused("level.above_cap"):
        decide_penalty(store, reading, None, Decimal("250.00"))
    with refused("level.negative"):
        decide_penalty(store, reading, None, Decimal(-1))
    decide_penalty(store, reading, None, Decimal("150.00"))
    assert _period(store, contract).penalty == Decimal("150.00")
    decide_penalty(store, reading, None, None)
    assert _period(store, contract).penalty == Decimal("200.00")


def test_what_was_deducted_stands_until_it_is_taken_back(store: Store) -> None:
    contract, reading = _breach(store)
    deduct(store, reading, add_invoice(store, contract))
    with refused("level.settled", period="febbraio 2026"):
        correct_reading(store, reading, None, value=Decimal(100))
    with refused("level.settled"):
        remove_reading(store, reading)
    with refused("level.settled"):
        waive(store, reading, None, "No")
    with refused("level.settled"):
        deduct(store, reading, add_invoice(store, contract, "13/PA"))
    take_back_deduction(store, reading, None)
    remove_reading(store, reading)
    assert _period(store, contract).reading is None


def test_each_step_out_of_place_is_refused(store: Store) -> None:
    contract, reading = _breach(store)
    fine, _changes = type_reading(store, _period(store, contract).indicator.id, date(2026, 5, 1), Decimal(100))
    other = add_contract(store)
    elsewhere, _changes = type_reading(store, availability(store, other), FEBRUARY, Decimal(90))
    for code, ids, day, reply_by in (
        ("level.day_missing", (reading,), None, None),
        ("level.reply_before", (reading,), ON, FEBRUARY),
        ("level.nothing_chosen", (), ON, None),
        ("level.no_breach", (fine,), ON, None),
        ("level.of_several", (reading, elsewhere), ON, None),
    ):
        with refused(code):
            contest(store, ids, day, "", reply_by)
    with refused("level.not_contested"):
        record_reply(store, reading, None, ON)
    contest(store, (reading,), ON)
    with refused("level.day_missing"):
        record_reply(store, reading, None, None)
    with refused("level.reply_before"):
        record_reply(store, reading, None, FEBRUARY)


def test_a_penalty_is_taken_only_from_an_invoice_of_its_contract(store: Store) -> None:
    contract, reading = _breach(store)
    with refused("level.invoice_of_another", number="9/PA"):
        deduct(store, reading, add_invoice(store, None, "9/PA"))
    with refused("level.invoice_is_credit"):
        deduct(store, reading, add_invoice(store, contract, "NC1", type="TD04"))


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"penalty_amount": None}, "level.penalty_unknown"), ({"penalty_rule": "none"}, "level.no_penalty")],
)
def test_a_penalty_that_is_not_known_is_not_deducted(store: Store, fields: dict[str, object], code: str) -> None:
    contract, reading = _breach(store, **fields)
    with pytest.raises(UserError) as refusal:
        deduct(store, reading, add_invoice(store, contract))
    assert refusal.value.code == code
