# SPDX-License-Identifier: EUPL-1.2
"""Recording a step together with the act that it stands on and its file: all or nothing, one line in the history."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from app.actions.accession_cases import read_case
from app.actions.accession_steps import StepForm, check_form, take_step
from app.actions.changes import Changes
from app.actions.documents import keep_document
from app.actions.packages import check_package
from app.domain.accession_case import AccessionCase
from app.domain.accession_states import LEAVING, Step, transition
from app.domain.accessions import AccessionId
from app.domain.act_rules import checked_act
from app.errors import UserError
from app.store import Session, Store
from app.store import acts as act_statements
from app.store import documents as document_statements

ACT_OF_STEP = {Step.PROPOSE: "proposal", Step.RESOLVE: "resolution", Step.ENFORCE: "resolution"}
"""The kind of act that a step brings into the register, or says more about."""
_PLACES: dict[Step, tuple[str, str, str]] = {
    Step.PROPOSE: ("proposal", "proposal", "added"),
    Step.RESOLVE: ("resolution", "resolution", "added"),
    Step.ENFORCE: ("publication", "publication", "added"),
    Step.SIGN: ("signature", "request", "added"),
    Step.SEND: ("sending", "letter", "added"),
    Step.REGISTER: ("outcome", "letter", "received"),
    Step.ASK_ADDITIONS: ("outcome", "letter", "received"),
    Step.SUPPLY_ADDITIONS: ("outcome", "other", "added"),
    Step.WARN_REJECTION: ("outcome", "letter", "received"),
    Step.ANSWER_WARNING: ("outcome", "other", "added"),
    Step.ACCEPT: ("outcome", "letter", "received"),
    Step.REJECT: ("outcome", "letter", "received"),
    Step.COUNTERSIGN: ("start", "countersigned", "received"),
    Step.GIVE_NOTICE: ("end", "letter", "received"),
}
"""Line, kind and origin of the file that proves a step; that of any other step is `other`."""
_FIELDS = (
    *("body", "subject", "is_immediate", "published_on", "published_until", "publication_place"),
    *("enforceable_on", "enforceable_reason"),
    *("technical_opinion_on", "accounting_opinion_on", "auditor_opinion_on", "document_id"),
)


def record_with_act(
    store: Store,
    accession_id: AccessionId,
    step: Step,
    form: StepForm,
    *,
    file: Path | None = None,
    **act: Any,  # noqa: ANN401 - _FIELDS
) -> Changes:
    """Record a step, write its act, registered if it is new, and keep the file that proves it.

    UserError as `record_step` and as `add_document`, with nothing written. The file of a signature is compared with
    what was given out.

    UserError `accession.step_without_act` where fields of an act are given for a step that has none.
    """
    unknown = [name for name in act if name not in _FIELDS]
    if unknown:
        raise UserError("accession.unknown_field", name=", ".join(unknown), known=", ".join(_FIELDS))
    if act and step not in ACT_OF_STEP:
        raise UserError("accession.step_without_act", step=step.value)
    if act.get("enforceable_on") and not act.get("enforceable_reason", "").strip():
        raise UserError("term.reason_missing")
    with store.read() as session:
        case = read_case(store, session, accession_id)
    way = transition(case.accession.kind, case.accession.state, step)
    if step in LEAVING:
        check_package(store, case, form.overridden)  # before the file that proves the sending is beside it
    kept = _keep(store, case, step, file) if file else None
    with store.write(f"accession.step_{step.value}", centre=case.accession.centre_name) as session:
        if kept:
            form = replace(form, document_id=document_statements.add_document(session, **kept))
        if step in ACT_OF_STEP:
            has_own_file = kept is not None and step is not Step.ENFORCE
            _write_act(session, case, step, form, {**act, "document_id": form.document_id} if has_own_file else act)
        session.flush()
        check_form(read_case(store, session, accession_id), way, form)
        take_step(store, session, case.accession, way, form)
    return Changes(accessions=True, documents=kept is not None or step in ACT_OF_STEP)


def _keep(store: Store, case: AccessionCase, step: Step, file: Path) -> dict[str, Any]:
    line, kind, origin = _PLACES.get(step, ("", "other", "added"))
    is_there = line in {item.key for item in case.items}
    draft = case.given_out(kind) if step is Step.SIGN else None
    facts: dict[str, Any] = {"given_out_id": draft.id} if draft else {}
    return keep_document(
        store,
        file,
        kind=kind,
        origin=origin,
        accession_id=case.accession.id,
        item_key=line if is_there else "",
        title=_title_of(case, line, kind),
        **facts,
    )


def _title_of(case: AccessionCase, line: str, kind: str) -> str:
    """What the checklist calls the file, "" where it does not ask for it."""
    slots = (slot for item in case.items if item.key == line for slot in item.slots if slot.kind == kind)
    return next((slot.title for slot in slots), "")


def _write_act(session: Session, case: AccessionCase, step: Step, form: StepForm, act: dict[str, Any]) -> None:
    kind = ACT_OF_STEP[step]
    known = case.act(kind)
    values = dict(act)
    if step is not Step.ENFORCE:
        values["on"] = form.on
        values |= {"number": form.number.strip()} if form.number.strip() else {}
    if step is Step.RESOLVE and not values.get("body") and not (known and known.body):
        values["body"] = case.accession.body
    values = checked_act(known, values if known else {"accession_id": case.accession.id, "kind": kind, **values})
    if known is None:
        act_statements.add_act(session, **values)
    elif values:
        act_statements.correct_act(session, known.id, None, **values)
