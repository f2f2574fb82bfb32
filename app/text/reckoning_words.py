# SPDX-License-Identifier: EUPL-1.2
"""How a day of a procedure was worked out: counted by a term, told by the clock of a membership, or put by hand."""

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

from app.text import _
from app.text.membership_words import clock_words, reminder_words, window_words, withdrawal_words
from app.text.term_words import due_words, limit_words, long_day, moved_why

_CLOCK: dict[str, Callable[[Any], str]] = {
    "ends": clock_words,
    "concession_ends": clock_words,
    "notice_last": withdrawal_words,
    "renewal_opens": window_words,
    "renewal_reminder": reminder_words,
    "notice_reminder": reminder_words,
}


class _Duty(Protocol):
    @property
    def key(self) -> str: ...

    @property
    def on(self) -> date: ...

    @property
    def due(self) -> Any: ...  # noqa: ANN401 - what `due_words` reads, or None

    @property
    def computed_on(self) -> date | None: ...

    @property
    def reason(self) -> str: ...

    @property
    def clock(self) -> object: ...


def reckoning_words(duty: _Duty) -> tuple[str, ...]:
    """Sentences, none where the day was only typed: the count, why it moved or what to do as it does not, the clock."""
    counted = duty.due
    told = [_by_hand(duty) if duty.computed_on else _ended(due_words(counted)) if counted else ""]
    if counted and not duty.computed_on:
        told += [moved_why(counted), limit_words(counted)]
    if duty.clock is not None:
        told.append(_ended(_CLOCK[duty.key](duty.clock)))
    return tuple(sentence for sentence in told if sentence)


def _by_hand(duty: _Duty) -> str:
    computed = due_words(duty.due) if duty.due else long_day(duty.computed_on) if duty.computed_on else ""
    return _("{day}, scritto a mano: {reason} (calcolato: {computed})").format(
        day=long_day(duty.on), reason=duty.reason.strip().rstrip("."), computed=computed
    )


def _ended(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
