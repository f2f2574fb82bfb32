# SPDX-License-Identifier: EUPL-1.2
"""What falls due, from all sides: projects by their calls, procedures by the terms of the law, contracts by theirs."""

from dataclasses import dataclass
from datetime import date

from app.actions.accession_overview import KnownDuty
from app.actions.contract_duties import KnownContractDuty
from app.actions.funding import call_label
from app.actions.overview import Overview, look_over
from app.domain.deadlines import KnownDeadline
from app.store import Store
from app.text import in_language
from app.text.accession_labels import accession_name
from app.text.contract_duty_words import contract_duty_label, contract_duty_why, no_contract
from app.text.duty_words import duty_label, duty_why
from app.text.labels import event_label


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day by which something is due, or on which something begins or ends."""

    on: date
    of: KnownDeadline | KnownDuty | KnownContractDuty
    is_late: bool

    @property
    def subject(self) -> str:
        """Of what: a "project", an "accession", a "contract", a "concession" or an "invoice"."""
        if isinstance(self.of, KnownDeadline):
            return "project"
        if isinstance(self.of, KnownDuty):
            return "accession"
        return {"invoices": "invoice"}.get(self.of.page, self.of.page)

    @property
    def event(self) -> str:
        """The key of what falls due."""
        return self.of.event if isinstance(self.of, KnownDeadline) else self.of.duty.key

    @property
    def key(self) -> str:
        """What tells it from others: the CUP of a project, number and line of a procedure or of a contract."""
        return self.of.cup if isinstance(self.of, KnownDeadline) else self.of.key


def list_deadlines(store: Store, today: date, within: int | None = None) -> list[DueDay]:
    """What is late, then what is to come by day, as far as so many days ahead; None: as far as is known."""
    return due_days(look_over(store, today), today, within)


def due_days(seen: Overview, today: date, within: int | None = None) -> list[DueDay]:
    """The same of what was read already."""
    found = [DueDay(row.due_on, row, row.due_on < today) for row in seen.deadlines if row.is_open(today)]
    found += [DueDay(one.duty.on, one, one.duty.is_late(today)) for one in seen.procedures.standing(today)]
    found += [DueDay(one.duty.on, one, one.duty.is_late(today)) for one in seen.running.standing(today)]
    near = [row for row in found if within is None or (row.on - today).days <= within]
    return sorted(near, key=lambda row: (row.on, row.subject, row.event, row.key))


def what_words(row: DueDay) -> str:
    """What falls due; the line itself where the office wrote the day."""
    if isinstance(row.of, KnownDeadline):
        return event_label(row.of.event)
    if isinstance(row.of, KnownContractDuty):
        return contract_duty_label(row.of.duty.key, row.of.duty.name, row.of.duty.point)
    item, duty = row.of.item, row.of.duty
    return in_language(item.title, item.title_en) if item and duty.key == "own" else duty_label(duty.key)


def about_words(row: DueDay) -> str:
    """Which project, which procedure, which contract."""
    if isinstance(row.of, KnownDeadline):
        return call_label(row.of.project_call)
    if isinstance(row.of, KnownContractDuty):
        return row.of.title or no_contract()
    return accession_name(row.of.accession.kind.value, row.of.accession.centre_name)


def why_words(row: DueDay) -> str:
    """Who says so."""
    if isinstance(row.of, KnownDeadline):
        return row.of.source
    if isinstance(row.of, KnownContractDuty):
        return contract_duty_why(row.of.duty.key)
    return row.of.duty.reason or duty_why(row.of.duty.key)
