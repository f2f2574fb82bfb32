# SPDX-License-Identifier: EUPL-1.2
"""Amounts of money: exact to the cent, read as an Italian office writes them."""

import re
from decimal import ROUND_HALF_UP, Decimal

from app.errors import UserError

_CENT = Decimal("0.01")
_MAX = Decimal(10) ** 12  # far above any budget, far below what 64 bits of cents hold
_MAX_DIGITS = 15
_MAX_LENGTH = 200
_CURRENCY = re.compile(r"€|(?<![a-z])(?:euro|eur)(?![a-z])", re.IGNORECASE)
_TERM = re.compile(r"\s*([+-]?)\s*([^+-]+?)\s*(?=[+-]|$)")
_PLAIN = re.compile(r"[0-9]+")
_DECIMALS = re.compile(r"([0-9]*)[.,]([0-9]{1,2})")
_THREE = re.compile(r"([1-9][0-9]{0,2})([.,])([0-9]{3})")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([. ,])[0-9]{3})(?:\1[0-9]{3})*(?:([.,])([0-9]{1,2}))?")
_TOO_FINE = re.compile(r"[0-9. ]*,[0-9]{3,}|[0-9, ]*\.[0-9]{3,}")


class Ambiguous(UserError):
    """`1.234` may be 1.234,00 or a slip for 1,23: the clerk is asked which of the two `readings`."""

    def __init__(self, text: str, whole: Decimal, decimals: Decimal) -> None:
        super().__init__("amount.ambiguous", text=text, first=whole, second=decimals)
        self.readings = (whole, decimals)


def to_cents(amount: Decimal) -> int:
    """Whole cents; ValueError where the amount is not exact to the cent."""
    if not amount.is_finite() or amount.adjusted() > _MAX_DIGITS:
        raise ValueError(f"no amount of money: {amount}")
    rounded = amount.quantize(_CENT)
    if rounded != amount:
        raise ValueError(f"not exact to the cent: {amount}")
    return int(rounded.scaleb(2))


def from_cents(cents: int) -> Decimal:
    """The amount with two decimals."""
    return Decimal(cents).scaleb(-2)


def checked_amount(amount: Decimal) -> Decimal:
    """The same amount with two decimals; UserError `amount.too_many_decimals` or `amount.too_large`, never rounded."""
    if not amount.is_finite() or abs(amount) >= _MAX:
        raise UserError("amount.too_large", text=str(amount))
    exact = amount.quantize(_CENT)
    if exact != amount:
        raise UserError("amount.too_many_decimals", text=str(amount))
    return exact


def read_amount(text: str) -> Decimal:
    """What a clerk types or pastes: `1234,50`, `1.234,50`, `1234.50` (keypad), `€ 1.000`, `1000+250`.

    Exact to the cent or refused, never rounded: UserError `amount.empty`, `amount.unreadable`,
    `amount.too_many_decimals`, `amount.too_large`; `Ambiguous` for `1.234` without a currency sign.
    """
    if len(text) > _MAX_LENGTH:
        raise UserError("amount.unreadable", text=text[:40])
    shown = text.strip()
    bare = " ".join(_CURRENCY.sub(" ", shown).replace("\N{MINUS SIGN}", "-").split())
    if not bare:
        raise UserError("amount.empty")
    has_currency = bool(_CURRENCY.search(shown))
    total, at = Decimal("0.00"), 0
    while at < len(bare):
        term = _TERM.match(bare, at)
        if not term or (at and not term[1]):
            raise UserError("amount.unreadable", text=shown)
        value = _number(term[2], shown, has_currency=has_currency)
        total += -value if term[1] == "-" else value
        at = term.end()
    if abs(total) >= _MAX:
        raise UserError("amount.too_large", text=shown)
    return total + 0


def _number(term: str, shown: str, *, has_currency: bool) -> Decimal:
    unsure = _THREE.fullmatch(term)
    if unsure and not (has_currency and unsure[2] == "."):
        short = Decimal(f"{unsure[1]}.{unsure[3]}").quantize(_CENT, ROUND_HALF_UP)
        raise Ambiguous(term, Decimal(unsure[1] + unsure[3]).quantize(_CENT), short)
    plain = _plain(term)
    if plain is None:
        code = "amount.too_many_decimals" if _TOO_FINE.fullmatch(term) else "amount.unreadable"
        raise UserError(code, text=shown)
    if len(plain.lstrip("0")) > len("999999999999.99"):
        raise UserError("amount.too_large", text=shown)
    return Decimal(plain).quantize(_CENT)


def _plain(term: str) -> str | None:
    """The term with a point before the decimals and nothing between the thousands; None: not so written."""
    if _PLAIN.fullmatch(term):
        return term
    decimals = _DECIMALS.fullmatch(term)
    if decimals:
        return f"{decimals[1] or '0'}.{decimals[2]}"
    grouped = _GROUPED.fullmatch(term)
    if not grouped or grouped[1] == grouped[2] or term.startswith("0"):
        return None
    whole = term[: grouped.start(2)] if grouped[2] else term
    return re.sub(r"[^0-9]", "", whole) + (f".{grouped[3]}" if grouped[2] else "")
