# SPDX-License-Identifier: EUPL-1.2
"""A procedure for tests, carried to any state by the steps that a clerk would take."""

import hashlib
from datetime import date

from app.actions import municipality
from app.actions.accession_opening import open_accession
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import fill_in, show_accession
from app.domain.accession_states import Kind, State, Step
from app.domain.accessions import Accession, AccessionId
from app.domain.documents import DocumentId
from app.store import Store
from app.store import accessions as statements
from app.store import acts as act_statements
from app.store import documents as document_statements

MAYOR = "Maria Bianchi"
CENTRE = "CST-LECCE"  # the general template: no file of its own
PROPOSED, RESOLVED, PUBLISHED, ENFORCED = date(2026, 9, 1), date(2026, 9, 20), date(2026, 9, 22), date(2026, 10, 3)
SIGNED, SENT, REGISTERED, ANSWERED = date(2026, 11, 5), date(2026, 11, 6), date(2026, 11, 9), date(2026, 11, 20)
STARTS, ENDS = date(2027, 1, 1), date(2036, 12, 31)

_PATH = (
    (Step.PROPOSE, StepForm(PROPOSED)),
    (Step.RESOLVE, StepForm(RESOLVED, number="31")),
    (Step.ENFORCE, StepForm(ENFORCED)),
    (Step.SIGN, StepForm(SIGNED)),
    (Step.SEND, StepForm(SENT, number="4512/2026", number_on=SENT)),
    (Step.REGISTER, StepForm(REGISTERED, number="88110")),
    (Step.ACCEPT, StepForm(ANSWERED)),
    (Step.COUNTERSIGN, StepForm(ANSWERED)),
)


def open_join(store: Store, codes: tuple[str, ...] = ("BAS-05",), centre: str = CENTRE) -> AccessionId:
    """A draft with the mayor in office, who signs, and someone who follows it."""
    if not municipality.list_people(store):
        municipality.add_person(store, "mayor", MAYOR, since=date(2024, 6, 10))
        municipality.add_person(store, "rup", "Carla Verdi", email="rup@comune.example")
    accession_id, _changes = open_accession(store, centre, Kind.JOIN, codes)
    return accession_id


def carry(store: Store, accession_id: AccessionId, state: State) -> Accession:
    """Take the steps of a procedure that is accepted, up to a state on that way; gives it as it then is."""
    _fill(store, accession_id)
    for step, form in _PATH:
        accession = show_accession(store, accession_id).accession
        if accession.state is state:
            return accession
        record_step(store, accession_id, step, form)
    return show_accession(store, accession_id).accession


def attach(store: Store, accession_id: AccessionId, item_key: str, kind: str, **values: object) -> DocumentId:
    """Write a document by hand, as though its bytes were kept."""
    name = f"{kind}.pdf"
    row = {
        "sha256": hashlib.sha256(f"{item_key} {kind} {values}".encode()).hexdigest(),
        "bytes": 1000,
        "name": name,
        "kind": kind,
        "origin": "added",
        "accession_id": accession_id,
        "item_key": item_key,
        "added_at": store.now(),
        **values,
    }
    with store.write("example.filled") as session:
        return document_statements.add_document(session, **row)


def _fill(store: Store, accession_id: AccessionId) -> None:
    if show_accession(store, accession_id).case.acts:
        return
    accession = show_accession(store, accession_id).accession
    fill_in(
        store,
        accession_id,
        accession.version,
        centre_pec="protocollo@pec.centro.example",
        starts_on=STARTS,
        ends_on=ENDS,
        notice_months=6,
        renewal_months=12,
        terms_source="Convenzione del 20/11/2026",
    )
    with store.write("example.filled") as session:
        values = {"accession_id": accession_id}
        act_statements.add_act(
            session,
            kind="proposal",
            on=PROPOSED,
            technical_opinion_on=PROPOSED,
            accounting_opinion_on=PROPOSED,
            **values,
        )
        act_statements.add_act(
            session, kind="resolution", body="council", number="31", on=RESOLVED, published_on=PUBLISHED, **values
        )
        statements.change_accession(session, accession_id, None, package_sha256="a" * 64)
    attach(store, accession_id, "resolution", "resolution")
    draft = attach(store, accession_id, "signature", "request", origin="draft")
    attach(
        store,
        accession_id,
        "signature",
        "request",
        given_out_id=draft,
        document_on=SIGNED,
        signature={"match": "same", "is_intact": True, "was_certificate_valid": True, "signers": [MAYOR]},
    )
