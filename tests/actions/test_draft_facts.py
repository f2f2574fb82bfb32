# SPDX-License-Identifier: EUPL-1.2
"""The facts of a draft come from the procedure, the office and the acts; what nobody wrote stays empty."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.actions.accession_services import correct_service
from app.actions.accessions import show_accession
from app.actions.draft_facts import document_title, facts_of
from app.domain.accession_case import AccessionCase
from app.domain.accession_states import Kind, State
from app.domain.accessions import AccessionId
from app.domain.drafts import ActFacts, DraftFacts, find_draft
from app.domain.package_documents import documents_to_send
from app.store import Store
from tests.accessions import ENFORCED, MAYOR, RESOLVED, carry, open_join


def facts(case: AccessionCase) -> DraftFacts:
    return facts_of(case, find_draft("domanda_adesione"), None, (), is_draft=False)


def test_all_that_is_known_is_told(store: Store) -> None:
    accession_id = open_join(store)
    service = show_accession(store, accession_id).case.requested[0]
    correct_service(
        store, service.id, service.version, quantity=1, once=Decimal(10), yearly=Decimal(5), cost_source="Delibera 7",
        cup="J41C22000020006",
    )  # fmt: skip
    carry(store, accession_id, State.SIGNED)
    told = facts(show_accession(store, accession_id).case)
    assert (told.comune, told.province, told.signer_name) == ("Comune di Aprica", "SO", MAYOR)
    assert told.rup == "Carla Verdi"
    assert told.resolution == ActFacts("31", RESOLVED, "council", ENFORCED)
    assert (told.services[0].quantity, told.cups) == ("1", ("J41C22000020006",))
    assert [cost.rpartition(": ")[2].replace("\u00a0", " ") for cost in told.costs] == [
        "10,00 € una tantum (Delibera 7)",
        "5,00 € all’anno (Delibera 7)",
    ]
    assert told.attachments == ("Delibera n. 31 del 20/09/2026",)


def test_what_nobody_wrote_stays_empty(store: Store) -> None:
    told = facts(show_accession(store, open_join(store)).case)
    assert (told.starts_on, told.ends_on, told.notice, told.costs, told.purpose) == (None, None, "", (), "")
    assert (told.proposal, told.resolution, told.agreement_on) == (ActFacts(), ActFacts(), None)
    assert (told.protocol_number, told.attachments) == ("", ())


def test_a_withdrawal_speaks_of_the_membership_that_it_leaves(store: Store) -> None:
    accession = carry(store, open_join(store), State.ACTIVE)
    parent = show_accession(store, accession.id).case
    leaving = replace(
        accession, kind=Kind.WITHDRAWAL, of_accession_id=accession.id, id=AccessionId(99), ends_on=date(2027, 6, 30),
        purpose="Servizi in proprio", notice_months=None,
    )  # fmt: skip
    case = replace(parent, accession=leaving, others=(accession,))
    told = facts_of(case, find_draft("lettera_recesso"), accession, parent.steps, is_draft=False)
    assert (told.current_ends_on, told.leaves_on, told.reason) == (
        accession.ends_on,
        date(2027, 6, 30),
        "Servizi in proprio",
    )
    assert (told.notice, told.purpose) == ("6 mesi", "")
    assert told.agreement_on == parent.steps[-1].on


def test_a_document_is_called_by_its_title_its_act_or_its_place(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.SIGNED)
    case = show_accession(store, accession_id).case
    request, resolution = documents_to_send(case)
    assert document_title(case, resolution) == "Delibera n. 31 del 20/09/2026"
    assert document_title(case, replace(resolution, title="Delibera firmata")) == "Delibera firmata"
    assert document_title(case, request) == "Domanda di adesione firmata"
    assert document_title(case, replace(request, item_key="")) == "request.pdf"
