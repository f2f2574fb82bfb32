# SPDX-License-Identifier: EUPL-1.2
"""The words of the program: gettext, the sentence of each error code, dates and amounts as the office writes them.

Message ids are Italian, the language of the office; `resources/locale` holds the English.
"""

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from unicodedata import category
from zoneinfo import ZoneInfo

from app.errors import CampanileError
from app.paths import resources

_NO_BREAK = "\N{NO-BREAK SPACE}"
_ROME = "Europe/Rome"
LANGUAGES = ("it", "en")


class _Language:
    """The language of the process, changed only by `set_language`."""

    code = "it"


_of_this_job: ContextVar[str] = ContextVar("language", default="")


def set_language(code: str) -> None:
    """Speak "it" or "en" from here on, in every thread."""
    _Language.code = code


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language for one job, such as a print, without touching the window's."""
    token = _of_this_job.set(code)
    try:
        yield
    finally:
        _of_this_job.reset(token)


def language() -> str:
    """The language in use, "it" or "en"."""
    return _of_this_job.get() or _Language.code


def in_language(italian: str, english: str) -> str:
    """Words of a data file that holds both languages; Italian where there is no English."""
    return english if language() == "en" and english else italian


@cache
def catalogue(code: str) -> _gettext.NullTranslations:
    """The translations of a language, read from their one source; Italian needs none.

    No compiled copy lies beside it that could be missing or stale: reading the source takes 0.04 s.
    """
    file = resources() / "locale" / code / "LC_MESSAGES" / "campanile.po"
    return _read(file) if file.exists() else _gettext.NullTranslations()


def _read(file: Path) -> _gettext.GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source))
    compiled.seek(0)
    return _gettext.GNUTranslations(compiled)


def _(message: str) -> str:
    """The message in the language in use."""
    return catalogue(language()).gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message for one or for many, in the language in use."""
    return catalogue(language()).ngettext(singular, plural, count)


def sentence(error: CampanileError) -> str:
    """What happened, what was kept, what to do: the words of an error code."""
    from app.text.sentences import SENTENCES

    return say_refusal(error, SENTENCES[error.code])


def say_refusal(error: CampanileError, words: str) -> str:
    """Words for a refusal with what it names, so written that nothing hides in it."""
    told = _(words)
    if error.params.get("where") == "":
        told = told.replace(" ({where})", "")  # the whole file: there is no place to name
    return told.format(**{name: _shown(value) for name, value in error.params.items()})


def reason(code: str, value: str = "") -> str:
    """The words of an error code of one row, with the value that was refused."""
    from app.text.sentences import SENTENCES

    return _(SENTENCES[code]).format(value=_shown(value))


def action_title(code: str, params: dict[str, str]) -> str:
    """The name of an action of the history, as the menus say it after "Annulla"."""
    from app.text.titles import TITLES

    return _(TITLES[code]).format(**params)


def amount(value: Decimal) -> str:
    """`1.234,50`: two decimals, dots between thousands."""
    from babel.numbers import format_decimal

    return format_decimal(value, format="#,##0.00", locale=language())


def money(value: Decimal) -> str:
    """`1.234,50 €` with a space that does not break."""
    return f"{amount(value)}{_NO_BREAK}€"


def day(value: date | None) -> str:
    """`05/11/2026`, the same in both languages; nothing for no date."""
    return f"{value:%d/%m/%Y}" if value else ""


def on_our_clock(value: datetime) -> datetime:
    """A time in UTC as the clock of Rome shows it."""
    return value.astimezone(ZoneInfo(_ROME))


def moment(value: datetime | None) -> str:
    """`05/11/2026 10:42` on the clock of Rome; the value is in UTC."""
    return f"{on_our_clock(value):%d/%m/%Y %H:%M}" if value else ""


def day_of(value: datetime) -> str:
    """`05/11/2026`: the day of a time on the clock of Rome."""
    return f"{on_our_clock(value):%d/%m/%Y}"


def clock_time(value: datetime) -> str:
    """`10:42` on the clock of Rome."""
    return f"{on_our_clock(value):%H:%M}"


def weekday(value: date) -> str:
    """`lunedì`."""
    from babel.dates import format_date

    return format_date(value, "EEEE", locale=language())


def month(value: date) -> str:
    """`novembre 2026`."""
    from babel.dates import format_date

    return format_date(value, "MMMM yyyy", locale=language())


def _shown(value: object) -> str:
    if isinstance(value, Decimal):
        return money(value)
    if isinstance(value, datetime):
        return moment(value)
    return day(value) if isinstance(value, date) else "".join(map(_in_sight, str(value)))


def _in_sight(letter: str) -> str:
    """A sign that turns the direction of writing, or is not seen, stands as in `domain.file_names.shown_name`."""
    return f"«U+{ord(letter):04X}»" if category(letter) in ("Cc", "Cf", "Cs") else letter
