# SPDX-License-Identifier: EUPL-1.2
"""Invoices as the command line answers with them: in JSON, and in lines."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.actions.invoice_views import ImportOutcome, InvoiceRow, InvoiceView
from app.actions.invoices import show_invoice
from app.cli.words import Words
from app.domain.file_names import shown_name
from app.domain.invoice_checks import CheckResult, Outcome
from app.domain.invoices import Invoice, InvoiceId
from app.text import _, day, money, sentence
from app.text.invoice_labels import state_label, step_label, type_label
from app.text.invoice_words import check_label, check_words, guess_words, proposal_words, reason_words

_HIDDEN = ("references", "version")
_MARKS = {Outcome.OK: "  ", Outcome.WRONG: "✗ ", Outcome.UNSURE: "? ", Outcome.NOT_TOLD: "- "}


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a row holds
    """A value as JSON can hold it: amounts as text, exact."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, tuple | list) else value


def invoice_json(invoice: Invoice) -> dict[str, Any]:
    """An invoice with the codes of all its nodes."""
    found = {name: plain(getattr(invoice, name)) for name in Invoice.__slots__ if name not in _HIDDEN}
    return found | {"state": invoice.state.value, "references": [plain(asdict(one)) for one in invoice.references]}


def row_json(row: InvoiceRow) -> dict[str, Any]:
    """An invoice in the list."""
    return invoice_json(row.invoice) | {
        "contract": row.contract.title if row.contract else None,
        "money": plain(asdict(row.money)) | {"left": str(row.money.left)},
        "wrong": list(row.wrong),
        "refuse_by": plain(row.clock.due_on),
    }


def row_line(row: InvoiceRow) -> str:
    """An invoice in one line."""
    invoice = row.invoice
    told = [
        f"{invoice.id:>4}",
        day(invoice.on),
        f"{type_label(invoice.type)} {invoice.number}",
        invoice.supplier,
        money(invoice.total * invoice.sign),
        state_label(invoice.state.value),
        ", ".join(check_label(code) for code in row.wrong),
    ]
    return "  ".join(part for part in told if part)


def check_json(check: CheckResult) -> dict[str, Any]:
    """A check with its reason, in a code and in words."""
    found = {"code": check.code, "outcome": check.outcome.value, "reason": check.reason}
    return found | {"params": plain(check.params), "text": check_words(check)}


def view_json(view: InvoiceView) -> dict[str, Any]:
    """An invoice with all that hangs on it."""
    return invoice_json(view.invoice) | {
        "contract": view.contract.title if view.contract else None,
        "guesses": [{"contract_id": one.contract_id, "reasons": list(one.reasons)} for one in view.guesses],
        "checks": [check_json(one) for one in view.checks],
        "proposals": [plain(asdict(one)) for one in view.proposals],
        "matches": [plain(asdict(one.match)) for one in view.matches],
        "refuse_by": plain(view.clock.due_on),
        "days_left": view.clock.days_left,
        "causes": list(view.causes),
        "steps": [plain(asdict(one)) for one in view.steps],
        "ways": [one.value for one in view.ways],
        "payments": [plain(asdict(one)) for one in view.payments],
        "money": plain(asdict(view.money)) | {"left": str(view.money.left)},
        "lines": [plain(asdict(one)) for one in view.body.lines] if view.body else None,
        "summaries": [plain(asdict(one)) for one in view.body.summaries] if view.body else None,
        "attachments": [plain(asdict(one)) for one in view.body.attachments] if view.body else None,
    }


def view_lines(view: InvoiceView) -> Iterator[str]:
    """An invoice, one fact a line."""
    invoice = view.invoice
    yield _("{id}  {kind} n. {number} del {day}").format(
        id=invoice.id, kind=type_label(invoice.type), number=invoice.number, day=day(invoice.on)
    )
    yield f"{invoice.supplier} ({invoice.supplier_vat or invoice.supplier_fiscal_code})"
    yield _("Imponibile {net}, IVA {vat}, totale {total}").format(
        net=money(invoice.taxable), vat=money(invoice.vat), total=money(invoice.total)
    )
    yield _("File: {file}").format(file=shown_name(invoice.file_name))
    yield state_label(invoice.state.value)
    if view.clock.due_on:
        yield _("Si può rifiutare fino al {day}").format(day=day(view.clock.due_on))
    if view.contract:
        yield _("Contratto {id}: {title}").format(id=view.contract.id, title=view.contract.title)
    for guess in () if view.contract else view.guesses:
        yield _("Forse il contratto {id}: {why}").format(id=guess.contract_id, why=guess_words(guess))
    if view.lacks_line:
        told = _("L'impegno {number} non è nella spesa del contratto")
        yield told.format(number=view.invoice.commitment)
    for check in view.checks:
        yield f"{_MARKS[check.outcome]}{check_label(check.code)}: {check_words(check)}"
    yield from _money_lines(view)


def answer_with(words: Words, invoice_id: int) -> None:
    """Show an invoice as it is now."""
    view = show_invoice(words.store, InvoiceId(invoice_id))
    words.answer(view_json(view), view_lines(view))


def _money_lines(view: InvoiceView) -> Iterator[str]:
    for one in view.matches:
        told = _("Abbinata alla rata dal {day}: {amount} ({why})")
        match = one.match
        yield told.format(day=day(match.period_on), amount=money(match.amount), why=reason_words(match.reason))
    for proposal in view.proposals:
        told = _("Proposta {group}, rata dal {day}: {amount} ({why})")
        on, amount = day(proposal.period_on), money(proposal.amount)
        yield told.format(group=proposal.group, day=on, amount=amount, why=proposal_words(proposal))
    for step in view.steps:
        yield "  ".join(part for part in (day(step.on), step_label(step.step.value), step.number, step.reason) if part)
    yield _("Da pagare al fornitore: {left} di {payable}").format(
        left=money(view.money.left), payable=money(view.money.payable)
    )


def outcome_json(outcome: ImportOutcome) -> dict[str, Any]:
    """What an import did."""
    return {
        "added": [{"file": one.name, "invoices": list(one.invoices)} for one in outcome.added],
        "known": [{"file": one.name, "invoices": list(one.invoices)} for one in outcome.known],
        "refused": [
            {"file": one.name, "code": one.error.code, "reason": sentence(one.error)} for one in outcome.refused
        ],
        "notes": list(outcome.notes),
    }


def outcome_lines(outcome: ImportOutcome) -> Iterator[str]:
    """What an import did, one file a line."""
    for one in outcome.added:
        ids = ", ".join(map(str, one.invoices))
        yield _("Aggiunta la fattura {ids}: {file}").format(ids=ids, file=shown_name(one.name))
    for here in outcome.known:
        ids = ", ".join(map(str, here.invoices))
        yield _("Già presente, fattura {ids}: {file}").format(ids=ids, file=shown_name(here.name))
    for note in outcome.notes:
        yield _("Letto il messaggio di SdI: {file}").format(file=shown_name(note))
    for refused in outcome.refused:
        yield sentence(refused.error)
