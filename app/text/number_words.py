# SPDX-License-Identifier: EUPL-1.2
"""Numbers that are no amounts: all the decimals they were typed with, none added."""

from decimal import Decimal

from app.text import _


def shown_number(value: Decimal | None) -> str:
    """`1.234,5`: all its digits, none added; nothing for no number."""
    whole, comma, decimals = typed_number(value).partition(",")
    digits = whole.removeprefix("-")
    return (
        whole[: len(whole) - len(digits)] + (f"{int(digits):,}".replace(",", ".") if digits else "") + comma + decimals
    )


def typed_number(value: Decimal | None) -> str:
    """`1234,5`: as it is typed again, without the point that may be read in two ways."""
    if value is None:
        return ""
    whole, _point, decimals = f"{value:f}".partition(".")
    kept = decimals.rstrip("0")
    return f"{whole},{kept}" if kept else whole


def numbered(number: str) -> str:
    """`n. 4511`; a number that was typed with its own word, as `Prot. 4511`, stands as it is; nothing for none."""
    if not number:
        return ""
    has_word = number[0].isalpha() and any(mark in number for mark in ". ")
    return number if has_word else _("n. {number}").format(number=number)
