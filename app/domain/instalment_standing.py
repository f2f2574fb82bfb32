# SPDX-License-Identifier: EUPL-1.2
"""How far each instalment has come: the invoices that ask for it, their payments, and whether its day has passed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.budget import NOTHING, asked_of
from app.domain.fees import FeeId, Instalment
from app.domain.invoices import Invoice, InvoiceId, InvoiceMatch, InvoiceState, Payment
from app.domain.working_days import Patron, next_working_day, why_not_working

Key = tuple[FeeId, date]


@dataclass(frozen=True, slots=True)
class Standing:
    """What was done of one instalment; an invoice that was refused is none."""

    invoices: tuple[Invoice, ...]  # by day; credit notes too
    invoiced: Decimal  # net of VAT, credit notes taken off
    paid_on: tuple[date, ...]  # of the payments of these invoices
    is_paid: bool  # every one of its invoices, and they ask for all of it
    open_on: date | None  # its day, or the working day after where that is none
    closed_because: str  # as `why_not_working` says it
    is_due: bool  # that day has passed
    is_whole: bool  # the invoices ask for all of it
    is_transfer: bool = False  # paid without any invoice

    @property
    def is_late(self) -> bool:
        """An invoice is there, and the day on which it should have been paid has passed."""
        return bool(self.invoiced) and self.is_due and not self.is_paid


def standings(
    instalments: Iterable[Instalment],
    matches: Iterable[InvoiceMatch],
    invoices: Iterable[Invoice],
    payments: Collection[Payment],
    today: date,
    patron: Patron = None,
) -> dict[Key, Standing]:
    """One for each instalment, by its fee and first day."""
    known = {one.id: one for one in invoices if one.state is not InvoiceState.REFUSED}
    paid = _grouped(payments)
    ours: dict[Key, list[InvoiceMatch]] = {}
    for match in matches:
        if match.invoice_id in known:
            ours.setdefault((match.fee_id, match.period_on), []).append(match)
    due = tuple(instalments)
    found = {
        (one.fee_id, one.starts_on): _standing(
            one, ours.get((one.fee_id, one.starts_on), []), known, paid, today, patron
        )
        for one in due
    }
    return found | _transfers(due, found, payments)


def _transfers(
    due: Iterable[Instalment], found: Mapping[Key, Standing], payments: Iterable[Payment]
) -> dict[Key, Standing]:
    """Nobody invoices a transfer: the payments of its year that pay no invoice pay its instalments in their order."""
    left: dict[int, Decimal] = {}
    last: dict[int, date] = {}
    for payment in payments:
        if payment.invoice_id is None:
            year = payment.year or payment.on.year
            left[year] = left.get(year, NOTHING) + payment.amount
            last[year] = max(last.get(year, payment.on), payment.on)
    told = {}
    for one in due:
        key = (one.fee_id, one.starts_on)
        if one.spending != "transfer" or not one.gross or found[key].invoices:
            continue
        is_paid = left.get(one.year, NOTHING) >= one.gross
        if is_paid:
            left[one.year] -= one.gross
        paid_on = (last[one.year],) if is_paid else ()
        told[key] = replace(found[key], is_transfer=True, is_paid=is_paid, paid_on=paid_on)
    return told


def _standing(
    one: Instalment,
    matches: list[InvoiceMatch],
    known: Mapping[InvoiceId, Invoice],
    paid: Mapping[InvoiceId, list[Payment]],
    today: date,
    patron: Patron,
) -> Standing:
    found = sorted({match.invoice_id: known[match.invoice_id] for match in matches}.values(), key=lambda it: it.on)
    invoiced = sum((match.amount * known[match.invoice_id].sign for match in matches), NOTHING)
    is_whole = bool(found) and one.net is not None and invoiced >= one.net
    bills = [it for it in found if not it.is_credit]
    why = why_not_working(one.due_on, patron) if one.due_on else ""
    open_on = next_working_day(one.due_on, patron) if one.due_on and why else one.due_on
    return Standing(
        invoices=tuple(found),
        invoiced=invoiced,
        paid_on=tuple(sorted({payment.on for it in found for payment in paid.get(it.id, ())})),
        is_paid=is_whole and bool(bills) and all(_is_paid(it, paid.get(it.id, [])) for it in bills),
        open_on=open_on,
        closed_because=why,
        is_due=open_on is not None and open_on < today,
        is_whole=is_whole,
    )


def _is_paid(invoice: Invoice, payments: list[Payment]) -> bool:
    """By its own step, which knows of penalties and credits too, or by payments that reach what it asks for."""
    if invoice.state is InvoiceState.PAID:
        return True
    return bool(payments) and sum((one.amount for one in payments), NOTHING) >= asked_of(invoice).payable


def _grouped(payments: Iterable[Payment]) -> dict[InvoiceId, list[Payment]]:
    groups: dict[InvoiceId, list[Payment]] = {}
    for one in payments:
        if one.invoice_id is not None:
            groups.setdefault(one.invoice_id, []).append(one)
    return groups
