# SPDX-License-Identifier: EUPL-1.2
"""Procedures as the command line tells them in lines: with the words that the next command takes."""

from collections.abc import Iterator

from app.actions.accessions import FIELDS, AccessionRow, AccessionView, ItemView
from app.actions.drafts import draft_keys
from app.domain.accession_dates import Duty
from app.domain.accessions import RequestedService
from app.domain.checklist import ItemState
from app.domain.coherence import Finding
from app.domain.drafts import DRAFTS
from app.text import _, day, in_language
from app.text.accession_labels import (
    actor_label,
    choice_label,
    granted_label,
    item_state_label,
    kind_label,
    state_label,
    step_label,
    to_do_label,
)
from app.text.duty_words import duty_label
from app.text.finding_words import finding_words, missing_words
from app.text.reckoning_words import reckoning_words


def row_line(row: AccessionRow) -> str:
    """A procedure in one line."""
    told = _("{id:>4}  {kind}: {centre}  [{state}]  {done} di {total}")
    accession = row.accession
    return told.format(
        id=accession.id,
        kind=kind_label(accession.kind),
        centre=accession.centre_name,
        state=state_label(accession.state),
        done=row.done,
        total=row.total,
    )


def view_lines(view: AccessionView) -> Iterator[str]:
    """A whole procedure: each line of its list with its key, the services, the days, what can be typed next."""
    accession = view.accession
    yield f"{kind_label(accession.kind)}: {accession.centre_name}  [{state_label(accession.state)}]"
    yield _("Riferimento {reference}, versione {revision}").format(
        reference=accession.reference, revision=accession.revision
    )
    yield _("{done} di {total}").format(done=view.done, total=view.total)
    for item in view.items:
        yield from _item_lines(view, item)
    yield from _titled(_("Servizi"), service_lines(view))
    yield from _titled(_("Passi registrati"), _step_lines(view))
    yield from _titled(_("Scadenze"), (line for duty in view.duties for line in _duty_lines(duty)))
    yield from _titled(_("Bozze, con «accession draft {id} BOZZA»").format(id=accession.id), _draft_lines(view))
    yield from _titled(_("Passi aperti, con «accession record {id} PASSO»").format(id=accession.id), _open_lines(view))


def service_lines(view: AccessionView) -> Iterator[str]:
    """Each service of the request: what we say of it, for which others it is needed first, what the centre answered."""
    for service in view.case.services:
        told = [choice_label(service.choice), *_needed_words(view, service)]
        told += [granted_label(service.answer)] if service.answer else []
        told += [service.reason] if service.reason else []
        yield f"{service.code}  {service.name}: {'; '.join(told)}"


def finding_line(finding: Finding) -> str:
    """The same, in one line."""
    words = finding_words(finding.code, finding.params)
    weight = _("BLOCCA") if finding.severity.value == "block" else _("attenzione")
    return f"[{weight}] {words.text} ({finding.code})"


def _titled(title: str, lines: Iterator[str]) -> Iterator[str]:
    """Lines under their title; nothing where there are none."""
    for number, line in enumerate(lines):
        if number == 0:
            yield f"{title}:"
        yield f"  {line}"


def _item_lines(view: AccessionView, line: ItemView) -> Iterator[str]:
    item = line.item
    title = in_language(item.title, item.title_en)
    who = actor_label(item.actor, view.accession.body)
    yield f"  {item.key:<12}  [{item_state_label(line.state)}] {title} ({who})"
    slots = {slot.kind: in_language(slot.title, slot.title_en) for slot in item.slots}
    for one in line.missing if line.state is not ItemState.DONE else ():
        name = f" ({one.name})" if one.name in slots or one.name in FIELDS else ""
        yield f"      {missing_words(one.code, one.name, slots.get(one.name, ''))}{name}"
    if item.skipped_reason:
        yield f"      {item.skipped_reason}"


def _needed_words(view: AccessionView, service: RequestedService) -> Iterator[str]:
    needed_by = view.case.needed_by(service.code)
    if needed_by:
        yield _("serve prima per {codes}").format(codes=", ".join(needed_by))


def _step_lines(view: AccessionView) -> Iterator[str]:
    for step in view.case.steps:
        yield f"{day(step.on)}  {step_label(step.step)}  {step.number}".rstrip()


def _duty_lines(duty: Duty) -> Iterator[str]:
    yield f"{day(duty.on)}  {duty_label(duty.key)}"
    yield from (f"            {sentence}" for sentence in reckoning_words(duty))


def _draft_lines(view: AccessionView) -> Iterator[str]:
    for key in draft_keys(view.case):
        yield f"{key}  {in_language(DRAFTS[key].title, DRAFTS[key].title_en)}"


def _open_lines(view: AccessionView) -> Iterator[str]:
    for way in view.next_steps:
        yield f"{way.step.value}  {to_do_label(way.step.value)}"
