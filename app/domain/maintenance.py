# SPDX-License-Identifier: EUPL-1.2
"""How long a service that PNRR paid must be kept active: five years from 31 December of the year of payment."""

from datetime import date

YEARS = 5
"""Of the FAQ of PA digitale 2026, 004-progetti/001 (concessions.md 4.2)."""


def maintenance_until(paid_on: date | None) -> date | None:
    """The last day of the obligation; None while no payment is known, since nothing runs from an unknown day."""
    return date(paid_on.year + YEARS, 12, 31) if paid_on else None
