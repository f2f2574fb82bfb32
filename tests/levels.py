# SPDX-License-Identifier: EUPL-1.2
"""Indicators and readings made by hand for the tests of service levels."""

from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.concessions import ContractId
from app.domain.service_levels import Indicator, IndicatorId, Reading, ReadingId


def indicator(**changed: Any) -> Indicator:  # noqa: ANN401 - fields of the indicator
    """Availability of at least 99,5 %, by months, 100 € for each half point."""
    fields: dict[str, Any] = {
        "id": IndicatorId(1),
        "contract_id": ContractId(1),
        "position": 0,
        "name": "Disponibilità",
        "formula": "",
        "unit": "%",
        "direction": "at_least",
        "target": Decimal("99.5"),
        "threshold": None,
        "period": "monthly",
        "starts_on": None,
        "ends_on": None,
        "penalty_rule": "per_step",
        "penalty_amount": Decimal("100.00"),
        "penalty_percent": None,
        "penalty_step": Decimal("0.5"),
        "penalty_base": "",
        "cap_amount": None,
        "cap_percent": None,
        "cap_base": "",
        "reading_source": "",
        "source": "",
        "note": "",
        "version": 1,
    }
    return Indicator(**{**fields, **changed})


def reading(value: str | Decimal, on: date = date(2026, 1, 1), **changed: Any) -> Reading:  # noqa: ANN401 - fields of the reading
    """What was read of it for the month of a day."""
    fields: dict[str, Any] = {
        "id": ReadingId(on.toordinal()),
        "indicator_id": IndicatorId(1),
        "period_on": on,
        "value": Decimal(value),
        "source": "",
        "note": "",
        "contested_on": None,
        "protocol": "",
        "reply_by": None,
        "replied_on": None,
        "reply": "",
        "penalty": None,
        "waived_reason": "",
        "invoice_id": None,
        "deducted_on": None,
        "version": 1,
    }
    return Reading(**{**fields, **changed})
