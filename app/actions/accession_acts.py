# SPDX-License-Identifier: EUPL-1.2
"""Recording a step together with the act that it stands on: both or neither, one line in the history."""

from typing import Any

from app.actions.accession_cases import read_case
from app.actions.accession_steps import StepForm, check_form, take_step
from app.actions.changes import Changes
from app.domain.accession_case import AccessionCase
from app.domain.accession_states import Step, transition
from app.domain.accessions import AccessionId
from app.errors import UserError
from app.store import Session, Store
from app.store import acts as act_statements

ACT_OF_STEP = {Step.PROPOSE: "proposal", Step.RESOLVE: "resolution", Step.ENFORCE: "resolution"}
"""The kind of act that a step brings into the register, or says more about."""
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
    **act: Any,  # noqa: ANN401 - _FIELDS
) -> Changes:
    """Record a step and write its act, registered if it is new; UserError as `record_step`, with nothing written.

    UserError `accession.step_without_act` where fields of an act are given for a step that has none.
    """
    unknown = [name for name in act if name not in _FIELDS]
    if unknown:
        raise UserError("accession.unknown_field", name=", ".join(unknown))
    if act and step not in ACT_OF_STEP:
        raise UserError("accession.step_without_act", step=step.value)
    if act.get("enforceable_on") and not act.get("enforceable_reason", "").strip():
        raise UserError("term.reason_missing")
    with store.read() as session:
        case = read_case(store, session, accession_id)
    way = transition(case.accession.kind, case.accession.state, step)
    with store.write(f"accession.step_{step.value}", centre=case.accession.centre_name) as session:
        if step in ACT_OF_STEP:
            _write_act(session, case, step, form, act)
        session.flush()
        check_form(read_case(store, session, accession_id), way, form)
        take_step(store, session, case.accession, way, form)
    return Changes(accessions=True, documents=bool(act) or step in ACT_OF_STEP)


def _write_act(session: Session, case: AccessionCase, step: Step, form: StepForm, act: dict[str, Any]) -> None:
    kind = ACT_OF_STEP[step]
    known = case.act(kind)
    values = dict(act)
    if step is not Step.ENFORCE:
        values["on"] = form.on
        values |= {"number": form.number.strip()} if form.number.strip() else {}
    if step is Step.RESOLVE and not values.get("body") and not (known and known.body):
        values["body"] = case.accession.body
    if known is None:
        act_statements.add_act(session, accession_id=case.accession.id, kind=kind, **values)
    elif values:
        act_statements.correct_act(session, known.id, None, **values)
