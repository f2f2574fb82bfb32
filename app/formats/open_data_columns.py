# SPDX-License-Identifier: EUPL-1.2
"""The columns of the open data, by name and never by position, and our rows typed (funding.md 3.2-3.3)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from app.domain.open_data import Application, Status
from app.errors import UserError

MAX_COLUMNS = 200
NEEDED = (
    "codice_ipa",
    "importo_finanziamento",
    "avviso",
    "data_invio_candidatura",
    "data_finanziamento",
    "codice_cup",
    "numero_finestra_temporale",
    "numero_di_protocollo",
)
"""Columns of every one of the six header versions that a project cannot do without."""

_NEWEST_FIRST = (
    (6, "data_stato_candidatura"),
    (5, "decreto_finanziamento"),
    (4, "ente"),
    (3, "stato_candidatura"),
    (2, "cod_provincia"),
)
_CALLS = ({"titolo", "misura"}, {"startdate", "enddate"}, {"windows"})
_NOTHING = ("", "None")
_STATUSES = {"A": Status.FUNDED, "E": Status.PAID, "R": Status.RENOUNCED}
_MAX_TEXT = 1000  # the longest text of the 98,082 known rows has 202 characters
_MAX_SHOWN = 60
_CENT = Decimal("0.01")
_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,20})?([eE]\+?[0-9]{1,2})?")
_TOO_MUCH = Decimal(10) ** 12
_WHOLE = re.compile(r"([0-9]+)\.0+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(_DAY.pattern + r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:?[0-9]{2})?")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Table:
    """A file after its header: `rows` gives the number of a row in the file and its fields."""

    header: tuple[str, ...]
    rows: Iterator[tuple[int, Sequence[str]]]
    total: int  # about how many rows there are, for the progress


def known_names(header: Sequence[str]) -> tuple[str, ...]:
    """Column names as we look them up: no spaces around, small letters."""
    return tuple(name.strip().lower() for name in header)


def check_header(header: Sequence[str], name: str) -> None:
    """Refuse a header that is not that of funded applications."""
    if len(header) > MAX_COLUMNS:
        raise UserError("open_data.too_many_columns", file=name, columns=len(header), limit=MAX_COLUMNS)
    known = set(header)
    if "codice_ipa" not in known:
        is_calls = any(marks <= known for marks in _CALLS)
        raise UserError("open_data.is_calls" if is_calls else "open_data.unknown_header", file=name)
    repeated = sorted({column for column in header if column and header.count(column) > 1})
    if repeated:
        raise UserError("open_data.repeated_columns", file=name, columns=printable(", ".join(repeated)))
    missing = [column for column in NEEDED if column not in known]
    if missing:
        raise UserError("open_data.missing_columns", file=name, columns=", ".join(missing))


def header_version(header: Sequence[str]) -> int:
    """Which of the six column sets of funding.md 3.2 this is; a split file counts as its source."""
    return next((version for version, column in _NEWEST_FIRST if column in header), 1)


def printable(text: str) -> str:
    """At most 60 characters of a text, that any file and screen can hold."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text[:_MAX_SHOWN])


class RowReader:
    """Types the rows of one header."""

    def __init__(self, header: Sequence[str]) -> None:
        self._at = {name: position for position, name in enumerate(header)}

    def application(self, row: Sequence[str]) -> Application:
        """The typed row; UserError `open_data.row_*` with `value` where a field cannot be read."""
        _check_texts(row)
        call = self._text(row, "avviso")
        if not call.strip():
            raise UserError("open_data.row_no_call", value="")
        funded_on = _day(self._text(row, "data_finanziamento"))
        status_on = _day(self._text(row, "data_stato_candidatura"))
        return Application(
            ipa_code=self._text(row, "codice_ipa").strip(),
            body=self._text(row, "ente"),
            body_kind=self._text(row, "tipologia_ente"),
            istat=self._text(row, "cod_comune"),
            call=call,
            measure=self._text(row, "misura"),
            sent_at=_moment(self._text(row, "data_invio_candidatura")),
            funded_on=funded_on,
            cup=_bare(self._text(row, "codice_cup")).upper(),
            amount=_amount(self._text(row, "importo_finanziamento")),
            status=self._status(row, funded_on, status_on),
            status_on=status_on,
            decree=_bare(self._text(row, "decreto_finanziamento")),
            window=_whole(self._text(row, "numero_finestra_temporale")),
            protocol=_whole(self._text(row, "numero_di_protocollo")),
        )

    def _text(self, row: Sequence[str], column: str) -> str:
        position = self._at.get(column)
        return "" if position is None else row[position]

    def _status(self, row: Sequence[str], funded_on: date | None, status_on: date | None) -> Status:
        if "stato_candidatura" not in self._at:
            return Status.FUNDED  # every row of every version is funded by decree (funding.md 3)
        letter = self._text(row, "stato_candidatura").strip()
        status = _STATUSES.get(letter.upper())
        if status is None:
            raise _refused("open_data.row_bad_status", letter)
        if status is Status.FUNDED and funded_on and status_on and status_on != funded_on:
            return Status.RENUNCIATION_PENDING
        return status


def _check_texts(row: Sequence[str]) -> None:
    for text in row:
        if len(text) > _MAX_TEXT or _UNPRINTABLE.search(text):
            raise _refused("open_data.row_bad_text", text)


def _bare(text: str) -> str:
    text = text.strip()
    return "" if text in _NOTHING else text


def _whole(text: str) -> str:
    text = _bare(text)
    number = _WHOLE.fullmatch(text)
    return number[1] if number else text


def _amount(text: str) -> Decimal:
    if not _AMOUNT.fullmatch(text.strip()):
        raise _refused("open_data.row_bad_amount", text)
    exact = Decimal(text.strip())
    if exact >= _TOO_MUCH or exact != exact.quantize(_CENT):
        raise _refused("open_data.row_bad_amount", text)
    return exact.quantize(_CENT)


def _day(text: str) -> date | None:
    text = _bare(text)
    if not text:
        return None
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise _refused("open_data.row_bad_date", text)


def _moment(text: str) -> datetime | None:
    text = _bare(text)
    if not text:
        return None
    try:
        if _MOMENT.fullmatch(text):
            moment = datetime.fromisoformat(text)
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        pass
    raise _refused("open_data.row_bad_date", text)


def _refused(code: str, value: str) -> UserError:
    return UserError(code, value=printable(value))
