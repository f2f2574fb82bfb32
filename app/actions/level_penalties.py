# SPDX-License-Identifier: EUPL-1.2
"""What a breach leads to: contestation, answer, decision, and the penalty taken from an invoice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.actions.changes import Changes
from app.actions.level_views import judged_in
from app.actions.levels import CHANGED, ReadingName, reading_in
from app.domain.concessions import ContractId, ServiceContract
from app.domain.grouping import grouped
from app.domain.invoices import Invoice, InvoiceId, InvoiceState
from app.domain.level_periods import end_of
from app.domain.level_rules import Judgement, Outcome
from app.domain.service_levels import Indicator, IndicatorId, Reading, ReadingId
from app.errors import UserError
from app.store import Session, Store, rows
from app.text import money
from app.text.level_words import period_label

_CLOSED = (InvoiceState.REFUSED, InvoiceState.PAID)


@dataclass(frozen=True, slots=True)
class Deduction:
    """A penalty that is due, taken already from an invoice or still to be taken."""

    reading_id: ReadingId
    indicator: str
    starts_on: date
    ends_on: date
    amount: Decimal
    invoice_id: InvoiceId | None  # None: not yet deducted
    is_contested: bool


def deductions_for(session: Session, contract_id: ContractId) -> tuple[Deduction, ...]:
    """The penalties of a contract above zero and not waived, the oldest first; those not reckoned are left out."""
    return deductions_by_contract(session, frozenset((contract_id,))).get(contract_id, ())


def deductions_by_contract(
    session: Session, contract_ids: frozenset[ContractId] | None = None
) -> dict[ContractId, tuple[Deduction, ...]]:
    """The same of these contracts, or of all, their tables read once."""
    where = {} if contract_ids is None else {"contract_id": contract_ids}
    indicators = grouped(rows.every(session, Indicator, **where), lambda one: one.contract_id)
    numbers = frozenset(one.id for ours in indicators.values() for one in ours)
    readings = grouped(rows.every(session, Reading, indicator_id=numbers), lambda one: one.indicator_id)
    contracts = rows.every(session, ServiceContract, id=frozenset(indicators))
    return {one.id: _deductions(session, one, indicators[one.id], readings) for one in contracts}


def _deductions(
    session: Session,
    contract: ServiceContract,
    indicators: Iterable[Indicator],
    readings: Mapping[IndicatorId, tuple[Reading, ...]],
) -> tuple[Deduction, ...]:
    found = []
    for indicator in indicators:
        ours = readings.get(indicator.id, ())
        judged = judged_in(session, contract, indicator, ours)
        found += [_deduction(indicator, one, judged[one.id].penalty) for one in ours if judged[one.id].penalty]
    return tuple(sorted(found, key=lambda one: (one.starts_on, one.reading_id)))


def find_reading(store: Store, indicator_id: IndicatorId, on: date) -> Reading:
    """The reading of the period that begins on a day; UserError `level.not_read`."""
    with store.read() as session:
        indicator = rows.read(session, Indicator, indicator_id)
        found = rows.every(session, Reading, indicator_id=indicator_id, period_on=on)
    if not found:
        raise UserError("level.not_read", period=period_label(indicator.period, on))
    return found[0]


def contest(
    store: Store,
    reading_ids: tuple[ReadingId, ...],
    on: date | None,
    protocol: str = "",
    reply_by: date | None = None,
) -> Changes:
    """Register that breaches of one contract were contested; UserError `level.no_breach` for what keeps its level."""
    if on is None:
        raise UserError("level.day_missing")
    if reply_by is not None and reply_by < on:
        raise UserError("level.reply_before")
    with store.read() as session:
        breaches = breaches_in(session, reading_ids)
    names = ", ".join(dict.fromkeys(one.words.indicator for one in breaches))
    periods = ", ".join(dict.fromkeys(one.words.period for one in breaches))
    with store.write("level.contested", name=names, period=periods) as session:
        for one in breaches:
            values = {"contested_on": on, "protocol": protocol.strip(), "reply_by": reply_by}
            rows.change(session, Reading, one.reading.id, one.reading.version, **values)
    return CHANGED


def take_back_contestation(store: Store, reading_id: ReadingId, seen: int | None) -> Changes:
    """Undo a contestation that was registered by mistake, with its answer."""
    blank = {"contested_on": None, "protocol": "", "reply_by": None, "replied_on": None, "reply": ""}
    return _change(store, "level.contestation_removed", reading_id, seen, **blank)


def record_reply(store: Store, reading_id: ReadingId, seen: int | None, on: date | None, reply: str = "") -> Changes:
    """Register the answer of the supplier; UserError where nothing was contested."""
    if on is None:
        raise UserError("level.day_missing")
    with store.read() as session:
        reading, _indicator, words = reading_in(session, reading_id)
    if reading.contested_on is None:
        raise UserError("level.not_contested", period=words.period)
    if on < reading.contested_on:
        raise UserError("level.reply_before")
    return _change(store, "level.replied", reading_id, seen, replied_on=on, reply=reply.strip())


def decide_penalty(store: Store, reading_id: ReadingId, seen: int | None, penalty: Decimal | None) -> Changes:
    """Put a penalty of ours in place of the computed one, within the cap of the year; None goes back to that one."""
    with store.read() as session:
        found = breaches_in(session, (reading_id,))[0]
        if penalty is not None:
            _check_decided(session, found, penalty)
    return _change(store, "level.decided", reading_id, seen, penalty=penalty, waived_reason="")


def waive(store: Store, reading_id: ReadingId, seen: int | None, reason: str) -> Changes:
    """Do not apply a penalty, and say why."""
    if not reason.strip():
        raise UserError("level.reason_missing")
    return _change(store, "level.waived", reading_id, seen, waived_reason=reason.strip())


def take_up(store: Store, reading_id: ReadingId, seen: int | None) -> Changes:
    """Apply again a penalty that was waived."""
    return _change(store, "level.taken_up", reading_id, seen, waived_reason="")


def deduct(store: Store, reading_id: ReadingId, invoice_id: InvoiceId, on: date | None = None) -> Changes:
    """Take the penalty from an open invoice of the same contract that bears it; from then on it stands."""
    with store.read() as session:
        found = breaches_in(session, (reading_id,))[0]
        invoice = rows.read(session, Invoice, invoice_id)
        money_left = _left_of(store, session, invoice)
    period = found.words.period
    if found.reading.deducted_on is not None:
        raise UserError("level.settled", period=period)
    if invoice.contract_id != found.indicator.contract_id:
        raise UserError("level.invoice_of_another", number=invoice.number)
    if invoice.is_credit:
        raise UserError("level.invoice_is_credit", number=invoice.number)
    if invoice.state in _CLOSED:
        raise UserError("level.invoice_closed", number=invoice.number)
    if found.judged.penalty is None:
        raise UserError("level.penalty_unknown", period=period)
    if not found.judged.penalty:
        raise UserError("level.no_penalty", period=period)
    if found.judged.penalty > money_left:
        told = {"number": invoice.number, "penalty": money(found.judged.penalty), "left": money(money_left)}
        raise UserError("level.more_than_invoice", **told)
    values = {"invoice_id": invoice_id, "deducted_on": on or store.today(), "penalty": found.judged.penalty}
    with store.write("level.deducted", invoice=invoice.number, name=found.words.indicator, period=period) as session:
        rows.change(session, Reading, reading_id, found.reading.version, **values)
    return CHANGED


def take_back_deduction(store: Store, reading_id: ReadingId, seen: int | None) -> Changes:
    """Undo a deduction; the penalty stays as it was decided."""
    with store.read() as session:
        reading, _indicator, words = reading_in(session, reading_id)
        invoice = rows.read(session, Invoice, reading.invoice_id) if reading.invoice_id is not None else None
    if invoice is not None and invoice.state is InvoiceState.PAID:
        raise UserError("level.invoice_paid", number=invoice.number)
    with store.write("level.deduction_removed", name=words.indicator, period=words.period) as session:
        rows.change(session, Reading, reading_id, seen, invoice_id=None, deducted_on=None)
    return CHANGED


def release_penalties(session: Session, invoice_id: InvoiceId) -> None:
    """Undo the deductions from an invoice that is not paid or changes its contract; for the actions that do that."""
    for one in rows.every(session, Reading, invoice_id=invoice_id):
        rows.change(session, Reading, one.id, None, invoice_id=None, deducted_on=None)


@dataclass(frozen=True, slots=True)
class Breach:
    """A reading beyond its limit, with all that its letter says."""

    contract: ServiceContract
    indicator: Indicator
    reading: Reading
    judged: Judgement
    words: ReadingName


def breaches_in(session: Session, reading_ids: tuple[ReadingId, ...]) -> list[Breach]:
    """The breaches of one contract by their periods; UserError `level.nothing_chosen`, `of_several`, `no_breach`."""
    if not reading_ids:
        raise UserError("level.nothing_chosen")
    found = []
    for reading_id in reading_ids:
        reading, indicator, words = reading_in(session, reading_id)
        contract = rows.read(session, ServiceContract, indicator.contract_id)
        judged = judged_in(session, contract, indicator, rows.every(session, Reading, indicator_id=indicator.id))
        if judged[reading.id].outcome is not Outcome.BREACH:
            raise UserError("level.no_breach", period=words.period)
        found.append(Breach(contract, indicator, reading, judged[reading.id], words))
    if len({one.contract.id for one in found}) > 1:
        raise UserError("level.of_several")
    return sorted(found, key=lambda one: (one.reading.period_on, one.indicator.position))


def _check_decided(session: Session, found: Breach, penalty: Decimal) -> None:
    if penalty < 0:
        raise UserError("level.negative")
    readings = rows.every(session, Reading, indicator_id=found.indicator.id)
    decided = [replace(one, penalty=penalty) if one.id == found.reading.id else one for one in readings]
    left = judged_in(session, found.contract, found.indicator, decided)[found.reading.id].penalty
    if left is not None and left < penalty:
        raise UserError("level.above_cap", penalty=money(penalty), left=money(left))


def _left_of(store: Store, session: Session, invoice: Invoice) -> Decimal:
    from app.actions.invoice_cases import money_in  # which reads penalties itself

    return money_in(store, session, invoice).left


def _change(store: Store, title: str, reading_id: ReadingId, seen: int | None, **values: object) -> Changes:
    with store.read() as session:
        reading, _indicator, words = reading_in(session, reading_id)
    if reading.deducted_on is not None:
        raise UserError("level.settled", period=words.period)
    with store.write(title, name=words.indicator, period=words.period) as session:
        rows.change(session, Reading, reading_id, seen, **values)
    return CHANGED


def _deduction(indicator: Indicator, reading: Reading, amount: Decimal | None) -> Deduction:
    return Deduction(
        reading.id,
        indicator.name,
        reading.period_on,
        end_of(indicator.period, reading.period_on),
        amount or Decimal("0.00"),
        reading.invoice_id,
        reading.contested_on is not None,
    )
