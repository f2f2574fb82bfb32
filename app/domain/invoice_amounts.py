# SPDX-License-Identifier: EUPL-1.2
"""What an invoice asks for, against what is expected: period, amount, VAT, total, and whether it was asked before."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.fees import Instalment
from app.domain.invoice_checks import CheckResult, InvoiceCase, not_told, ok, unsure, wrong
from app.domain.invoice_matching import asked_before, plain_code, propose
from app.domain.invoices import Invoice, InvoiceState

_NOTHING = Decimal("0.00")
_OURS = ("EUR", "")
"""Currencies in which amounts are compared and added up; the one that is not told is ours."""
_IBAN_LENGTHS = {"IT": 27, "SM": 27}
_SHORTEST_IBAN = 15
_IBAN_MODULUS = 97
_CLOSED = (InvoiceState.PAID, InvoiceState.REFUSED)  # no penalty can be taken from them any more


def amount_checks(case: InvoiceCase) -> Iterator[CheckResult]:
    """Period, amount, split payment, total, duplicate, IBAN; for a credit note what it corrects; penalties."""
    expected = _expected(case)
    if not case.invoice.is_credit:
        yield _period(case, expected)
        yield _amount(case, expected)
    if case.invoice.currency.strip().upper() not in _OURS:
        yield wrong("currency", "currency.other", found=case.invoice.currency)
    yield _split(case, expected or case.instalments)
    yield check_total(case)
    yield _duplicate(case)
    yield _iban(case)
    if case.invoice.is_credit:
        yield _credit(case)
    elif case.penalties and case.invoice.state not in _CLOSED:
        yield unsure("penalty", "penalty.to_deduct", amount=case.penalties)


def linked_to(credit: Invoice, others: tuple[Invoice, ...]) -> tuple[Invoice, ...]:
    """The invoices of the same supplier that a credit note names."""
    named = {(plain_code(one.document), one.on) for one in credit.references if one.node == "linked"}
    return tuple(
        one
        for one in others
        if not one.is_credit
        and _supplier(one) == _supplier(credit)
        and ({(plain_code(one.number), one.on), (plain_code(one.number), None)} & named)
    )


def is_duplicate(one: Invoice, other: Invoice) -> bool:
    """Same supplier, number and year, both or neither a credit note; a refused one may come again with its number."""
    if one.id == other.id or InvoiceState.REFUSED in (one.state, other.state):
        return False
    if one.is_credit != other.is_credit or one.on.year != other.on.year:
        return False
    return _supplier(one) == _supplier(other) and plain_code(one.number) == plain_code(other.number)


def _supplier(one: Invoice) -> str:
    """What tells one supplier from another: not all have a partita IVA, and those of other countries neither code."""
    return one.supplier_vat or one.supplier_fiscal_code or one.supplier


def _expected(case: InvoiceCase) -> tuple[Instalment, ...]:
    """The instalments that it pays: those matched, else those proposed first."""
    own = [(one.fee_id, one.period_on) for one in case.matches if one.invoice_id == case.invoice.id]
    if not own:
        proposals = propose(case.invoice, case.instalments, case.matches)
        own = [(one.fee_id, one.period_on) for one in proposals if one.group == 1 and "nearest" not in one.reasons]
    if not own:
        return asked_before(case.invoice, case.instalments, case.matches)
    return tuple(one for one in case.instalments if (one.fee_id, one.starts_on) in own)


def _period(case: InvoiceCase, expected: tuple[Instalment, ...]) -> CheckResult:
    invoice = case.invoice
    if case.contract is None:
        return not_told("period", "no_contract")
    if invoice.period_from is None or invoice.period_to is None:
        return not_told("period")
    found: dict[str, Any] = {"since": invoice.period_from, "until": invoice.period_to}
    if not case.instalments:
        return not_told("period", "no_schedule", **found)
    whole = expected or case.instalments
    edges = (min(one.starts_on for one in whole), max(one.ends_on for one in whole))
    if expected and edges == (invoice.period_from, invoice.period_to):
        return ok("period", **found)
    reason = "period.other" if expected else "period.not_in_schedule"
    return wrong("period", reason, **found, starts_on=edges[0], ends_on=edges[1])


def _amount(case: InvoiceCase, expected: tuple[Instalment, ...]) -> CheckResult:
    invoice = case.invoice
    if case.contract is None:
        return not_told("amount", "no_contract")
    if not case.instalments:
        return not_told("amount", "no_schedule", found=invoice.taxable)
    own = [one for one in case.matches if one.invoice_id == invoice.id]
    if own:
        return _matched(case, sum((one.amount for one in own), _NOTHING))
    nets = [one.net for one in expected if one.net is not None]
    if not nets:
        return unsure("amount", "amount.no_instalment", found=invoice.taxable)
    paid = sum(
        (
            one.amount
            for one in case.matches
            if (one.fee_id, one.period_on) in {(e.fee_id, e.starts_on) for e in expected}
        ),
        _NOTHING,
    )
    due = sum(nets, _NOTHING) - paid
    return _compared(invoice.taxable, due)


def _matched(case: InvoiceCase, total: Decimal) -> CheckResult:
    """With the clerk's matches: the whole invoice pays instalments, none of which gets more than is due."""
    invoice = case.invoice
    own = {(one.fee_id, one.period_on) for one in case.matches if one.invoice_id == invoice.id}
    gone = _gone(case, own)
    if gone:
        return wrong("amount", "amount.instalment_gone", on=min(gone))
    for one in case.instalments:
        if (one.fee_id, one.starts_on) in own and one.net is not None:
            taken = sum(
                (m.amount for m in case.matches if (m.fee_id, m.period_on) == (one.fee_id, one.starts_on)), _NOTHING
            )
            if taken > one.net:
                return wrong("amount", "amount.more", found=taken, expected=one.net, difference=taken - one.net)
    if total != invoice.taxable:
        left = invoice.taxable - total
        return wrong("amount", "amount.not_all_matched", found=invoice.taxable, expected=total, difference=left)
    return ok("amount", found=total)


def _gone(case: InvoiceCase, own: Iterable[tuple[int, date]]) -> list[date]:
    """First days of matched instalments that the schedule has no more; how far it was reckoned is not known here."""
    due = {(one.fee_id, one.starts_on) for one in case.instalments}
    last = max(on for _fee, on in due)
    return [on for fee, on in own if (fee, on) not in due and on <= last]


def _compared(found: Decimal, due: Decimal) -> CheckResult:
    if found == due:
        return ok("amount", found=found)
    reason = "amount.more" if found > due else "amount.less"
    return wrong("amount", reason, found=found, expected=due, difference=abs(found - due))


def _split(case: InvoiceCase, expected: tuple[Instalment, ...]) -> CheckResult:
    """Scissione dei pagamenti: as the fee says; where there is none, the law wants it of most, so it is asked."""
    invoice = case.invoice
    is_split = "S" in invoice.due_vat.split()
    if not invoice.vat:
        return ok("split_payment", "split_payment.no_vat")
    wanted = {one.is_split for one in expected}
    if is_split:
        return ok("split_payment") if wanted != {False} else wrong("split_payment", "split_payment.not_wanted")
    if True in wanted:
        return wrong("split_payment", "split_payment.missing", vat=invoice.vat)
    return ok("split_payment", "split_payment.not_split") if wanted else unsure("split_payment", "split_payment.ask")


def check_total(case: InvoiceCase) -> CheckResult:
    """Whether the total is what its parts add up to, with the rounding and the stamp that only the file tells."""
    invoice, body = case.invoice, case.body
    reckoned = invoice.taxable + invoice.vat
    extras = {_NOTHING, body.rounding, body.stamp, body.rounding + body.stamp} if body else {_NOTHING}
    if body and not body.is_total_told:
        return not_told("total", found=reckoned)
    if any(invoice.total == reckoned + extra for extra in extras):
        return ok("total", found=invoice.total)
    return wrong("total", "total.other", found=invoice.total, expected=reckoned, difference=invoice.total - reckoned)


def _duplicate(case: InvoiceCase) -> CheckResult:
    same = [one for one in case.others if is_duplicate(case.invoice, one)]
    if same:
        return wrong("duplicate", "duplicate.same", number=same[0].number, on=same[0].on, id=same[0].id)
    return _asked_before(case) or _alike(case) or ok("duplicate")


def _asked_before(case: InvoiceCase) -> CheckResult | None:
    """The first of the other invoices that pay all that is due of the period, whatever their numbers."""
    if case.invoice.is_credit:
        return None
    before = {(one.fee_id, one.starts_on) for one in asked_before(case.invoice, case.instalments, case.matches)}
    paying = {one.invoice_id for one in case.matches if (one.fee_id, one.period_on) in before}
    first = next((one for one in case.others if one.id in paying and not one.is_credit), None)
    if first is None:
        return None
    found = {"since": case.invoice.period_from, "until": case.invoice.period_to}
    return wrong("duplicate", "duplicate.period", **found, number=first.number, on=first.on, id=first.id)


def _alike(case: InvoiceCase) -> CheckResult | None:
    """Another invoice that asks the same for the same days, while it is not said what this one pays."""
    invoice = case.invoice
    asked = (_supplier(invoice), invoice.contract_id, invoice.period_from, invoice.period_to, invoice.taxable)
    if invoice.is_credit or invoice.period_from is None or any(one.invoice_id == invoice.id for one in case.matches):
        return None
    for one in case.others:
        same = (_supplier(one), one.contract_id, one.period_from, one.period_to, one.taxable) == asked
        if same and not one.is_credit and one.state is not InvoiceState.REFUSED:
            found = {"since": one.period_from, "until": one.period_to}
            return unsure("duplicate", "duplicate.alike", **found, number=one.number, on=one.on, id=one.id)
    return None


def _iban(case: InvoiceCase) -> CheckResult:
    found, declared = case.invoice.iban, plain_code(case.contract.iban if case.contract else "").upper()
    if not found:
        return not_told("iban", "iban.missing")
    if not is_iban(found):
        return wrong("iban", "iban.malformed", found=found)
    if not declared:
        return not_told("iban", "no_contract" if case.contract is None else "", found=found)
    return ok("iban", found=found) if found == declared else wrong("iban", "iban.other", found=found, expected=declared)


def is_iban(text: str) -> bool:
    """Well formed, with the right check figures (ISO 13616); whose it is, nobody can tell from it."""
    code = "".join(text.split()).upper()
    if not code.isascii() or not code.isalnum() or len(code) < _SHORTEST_IBAN:
        return False
    if len(code) != _IBAN_LENGTHS.get(code[:2], len(code)):
        return False
    return int("".join(str(int(sign, 36)) for sign in code[4:] + code[:4])) % _IBAN_MODULUS == 1


def _credit(case: InvoiceCase) -> CheckResult:
    invoice = case.invoice
    named = [one.document for one in invoice.references if one.node == "linked"]
    if not named:
        return wrong("credit_note", "credit_note.names_none")
    linked = linked_to(invoice, case.others)
    if not linked:
        return unsure("credit_note", "credit_note.not_here", found=" ".join(named))
    total = sum((one.total for one in linked), _NOTHING)
    if invoice.total > total:
        return wrong("credit_note", "credit_note.more", found=invoice.total, expected=total)
    return ok("credit_note", found=" ".join(one.number for one in linked))
