# SPDX-License-Identifier: EUPL-1.2
"""The numbers of service levels as an office writes them: exact, with as many decimals as were typed."""

import re
from decimal import Decimal

from app.errors import UserError

_MOST_DIGITS = 15
_NUMBER = re.compile(r"([+-]?)([0-9]+)(?:[.,]([0-9]+))?")
_GROUPED = re.compile(r"([+-]?)([0-9]{1,3}(?:([. ])[0-9]{3})(?:\3[0-9]{3})*)(?:,([0-9]+))?")
_UNSURE = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def read_number(text: str) -> Decimal:
    """`99,5`, `99.5`, `1.234,5`, `99,5 %`; a number before a word such as `4 ore`.

    UserError `level.number_missing`, `level.number_unreadable`, `level.number_too_long`; `level.number_ambiguous` for
    `1.234`, that may be a thousand or one and something.
    """
    shown = text.strip()
    if not shown:
        raise UserError("level.number_missing")
    bare = re.sub(r"\s*(%|[a-zA-Zàèéìòù]+\.?)$", "", " ".join(shown.replace("\N{MINUS SIGN}", "-").split()))
    if _UNSURE.fullmatch(bare):
        whole, decimals = bare.replace(".", ""), bare.replace(".", ",")
        raise UserError("level.number_ambiguous", text=shown[:40], whole=whole, decimals=decimals)
    found = _NUMBER.fullmatch(bare)
    grouped = None if found else _GROUPED.fullmatch(bare)
    if not found and not grouped:
        raise UserError("level.number_unreadable", text=shown[:40])
    sign, whole, decimals = (found[1], found[2], found[3]) if found else (grouped[1], grouped[2], grouped[4])  # type: ignore[index]  # one of the two is there
    digits = re.sub(r"[^0-9]", "", whole)
    if len(digits.lstrip("0")) + len(decimals or "") > _MOST_DIGITS:
        raise UserError("level.number_too_long", text=shown[:40])
    return Decimal(f"{sign}{digits}.{decimals or 0}" if decimals else f"{sign}{digits}")


def checked_number(value: Decimal) -> Decimal:
    """The same number, however it came; UserError `level.number_too_long` for one that nobody measures."""
    shown = str(value)[:40]
    if not value.is_finite() or value.adjusted() >= _MOST_DIGITS:
        raise UserError("level.number_too_long", text=shown)
    return value
