# SPDX-License-Identifier: EUPL-1.2
"""Fees, terms and readings for tests: what is not told is what a form leaves empty."""

from datetime import date
from decimal import Decimal

from app.domain.concessions import ContractId
from app.domain.fees import Fee, FeeId, FeeReading, FeeSuspension, FeeTerms, IndexValue

_EMPTY = {
    "id": FeeId(1),
    "contract_id": ContractId(1),
    "position": 1,
    "model": "canone_fisso",
    "title": "Canone",
    "amount": None,
    "unit": "",
    "unit_price": None,
    "quantity": None,
    "included": None,
    "percent": None,
    "period": "monthly",
    "is_in_advance": False,
    "is_calendar": False,
    "starts_on": None,
    "ends_on": None,
    "pro_rata": "days",
    "free_until": None,
    "funded_until": None,
    "vat_rate": Decimal(22),
    "vat_note": "",
    "is_split": True,
    "due_days": 30,
    "index_name": "",
    "index_base": None,
    "index_lag": None,
    "index_share": None,
    "index_threshold": None,
    "index_threshold_kind": "whole",
    "index_cap": None,
    "index_first_on": None,
    "index_rounding": "half_up",
    "index_clause": "",
    "spending": "purchase",
    "chapter": "",
    "source": "",
    "note": "",
    "version": 1,
}


_EXACT = {"amount", "unit_price", "quantity", "included", "percent", "vat_rate"} | {
    f"index_{name}" for name in ("share", "threshold", "cap")
}


def fee(**told: object) -> Fee:
    """A fee; amounts may be told as text."""
    read = {
        name: Decimal(value) if name in _EXACT and isinstance(value, str) else value for name, value in told.items()
    }
    return Fee(**{**_EMPTY, **read})  # type: ignore[arg-type]  # fields by name


def terms(starts_on: date | None, ends_on: date | None, **more: object) -> FeeTerms:
    """The term of a contract with what hangs on it."""
    return FeeTerms(starts_on, ends_on, **more)  # type: ignore[arg-type]  # fields by name


def reading(period_on: date, quantity: str) -> FeeReading:
    """What was measured in the period that begins on a day."""
    return FeeReading(1, FeeId(1), period_on, Decimal(quantity), "Rendiconto", 1)


def suspension(starts_on: date, ends_on: date | None) -> FeeSuspension:
    """Days on which nothing is due."""
    return FeeSuspension(1, ContractId(1), starts_on, ends_on, "Servizio fermo", 1)


def index(month: date, value: str, name: str = "FOI", base: str = "2015") -> IndexValue:
    """A value of an index; invented, as the tests need it."""
    return IndexValue(1, name, month, Decimal(value), base, "Prova", None, 1)
