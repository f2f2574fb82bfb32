# SPDX-License-Identifier: EUPL-1.2
"""What may be typed into a fee: known keys, numbers that an act can hold, days in order."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.catalogue import FEE_MODELS
from app.domain.concessions import SPENDINGS
from app.domain.dates import FIRST_YEAR, LAST_YEAR
from app.domain.fees import PERIODS, PRO_RATAS, ROUNDINGS, THRESHOLDS, Fee
from app.domain.money import checked_amount
from app.errors import UserError

FIELDS = tuple(one.name for one in fields(Fee) if one.name not in ("id", "contract_id", "position", "version"))
DEFAULTS: dict[str, Any] = {
    "model": "canone_fisso",
    "period": "yearly",
    "pro_rata": "days",
    "index_threshold_kind": "whole",
    "index_rounding": "half_up",
}
"""What a new fee has where nothing is told."""
_KEYS: dict[str, Collection[str]] = {
    "model": FEE_MODELS,
    "period": PERIODS,
    "pro_rata": PRO_RATAS,
    "index_threshold_kind": THRESHOLDS,
    "index_rounding": ROUNDINGS,
    "spending": ("", *SPENDINGS),
}
_PERCENTS = ("percent", "vat_rate", "index_share", "index_threshold", "index_cap")
_FIGURES = ("unit_price", "quantity", "included")
_COUNTS = {"due_days": 3650, "index_lag": 36}
_DECIMALS = 6
_MOST = Decimal(10) ** 9
_WHOLE = Decimal(100)


def checked_fields(told: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as they are kept; UserError `fee.*` or `amount.*` for what cannot be."""
    unknown = [name for name in told if name not in FIELDS]
    if unknown:
        raise UserError("fee.unknown_field", name=unknown[0])
    return {name: _checked(name, value.strip() if isinstance(value, str) else value) for name, value in told.items()}


def _checked(name: str, value: Any) -> Any:  # noqa: ANN401 - a field of a fee
    if name in _KEYS and value not in _KEYS[name]:
        raise UserError("fee.unknown_key", name=name, value=str(value))
    if value is None:
        return None
    if isinstance(value, date) and not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise UserError("contract.year_unlikely", on=value, name=name)
    if name in ("amount", *_PERCENTS, *_FIGURES):
        value = _number(name, value)
    if name == "amount":
        return _not_negative(checked_amount(value))
    if name in _PERCENTS or name in _FIGURES:
        return checked_figure(value, most=_WHOLE if name in _PERCENTS else _MOST)
    if name in _COUNTS and not 0 <= value <= _COUNTS[name]:
        raise UserError("fee.count_unlikely", value=str(value), most=str(_COUNTS[name]))
    return value.replace(day=1) if name == "index_base" else value


def _number(name: str, value: Any) -> Decimal:  # noqa: ANN401 - a field of a fee
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if not isinstance(value, Decimal):
        raise UserError("fee.unknown_key", name=name, value=str(value))
    return value


def checked_figure(value: Decimal, *, most: Decimal = _MOST) -> Decimal:
    """A price, quantity or percentage: not below zero, six decimals at most, nothing that no act holds."""
    if not value.is_finite() or value > most:
        if most == _WHOLE:
            raise UserError("fee.percent_unlikely", value=str(value))
        raise UserError("fee.too_large", value=str(value))
    if value.normalize().as_tuple().exponent < -_DECIMALS:  # type: ignore[operator]  # a number where it is finite
        raise UserError("fee.too_fine", value=str(value))
    return _not_negative(value)


def _not_negative(value: Decimal) -> Decimal:
    if value < 0:
        raise UserError("fee.negative")
    return value


def check_term(starts_on: date | None, ends_on: date | None) -> None:
    """Refuse an end before its start."""
    if starts_on and ends_on and ends_on < starts_on:
        raise UserError("fee.term_reversed", starts_on=starts_on, ends_on=ends_on)
