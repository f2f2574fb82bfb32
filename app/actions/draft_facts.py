# SPDX-License-Identifier: EUPL-1.2
"""What a draft is filled with: all that the procedure, the office and the acts already say, and nothing else.

An act is written in Italian, whatever the language of the window.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from app.domain.accession_case import AccessionCase
from app.domain.accession_dates import enforceable_day
from app.domain.accession_states import Kind, Step
from app.domain.accessions import Accession, RequestedService, StepTaken
from app.domain.acts import Act
from app.domain.documents import Document
from app.domain.drafts import ActFacts, Draft, DraftFacts, DraftService
from app.domain.municipality import Office, Person
from app.domain.package_documents import documents_to_send, slot_of
from app.text import day, money

_REQUEST = "request"


def facts_of(
    case: AccessionCase, draft: Draft, parent: Accession | None, parent_steps: Iterable[StepTaken], *, is_draft: bool
) -> DraftFacts:
    """The facts of one procedure for one draft; `parent` is the membership that is renewed or left."""
    return DraftFacts(
        today=case.today,
        kind=case.accession.kind.value,
        body=case.accession.body,
        body_reason=case.accession.body_reason,
        is_draft=is_draft,
        reference=case.accession.reference,
        **office_facts(case.office),
        **_of_centre(case.accession),
        **_of_people(case),
        **_of_agreement(case.accession, parent, parent_steps),
        **_of_acts(case),
        **_of_services(case),
        **_of_sending(case, draft),
    )


def office_facts(office: Office) -> dict[str, Any]:
    """What a draft says of our comune."""
    return {
        "is_example": office.is_example,
        "comune": f"Comune di {office.name}",
        "place": office.name,
        "province": office.province,
        "address": office.address,
        "pec": office.pec,
        "phone": office.phone,
        "fiscal_code": office.fiscal_code,
    }


def _of_centre(accession: Accession) -> dict[str, Any]:
    return {
        "centre": accession.centre_name,
        "lead_authority": accession.lead_authority,
        "centre_pec": accession.centre_pec,
    }


def _of_people(case: AccessionCase) -> dict[str, Any]:
    accession = case.accession
    return {
        **{role: _in_office(case.people, role, case.today) for role in ("rup", "secretary", "finance")},
        "signer_name": accession.signer_name,
        "signer_role": accession.signer_role,
        "signer_fiscal_code": accession.signer_fiscal_code,
        "is_delegate": accession.signer_is_delegate,
        "contact_name": accession.contact_name,
        "contact_email": accession.contact_email,
        "contact_phone": accession.contact_phone,
    }


def _of_agreement(accession: Accession, parent: Accession | None, steps: Iterable[StepTaken]) -> dict[str, Any]:
    """Of a withdrawal the end is the day of leaving, and the purpose is why."""
    is_leaving = accession.kind is Kind.WITHDRAWAL
    return {
        "purpose": "" if is_leaving else accession.purpose,
        "reason": accession.purpose if is_leaving else "",
        "consultation": accession.consultation,
        "financial_relations": accession.financial_relations,
        "obligations": accession.obligations,
        "starts_on": accession.starts_on,
        "ends_on": None if is_leaving else accession.ends_on,
        "leaves_on": accession.ends_on if is_leaving else None,
        "current_ends_on": parent.ends_on if parent else None,
        "agreement_on": _signed_on(steps),
        "notice": _notice(parent or accession),
    }


def _of_acts(case: AccessionCase) -> dict[str, Any]:
    proposal, resolution = case.act("proposal"), case.act("resolution")
    opinions = ("technical_opinion_on", "accounting_opinion_on", "auditor_opinion_on")
    return {
        **{name: getattr(proposal, name) if proposal else None for name in opinions},
        "proposal": _act(proposal),
        "resolution": _act(resolution),
        "determination": _act(case.act("determination")),
        "is_immediate": any(act.is_immediate for act in (proposal, resolution) if act),
    }


def _of_services(case: AccessionCase) -> dict[str, Any]:
    return {
        "services": tuple(_service(service) for service in case.requested),
        "costs": tuple(line for service in case.requested for line in _costs(service)),
        "cups": _distinct(service.cup for service in case.requested),
        "cigs": _distinct(service.cig for service in case.requested),
    }


def _of_sending(case: AccessionCase, draft: Draft) -> dict[str, Any]:
    """What goes along, without the draft itself; the protocol once there is one."""
    sent = case.last(Step.SEND)
    left_out = (_REQUEST, draft.document_kind)
    return {
        "attachments": tuple(
            document_title(case, document) for document in documents_to_send(case) if document.kind not in left_out
        ),
        "protocol_number": sent.number if sent else "",
        "protocol_on": (sent.number_on or sent.on) if sent else None,
    }


def document_title(case: AccessionCase, document: Document) -> str:
    """What an act or a letter calls a document: its title, or what the checklist asks for, or its name."""
    act = next((act for act in case.acts if act.document_id == document.id or act.kind == document.kind), None)
    slot = slot_of(case, document)
    title = document.title or (slot.title if slot else "") or document.name
    if act and act.number and act.on and document.title in ("", slot.title if slot else ""):
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
