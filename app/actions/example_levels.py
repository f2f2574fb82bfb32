# SPDX-License-Identifier: EUPL-1.2
"""What the invented contracts promise and how it went: made up, with a breach that awaits an answer."""

from datetime import date, timedelta
from decimal import Decimal

from app.domain.concessions import ContractId
from app.domain.dates import add_months
from app.domain.service_levels import Indicator, Reading
from app.store import Session, rows

_SOURCE = "Contratto di prova, allegato inventato"
_LIT = {"position": 0, "name": "Punti luce accesi", "formula": "punti accesi / punti installati", "unit": "%",
        "direction": "at_least", "target": Decimal("98.00"), "threshold": Decimal("97.00"), "period": "quarterly",
        "penalty_rule": "percent_per_step", "penalty_percent": Decimal(1), "penalty_step": Decimal("0.50"),
        "penalty_base": "period_fee", "cap_percent": Decimal(10), "cap_base": "year_fee"}  # fmt: skip
_REPAIR = {"position": 1, "name": "Tempo di riparazione di un guasto", "formula": "media delle ore", "unit": "ore",
           "direction": "at_most", "target": Decimal(48), "period": "quarterly", "penalty_rule": "fixed",
           "penalty_amount": Decimal(150), "penalty_base": "period_fee", "cap_base": "year_fee"}  # fmt: skip
_UP = {"position": 0, "name": "Portale disponibile", "formula": "ore di servizio / ore del periodo", "unit": "%",
       "direction": "at_least", "target": Decimal("99.50"), "period": "quarterly", "penalty_rule": "percent",
       "penalty_percent": Decimal(5), "penalty_base": "period_fee", "cap_base": "year_fee"}  # fmt: skip


def add_levels(session: Session, made: dict[str, ContractId], today: date) -> None:
    """The indicators, and what was read of the last four whole quarters."""
    common = {"reading_source": "Relazione di prova del fornitore", "source": _SOURCE}
    lit, repair = (
        rows.add(session, Indicator, contract_id=made["lighting"], **common, **told) for told in (_LIT, _REPAIR)
    )
    up = rows.add(session, Indicator, contract_id=made["payments"], **common, **_UP)
    starts = [add_months(_quarter(today), -3 * back) for back in (4, 3, 2, 1)]
    for start, lit_value, hours, up_value in zip(starts, ("98.40", "98.10", "97.60", "96.20"), (31, 44, 52, 40),
                                                 ("99.90", "99.70", "99.20", "99.80"), strict=True):  # fmt: skip
        source = "Relazione di prova"
        rows.add(session, Reading, indicator_id=repair, period_on=start, value=Decimal(hours), source=source)
        rows.add(session, Reading, indicator_id=up, period_on=start, value=Decimal(up_value), source=source)
        contested = _contested(today) if start == starts[-1] else {}
        rows.add(session, Reading, indicator_id=lit, period_on=start, value=Decimal(lit_value), source=source,
                 **contested)  # fmt: skip


def _contested(today: date) -> dict[str, object]:
    return {"contested_on": today - timedelta(6), "protocol": "4490", "reply_by": today + timedelta(9)}


def _quarter(today: date) -> date:
    """The first day of the quarter of a day."""
    return date(today.year, today.month - (today.month - 1) % 3, 1)
