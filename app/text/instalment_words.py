# SPDX-License-Identifier: EUPL-1.2
"""How far an instalment has come, in words: asked for by an invoice, paid, late; and the day on which it falls."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from app.text import _, day, language, money
from app.text.fee_words import Instalment, instalment_state, state_label
from app.text.term_words import closed_words, moved_words


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_STATE = {
    "paid": _n("Pagata"),
    "part_paid": _n("Pagata in parte"),
    "late": _n("In ritardo"),
    "invoiced": _n("Fatturata"),
    "part_invoiced": _n("Fatturata in parte"),
    "not_invoiced": _n("Senza fattura"),
    "due": _n("Da fatturare"),
    "not_paid": _n("Senza pagamento"),
    "to_pay": _n("Da pagare"),
}
_TONES = {
    "paid": "good",
    "part_paid": "warning",
    "late": "bad",
    "invoiced": "info",
    "part_invoiced": "warning",
    "not_invoiced": "warning",
    "not_paid": "warning",
    "missing": "warning",
    "provisional": "warning",
    "free": "good",
    "funded": "info",
}


class _Invoice(Protocol):
    @property
    def number(self) -> str: ...


class _Standing(Protocol):
    @property
    def invoices(self) -> Sequence[_Invoice]: ...

    @property
    def invoiced(self) -> Decimal: ...

    @property
    def paid_on(self) -> Sequence[date]: ...

    @property
    def is_paid(self) -> bool: ...

    @property
    def open_on(self) -> date | None: ...

    @property
    def closed_because(self) -> str: ...

    @property
    def is_due(self) -> bool: ...

    @property
    def is_late(self) -> bool: ...

    @property
    def is_whole(self) -> bool: ...

    @property
    def is_transfer(self) -> bool: ...


class _Due(Instalment, Protocol):
    @property
    def due_on(self) -> date | None: ...


def standing_key(one: Instalment, standing: _Standing) -> str:
    """What was done of it where anything was; else what it is, as `instalment_state` says, or what is waited for."""
    if standing.is_paid:
        return "paid"
    if standing.invoiced:
        if standing.is_late:
            return "late"
        if standing.paid_on:
            return "part_paid"
        return "invoiced" if standing.is_whole else "part_invoiced"
    state = instalment_state(one)
    if state == "due" and standing.is_transfer:
        return "not_paid" if standing.is_due else "to_pay"
    if state == "due" and one.net:
        return "not_invoiced" if standing.is_due else "due"
    return state


def standing_label(one: Instalment, standing: _Standing) -> str:
    """`Pagata il 12/03/2027`, `In ritardo`, `Da fatturare`; where nothing was done, `Gratuita`, `Dal contributo`."""
    key = standing_key(one, standing)
    if key == "paid" and standing.paid_on:
        return _("Pagata il {day}").format(day=day(max(standing.paid_on)))
    return _(_STATE[key]) if key in _STATE else state_label(key)


def standing_tone(one: Instalment, standing: _Standing) -> str:
    """The tone of these words."""
    return _TONES.get(standing_key(one, standing), "neutral")


def invoice_numbers(standing: _Standing) -> str:
    """`12/A, 15/A`: the invoices that ask for it."""
    return ", ".join(one.number for one in standing.invoices)


def invoices_told(standing: _Standing) -> str:
    """`Fattura 12/A: 1.000,00 € senza IVA`; nothing while there is none."""
    if not standing.invoices:
        return ""
    words = _("Fattura {numbers}: {amount} senza IVA")
    return words.format(numbers=invoice_numbers(standing), amount=money(standing.invoiced))


def paid_days(standing: _Standing) -> str:
    """`12/03/2027`: the days on which its invoices were paid."""
    return ", ".join(day(one) for one in standing.paid_on)


def due_day(one: _Due) -> str:
    """`dom 31/01/2027`."""
    from babel.dates import format_date

    if one.due_on is None:
        return ""
    return f"{format_date(one.due_on, 'EEE', locale=language())} {day(one.due_on)}"


def due_told(one: _Due, standing: _Standing) -> str:
    """`Scade domenica 31 gennaio, quindi lunedì 1° febbraio 2027`; nothing where the office is open on that day."""
    if one.due_on is None or standing.open_on is None or not standing.closed_because:
        return ""
    return _("Scade {day}").format(day=moved_words(one.due_on, standing.open_on, standing.closed_because))


def open_told(standing: _Standing) -> str:
    """`domenica: lun 01/02/2027`, for a narrow column; nothing where the office is open on that day."""
    from babel.dates import format_date

    if standing.open_on is None or not standing.closed_because:
        return ""
    moved = f"{format_date(standing.open_on, 'EEE', locale=language())} {day(standing.open_on)}"
    return _("{why}, quindi {day}").format(why=closed_words(standing.closed_because), day=moved)
