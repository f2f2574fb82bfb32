# SPDX-License-Identifier: EUPL-1.2
"""What a draft is filled with: all that the procedure, the office and the acts already say, and nothing else.

An act is written in Italian, whatever the language of the window.
"""

from collections.abc import Iterable
from datetime import date

from app.domain.accession_case import AccessionCase
from app.domain.accession_dates import enforceable_day
from app.domain.accession_states import Kind, Step
from app.domain.accessions import Accession, RequestedService, StepTaken
from app.domain.acts import Act
from app.domain.documents import Document
from app.domain.drafts import ActFacts, Draft, DraftFacts, DraftService
from app.domain.municipality import Person
from app.domain.package_documents import documents_to_send, slot_of
from app.text import day, money

_REQUEST = "request"


def facts_of(
    case: AccessionCase, draft: Draft, parent: Accession | None, parent_steps: Iterable[StepTaken], *, is_draft: bool
) -> DraftFacts:
    """The facts of one procedure for one draft; `parent` is the membership that is renewed or left."""
    accession, office, today = case.accession, case.office, case.today
    proposal, resolution = case.act("proposal"), case.act("resolution")
    is_leaving = accession.kind is Kind.WITHDRAWAL
    sent = case.last(Step.SEND)
    return DraftFacts(
        today=today,
        kind=accession.kind.value,
        body=accession.body,
        body_reason=accession.body_reason,
        is_draft=is_draft,
        is_example=office.is_example,
        is_immediate=any(act.is_immediate for act in (proposal, resolution) if act),
        comune=f"Comune di {office.name}",
        place=office.name,
        province=office.province,
        address=office.address,
        pec=office.pec,
        phone=office.phone,
        fiscal_code=office.fiscal_code,
        centre=accession.centre_name,
        lead_authority=accession.lead_authority,
        centre_pec=accession.centre_pec,
        signer_name=accession.signer_name,
        signer_role=accession.signer_role,
        signer_fiscal_code=accession.signer_fiscal_code,
        is_delegate=accession.signer_is_delegate,
        rup=_in_office(case.people, "rup", today),
        secretary=_in_office(case.people, "secretary", today),
        finance=_in_office(case.people, "finance", today),
        contact_name=accession.contact_name,
        contact_email=accession.contact_email,
        contact_phone=accession.contact_phone,
        purpose="" if is_leaving else accession.purpose,
        consultation=accession.consultation,
        financial_relations=accession.financial_relations,
        obligations=accession.obligations,
        starts_on=accession.starts_on,
        ends_on=None if is_leaving else accession.ends_on,
        current_ends_on=parent.ends_on if parent else None,
        agreement_on=_signed_on(parent_steps),
        notice=_notice(parent or accession),
        leaves_on=accession.ends_on if is_leaving else None,
        reason=accession.purpose if is_leaving else "",
        proposal=_act(proposal),
        resolution=_act(resolution),
        determination=_act(case.act("determination")),
        technical_opinion_on=proposal.technical_opinion_on if proposal else None,
        accounting_opinion_on=proposal.accounting_opinion_on if proposal else None,
        auditor_opinion_on=proposal.auditor_opinion_on if proposal else None,
        services=tuple(_service(service) for service in case.requested),
        costs=tuple(line for service in case.requested for line in _costs(service)),
        cups=_distinct(service.cup for service in case.requested),
        cigs=_distinct(service.cig for service in case.requested),
        attachments=tuple(
            document_title(case, document)
            for document in documents_to_send(case)
            if document.kind not in (_REQUEST, draft.document_kind)
        ),
        reference=accession.reference,
        protocol_number=sent.number if sent else "",
        protocol_on=(sent.number_on or sent.on) if sent else None,
    )


def document_title(case: AccessionCase, document: Document) -> str:
    """What an act or a letter calls a document: its title, or what the checklist asks for, or its name."""
    act = next((act for act in case.acts if act.document_id == document.id or act.kind == document.kind), None)
    slot = slot_of(case, document)
    title = document.title or (slot.title if slot else "") or document.name
    if act and act.number and act.on and not document.title:
        return f"{title} n. {act.number} del {day(act.on)}"
    return title


def _act(act: Act | None) -> ActFacts:
    if act is None:
        return ActFacts()
    return ActFacts(act.number, act.on, act.body, enforceable_day(act))


def _in_office(people: Iterable[Person], role: str, on: date) -> str:
    for person in people:
        is_there = (person.since is None or person.since <= on) and (person.until is None or person.until >= on)
        if person.role == role and is_there:
            return person.name
    return ""


def _signed_on(steps: Iterable[StepTaken]) -> date | None:
    """The last signature is the day of the agreement (concessions.md 2.3)."""
    return next((step.on for step in steps if step.step is Step.COUNTERSIGN), None)


def _notice(accession: Accession) -> str:
    months, days = accession.notice_months, accession.notice_days
    parts = [f"{months} {'mese' if months == 1 else 'mesi'}"] if months else []
    parts += [f"{days} {'giorno' if days == 1 else 'giorni'}"] if days else []
    return " e ".join(parts)


def _service(service: RequestedService) -> DraftService:
    quantity = f"{service.quantity} {service.unit}".strip() if service.quantity else ""
    return DraftService(service.code, service.name, quantity, service.cup, service.note)


def _costs(service: RequestedService) -> Iterable[str]:
    """One line for each figure, with the act that it comes from."""
    for amount, words in ((service.once, "una tantum"), (service.yearly, "all’anno")):
        if amount is not None:
            yield f"{service.name}: {money(amount)} {words} ({service.cost_source})"


def _distinct(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if code))
