# SPDX-License-Identifier: EUPL-1.2
"""Concessions and contracts as the command line tells them in lines."""

from collections.abc import Iterable, Iterator

from app.actions.concessions import ConcessionView
from app.actions.contracts import ContractRow, ContractView
from app.domain.clocks import Clock, ClockEnd
from app.domain.concessions import Concession, Contact, Guarantee
from app.domain.contract_changes import ContractChange
from app.domain.contract_warnings import ContractWarning
from app.text import _, day, money
from app.text.change_words import change_kind_label
from app.text.concession_labels import (
    concession_kind_label,
    contract_state_label,
    contract_step_label,
    contract_to_do_label,
    guarantee_label,
    layer_label,
    milestone_label,
    role_label,
)
from app.text.contract_words import warning_words


def contract_row_line(row: ContractRow) -> str:
    """A contract in one line."""
    contract = row.contract
    end = _("fino al {day}").format(day=day(row.effective_end.on)) if row.effective_end else _("scadenza da inserire")
    fee = money(row.year_fee) if row.year_fee is not None else _("canone da inserire")
    line = f"{contract.id:>4}  {contract.title}  [{contract_state_label(contract.state.value)}]  {end}  {fee}"
    return f"{line}  ! {len(row.warnings)}" if row.warnings else line


def concession_row_line(concession: Concession) -> str:
    """A concession in one line."""
    end = _("fino al {day}").format(day=day(concession.ends_on)) if concession.ends_on else _("scadenza da inserire")
    return f"{concession.id:>4}  {concession_kind_label(concession.kind)}: {concession.title}  {end}"


def contract_lines(view: ContractView) -> Iterator[str]:
    """A whole contract."""
    contract = view.contract
    yield f"{contract.title}  [{contract_state_label(contract.state.value)}]"
    yield from _titled(_("Scadenze"), (*map(_clock_line, view.clocks), *_end_lines(view.effective_end)))
    if view.maintenance_until:
        yield _("Da tenere attivo fino al {day} (PNRR)").format(day=day(view.maintenance_until))
    yield from _titled(_("Da guardare"), map(_warning_line, view.warnings))
    plan = (f"{milestone_label(one.key, one.title)}: {day(one.done_on) or '-'}" for one in view.milestones)
    yield from _titled(_("Attivazione"), plan)
    taken = (f"{day(one.on)}  {contract_step_label(one.step.value)}  {one.number}".rstrip() for one in view.steps)
    yield from _titled(_("Passi registrati"), taken)
    yield from _parts(view.contacts, view.guarantees, view.changes)
    steps = (f"{way.step.value}: {contract_to_do_label(way.step.value)}" for way in view.ways)
    title = _("Passi aperti, con «concession contract step {id} PASSO»").format(id=contract.id)
    yield from _titled(title, steps)


def concession_lines(view: ConcessionView) -> Iterator[str]:
    """A whole concession."""
    yield concession_row_line(view.concession).strip()
    yield from _titled(_("Da guardare"), map(_warning_line, view.warnings))
    yield from _titled(_("Contratti"), (f"{one.id}  {one.title}" for one in view.contracts))
    yield from _parts(view.contacts, view.guarantees, view.changes)


def change_line(change: ContractChange) -> str:
    """A change in one line."""
    return f"{change.id}  {change_kind_label(change.kind)}  {day(change.on)}  {change.act}".rstrip()


def _parts(
    contacts: Iterable[Contact], guarantees: Iterable[Guarantee], changes: Iterable[ContractChange]
) -> Iterator[str]:
    people = (f"{one.id}  {role_label(one.role)}: {one.name}  {day(one.until)}".rstrip() for one in contacts)
    yield from _titled(_("Persone"), people)
    bonds = (f"{one.id}  {guarantee_label(one.kind)} {one.number}  {day(one.ends_on)}".rstrip() for one in guarantees)
    yield from _titled(_("Garanzie"), bonds)
    yield from _titled(_("Modifiche"), map(change_line, changes))


def _clock_line(clock: Clock) -> str:
    end = day(clock.ends_on) or _("scadenza da inserire")
    return f"{layer_label(clock.layer.value)}: {clock.name}  {day(clock.starts_on)} - {end}"


def _end_lines(end: ClockEnd | None) -> tuple[str, ...]:
    return (_("Finisce il {day}").format(day=day(end.on)),) if end else ()


def _warning_line(warning: ContractWarning) -> str:
    return warning_words(warning.code, warning.params)


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield f"{title}:"
        yield from (f"  {line}" for line in found)
