# SPDX-License-Identifier: EUPL-1.2
"""Whether a fee goes on though its service stands still: stopping a service stops no payment by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.contract_changes import ContractChange
from app.domain.contract_states import ContractState
from app.domain.fees import FeeSuspension, Instalment


@dataclass(frozen=True, slots=True)
class Stop:
    """Days on which a service stands still."""

    starts_on: date
    ends_on: date | None  # None while it lasts


def fee_goes_on(
    state: ContractState,
    changes: Iterable[ContractChange],
    suspensions: Iterable[FeeSuspension],
    instalments: Iterable[Instalment],
    today: date,
) -> bool:
    """Whether something is due of days on which the service stands still, and no stop of the fee was written for them.

    Only stops of this year, or that last, are looked at: the money of an older one was settled long ago.
    """
    stops, written, due = list(_stops(state, changes, today)), list(suspensions), list(instalments)
    return any(
        any(_meets(stop, one.starts_on, one.ends_on) and _costs(one) for one in due)
        for stop in stops
        if not any(_meets(stop, one.starts_on, one.ends_on) for one in written)
    )


def _stops(state: ContractState, changes: Iterable[ContractChange], today: date) -> Iterator[Stop]:
    told = list(changes)
    if state is ContractState.SUSPENDED:
        yield Stop(today, today)
    for change in told:
        starts_on = change.effective_on or change.on
        if change.kind != "suspension" or starts_on is None:
            continue
        ends_on = change.until or _resumed_on(told, starts_on)
        if ends_on is None or ends_on.year >= today.year:
            yield Stop(starts_on, ends_on)


def _resumed_on(changes: Iterable[ContractChange], after: date) -> date | None:
    days = (one.effective_on or one.on for one in changes if one.kind == "resumption")
    return min((day for day in days if day and day >= after), default=None)


def _meets(stop: Stop, starts_on: date, ends_on: date | None) -> bool:
    return (stop.ends_on is None or starts_on <= stop.ends_on) and (ends_on is None or ends_on >= stop.starts_on)


def _costs(one: Instalment) -> bool:
    return not (one.is_free or one.is_funded) and one.net != 0
