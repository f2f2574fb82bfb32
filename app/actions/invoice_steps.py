# SPDX-License-Identifier: EUPL-1.2
"""What the office does with an invoice: approve, refuse, commit, settle, pay, and take the last of it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from app.actions.changes import Changes
from app.actions.invoice_around import Around, read_around_one
from app.actions.invoice_cases import (
    body_of,
    case_of,
    instalments_of,
    money_of,
    read_invoice,
)
from app.actions.invoice_views import InvoiceMoney, RefusalNotice
from app.actions.level_penalties import release_penalties
from app.domain.invoice_checks import Outcome, check_invoice
from app.domain.invoice_steps import last_standing, next_state
from app.domain.invoices import Invoice, InvoiceId, InvoiceState, InvoiceStep, InvoiceStepTaken, Payment
from app.domain.refusal import REFUSAL_CAUSES, REFUSAL_LAW, refusal_due
from app.errors import UserError
from app.store import Session, Store, rows
from app.text.invoice_words import invoice_name, refusal_text

CHANGED = Changes(concessions=True, invoices=True)
_WITH_NUMBER = (InvoiceStep.COMMIT, InvoiceStep.SETTLE, InvoiceStep.PAY)
_NOTHING = Decimal("0.00")


class StepFacts(TypedDict, total=False):
    """What may be said of a step."""

    number: str  # of the impegno, of the act, of the mandato
    reason: str  # why it is approved although checks failed, or taken back; what is added to a refusal
    overridden: Sequence[str]  # codes of the failed checks that are set aside for `reason`
    cause: str  # of a refusal: a key of REFUSAL_CAUSES
    received_on: date | None  # of a refusal: when SdI delivered its file, where nobody told before
    amount: Decimal | None  # paid to the supplier; None: all that is left


@dataclass(frozen=True, slots=True)
class _Asked:
    """A step with what was said of it, and what it is about."""

    invoice: Invoice
    around: Around
    taken: tuple[InvoiceStepTaken, ...]
    wrong: tuple[str, ...]
    money: InvoiceMoney
    step: InvoiceStep
    on: date
    number: str
    reason: str
    overridden: tuple[str, ...]
    cause: str
    received_on: date | None
    amount: Decimal | None


def record_invoice_step(
    store: Store, invoice_id: InvoiceId, step: InvoiceStep, on: date, **facts: Unpack[StepFacts]
) -> Changes:
    """Approve, refuse, commit, settle or pay, or take the last step back; UserError `invoice.*` says why not.

    A failed check does not keep an invoice from being approved, but the reason is written down. Nothing keeps the
    15 days and the five causes of a refusal from counting. A refused one lets go of the penalties taken from it; one
    of which nothing is left is paid without a payment.
    """
    with store.read() as session:
        asked = _asked(store, session, read_invoice(session, invoice_id), step, on, facts)
    to_state, values, payment = _outcome(asked)
    with store.write(f"invoice.step_{step.value}", number=asked.invoice.number, name=asked.invoice.supplier) as session:
        rows.add(
            session,
            InvoiceStepTaken,
            invoice_id=invoice_id,
            step=step,
            from_state=asked.invoice.state,
            to_state=to_state,
            on=on,
            number=asked.number,
            reason=asked.reason,
            overridden=asked.overridden,
            at=store.now(),
        )
        rows.change(session, Invoice, invoice_id, None, **values, state=to_state)
        if step is InvoiceStep.REFUSE:
            _keep_delivery(session, asked)
        if payment:
            rows.add(session, Payment, **payment)
        if step is InvoiceStep.REFUSE:
            release_penalties(session, invoice_id)
        if step is InvoiceStep.REOPEN:
            _take_back_payment(session, asked)
    return CHANGED


def refusal_notice(store: Store, invoice_id: InvoiceId, cause: str, reason: str = "") -> RefusalNotice:
    """The text for the notice of refusal (esito committente), to be copied; nothing is written."""
    if cause not in REFUSAL_CAUSES:
        raise UserError("invoice.no_lawful_cause")
    with store.read() as session:
        invoice = read_invoice(session, invoice_id)
    due_on = refusal_due(invoice.received_on) if invoice.received_on else None
    name = invoice_name(invoice.number, invoice.on, invoice.supplier)
    return RefusalNotice(cause, refusal_text(name, cause, REFUSAL_LAW, reason.strip()), due_on)


def _asked(store: Store, session: Session, invoice: Invoice, step: InvoiceStep, on: date, facts: StepFacts) -> _Asked:
    around = read_around_one(store, session, invoice)
    body = body_of(store, session, invoice)
    wrong: tuple[str, ...] = ()
    if step is InvoiceStep.APPROVE:
        due = instalments_of(session, invoice.contract_id, around.today, invoice.period_to)
        checks = check_invoice(case_of(around, invoice, body, due))
        wrong = tuple(one.code for one in checks if one.outcome is Outcome.WRONG)
    reason = facts.get("reason", "").strip()
    said = tuple(facts.get("overridden", ()))
    taken = tuple(rows.every(session, InvoiceStepTaken, invoice_id=invoice.id))
    asked = _Asked(
        invoice=invoice,
        around=around,
        taken=taken,
        wrong=wrong,
        money=money_of(around, invoice, body),
        step=step,
        on=on,
        number=facts.get("number", "").strip(),
        reason=reason,
        overridden=tuple(dict.fromkeys((*said, *wrong))) if reason else (),
        cause=facts.get("cause", ""),
        received_on=invoice.received_on or facts.get("received_on"),
        amount=facts.get("amount"),
    )
    _check_day(asked)
    return asked


def _check_day(asked: _Asked) -> None:
    on = asked.on
    if on > asked.around.today:
        raise UserError("invoice.step_in_future", on=on)
    if on < asked.invoice.on:
        raise UserError("invoice.step_before_invoice", on=on, day=asked.invoice.on)
    last = last_standing(asked.taken)
    if last and on < last.on:
        raise UserError("invoice.step_before_last", on=on, last=last.on)


def _outcome(asked: _Asked) -> tuple[InvoiceState, dict[str, Any], dict[str, Any] | None]:
    """Where the step leads, what it changes of the invoice, and the payment that it makes."""
    if asked.step is InvoiceStep.REOPEN:
        return (*_taken_back(asked), None)
    to_state = next_state(asked.invoice.state, asked.step)
    if to_state is None:
        raise UserError("invoice.step_not_now", number=asked.invoice.number)
    is_settled = asked.step is InvoiceStep.PAY and not asked.money.left and not asked.amount
    if is_settled:  # a penalty took it all, or it was paid before
        return to_state, {}, None
    if asked.step in _WITH_NUMBER and not asked.number:
        raise UserError("invoice.number_missing")
    if asked.step is InvoiceStep.APPROVE and asked.wrong and not asked.reason:
        raise UserError("invoice.checks_failed", count=len(asked.wrong))
    if asked.step is InvoiceStep.REFUSE:
        _check_refusal(asked)
        return to_state, {"refusal_cause": asked.cause}, None
    if asked.step is InvoiceStep.COMMIT:
        return to_state, {"commitment": asked.number}, None
    if asked.step is InvoiceStep.PAY:
        payment = _payment(asked)
        is_whole = payment["amount"] == asked.money.left
        return to_state if is_whole else asked.invoice.state, {}, payment
    return to_state, {}, None


def _check_refusal(asked: _Asked) -> None:
    if asked.cause not in REFUSAL_CAUSES:
        raise UserError("invoice.no_lawful_cause")
    received_on = asked.received_on
    if received_on is None:
        raise UserError("invoice.not_received")
    check_delivery([asked.invoice], received_on, asked.around.today)
    if asked.on < received_on:
        raise UserError("invoice.refused_before_received", on=asked.on, day=received_on)
    if asked.on > refusal_due(received_on):
        raise UserError("invoice.too_late", due=refusal_due(received_on))
    if not asked.reason:
        raise UserError("invoice.refusal_unmotivated")


def check_delivery(found: Sequence[Invoice], on: date, today: date) -> None:
    """SdI delivers an invoice neither before its day nor tomorrow; UserError `invoice.received_*`."""
    if on > today:
        raise UserError("invoice.received_in_future", on=on)
    early = next((one for one in found if on < one.on), None)
    if early:
        raise UserError("invoice.received_before_day", on=on, day=early.on, number=early.number)


def _keep_delivery(session: Session, asked: _Asked) -> None:
    """The day of delivery, said with the refusal, is that of every invoice in its file."""
    for one in rows.every(session, Invoice, document_id=asked.invoice.document_id):
        if one.received_on is None:
            rows.change(session, Invoice, one.id, None, received_on=asked.received_on)


def _payment(asked: _Asked) -> dict[str, Any]:
    contract = asked.around.contract_of(asked.invoice)
    if contract is None:
        raise UserError("invoice.no_contract")
    left = asked.money.left
    amount = left if asked.amount is None else asked.amount
    if amount == 0 or (amount > 0) != (left > 0) or abs(amount) > abs(left):
        raise UserError("invoice.amount_not_due", left=left)
    return {
        "contract_id": contract.id,
        "invoice_id": asked.invoice.id,
        "on": asked.on,
        "number": asked.number,
        "amount": amount,
        "chapter": contract.chapter,
    }


def _taken_back(asked: _Asked) -> tuple[InvoiceState, dict[str, Any]]:
    last = last_standing(asked.taken)
    if last is None:
        raise UserError("invoice.nothing_to_take_back")
    if not asked.reason:
        raise UserError("invoice.reason_missing")
    cleared = {InvoiceStep.REFUSE: {"refusal_cause": ""}, InvoiceStep.COMMIT: {"commitment": ""}}
    return last.from_state, dict(cleared.get(last.step, {}))


def _take_back_payment(session: Session, asked: _Asked) -> None:
    """The payment that the step taken back had made, where it is still there."""
    last = last_standing(asked.taken)
    if last is None or last.step is not InvoiceStep.PAY or not last.number:  # without number it made none
        return
    made = [
        one
        for one in asked.around.payments
        if (one.invoice_id, one.on, one.number) == (asked.invoice.id, last.on, last.number)
    ]
    if made:
        rows.remove(session, Payment, made[-1].id)
