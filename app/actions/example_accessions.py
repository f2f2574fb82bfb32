# SPDX-License-Identifier: EUPL-1.2
"""The procedures of the invented comune: a membership from before Campanile, and a request half way.

The centres are real, with their checklists; numbers, people, days and amounts are made up, counted back from today, so
that the pages always show something that is still to come.
"""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from app.actions.accession_items import skip_item
from app.actions.accession_opening import open_accession
from app.actions.accession_services import correct_service
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import fill_in, show_accession
from app.actions.acts import correct_act, register_act
from app.actions.documents import add_document
from app.actions.drafts import give_out, prepare_draft
from app.domain.accession_states import Kind, Step, transition
from app.domain.accessions import AccessionId
from app.domain.acts import ActId
from app.domain.terms import enforceable_on
from app.domain.working_days import previous_working_day
from app.store import Store
from app.store import accessions as statements

_MEMBER_OF, _ASKED = "CST-LECCO", "CIT-BRESCIA"
_PROPOSAL = "proposta_delibera_consiglio"
_SIGNER = {"signer_name": "Ada Inventata", "signer_role": "Sindaca"}
_CONTACT = {"contact_name": "Carla Esempi", "contact_email": "rup@borgodiprova.example"}
_OLD_STEPS = (
    (Step.PROPOSE, 9, 14, ""),
    (Step.RESOLVE, 9, 28, "31"),
    (Step.ENFORCE, 10, 16, ""),
    (Step.SIGN, 10, 20, ""),
    (Step.SEND, 10, 21, "4512"),
    (Step.REGISTER, 10, 26, "88110"),
    (Step.ACCEPT, 11, 20, "90245"),
    (Step.COUNTERSIGN, 12, 10, ""),
)
"""Month, day and number of each step in the year before the membership."""


def add_membership(store: Store) -> None:
    """An active membership with its term, its notice and its services, four years old; it has no way back."""
    this_year = store.today().year
    accession_id, _changes = open_accession(store, _MEMBER_OF, Kind.JOIN, ("BAS-05", "SEC-02"))
    _fill_in(
        store,
        accession_id,
        starts_on=date(this_year - 4, 1, 1),
        ends_on=date(this_year + 1, 12, 31),
        notice_months=6,
        renewal_months=12,
        terms_source="Convenzione di prova n. 12",
    )
    _cost(store, accession_id, "BAS-05", yearly=Decimal(480), quantity=8, unit="caselle")
    _cost(store, accession_id, "SEC-02", yearly=Decimal(270), quantity=9, unit="postazioni")
    days = {step: previous_working_day(date(this_year - 5, month, day)) for step, month, day, _number in _OLD_STEPS}
    _register_acts(store, accession_id, days[Step.PROPOSE], days[Step.RESOLVE], "31", days[Step.RESOLVE])
    register_act(store, kind="determination", accession_id=accession_id, number="140", on=days[Step.SIGN])
    _carry(store, accession_id, days)


def add_request(store: Store) -> None:
    """A request whose resolution has just become enforceable: now it is to be signed."""
    today = store.today()
    accession_id, _changes = open_accession(store, _ASKED, Kind.JOIN, ("PAB-01", "BAS-03", "FOR-01"))
    _fill_in(store, accession_id)
    service = next(one for one in show_accession(store, accession_id).case.services if one.code == "PAB-01")
    correct_service(store, service.id, service.version, cup="J91F22000000016")
    proposed, resolved, published = (previous_working_day(today - timedelta(days=ago)) for ago in (30, 18, 13))
    act_id = _register_acts(store, accession_id, proposed, resolved, "24", published)
    enforceable = enforceable_on(published, is_immediate=False, resolved_on=resolved)
    record_step(store, accession_id, Step.PROPOSE, StepForm(proposed))
    record_step(store, accession_id, Step.RESOLVE, StepForm(resolved, number="24"))
    record_step(store, accession_id, Step.ENFORCE, StepForm(enforceable or today))
    _add_papers(store, accession_id, act_id)
    with store.write("example.filled", is_undoable=False) as session:
        statements.change_accession(session, accession_id, None, opened_on=proposed)


def _fill_in(store: Store, accession_id: AccessionId, **fields: object) -> None:
    accession = show_accession(store, accession_id).accession
    pec = f"protocollo@pec.{accession.centre_code.lower()}.example"
    fill_in(store, accession_id, accession.version, centre_pec=pec, **_SIGNER, **_CONTACT, **fields)


def _cost(store: Store, accession_id: AccessionId, code: str, **fields: object) -> None:
    service = next(one for one in show_accession(store, accession_id).case.services if one.code == code)
    source = "Convenzione di prova n. 12, allegato inventato"
    correct_service(store, service.id, service.version, cost_source=source, **fields)


def _register_acts(
    store: Store, accession_id: AccessionId, proposed: date, resolved: date, number: str, published: date
) -> ActId:
    """Proposal and resolution; gives the latter."""
    subject = "Adesione al centro di aggregazione (atto inventato)"
    register_act(
        store,
        kind="proposal",
        accession_id=accession_id,
        on=proposed,
        subject=subject,
        technical_opinion_on=proposed,
        accounting_opinion_on=proposed,
    )
    act_id, _changes = register_act(
        store,
        kind="resolution",
        accession_id=accession_id,
        body="council",
        number=number,
        on=resolved,
        subject=subject,
        published_on=published,
    )
    return act_id


def _add_papers(store: Store, accession_id: AccessionId, act_id: ActId) -> None:
    """The draft that was given out, and the resolution that came of it."""
    give_out(store, accession_id, _PROPOSAL, "odt")
    resolution = prepare_draft(store, accession_id, _PROPOSAL, "pdf").content
    document_id, _changes = add_document(
        store,
        resolution,
        "delibera_24_di_prova.pdf",
        kind="resolution",
        accession_id=accession_id,
        item_key="resolution",
        title="Delibera di prova, inventata",
    )
    correct_act(store, act_id, None, document_id=document_id)


def _carry(store: Store, accession_id: AccessionId, days: dict[Step, date]) -> None:
    """The steps as they were taken then, and the lines whose papers are in the cupboard."""
    view = show_accession(store, accession_id)
    sending = next(item for item in view.case.items if item.key == "sending")
    skip_item(store, sending.id, sending.version, "Fatto prima di usare Campanile: il fascicolo è in archivio")
    with store.write("example.filled", is_undoable=False) as session:
        statements.change_accession(session, accession_id, None, opened_on=days[Step.PROPOSE])
        for step, _month, _day, number in _OLD_STEPS:
            accession = statements.read_accession(session, accession_id)
            way = transition(accession.kind, accession.state, step)
            at = datetime.combine(days[step], time(10), UTC)
            statements.move(session, accession, way, on=days[step], at=at, number=number)
        for service in statements.list_requested(session, accession_id):
            statements.change_requested(session, service.id, None, answer="accepted")
