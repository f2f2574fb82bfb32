# SPDX-License-Identifier: EUPL-1.2
"""The clock of a membership in words: renewal, withdrawal, which end comes first."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from app.text import _, ngettext
from app.text.term_words import closed_words, counted_days, long_day


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_LAYER = {"L0": _n("concessione del centro"), "L1": _n("convenzione"), "L2": _n("contratto del servizio")}


class _Notice(Protocol):
    @property
    def months(self) -> int: ...

    @property
    def days(self) -> int: ...


class _Window(Protocol):
    @property
    def opens_on(self) -> date: ...

    @property
    def closes_on(self) -> date: ...


class _WithdrawalLimit(Protocol):
    @property
    def on(self) -> date: ...

    @property
    def nominal_on(self) -> date: ...

    @property
    def moved_because(self) -> str: ...

    @property
    def ends_on(self) -> date: ...

    @property
    def notice(self) -> _Notice: ...


class _Reminder(Protocol):
    @property
    def on(self) -> date: ...

    @property
    def months(self) -> int: ...


class _ClockEnd(Protocol):
    @property
    def on(self) -> date: ...

    @property
    def layers(self) -> Iterable[str]: ...

    @property
    def unknown(self) -> Iterable[str]: ...


def notice_words(notice: _Notice) -> str:
    """`6 mesi`, `90 giorni`, `1 mese e 15 giorni`."""
    months = ngettext("{count} mese", "{count} mesi", notice.months).format(count=notice.months)
    days = counted_days(notice.days)
    if notice.months and notice.days:
        return _("{months} e {days}").format(months=months, days=days)
    return months if notice.months else days


def window_words(window: _Window) -> str:
    """From when to when one asks for the renewal, which takes a new resolution."""
    return _("Il rinnovo si chiede da {opens} a {closes}; ci vuole una nuova delibera.").format(
        opens=long_day(window.opens_on), closes=long_day(window.closes_on)
    )


def withdrawal_words(limit: _WithdrawalLimit) -> str:
    """By when a notice must have arrived to leave on a day, and why not on the day counted."""
    words = _("Per uscire {end}, con un preavviso di {notice}, il recesso deve arrivare entro {day}.").format(
        end=long_day(limit.ends_on), notice=notice_words(limit.notice), day=long_day(limit.on)
    )
    if not limit.moved_because:
        return words
    closed = _("Il giorno contato è {day}, ma l'ufficio è chiuso ({why}).").format(
        day=long_day(limit.nominal_on), why=closed_words(limit.moved_because)
    )
    return f"{words} {closed}"


def reminder_words(reminder: _Reminder) -> str:
    """`6 mesi prima: martedì 30 giugno 2026`."""
    return ngettext("{count} mese prima: {day}", "{count} mesi prima: {day}", reminder.months).format(
        count=reminder.months, day=long_day(reminder.on)
    )


def clock_words(end: _ClockEnd | None) -> str:
    """The first end among concession, agreement and contract, and of which of them nobody typed one."""
    if end is None:
        return _("Nessuna fine scritta: né della concessione, né della convenzione, né del contratto.")
    words = _("La prima fine è {day} ({layers}).").format(day=long_day(end.on), layers=_layers(end.layers))
    unknown = _layers(end.unknown)
    return f"{words} {_('Fine non scritta: {layers}.').format(layers=unknown)}" if unknown else words


def _layers(layers: Iterable[str]) -> str:
    return ", ".join(_(_LAYER[layer]) for layer in layers)
