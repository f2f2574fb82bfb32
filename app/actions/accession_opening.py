# SPDX-License-Identifier: EUPL-1.2
"""Opening a procedure towards a centre from its template, and letting go of one that never left."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from app.actions.accession_cases import template_of
from app.actions.accession_services import add_services
from app.actions.accession_steps import StepForm, move_membership
from app.actions.accessions import CHANGED, FIELDS
from app.actions.changes import Changes
from app.domain.accession_states import ENDED, MEMBER, Kind, State, Step
from app.domain.accessions import Accession, AccessionId
from app.domain.catalogue import Centre
from app.domain.municipality import Person
from app.domain.procedures import Template
from app.errors import UserError
from app.store import Session, Store
from app.store import accessions as statements
from app.store import acts as act_statements
from app.store import catalogue as catalogue_statements
from app.store import documents as document_statements
from app.store import municipality as municipality_statements
from app.text.accession_labels import dropped_renewal

_NOT_TEXT = ("starts_on", "ends_on", "answer_days", "notice_months", "notice_days", "renewal_months")


def open_accession(
    store: Store,
    centre_code: str,
    kind: Kind = Kind.JOIN,
    codes: Sequence[str] = (),
    *,
    of_accession_id: AccessionId | None = None,
) -> tuple[AccessionId, Changes]:
    """Open a procedure with the checklist of its template; services come with what they need first.

    UserError `accession.already_open` when one of that kind towards the same centre is on its way.
    """
    with store.read() as session:
        centre = catalogue_statements.read_centre(session, centre_code)
    template = template_of(store, kind, centre.code)
    with store.write(f"accession.{kind.value}_opened", centre=centre.name) as session:
        before = _refuse_second(session, centre, kind)
        parent = _parent(session, centre, kind, of_accession_id)
        accession_id = statements.add_accession(
            session, **_first_values(store, session, centre, template, parent, before)
        )
        statements.add_items(session, accession_id, _items(template))
        add_services(session, accession_id, codes or _codes_of(session, parent, kind))
        if parent and kind is Kind.RENEWAL:
            move_membership(store, session, parent.id, Step.BEGIN_RENEWAL, StepForm(store.today()))
    return accession_id, CHANGED


def remove_accession(store: Store, accession_id: AccessionId) -> Changes:
    """Let go of a draft; what was sent, answered or led to a membership is kept for ever."""
    with store.read() as session:
        accession = statements.read_accession(session, accession_id)
    with store.write("accession.removed", centre=accession.centre_name) as session:
        if accession.state not in (State.DRAFT, State.PROPOSED):
            raise UserError("accession.not_a_draft", state=accession.state.value)
        if accession.kind is Kind.RENEWAL and accession.of_accession_id:
            given_up = StepForm(store.today(), reason=dropped_renewal())
            move_membership(store, session, accession.of_accession_id, Step.GIVE_UP_RENEWAL, given_up)
        document_statements.let_go(session, accession_id)
        act_statements.let_go(session, accession_id)
        session.flush()
        statements.remove_accession(session, accession_id)
    return CHANGED


def _refuse_second(session: Session, centre: Centre, kind: Kind) -> Accession | None:
    """The last procedure with the centre, whose contacts are worth taking; UserError when one of the kind is open."""
    known = [one for one in statements.list_accessions(session) if one.centre_code == centre.code]
    for one in known:
        if one.kind is kind and one.state not in (*MEMBER, *ENDED):
            raise UserError("accession.already_open", centre=centre.name, id=one.id)
    return known[0] if known else None


def _parent(session: Session, centre: Centre, kind: Kind, of_accession_id: AccessionId | None) -> Accession | None:
    if kind is Kind.JOIN:
        return None
    if of_accession_id is None:
        raise UserError("accession.no_membership")
    parent = statements.read_accession(session, of_accession_id)
    if parent.centre_code != centre.code:
        raise UserError("accession.of_another_centre", id=parent.id, theirs=parent.centre_name, centre=centre.name)
    if parent.state is State.RENEWING and (renewal := _open_renewal(session, parent)):
        raise UserError("accession.renewal_open", id=renewal.id, parent=parent.id)
    if parent.state is not State.ACTIVE:
        raise UserError("accession.membership_not_active", state=parent.state.value)
    return parent


def _open_renewal(session: Session, parent: Accession) -> Accession | None:
    known = statements.list_accessions(session)
    return next(
        (
            one
            for one in known
            if one.kind is Kind.RENEWAL and one.of_accession_id == parent.id and one.state not in (*MEMBER, *ENDED)
        ),
        None,
    )


def _first_values(
    store: Store,
    session: Session,
    centre: Centre,
    template: Template,
    parent: Accession | None,
    before: Accession | None,
) -> dict[str, Any]:
    """What a new procedure starts with: nothing is asked twice that the store already knows."""
    people = municipality_statements.list_people(session)
    mayor, rup = _in_office(people, "mayor", store.today()), _in_office(people, "rup", store.today())
    empty = dict.fromkeys((name for name in FIELDS if name not in _NOT_TEXT), "")
    return {
        **empty,
        **dict.fromkeys(_NOT_TEXT),
        "reference": secrets.token_hex(16),
        "kind": template.kind.value,
        "of_accession_id": parent.id if parent else None,
        "centre_code": centre.code,
        "centre_name": centre.name,
        "lead_authority": centre.lead_authority,
        "centre_pec": before.centre_pec if before else "",
        "state": State.DRAFT.value,
        "revision": 1,
        "opened_on": store.today(),
        "body": template.body,
        "signer_name": mayor.name if mayor else "",
        "signer_role": "Sindaco" if mayor else "",
        "signer_is_delegate": False,
        "contact_name": rup.name if rup else "",
        "contact_email": rup.email if rup else "",
        "contact_phone": rup.phone if rup else "",
        "package_sha256": "",
        "answer_sequence": 0,
    }


def _in_office(people: Iterable[Person], role: str, day: date) -> Person | None:
    for person in people:
        has_begun, has_ended = person.since is None or person.since <= day, person.until and person.until < day
        if person.role == role and has_begun and not has_ended:
            return person
    return None


def _items(template: Template) -> list[dict[str, Any]]:
    return [
        {
            **{name: getattr(item, name) for name in ("key", "title", "title_en", "act_kind", "law", "why", "why_en")},
            "actor": item.actor.value,
            "position": position,
            "slots": [{**asdict(slot), "formats": list(slot.formats)} for slot in item.slots],
            "is_custom": False,
            "due_on": None,
            "due_reason": "",
            "skipped_reason": "",
            "done_on": None,
            "note": "",
        }
        for position, item in enumerate(template.items)
    ]


def _codes_of(session: Session, parent: Accession | None, kind: Kind) -> list[str]:
    """A renewal asks again for what the membership has."""
    if parent is None or kind is not Kind.RENEWAL:
        return []
    return [service.code for service in statements.list_requested(session, parent.id) if service.answer != "refused"]
