# SPDX-License-Identifier: EUPL-1.2
"""Fields of a procedure as they are written on the command line."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from app.cli.person import split_field
from app.domain.dates import read_day
from app.domain.money import read_amount
from app.errors import UserError

_DAYS = ("starts_on", "ends_on")
_NUMBERS = ("answer_days", "notice_months", "notice_days", "renewal_months")
_YES, _NO = ("true", "yes", "1", "sì", "si"), ("false", "no", "0", "")
_LONGEST_NUMBER = 9


def read_fields(pairs: Iterable[str], today: date) -> dict[str, Any]:
    """`FIELD=VALUE` each; an empty value empties the field. UserError `words.no_field` for a pair without its sign."""
    return {name: _value(name, value, today) for name, value in map(split_field, pairs)}


def read_option_amount(text: str | None) -> Decimal | None:
    """The amount of an option, or None where it was not given."""
    return read_amount(text) if text else None


def _value(name: str, value: str, today: date) -> Any:  # noqa: ANN401 - as the field holds it
    if name in _DAYS:
        return read_day(value, today) if value else None
    if name in _NUMBERS:
        return _number(value) if value else None
    if name == "signer_is_delegate":
        return _truth(value)
    return value


def _number(value: str) -> int:
    if not value.isascii() or not value.isdigit() or len(value) > _LONGEST_NUMBER:
        raise UserError("accession.number_unreadable", text=value)
    return int(value)


def _truth(value: str) -> bool:
    if value.lower() in _YES:
        return True
    if value.lower() in _NO:
        return False
    raise UserError("accession.neither_yes_nor_no", text=value)
