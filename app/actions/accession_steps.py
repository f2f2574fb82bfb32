# SPDX-License-Identifier: EUPL-1.2
"""Recording that a procedure moved on: what was done, on which day, by which act, and what follows for others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.actions.accession_cases import read_case
from app.actions.changes import Changes
from app.actions.packages import check_package
from app.domain.accession_case import AccessionCase
from app.domain.accession_dates import enforceable_day
from app.domain.accession_states import LEAVING, Kind, Step, Transition, check_step, step_not_now, transition
from app.domain.accessions import Accession, AccessionId
from app.domain.coherence import blocks, find_incoherences
from app.domain.documents import Document, DocumentId
from app.errors import UserError
from app.store import Session, Store
from app.store import accessions as statements
from app.store import documents as document_statements

_CHANGED = Changes(accessions=True, documents=True)
_CONSEQUENCES = {
    (Kind.RENEWAL, Step.COUNTERSIGN): Step.COMPLETE_RENEWAL,
    (Kind.RENEWAL, Step.REJECT): Step.GIVE_UP_RENEWAL,
    (Kind.WITHDRAWAL, Step.GIVE_NOTICE): Step.GIVE_NOTICE,
    (Kind.WITHDRAWAL, Step.CEASE): Step.CEASE,
}
"""What a step of a renewal or a withdrawal does to the membership."""


@dataclass(frozen=True, slots=True)
class StepForm:
    """What is typed when a step is recorded."""

    on: date
    number: str = ""
    number_on: date | None = None
    reason: str = ""
    answer_by: date | None = None  # the day that the other side set
    document_id: DocumentId | None = None
    overridden: tuple[str, ...] = ()  # codes of the blocks that the clerk sets aside, for `reason`


def record_step(store: Store, accession_id: AccessionId, step: Step, form: StepForm) -> Changes:
    """Record a step; the membership that is renewed or left moves with it.

    UserError `accession.*` where the step is not open from here, lacks its number or reason, comes before the last
    one or after today, or where what it stands on is not there (an enforceable act, no block before sending).
    """
    with store.read() as session:
        case = read_case(store, session, accession_id)
    way = transition(case.accession.kind, case.accession.state, step)
    check_form(case, way, form)
    if step in LEAVING:
        check_package(store, case, form.overridden)
    with store.write(f"accession.step_{step.value}", centre=case.accession.centre_name) as session:
        take_step(store, session, case.accession, way, form)
    return _CHANGED


def take_step(store: Store, session: Session, accession: Accession, way: Transition, form: StepForm) -> None:
    """Write a step that was checked, and move the membership that hangs on it; for other actions in one transaction."""
    package = _package(session, accession) if way.step in LEAVING else None
    if package and not package.protocol_number:
        protocol = {"protocol_number": form.number.strip(), "protocol_on": form.number_on or form.on}
        document_statements.correct_document(session, package.id, None, **protocol)
    statements.move(
        session,
        accession,
        way,
        on=form.on,
        at=store.now(),
        number=form.number.strip(),
        number_on=form.number_on,
        reason=form.reason.strip(),
        answer_by=form.answer_by,
        document_id=form.document_id or (package.id if package else None),
        overridden=form.overridden,
    )
    if way.step is Step.CORRECT:
        statements.change_accession(session, accession.id, None, revision=accession.revision + 1, package_sha256="")
    follow = _CONSEQUENCES.get((accession.kind, way.step))
    if follow and accession.of_accession_id is not None:
        move_membership(store, session, accession.of_accession_id, follow, form)


def move_membership(store: Store, session: Session, accession_id: AccessionId, step: Step, form: StepForm) -> None:
    """Move the membership that a renewal or a withdrawal hangs on; one that went another way meanwhile stays there."""
    membership = statements.read_accession(session, accession_id)
    try:
        way = transition(membership.kind, membership.state, step)
    except UserError:
        return  # expired, given up or left by itself: what became of the other procedure is a fact all the same
    statements.move(session, membership, way, on=form.on, at=store.now(), reason=form.reason, number=form.number)


def _package(session: Session, accession: Accession) -> Document | None:
    """The package that leaves with a step: it bears the protocol of its sending. None where it left before."""
    sent = (taken.revision for taken in statements.list_steps(session, accession.id) if taken.step in LEAVING)
    if not accession.package_sha256 or accession.revision in sent:
        return None
    documents = document_statements.list_documents(session, accession.id)
    return next((doc for doc in reversed(documents) if doc.is_package), None)


def check_form(case: AccessionCase, way: Transition, form: StepForm) -> None:
    """Refuse a step that is not open, lacks something, or whose ground is not there; for other actions too."""
    if not way.is_recorded:
        raise step_not_now(case.accession.kind, case.accession.state, way.step)
    last_on = case.steps[-1].on if case.steps else None
    check_step(way, form.on, last_on, number=form.number, reason=form.reason)
    if form.on > case.today:
        raise UserError("accession.step_in_future", on=form.on)
    if form.overridden and not form.reason.strip():
        raise UserError("accession.override_without_reason")
    check = {
        Step.RESOLVE: _check_resolution,
        Step.ENFORCE: _check_enforceability,
        Step.SIGN: _check_signature,
        Step.SEND: _check_sending,
        Step.COUNTERSIGN: _check_term,
    }.get(way.step)
    if check:
        check(case, form)


def _check_resolution(case: AccessionCase, form: StepForm) -> None:
    act = case.act("resolution")
    if act is not None and act.on is not None and act.on != form.on:
        raise UserError("accession.day_of_the_act", on=form.on, act_on=act.on)


def _check_enforceability(case: AccessionCase, form: StepForm) -> None:
    act = case.act("resolution")
    day = enforceable_day(act) if act else None
    if act is None or day is None:
        raise UserError("accession.enforceability_unknown")
    if form.on < day and "act.not_enforceable" not in form.overridden:
        raise UserError("accession.not_enforceable_yet", on=form.on, day=day)


def _check_signature(case: AccessionCase, form: StepForm) -> None:
    enforced = case.last(Step.ENFORCE)
    if enforced and form.on < enforced.on:
        raise UserError("accession.signed_before_enforceable", on=form.on, day=enforced.on)
    if case.signed_copy("request") is None and "signature.none" not in form.overridden:
        raise UserError("accession.no_signed_copy")


def _check_sending(case: AccessionCase, form: StepForm) -> None:
    found = blocks(find_incoherences(case))
    left = [finding.code for finding in found if finding.code not in form.overridden]
    if left:
        raise UserError("accession.blocked", count=len(left), codes=", ".join(left))
    if not case.accession.package_sha256:
        raise UserError("accession.no_package")


def _check_term(case: AccessionCase, _form: StepForm) -> None:
    accession = case.accession
    if accession.starts_on is None or accession.ends_on is None:
        raise UserError("accession.no_term")


def usual_day(case: AccessionCase, steps: Iterable[Step]) -> date:
    """The day that a form proposes: that of the act where there is one, else today."""
    act = case.act("resolution")
    wanted = tuple(steps)
    if act and Step.RESOLVE in wanted and act.on:
        return act.on
    day = enforceable_day(act) if act and Step.ENFORCE in wanted else None
    return day if day and day <= case.today else case.today
