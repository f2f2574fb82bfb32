# SPDX-License-Identifier: EUPL-1.2
"""Checks before a request leaves: what would have it refused, each with the field to mend and the rule behind it.

The causes are those seen by the offices that refuse (concessions.md 2.3 and 7.2). A block stops the sending until it
is mended or set aside with a reason; a warning is only told.
"""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from app.domain.accession_case import AccessionCase
from app.domain.accession_dates import REQUEST_GOES_OLD, concession_end, enforceable_day
from app.domain.accession_states import MEMBER, PREPARING, Kind
from app.domain.codes import check_cig, check_cup
from app.domain.documents import Document
from app.domain.draft_gaps import OFFICE, OFFICE_PEOPLE, Gap, find_gaps
from app.domain.folding import fold
from app.domain.membership_clock import outlasting
from app.domain.municipality import Person


class Severity(StrEnum):
    """How much a finding weighs."""

    BLOCK = "block"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit: its code, the line and field to mend, what the sentence names."""

    code: str
    severity: Severity
    item_key: str
    field: str = ""
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)


_SIGNED_KIND = "request"


def find_incoherences(case: AccessionCase) -> tuple[Finding, ...]:
    """All findings in the order of the checklist; what is merely not typed yet is for the checklist to say."""
    return tuple(finding for check in _CHECKS for finding in check(case))


def blocks(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that stop the sending."""
    return tuple(finding for finding in findings if finding.severity is Severity.BLOCK)


def _services(case: AccessionCase) -> Iterator[Finding]:
    if case.accession.kind is Kind.WITHDRAWAL:
        return
    if not case.requested:
        yield Finding("services.none", Severity.BLOCK, "services")
    for code, needed in case.lacking_prerequisites():
        yield Finding("services.prerequisite", Severity.BLOCK, "services", code, {"code": code, "needed": needed})
    for service in case.requested:
        known = case.catalogue.get(service.code)
        if known is None or known.is_withdrawn:
            yield Finding("services.withdrawn", Severity.WARNING, "services", service.code, {"code": service.code})
        elif case.centre is not None and service.code not in case.centre.services:
            yield Finding("services.not_offered", Severity.WARNING, "services", service.code, {"code": service.code})


def _codes(case: AccessionCase) -> Iterator[Finding]:
    for service in case.requested:
        projects = case.funded_by(service.code)
        named = {"code": service.code, "name": service.name}
        if projects and not service.cup:
            cups = ", ".join(sorted({project.cup for project in projects}))
            yield Finding(
                "services.cup_missing", Severity.BLOCK, "services", f"{service.code}:cup", {**named, "cups": cups}
            )
        elif service.cup and not check_cup(service.cup).is_well_formed:
            yield Finding("services.cup_wrong", Severity.WARNING, "services", f"{service.code}:cup", named)
        elif projects and service.cup not in {project.cup for project in projects}:
            yield Finding("services.cup_other", Severity.WARNING, "services", f"{service.code}:cup", named)
        if service.cig and not check_cig(service.cig).is_usual:
            yield Finding("services.cig_wrong", Severity.WARNING, "services", f"{service.code}:cig", named)
        elif not service.cig and (service.once or service.yearly) and case.act("determination"):
            yield Finding("services.cig_missing", Severity.WARNING, "services", f"{service.code}:cig", named)
        if projects and (service.once or service.yearly):
            yield Finding("services.double_funding", Severity.WARNING, "services", service.code, named)


def _people(case: AccessionCase) -> Iterator[Finding]:
    accession = case.accession
    if not accession.signer_name:
        yield Finding("signer.none", Severity.BLOCK, "people", "signer_name")
        return
    if accession.signer_is_delegate:
        if not case.documents_of("people", "delegation"):
            yield Finding(
                "signer.no_delegation", Severity.BLOCK, "people", "delegation", {"name": accession.signer_name}
            )
    elif not any(fold(person.name) == fold(accession.signer_name) for person in _mayors(case)):
        yield Finding(
            "signer.not_representative", Severity.BLOCK, "people", "signer_name", {"name": accession.signer_name}
        )
    if not accession.contact_name or not accession.contact_email:
        yield Finding("contact.none", Severity.WARNING, "people", "contact_name")


def _mayors(case: AccessionCase) -> Iterator[Person]:
    day = case.today
    for person in case.people:
        is_in_office = (person.since is None or person.since <= day) and (person.until is None or person.until >= day)
        if person.role == "mayor" and is_in_office:
            yield person


def _body(case: AccessionCase) -> Iterator[Finding]:
    accession, resolution = case.accession, case.act("resolution")
    body = resolution.body if resolution and resolution.body else accession.body
    if body != case.template_body and not accession.body_reason:
        yield Finding(
            "body.not_competent", Severity.BLOCK, "resolution", "body", {"body": body, "due": case.template_body}
        )


def _act(case: AccessionCase) -> Iterator[Finding]:
    act = case.act("resolution")
    if act is None or act.on is None:
        yield Finding("act.none", Severity.BLOCK, "resolution", "on")
        return
    if act.published_on is None:
        yield Finding("act.not_published", Severity.BLOCK, "publication", "published_on")
    day = enforceable_day(act)
    if day is None:
        yield Finding("act.no_enforceability", Severity.BLOCK, "publication", "enforceable_on")
    elif day > case.today:
        yield Finding("act.not_enforceable", Severity.BLOCK, "publication", "enforceable_on", {"on": day})
    if act.document_id is None and not case.documents_of("resolution", "resolution"):
        yield Finding("act.no_file", Severity.WARNING, "resolution", "resolution")
    proposal = case.act("proposal")
    if proposal and (proposal.technical_opinion_on is None or proposal.accounting_opinion_on is None):
        yield Finding("act.opinions_missing", Severity.WARNING, "proposal", "technical_opinion_on")


def _order(case: AccessionCase) -> Iterator[Finding]:
    """Days that run backwards, each told beside the later of the two fields."""
    proposal, resolution = case.act("proposal"), case.act("resolution")
    days: list[tuple[str, str, str, date | None]] = [
        ("proposal", "on", "proposal", proposal.on if proposal else None),
        ("resolution", "on", "resolution", resolution.on if resolution else None),
        ("publication", "published_on", "published", resolution.published_on if resolution else None),
        ("publication", "enforceable_on", "enforceable", enforceable_day(resolution) if resolution else None),
        ("signature", "signed_on", "signed", _signed_on(case)),
    ]
    known = [(key, name, label, day) for key, name, label, day in days if day is not None]
    for earlier, later in pairwise(known):
        if later[3] < earlier[3] and not (later[2] == "enforceable" and resolution and resolution.is_immediate):
            params = {"later": later[2], "earlier": earlier[2], "later_on": later[3], "earlier_on": earlier[3]}
            yield Finding("dates.reversed", Severity.BLOCK, later[0], later[1], params)


def _signature(case: AccessionCase) -> Iterator[Finding]:
    draft, signed = case.given_out(_SIGNED_KIND), case.signed_copy(_SIGNED_KIND)
    if signed is None:
        yield Finding("signature.none", Severity.BLOCK, "signature", _SIGNED_KIND)
        return
    yield from _services_signed(case, draft)
    told = signed.signature or {}
    if told.get("match") not in (None, "same"):
        day = draft.added_at.date() if draft else None
        yield Finding("signature.not_given_out", Severity.BLOCK, "signature", _SIGNED_KIND, {"on": day})
    if told.get("is_intact") is False:
        yield Finding("signature.broken", Severity.BLOCK, "signature", _SIGNED_KIND)
    if told.get("was_certificate_valid") is False:
        yield Finding("signature.certificate_expired", Severity.BLOCK, "signature", _SIGNED_KIND)
    listed = told.get("signers")
    names = [str(name) for name in listed] if isinstance(listed, list) else []
    signer = case.accession.signer_name
    if names and signer and not any(_is_same_person(name, signer) for name in names):
        params = {"found": ", ".join(names), "name": signer}
        yield Finding("signature.other_signer", Severity.BLOCK, "signature", _SIGNED_KIND, params)


def _gaps(case: AccessionCase) -> Iterator[Finding]:
    """What the request leaves to be completed, told once for each place where it is typed."""
    draft = case.given_out(_SIGNED_KIND)
    places = {OFFICE, OFFICE_PEOPLE, *(item.key for item in case.items)}
    together: dict[str, list[Gap]] = {}
    for gap in find_gaps(draft.gaps if draft else ()):
        if gap.is_vital:
            yield Finding("request.unnamed", Severity.BLOCK, gap.item_key, gap.field, {"what": gap.what})
        else:
            together.setdefault(gap.item_key if gap.item_key in places else "signature", []).append(gap)
    for key, gaps in together.items():
        field = _SIGNED_KIND if key == "signature" else gaps[0].field
        params = {"count": len(gaps), "what": ", ".join(gap.what for gap in gaps)}
        yield Finding("request.gaps", Severity.WARNING, key, field, params)


def _services_signed(case: AccessionCase, draft: Document | None) -> Iterator[Finding]:
    """What was signed names services as they were; after the sending the additions say what is asked."""
    stated = draft.stated_services if draft else None
    if stated is not None and case.accession.state in PREPARING and stated != [one.stated for one in case.requested]:
        yield Finding("signature.services_changed", Severity.BLOCK, "signature", _SIGNED_KIND)


def _age(case: AccessionCase) -> Iterator[Finding]:
    signed_on = _signed_on(case)
    if case.accession.state in PREPARING and signed_on and case.today - signed_on > timedelta(days=REQUEST_GOES_OLD):
        yield Finding(
            "request.old", Severity.BLOCK, "signature", _SIGNED_KIND, {"on": signed_on, "days": REQUEST_GOES_OLD}
        )


def _centre(case: AccessionCase) -> Iterator[Finding]:
    accession = case.accession
    if not accession.centre_pec:
        yield Finding("centre.no_pec", Severity.WARNING, "sending", "centre_pec")
    if case.centre and case.centre.catchment and case.office.province not in case.centre.catchment:
        params = {"centre": accession.centre_name, "province": case.office.province}
        yield Finding("centre.outside_catchment", Severity.WARNING, "services", "", params)
    if case.edition_expired_on and case.edition_expired_on < case.today:
        yield Finding("catalogue.expired", Severity.BLOCK, "services", "", {"on": case.edition_expired_on})
    if accession.kind is Kind.JOIN:
        same = [other for other in case.others if other.centre_code == accession.centre_code and other.state in MEMBER]
        if same:
            yield Finding("centre.already_member", Severity.WARNING, "services", "", {"centre": accession.centre_name})


def _term(case: AccessionCase) -> Iterator[Finding]:
    accession = case.accession
    if accession.kind is Kind.WITHDRAWAL:
        return
    for found in outlasting(concession_end(case.centre), accession.ends_on, None):
        params = {"centre": accession.centre_name, "ends_on": found.longer_on, "concession_on": found.shorter_on}
        yield Finding("term.outlasts_concession", Severity.WARNING, "start", "ends_on", params)


def _signed_on(case: AccessionCase) -> date | None:
    signed = case.signed_copy(_SIGNED_KIND)
    return signed.document_on if signed else None


def _is_same_person(one: str, other: str) -> bool:
    """The same words in any order: certificates write the surname first."""
    return set(fold(one).split()) == set(fold(other).split())


_CHECKS: tuple[Callable[[AccessionCase], Iterator[Finding]], ...] = (
    _services,
    _codes,
    _people,
    _body,
    _act,
    _order,
    _signature,
    _gaps,
    _age,
    _centre,
    _term,
)
