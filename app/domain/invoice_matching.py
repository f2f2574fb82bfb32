# SPDX-License-Identifier: EUPL-1.2
"""Which contract an invoice belongs to and which instalments it pays, and why it is thought so."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.concessions import ContractId, ServiceContract
from app.domain.fees import FeeId, Instalment
from app.domain.invoices import Invoice, InvoiceMatch

_NOTHING = Decimal("0.00")
_MOST_JOINED = 24
"""Instalments that one invoice pays together: two years of months."""
_FAR = 10_000
_MARKS = re.compile(r"«(?:U\+[0-9A-F]{4,6}|\+[0-9]+)»")  # as `file_names.shown_name` shows what hides in a text
_SCORES = {"cig": 8, "supplier": 4, "reference": 2, "cup": 2, "parent_cig": 1}
_VOUCHING = {"cig", "supplier"}
"""A number of a contract may be `1` anywhere, and a CUP or the CIG of the concession is of many contracts."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """So much of an invoice for one instalment; those of one group are meant together."""

    group: int  # from 1, the likeliest first
    fee_id: FeeId
    period_on: date  # first day of the instalment
    amount: Decimal  # net of VAT; negative for a credit note
    reasons: tuple[str, ...]  # codes: "period", "period_within", "amount", "joint", "partial", "credit", "nearest"
    score: int


@dataclass(frozen=True, slots=True)
class ContractGuess:
    """A contract that an invoice may belong to."""

    contract_id: ContractId
    reasons: tuple[str, ...]  # codes: "cig", "parent_cig", "reference", "cup", "supplier"
    score: int


@dataclass(frozen=True, slots=True)
class _Open:
    """An instalment with what is still to be invoiced of it."""

    instalment: Instalment
    left: Decimal


def propose(
    invoice: Invoice,
    instalments: Sequence[Instalment],
    matches: Sequence[InvoiceMatch],
    linked: Sequence[Invoice] = (),
) -> tuple[Proposal, ...]:
    """What may be matched, the likeliest group first; nothing once the whole invoice is.

    Args:
        invoice: the invoice, or a credit note.
        instalments: of its contract.
        matches: of every invoice to these instalments.
        linked: the invoices that a credit note names.
    """
    own = sum((one.amount for one in matches if one.invoice_id == invoice.id), _NOTHING)
    left = invoice.taxable * invoice.sign - own
    if left * invoice.sign <= 0:  # all is matched, or its lines are worth less than nothing
        return ()
    if invoice.is_credit:
        return _credited(-left, matches, linked)
    waiting = _waiting(invoice, instalments, matches)
    groups = [*_joined(invoice, left, waiting), *_singles(invoice, left, waiting)]
    best = sorted(groups, key=lambda group: (-group[0].score, group[0].period_on, len(group)))
    return tuple(_numbered(_unlike(best)))


def asked_before(
    invoice: Invoice, instalments: Iterable[Instalment], matches: Iterable[InvoiceMatch]
) -> tuple[Instalment, ...]:
    """The instalments in the period of an invoice, where other invoices pay all that is due of every one of them."""
    others = [one for one in matches if one.invoice_id != invoice.id]
    within = [one for one in instalments if one.net and not one.is_free and _touches(invoice, one)]
    still_due = {(one.instalment.fee_id, one.instalment.starts_on) for one in _open(within, others)}
    return () if still_due else tuple(within)


def guess_contracts(
    invoice: Invoice, contracts: Iterable[ServiceContract], parents: dict[int, str]
) -> tuple[ContractGuess, ...]:
    """The contracts that an invoice may belong to, the likeliest first; `parents` are the CIG of the concessions."""
    found = [
        ContractGuess(one.id, reasons, sum(_SCORES[reason] for reason in reasons))
        for one in contracts
        if (reasons := tuple(_likeness(invoice, one, parents.get(one.concession_id or 0, ""))))
    ]
    return tuple(sorted(found, key=lambda guess: (-guess.score, guess.contract_id)))


def sure_contract(guesses: Sequence[ContractGuess]) -> ContractId | None:
    """The one contract that stands out among those with the CIG or the supplier of the invoice, else None."""
    likely = [one for one in guesses if _VOUCHING & set(one.reasons)]
    if not likely or (len(likely) > 1 and likely[0].score == likely[1].score):
        return None
    return likely[0].contract_id


def plain_code(text: str) -> str:
    """Letters and figures alone, so that `12/2026` and `12 - 2026` are one."""
    return "".join(filter(str.isalnum, _MARKS.sub("", text))).casefold()


def bare_vat(vat: str) -> str:
    """A partita IVA without its country, where that is Italy."""
    return plain_code(vat).removeprefix("it")


def _likeness(invoice: Invoice, contract: ServiceContract, parent: str) -> Iterable[str]:
    cigs = {plain_code(one.cig) for one in invoice.references if one.cig}
    if contract.cig and plain_code(contract.cig) in cigs:
        yield "cig"
    if parent and plain_code(parent) in cigs:
        yield "parent_cig"
    if contract.reference and plain_code(contract.reference) in {
        plain_code(one.document) for one in invoice.references
    }:
        yield "reference"
    if contract.cup and plain_code(contract.cup) in {plain_code(one.cup) for one in invoice.references}:
        yield "cup"
    if contract.supplier_vat and bare_vat(contract.supplier_vat) == bare_vat(invoice.supplier_vat):
        yield "supplier"


def _open(instalments: Iterable[Instalment], matches: Iterable[InvoiceMatch]) -> list[_Open]:
    taken: dict[tuple[int, date], Decimal] = {}
    for one in matches:
        key = (one.fee_id, one.period_on)
        taken[key] = taken.get(key, _NOTHING) + one.amount
    found = (
        _Open(one, one.net - taken.get((one.fee_id, one.starts_on), _NOTHING))
        for one in instalments
        if one.net and not one.is_free
    )
    return sorted((one for one in found if one.left > 0), key=lambda one: one.instalment.starts_on)


def _waiting(invoice: Invoice, instalments: Sequence[Instalment], matches: Sequence[InvoiceMatch]) -> list[_Open]:
    """What is still open; once something in the period of the invoice is paid in full, nothing beyond that period."""
    waiting = _open(instalments, matches)
    within = [one for one in instalments if one.net and not one.is_free and _touches(invoice, one)]
    still_due = [one for one in waiting if _touches(invoice, one.instalment)]
    return still_due if len(still_due) < len(within) else waiting


def _singles(invoice: Invoice, left: Decimal, waiting: Iterable[_Open]) -> list[list[Proposal]]:
    """Each open instalment that has the period or the amount of the invoice; else the nearest one."""
    found = []
    for one in waiting:
        reasons = [*_period_reasons(invoice, one.instalment)] if _touches(invoice, one.instalment) else []
        if one.left == left:
            reasons.append("amount")
        elif left < one.left and reasons:
            reasons.append("partial")
        if reasons:
            found.append([_proposal(one, min(left, one.left), reasons, invoice)])
    if found:
        return found
    nearest = min(waiting, key=lambda one: _days_off(invoice, one.instalment), default=None)
    return [[_proposal(nearest, min(left, nearest.left), ["nearest"], invoice)]] if nearest else []


def _joined(invoice: Invoice, left: Decimal, waiting: Sequence[_Open]) -> list[list[Proposal]]:
    """Runs of open instalments that together make the amount of the invoice, or lie in its period."""
    found = []
    for first in range(len(waiting)):
        total = _NOTHING
        for last in range(first, min(first + _MOST_JOINED, len(waiting))):
            total += waiting[last].left
            if total > left:
                break
            run = waiting[first : last + 1]
            if total == left and len(run) > 1:
                found.append([_proposal(one, one.left, _run_reasons(invoice, run, one), invoice) for one in run])
    return found


def _run_reasons(invoice: Invoice, run: Sequence[_Open], one: _Open) -> list[str]:
    whole = (run[0].instalment.starts_on, max(each.instalment.ends_on for each in run))
    is_period = whole == (invoice.period_from, invoice.period_to)
    is_within = not is_period and bool([*_period_reasons(invoice, one.instalment)])
    return ["joint", "amount", *(["period"] if is_period else ["period_within"] if is_within else [])]


def _touches(invoice: Invoice, instalment: Instalment) -> bool:
    """Whether an instalment has a day of the period of the invoice."""
    since, until = invoice.period_from, invoice.period_to
    return since is not None and until is not None and since <= instalment.ends_on and until >= instalment.starts_on


def _period_reasons(invoice: Invoice, instalment: Instalment) -> Iterable[str]:
    since, until = invoice.period_from, invoice.period_to
    if since is None or until is None:
        return
    if (since, until) == (instalment.starts_on, instalment.ends_on):
        yield "period"
    elif since <= instalment.ends_on and until >= instalment.starts_on:
        yield "period_within"


def _proposal(one: _Open, amount: Decimal, reasons: Sequence[str], invoice: Invoice) -> Proposal:
    worth = {"period": 60, "amount": 40, "period_within": 25, "joint": 5, "partial": 0, "nearest": 1}
    near = max(0, 20 - _days_off(invoice, one.instalment) // 10)
    instalment = one.instalment
    score = sum(worth[reason] for reason in reasons) + near
    return Proposal(0, instalment.fee_id, instalment.starts_on, amount, tuple(reasons), score)


def _days_off(invoice: Invoice, instalment: Instalment) -> int:
    """How far the day of an invoice is from when the instalment falls due."""
    expected = instalment.due_on or instalment.ends_on
    return min(abs((invoice.on - expected).days), abs((invoice.on - instalment.starts_on).days), _FAR)


def _credited(left: Decimal, matches: Iterable[InvoiceMatch], linked: Iterable[Invoice]) -> tuple[Proposal, ...]:
    """What the named invoices pay is paid so much less, the last instalment first."""
    named = {one.id for one in linked}
    found = []
    for one in sorted(matches, key=lambda match: match.period_on, reverse=True):
        if one.invoice_id in named and left > 0 and one.amount > 0:
            amount = min(left, one.amount)
            left -= amount
            found.append(Proposal(1, one.fee_id, one.period_on, -amount, ("credit",), 100))
    return tuple(found)


def _unlike(groups: Iterable[list[Proposal]]) -> list[list[Proposal]]:
    """Each set of instalments once."""
    seen: set[frozenset[tuple[int, date]]] = set()
    kept = []
    for group in groups:
        key = frozenset((one.fee_id, one.period_on) for one in group)
        if key not in seen:
            seen.add(key)
            kept.append(group)
    return kept[:5]


def _numbered(groups: Iterable[list[Proposal]]) -> Iterable[Proposal]:
    for number, group in enumerate(groups, start=1):
        for one in group:
            yield Proposal(number, one.fee_id, one.period_on, one.amount, one.reasons, one.score)
