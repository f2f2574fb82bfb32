# SPDX-License-Identifier: EUPL-1.2
"""How a lump sum is made up: "9 services upgraded and a year of fee" from 47,427.00 (funding.md 2)."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from app.domain.calls import Component, Composition, LumpSum

Band = tuple[int | None, int | None]
"""The least and the most residents; None where there is no bound."""

ANY_BAND: Band = (None, None)


def compose(amount: Decimal, call: str, lump_sums: Iterable[LumpSum], residents: Band = ANY_BAND) -> Composition | None:
    """The composition of an amount of a call; None when there is none, or more than one.

    Bands whose parts are the same make one composition. What is known of the residents decides between others.
    """
    found: dict[tuple[Component, ...], Composition] = {}
    for band, parts in _bands(call, lump_sums).items():
        for components in _ways(amount, parts):
            one = Composition(components, *band, *_how_known(parts, components))
            found[components] = _widened(found[components], one) if components in found else one
    fitting = [one for one in found.values() if _meet((one.population_min, one.population_max), residents)]
    if len(fitting) != 1:
        return None
    return replace(fitting[0], is_band_implied=len(found) > 1)


def implied_residents(amounts: Iterable[tuple[Decimal, str]], lump_sums: Iterable[LumpSum]) -> Band:
    """The band of residents that the amounts and calls of one comune have in common, where they say any.

    The amounts of all comuni in the open data agree on it (funding.md 2); where they did not, nothing is implied.
    """
    lump_sums = tuple(lump_sums)
    least, most = 0, sys.maxsize
    for amount, call in amounts:
        composition = compose(amount, call, lump_sums)
        if composition:
            least = max(least, composition.population_min or 0)
            most = min(most, composition.population_max or sys.maxsize)
    if least > most:
        return ANY_BAND
    return (least or None, None if most == sys.maxsize else most)


def _meet(one: Band, other: Band) -> bool:
    least = max(one[0] or 0, other[0] or 0)
    return least <= min(one[1] or sys.maxsize, other[1] or sys.maxsize)


def _widened(one: Composition, other: Composition) -> Composition:
    least = min(one.population_min or 0, other.population_min or 0)
    most = one.population_max and other.population_max and max(one.population_max, other.population_max)
    return replace(one, population_min=least, population_max=most)


def _how_known(parts: Iterable[LumpSum], components: Iterable[Component]) -> tuple[str, str]:
    used = {component.unit for component in components}
    told = [part for part in parts if part.unit in used]
    return (
        "; ".join(dict.fromkeys(part.how_known for part in told)),
        "; ".join(dict.fromkeys(part.how_known_en for part in told)),
    )


def _bands(call: str, lump_sums: Iterable[LumpSum]) -> dict[Band, list[LumpSum]]:
    bands: dict[Band, list[LumpSum]] = defaultdict(list)
    for part in lump_sums:
        if part.call == call and part.amount is not None:
            bands[part.population_min, part.population_max].append(part)
    return dict(bands)


def _ways(amount: Decimal, parts: list[LumpSum]) -> Iterator[tuple[Component, ...]]:
    by_role = {part.role: part for part in parts}
    if len(by_role) < len(parts):  # bands that population does not tell apart: each amount stands alone
        for part in parts:
            if part.amount == amount:
                yield (_component(part, 1),)
        return
    fixed = by_role.get("fixed")
    base = (_component(fixed, 1),) if fixed else ()
    rest = amount - (_amount(fixed) if fixed else 0)
    if "transfer" in by_role and "upgrade" in by_role:
        yield from (base + pair for pair in _pairs(rest, by_role["transfer"], by_role["upgrade"]))
    elif "service" in by_role:
        yield from (base + one for one in _singles(rest, by_role["service"], has_base=bool(base)))
    elif rest == 0:
        yield base


def _pairs(rest: Decimal, transfer: LumpSum, upgrade: LumpSum) -> Iterator[tuple[Component, ...]]:
    """All counts of both kinds of service that make the rest and whose sum was seen."""
    least, most = upgrade.units_min or 0, upgrade.units_max or 0
    for transfers in range(most + 1):
        left = rest - transfers * _amount(transfer)
        upgrades, over = divmod(left, _amount(upgrade))
        if left >= 0 and over == 0 and least <= transfers + upgrades <= most:
            counts = ((transfer, transfers), (upgrade, int(upgrades)))
            yield tuple(_component(part, count) for part, count in counts if count)


def _singles(rest: Decimal, service: LumpSum, *, has_base: bool) -> Iterator[tuple[Component, ...]]:
    count, over = divmod(rest, _amount(service))
    least = 0 if has_base else service.units_min or 1
    if rest >= 0 and over == 0 and least <= count and (service.units_max is None or count <= service.units_max):
        yield (_component(service, int(count)),) if count else ()


def _component(part: LumpSum, count: int) -> Component:
    return Component(part.role, part.unit, count, _amount(part), part.unit_en)


def _amount(part: LumpSum) -> Decimal:
    if part.amount is None:
        raise ValueError(part.unit)
    return part.amount
