# SPDX-License-Identifier: EUPL-1.2
"""The answer of a centre: looked at before it is applied, then taken in whole, or refused with nothing changed.

The file is read once: the bytes that were checked are those that are kept.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from app.actions.accession_cases import read_case
from app.actions.accession_steps import StepForm, check_form, take_step
from app.actions.answer_documents import answer_documents
from app.actions.changes import Changes
from app.actions.incoming import read_file
from app.actions.packages import sent_request
from app.domain.accession_case import AccessionCase
from app.domain.accession_states import State, Step, Transition, transition
from app.domain.accessions import Accession, AccessionId, StepId, StepTaken
from app.domain.answers import services_after, state_after, steps_of
from app.domain.exchange import AnswerData, check_answer
from app.domain.publisher_keys import PinnedKey, PublicKey, find_pinned, is_same_fingerprint
from app.errors import UserError
from app.formats.exchange import Package, read_answer
from app.formats.stored_zip import MAX_BYTES
from app.store import Session, Store, keys
from app.store import accessions as statements
from app.store import documents as document_statements
from app.text import day

_Planned = tuple[Accession, Transition, StepForm]
_NOT_COMPARED = ("answer.unknown_key", "answer.key_of_another_centre")
"""A clerk who compares the fingerprint settles these."""


@dataclass(frozen=True, slots=True)
class AnswerPreview:
    """What an answer would change; nothing is written yet."""

    file: str
    sha256: str  # of the file: `apply_answer` takes these bytes and no others
    accession: Accession
    answer: AnswerData
    key: PublicKey
    is_key_known: bool  # False: the clerk compares the fingerprint first
    steps: tuple[Step, ...]
    after: State
    service_names: dict[str, str]  # of the services that the answer speaks of
    services_before: dict[str, str]  # what earlier answers said of each, "" where none spoke of it
    days_left: int | None  # to the day by which we must answer

    @property
    def before(self) -> State:
        """Where the procedure stands now."""
        return self.accession.state

    @property
    def refused_services(self) -> tuple[str, ...]:
        """The codes that are then not granted, of those that the answer speaks of."""
        after = self.services_after
        return tuple(one.code for one in self.answer.services if after[one.code] == "refused")

    @property
    def services_after(self) -> dict[str, str]:
        """What is then said of each service: a refusal stands until an acceptance grants the service."""
        return services_after(self.services_before, self.answer)

    def service_standing(self, code: str) -> tuple[str, str, str]:
        """What was said of a service, what the answer says, what then holds: each "", "accepted" or "refused"."""
        told = next(one.is_accepted for one in self.answer.services if one.code == code)
        return self.services_before[code], "accepted" if told else "refused", self.services_after[code]

    @property
    def lacks_term(self) -> bool:
        """True where the agreement would begin without its days: the clerk types them first, from the act."""
        return Step.COUNTERSIGN in self.steps and None in self.new_term

    @property
    def new_term(self) -> tuple[date | None, date | None]:
        """Start and end of the agreement as they would then be."""
        return _term(self.accession, self.answer)


def read_answer_file(store: Store, path: Path) -> AnswerPreview:
    """Look at an answer: which procedure of ours, what it changes, whether its key was compared.

    UserError `package.*` for a file that is not as it was written, `answer.*` for an answer that is not for us now.
    """
    content = read_file(path, MAX_BYTES)
    package = read_answer(content)
    with store.read() as session:
        case, pinned = _case_of(store, session, package.data), keys.pinned_keys(session)
    key = _key(package)
    is_known = _judge(store, case, package.data, key, pinned, "")
    steps = _steps(case, package.data)
    names = {service.code: service.name for service in case.services}
    said = {service.code: service.answer for service in case.requested}
    answer_by = package.data.answer_by
    return AnswerPreview(
        file=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        accession=case.accession,
        answer=package.data,
        key=key,
        is_key_known=is_known,
        steps=steps,
        after=state_after(case.accession.kind, case.accession.state, steps),
        service_names={one.code: names.get(one.code, one.code) for one in package.data.services},
        services_before={one.code: said.get(one.code, "") for one in package.data.services},
        days_left=(answer_by - case.today).days if answer_by else None,
    )


def apply_answer(
    store: Store, path: Path, *, pin_fingerprint: str = "", seen_sha256: str = ""
) -> tuple[AccessionId, Changes]:
    """Take an answer in: steps, terms, services, its documents and the package itself, in one action.

    `pin_fingerprint` is what the clerk compared of a key that is not known yet; `seen_sha256` that of the preview.
    UserError as `read_answer_file`, and `answer.unknown_key`, `answer.fingerprint_differs`, `answer.other_file`.
    """
    content = read_file(path, MAX_BYTES)
    if seen_sha256 and hashlib.sha256(content).hexdigest() != seen_sha256:
        raise UserError("answer.other_file", file=path.name)
    package = read_answer(content)
    answer, key = package.data, _key(package)
    with store.read() as session:
        case, pinned = _case_of(store, session, answer), keys.pinned_keys(session)
    is_known = _judge(store, case, answer, key, pinned, pin_fingerprint)
    if not is_known and not pin_fingerprint:
        raise UserError("answer.unknown_key", fingerprint=key.fingerprint)
    accession = case.accession
    fields, plan = _fields(accession, answer), _planned(store, case, answer)
    kept, *enclosed = answer_documents(store, case, package, content, path.name)
    title = f"accession.answer_{answer.outcome}"
    with store.write(title, centre=accession.centre_name, sequence=str(answer.sequence)) as session:
        if not is_known:
            publisher = accession.lead_authority or accession.centre_name
            keys.pin_key(session, key, publisher, (accession.centre_code,), store.now())
        document_id = document_statements.add_document(session, **kept)
        for values in enclosed:
            document_statements.add_document(session, **values)
        statements.change_accession(session, accession.id, None, **fields)
        _answer_services(session, case, answer)
        for before, way, form in plan:
            take_step(store, session, before, way, replace(form, document_id=document_id))
    return accession.id, Changes(accessions=True, documents=True, catalogue=not is_known)


def _case_of(store: Store, session: Session, answer: AnswerData) -> AccessionCase:
    accession = statements.accession_of_reference(session, answer.reference)
    if accession is None:
        raise UserError("answer.foreign")
    return read_case(store, session, accession.id)


def _key(package: Package[AnswerData]) -> PublicKey:
    if package.key is None:
        raise UserError("package.not_signed")
    return package.key


def _judge(
    store: Store, case: AccessionCase, answer: AnswerData, key: PublicKey, pinned: list[PinnedKey], compared: str
) -> bool:
    """Whether the key is known; all else that is wrong with an answer is refused here, whatever its key."""
    sent = sent_request(store, case)
    if compared and not is_same_fingerprint(key, compared):
        raise UserError("answer.fingerprint_differs", fingerprint=key.fingerprint)
    try:
        check_answer(answer, key, sent, pinned, case.today)
    except UserError as refused:
        if refused.code not in _NOT_COMPARED:
            raise
        check_answer(answer, key, sent, _as_though_pinned(key, case.accession, pinned), case.today)
        return False
    return True


def _as_though_pinned(key: PublicKey, accession: Accession, pinned: Iterable[PinnedKey]) -> list[PinnedKey]:
    """The keys as they would be, had the clerk compared this one for the centre."""
    known = find_pinned(key, pinned) or PinnedKey(key, accession.lead_authority, ())
    return [replace(known, centre_codes=(*known.centre_codes, accession.centre_code))]


def _term(accession: Accession, answer: AnswerData) -> tuple[date | None, date | None]:
    told = answer.agreement
    starts_on = told.starts_on if told and told.starts_on else accession.starts_on
    ends_on = told.ends_on if told and told.ends_on else accession.ends_on
    return starts_on, ends_on


def _fields(accession: Accession, answer: AnswerData) -> dict[str, Any]:
    starts_on, ends_on = _term(accession, answer)
    if starts_on and ends_on and ends_on < starts_on:
        raise UserError("accession.term_reversed", starts_on=starts_on, ends_on=ends_on)
    fields: dict[str, Any] = {"answer_sequence": answer.sequence, "starts_on": starts_on, "ends_on": ends_on}
    if answer.agreement and not accession.terms_source:
        number = f" n. {answer.protocol.number}" if answer.protocol.number else ""
        fields["terms_source"] = f"Risposta del centro{number} del {day(answer.on)}"
    return fields


def _answer_services(session: Session, case: AccessionCase, answer: AnswerData) -> None:
    after = services_after({requested.code: requested.answer for requested in case.requested}, answer)
    for requested in case.requested:
        if after[requested.code] != requested.answer:
            statements.change_requested(session, requested.id, None, answer=after[requested.code])


def _planned(store: Store, case: AccessionCase, answer: AnswerData) -> list[_Planned]:
    """Every step checked on what those before it will have written; UserError before anything is."""
    accession = case.accession
    starts_on, ends_on = _term(accession, answer)
    steps = _steps(case, answer)
    case = replace(case, accession=replace(accession, starts_on=starts_on, ends_on=ends_on))
    plan = []
    for step in steps:
        way = transition(accession.kind, case.accession.state, step)
        form = _form(case, step, answer, is_last=step is steps[-1])
        check_form(case, way, form)
        plan.append((case.accession, way, form))
        after = replace(case.accession, state=way.target)
        case = replace(case, accession=after, steps=(*case.steps, _as_taken(store, case.accession, way, form)))
    return plan


def _steps(case: AccessionCase, answer: AnswerData) -> tuple[Step, ...]:
    """The steps that an answer takes; an answer that takes one is not older than the last one recorded."""
    steps = steps_of(case.accession.kind, case.accession.state, answer.outcome)
    if steps and case.steps and answer.on < case.steps[-1].on:
        raise UserError("answer.before_last_step", on=answer.on, last=case.steps[-1].on)
    return steps


def _as_taken(store: Store, accession: Accession, way: Transition, form: StepForm) -> StepTaken:
    return StepTaken(
        id=StepId(0),
        accession_id=accession.id,
        step=way.step,
        from_state=accession.state,
        to_state=way.target,
        on=form.on,
        number=form.number,
        number_on=form.number_on,
        reason=form.reason,
        answer_by=form.answer_by,
        revision=accession.revision,
        document_id=None,
        overridden=(),
        at=store.now(),
    )


def _form(case: AccessionCase, step: Step, answer: AnswerData, *, is_last: bool) -> StepForm:
    """The last step bears what the answer says; one that it only implies has its day alone."""
    last_on = case.steps[-1].on if case.steps else answer.on
    is_of_protocol = step is Step.REGISTER and answer.protocol.on and last_on <= answer.protocol.on <= answer.on
    on = answer.protocol.on if is_of_protocol and answer.protocol.on else answer.on
    if not is_last:
        return StepForm(on)
    return StepForm(
        on,
        number=answer.protocol.number,
        number_on=answer.protocol.on,
        reason=answer.text,
        answer_by=answer.answer_by,
    )
