# SPDX-License-Identifier: EUPL-1.2
"""What the prints of a procedure share: the sheet, the opening, the steps taken, days with their distance."""

from datetime import date, datetime

from reportlab.platypus import Flowable, Spacer

from app.actions.accessions import AccessionView
from app.domain.accession_dates import Duty
from app.domain.accessions import ChecklistItem, StepTaken
from app.domain.documents import Document
from app.reports import page, style, words
from app.text import _, day, in_language, ngettext, weekday
from app.text.accession_labels import body_label, kind_label, state_label, step_label
from app.text.duty_words import duty_away, duty_why
from app.text.reckoning_words import reckoning_words

_HASH_PART = 8


def sheet(view: AccessionView, title: str, printed_at: datetime, *, for_publication: bool = False) -> page.Sheet:
    """The sheet around a print of a procedure."""
    accession = view.accession
    return page.Sheet(
        title=title,
        comune=words.comune_name(view.case.office),
        subject=f"{kind_label(accession.kind.value)}: {accession.centre_name}",
        printed_at=printed_at,
        is_example=view.case.office.is_example,
        notices=(_("Pratica n. {id}, riferimento {reference}").format(id=accession.id, reference=accession.reference),),
        version=_("per pubblicazione, senza dati personali") if for_publication else "",
    )


def opening(view: AccessionView) -> list[Flowable]:
    """Title, state and the facts that every print of a procedure begins with."""
    accession = view.accession
    rows = [
        (_("Ente capofila"), accession.lead_authority),
        (_("Stato"), state_label(accession.state.value)),
        (_("Delibera"), body_label(accession.body)),
        (_("Fonte sull'organo"), view.template.body_source),
        (_("Aperta il"), day(accession.opened_on)),
        (_("Versione della richiesta"), str(accession.revision)),
    ]
    if accession.starts_on or accession.ends_on:
        rows.append((_("Durata"), term_words(accession.starts_on, accession.ends_on)))
    title = _("{kind}: {centre}").format(kind=kind_label(accession.kind.value), centre=accession.centre_name)
    return [style.text(title, style.TITLE), Spacer(0, 6), style.facts(rows), Spacer(0, 8)]


def term_words(starts_on: date | None, ends_on: date | None) -> str:
    """From when until when; an end that is not known says so."""
    empty = _("non ancora scritta")
    return _("dal {start} al {end}").format(start=day(starts_on) or empty, end=day(ends_on) or empty)


def progress_words(view: AccessionView) -> str:
    """`4 di 9 fatte`."""
    return ngettext("{done} di {total} fatta", "{done} di {total} fatte", view.done).format(
        done=view.done, total=view.total
    )


def when(on: date, today: date, key: str = "") -> str:
    """A day with its weekday and how far away it is; with the key of its duty what only begins is never late."""
    return f"{weekday(on)} {day(on)}\n{duty_away(key, (on - today).days)}"


def why(duty: Duty) -> str:
    """What follows when a day passes, and how it was worked out."""
    return "\n".join((duty_why(duty.key), *reckoning_words(duty)))


def severity_label(severity: str) -> str:
    """How much a finding weighs."""
    return _("Da sistemare") if severity == "block" else _("Attenzione")


def slot_title(item: ChecklistItem, kind: str) -> str:
    """The name of the document that a line asks for; "" for what is no document."""
    return next((in_language(slot.title, slot.title_en) for slot in item.slots if slot.kind == kind), "")


def steps_section(view: AccessionView) -> list[Flowable]:
    """The steps that were recorded, with day, number and reason."""
    if not view.case.steps:
        return []
    heads = (_("Data"), _("Passo"), _("Numero"), _("Motivo o note"))
    rows = [(day(one.on), step_label(one.step.value), _number(one), _reason(one)) for one in view.case.steps]
    return style.section(_("Che cosa è stato fatto"), style.listing(heads, rows, style.spread((22, 44, 28, 48))))


def fingerprint(sha256: str) -> str:
    """A SHA-256 in groups of eight, as it can be read aloud and compared."""
    return " ".join(sha256[place : place + _HASH_PART] for place in range(0, len(sha256), _HASH_PART))


def protocol_words(document: Document) -> str:
    """Number and day of the registry; empty where there is none yet."""
    if not document.protocol_number:
        return ""
    if document.protocol_on is None:
        return document.protocol_number
    return _("{number} del {day}").format(number=document.protocol_number, day=day(document.protocol_on))


def _number(step: StepTaken) -> str:
    if step.number and step.number_on:
        return _("{number} del {day}").format(number=step.number, day=day(step.number_on))
    return step.number


def _reason(step: StepTaken) -> str:
    told = [step.reason]
    if step.answer_by:
        told.append(_("Rispondere entro il {day}").format(day=day(step.answer_by)))
    if step.overridden:
        told.append(
            ngettext(
                "{count} controllo messo da parte", "{count} controlli messi da parte", len(step.overridden)
            ).format(count=len(step.overridden))
        )
    return "\n".join(part for part in told if part)
