# SPDX-License-Identifier: EUPL-1.2
"""How a lump sum is made up: "9 services upgraded and a year of fee" from 47,427.00 (funding.md 2)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from app.domain.calls import Component, Composition, LumpSum

_Band = tuple[int | None, int | None]


def compose(amount: Decimal, call: str, lump_sums: Iterable[LumpSum]) -> Composition | None:
    """The composition of an amount of a call; None when there is none, or more than one."""
    found = []
    for band, parts in _bands(call, lump_sums).items():
        for components in _ways(amount, parts):
            used = {component.unit for component in components}
            how = "; ".join(dict.fromkeys(part.how_known for part in parts if part.unit in used))
            found.append(Composition(components, band[0], band[1], how))
    return found[0] if len(found) == 1 else None


def _bands(call: str, lump_sums: Iterable[LumpSum]) -> dict[_Band, list[LumpSum]]:
    bands: dict[_Band, list[LumpSum]] = defaultdict(list)
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
    return Component(part.role, part.unit, count, _amount(part))


def _amount(part: LumpSum) -> Decimal:
    if part.amount is None:
        raise ValueError(part.unit)
    return part.amount
