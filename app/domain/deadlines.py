# SPDX-License-Identifier: EUPL-1.2
"""The deadlines of a project that follow from what we know; what we do not know gives none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.calls import TimeLimit
from app.domain.funding import Project
from app.domain.open_data import Status

SOON_DAYS = 30
"""So many days before it, a deadline is near."""

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class KnownDeadline:
    """A day by which something of a project is due, with the source of the rule."""

    due_on: date
    event: str  # "completion" or "maintenance"
    project_call: str
    cup: str
    source: str
    is_done: bool
    project_id: int = 0

    def is_open(self, today: date) -> bool:
        """True while there is something to do; a duty of keeping that has run out leaves nothing."""
        return not self.is_done and not (self.event == "maintenance" and self.due_on < today)


def known_deadlines(project: Project, limits: Iterable[TimeLimit]) -> tuple[KnownDeadline, ...]:
    """Completion where a limit names the day; the end of maintenance for what was paid.

    Limits that run from a day we are not told (the notice of the decree, the contract) give nothing. Where the
    limit of the call says the day of the general one, its source stands.
    """
    found: dict[tuple[date, str], KnownDeadline] = {}
    for limit in sorted(limits, key=lambda limit: bool(limit.call)):
        due_on = _due_on(project, limit)
        if due_on:
            found[due_on, limit.event] = KnownDeadline(
                due_on=due_on,
                event=limit.event,
                project_id=project.id,
                project_call=project.call,
                cup=project.cup,
                source=limit.source,
                is_done=limit.event == "completion" and project.status is Status.PAID,
            )
    return tuple(sorted(found.values(), key=lambda deadline: deadline.due_on))


def _due_on(project: Project, limit: TimeLimit) -> date | None:
    if limit.event == "completion" and limit.on and project.status is Status.FUNDED:
        return limit.on
    paid_on = project.status_on if project.status is Status.PAID else None
    if limit.counted_from == "end_of_year_of_payment" and limit.months and paid_on:
        return date(paid_on.year + limit.months // _MONTHS, 12, 31)
    return None
