# SPDX-License-Identifier: EUPL-1.2
"""From an exact fraction of a euro to whole cents, without passing through anything that is not exact."""

from decimal import Decimal
from fractions import Fraction


def to_the_cent(exact: Fraction, how: str = "half_up") -> Decimal:
    """The amount in cents; `how` is a key of fees.ROUNDINGS, and less than nothing is rounded as its opposite."""
    parts = exact.denominator
    cents, rest = divmod(abs(exact.numerator) * 100, parts)
    if (how == "up" and rest > 0) or (how == "half_up" and 2 * rest >= parts):
        cents += 1
    return Decimal(cents if exact.numerator >= 0 else -cents).scaleb(-2)


def with_decimals(exact: Fraction, decimals: int) -> Decimal:
    """An exact figure as it is shown, its last decimal rounded half up."""
    return to_the_cent(exact * 10**decimals / 100).scaleb(2 - decimals)
