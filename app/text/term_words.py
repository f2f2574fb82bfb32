# SPDX-License-Identifier: EUPL-1.2
"""How a term was counted: `30 giorni dal 3/11/2026: giovedì 3 dicembre 2026`, with what moved it and its doubts."""

from datetime import date
from typing import Protocol

from app.text import _, language, ngettext

_HOLIDAY = "holiday:"
_BEFORE_A_VOWEL = (8, 11)  # l'otto, l'undici


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_KNOWN_LAW = _n("norma nota, non consultata")
_HOLIDAYS = (
    _n("Capodanno"),
    _n("Epifania"),
    _n("Pasqua"),
    _n("Lunedì dell'Angelo"),
    _n("Anniversario dell'Unità d'Italia"),
    _n("Anniversario della Liberazione"),
    _n("Festa del Lavoro"),
    _n("Festa della Repubblica"),
    _n("Assunzione della Beata Vergine Maria"),
    _n("Festa nazionale di San Francesco d'Assisi, patrono d'Italia"),
    _n("Ognissanti"),
    _n("Giorno dell'unità nazionale"),
    _n("Immacolata Concezione"),
    _n("Natale"),
    _n("Santo Stefano"),
)
"""As the calendar of holidays names them since 1977; one that it does not know yet is said as it comes."""

_CLOSED = {"saturday": _n("sabato"), "sunday": _n("domenica"), "patron": _n("festa del patrono")}


class _Term(Protocol):
    @property
    def is_free_days(self) -> bool: ...

    @property
    def skips_august(self) -> bool: ...


class _Due(Protocol):
    @property
    def on(self) -> date: ...

    @property
    def nominal_on(self) -> date: ...

    @property
    def moved_because(self) -> str: ...

    @property
    def moved_by(self) -> str: ...

    @property
    def days(self) -> int: ...

    @property
    def term(self) -> _Term: ...

    @property
    def counted_from_on(self) -> date: ...

    @property
    def suspended_days(self) -> int: ...

    @property
    def is_latest(self) -> bool: ...

    @property
    def closed_because(self) -> str: ...

    @property
    def open_on(self) -> date | None: ...


def long_day(value: date, *, has_year: bool = True) -> str:
    """`giovedì 3 dicembre 2026`, `martedì 1° dicembre` without its year."""
    from babel.dates import format_date

    first = "'1°'" if value.day == 1 and language() == "it" else "d"
    return format_date(value, f"EEEE {first} MMMM y" if has_year else f"EEEE {first} MMMM", locale=language())


def short_day(value: date) -> str:
    """`3/11/2026`: as one says it, without zeros in front."""
    return f"{value.day}/{value.month}/{value.year}"


def since(value: date) -> str:
    """`dal 3/11/2026`, `dall'8/11/2026`."""
    words = _("dall'{day}") if value.day in _BEFORE_A_VOWEL else _("dal {day}")
    return words.format(day=short_day(value))


def counted_days(days: int) -> str:
    """`30 giorni`."""
    return ngettext("{count} giorno", "{count} giorni", days).format(count=days)


def closed_words(reason: str) -> str:
    """Why the office is closed, for a reason that `why_not_working` gives: `sabato`, `Natale`, `festa del patrono`."""
    if reason.startswith(_HOLIDAY):
        return "; ".join(_(name) for name in reason.removeprefix(_HOLIDAY).split("; "))
    return _(_CLOSED[reason]) if reason else ""


def moved_words(nominal_on: date, on: date, reason: str) -> str:
    """`sabato 5 dicembre, quindi lunedì 7 dicembre 2026`; a holiday is named; the day alone where nothing moved."""
    if not reason:
        return long_day(on)
    words = _("{day}, quindi {moved}") if reason in {"saturday", "sunday"} else _("{day} ({why}), quindi {moved}")
    counted = long_day(nominal_on, has_year=nominal_on.year != on.year)
    return words.format(day=counted, why=closed_words(reason), moved=long_day(on))


def due_words(due: _Due) -> str:
    """`30 giorni dal 3/11/2026, fermati per 10 giorni: domenica 13 dicembre, quindi lunedì 14 dicembre 2026`."""
    length = counted_days(due.days)
    if due.term.is_free_days:
        length = _("dopo {days}").format(days=length)
    words = _("{days} {since}").format(days=length, since=since(due.counted_from_on))
    if due.term.skips_august:
        words = _("{counted} senza contare agosto").format(counted=words)
    if due.suspended_days:
        words = _("{counted}, fermati per {days}").format(counted=words, days=counted_days(due.suspended_days))
    end = moved_words(due.nominal_on, due.on, due.moved_because)
    return (_("{counted}: al più tardi {day}") if due.is_latest else _("{counted}: {day}")).format(
        counted=words, day=end
    )


def limit_words(due: _Due) -> str:
    """What to do where an upper limit falls on a closed day, which does not move it; nothing for all others."""
    if due.open_on is None:
        return ""
    words = _(
        "Il termine massimo non si sposta, e il {closed} l'ufficio è chiuso ({why}): "
        "conviene mandare tutto entro {day}."
    )
    return words.format(closed=short_day(due.on), why=closed_words(due.closed_because), day=long_day(due.open_on))


def moved_why(due: _Due) -> str:
    """Why the day was moved, by which law and how sure that is; nothing where it was not."""
    if not due.moved_because:
        return ""
    if due.moved_because == "saturday":
        words = _(
            "Il sabato è trattato come un giorno festivo: {law} ({source}). Quelle norme parlano dei tribunali: "
            "per gli altri termini il giorno sicuro è {day}."
        )
    elif due.moved_because == "patron":
        words = _(
            "Il giorno del patrono gli uffici sono chiusi: {law} ({source}). Non è una festa nazionale: "
            "il giorno sicuro è {day}."
        )
    else:
        words = _("Un termine che finisce in un giorno festivo passa al primo giorno di lavoro: {law} ({source}).")
    return words.format(law=due.moved_by, source=_(_KNOWN_LAW), day=long_day(due.nominal_on))
