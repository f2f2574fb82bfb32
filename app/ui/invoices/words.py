# SPDX-License-Identifier: EUPL-1.2
"""How invoices read on the page: names, tones, groups, how long one may still be refused, why a match is proposed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.invoice_checks import CheckResult, Outcome
from app.domain.invoice_groups import group_of
from app.domain.invoices import Invoice, InvoiceState
from app.domain.refusal import checks_of_cause
from app.text import _, day, money, ngettext, weekday
from app.text.distance import days_away
from app.text.invoice_labels import state_label, type_label
from app.text.invoice_words import check_words
from app.ui.accessions.words import near_tone

if TYPE_CHECKING:
    from app.actions.invoice_views import InvoiceRow
    from app.domain.concessions import ServiceContract
    from app.domain.fees import Instalment
    from app.domain.refusal import RefusalClock

_DONE = (InvoiceState.PAID, InvoiceState.REFUSED)
_TONES = {
    InvoiceState.RECEIVED: "info",
    InvoiceState.APPROVED: "info",
    InvoiceState.COMMITTED: "info",
    InvoiceState.SETTLED: "warning",
    InvoiceState.PAID: "good",
    InvoiceState.REFUSED: "neutral",
}
_OUTCOMES = {
    Outcome.OK: ("check", "good"),
    Outcome.WRONG: ("close", "bad"),
    Outcome.UNSURE: ("help", "warning"),
    Outcome.NOT_TOLD: ("help", "neutral"),
}


def state_tone(state: InvoiceState) -> str:
    """The tone of a state; to be paid is what waits for us."""
    return _TONES[state]


def invoice_title(invoice: Invoice) -> str:
    """`Fattura 12/PA del 05/11/2026`."""
    told = _("{type} {number} del {day}")
    return told.format(type=type_label(invoice.type), number=invoice.number, day=day(invoice.on))


def invoice_name(invoice: Invoice) -> str:
    """`12/PA, Alfa S.r.l.`; a credit note says so."""
    told = _("{number}, {supplier}").format(number=invoice.number, supplier=invoice.supplier)
    return _("Nota di credito {name}").format(name=told) if invoice.is_credit else told


def signed_total(invoice: Invoice) -> Decimal:
    """What it comes to; a credit note takes away."""
    return invoice.total * invoice.sign


def contract_name(contract: ServiceContract | None) -> str:
    """The title of a contract, else its supplier."""
    return (contract.title or contract.supplier or str(contract.id)) if contract is not None else ""


def state_words(row: InvoiceRow) -> str:
    """`Pagata`, for a column; of what is still to be examined, how its checks went."""
    if row.invoice.state is not InvoiceState.RECEIVED:
        return state_label(row.invoice.state.value)
    if row.contract is None:
        return _("Senza contratto")
    count = len(row.wrong)
    if not count:
        return _("Da approvare")
    return ngettext("{count} non torna", "{count} non tornano", count).format(count=count)


def row_tone(row: InvoiceRow) -> str:
    """What does not fit is bad, what could not be compared is a warning."""
    if row.invoice.state is not InvoiceState.RECEIVED:
        return state_tone(row.invoice.state)
    if row.contract is None:
        return "warning"
    return "bad" if row.wrong else "info"


def row_icon(row: InvoiceRow) -> str:
    """The picture before the words."""
    if row.invoice.state is InvoiceState.RECEIVED:
        return {"bad": "close", "warning": "help"}.get(row_tone(row), "check")
    return "check" if row.invoice.state is InvoiceState.PAID else ""


def outcome_words(outcome: Outcome) -> str:
    """How a check went, in a word."""
    return {
        Outcome.OK: _("Torna"),
        Outcome.WRONG: _("Non torna"),
        Outcome.UNSURE: _("Da guardare"),
    }.get(outcome, _("Manca il confronto"))


def outcome_icon(outcome: Outcome) -> str:
    """A tick, a cross or a question mark."""
    return _OUTCOMES[outcome][0]


def outcome_tone(outcome: Outcome) -> str:
    """Its colour, beside the word."""
    return _OUTCOMES[outcome][1]


def next_day(row: InvoiceRow) -> date | None:
    """The day that matters now: the last for a refusal while that runs, else that of the payment."""
    if row.clock.is_running:
        return row.clock.due_on
    return None if row.invoice.state in _DONE else row.invoice.due_on


def due_words(row: InvoiceRow, today: date) -> str:
    """`Rifiuta: fra 6 giorni`; nothing for what is over."""
    on = next_day(row)
    if on is None:
        return ""
    told = _("Rifiuta: {away}") if row.clock.is_running else _("Paga: {away}")
    return told.format(away=days_away((on - today).days))


def due_hint(row: InvoiceRow) -> str:
    """What that day is the last for."""
    on = next_day(row)
    if on is None:
        return ""
    what = _("Ultimo giorno per rifiutarla") if row.clock.is_running else _("Da pagare entro")
    return f"{what}: {weekday(on)} {day(on)}"


def due_tone(row: InvoiceRow, today: date) -> str:
    """Late is bad, near is a warning."""
    on = next_day(row)
    tone = near_tone(on, today) if on else ""
    return tone if tone in ("bad", "warning") else ""


def clock_words(clock: RefusalClock) -> str:
    """`Restano 6 giorni per rifiutarla: scade lunedì 30/11/2026`; nothing where no day of delivery is known."""
    if clock.due_on is None or clock.days_left is None:
        return ""
    on = f"{weekday(clock.due_on)} {day(clock.due_on)}"
    left = clock.days_left
    if left < 0:
        return _("Il termine per rifiutarla è scaduto {day}").format(day=on)
    if left == 0:
        return _("Oggi è l'ultimo giorno per rifiutarla, {day}").format(day=on)
    told = ngettext(
        "Resta {count} giorno per rifiutarla: scade {day}", "Restano {count} giorni per rifiutarla: scade {day}", left
    )
    return told.format(count=left, day=on)


def motive_words(checks: Iterable[CheckResult], cause: str) -> str:
    """What failed of that for which a lawful cause stands: the reason of the refusal, to begin with."""
    meant = checks_of_cause(cause)
    return " ".join(check_words(one) for one in checks if one.outcome is Outcome.WRONG and one.code in meant)


def instalment_words(instalment: Instalment) -> str:
    """`Rata 1/2026, 01/01/2026 - 31/03/2026`: its number within its fee and its period."""
    told = _("rata {number}/{year}, dal {first} al {last}")
    return told.format(
        number=instalment.number,
        year=instalment.year,
        first=day(instalment.starts_on),
        last=day(instalment.ends_on),
    )


def counted(rows: Sequence[InvoiceRow]) -> tuple[str, str]:
    """`6 fatture, 1 rifiutata non sommata` and what they come to; refused ones count where nothing else is listed."""
    kept = [row for row in rows if row.invoice.state is not InvoiceState.REFUSED] or rows
    told = ngettext("{count} fattura", "{count} fatture", len(rows)).format(count=len(rows))
    if out := len(rows) - len(kept):
        aside = ngettext("{count} rifiutata non sommata", "{count} rifiutate non sommate", out).format(count=out)
        told = f"{told}, {aside}"
    return told, money(sum((signed_total(row.invoice) for row in kept), Decimal(0)))


def total_words(rows: list[InvoiceRow]) -> str:
    """What is to be looked at, what is to be paid, what may still be refused though a check fails."""
    new = [row for row in rows if group_of(row.invoice.state) == "new"]
    to_pay = [row for row in rows if group_of(row.invoice.state) == "to_pay"]
    running = [row for row in new if row.clock.is_running and row.wrong]
    total = ngettext("{count} fattura", "{count} fatture", len(rows)).format(count=len(rows))
    parts = [total, _("{count} da esaminare").format(count=len(new)) if new else ""]
    if to_pay:
        owed = sum((row.money.left for row in to_pay), Decimal(0))
        parts.append(_("{count} da pagare, {amount}").format(count=len(to_pay), amount=money(owed)))
    if running:
        told = ngettext(
            "{count} non torna e si può ancora rifiutare",
            "{count} non tornano e si possono ancora rifiutare",
            len(running),
        )
        parts.append(told.format(count=len(running)))
    return " · ".join(part for part in parts if part)
