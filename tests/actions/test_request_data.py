# SPDX-License-Identifier: EUPL-1.2
"""What the centre reads of a procedure: all that it needs, nothing that is the office's own."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.actions.accessions import fill_in, list_accessions, show_accession
from app.actions.request_data import request_of
from app.domain.exchange import FileSigner, NamedSigner, ProtocolNumber
from app.formats.bundle import shaped
from app.formats.exchange_shapes import RequestShape
from app.store import Store
from tests.accessions import MAYOR, RESOLVED, attach
from tests.sending import signed_join


def test_the_centre_reads_who_asks_for_what_on_which_acts(store: Store) -> None:
    accession_id = signed_join(store, ("PAB-01",))
    case = show_accession(store, accession_id).case
    data, sent = request_of(case, 3, store.now())
    assert (data.revision, data.kind, data.created_at) == (3, "join", store.now())
    assert (data.body.name, data.body.istat, data.body.province) == ("Aprica", "014004", "SO")
    assert data.signer == NamedSigner(MAYOR, "", "Sindaco", is_delegate=False)
    assert [act.kind for act in data.acts] == ["resolution"]  # the proposal is the office's own
    assert (data.acts[0].number, data.acts[0].on) == ("31", RESOLVED)
    assert [document.file for document in data.documents] == list(sent)
    (signer,) = data.documents[0].signed_by
    assert isinstance(signer, FileSigner)
    assert (signer.name, signer.signed_at is not None) == (MAYOR, True)
    assert data.protocol == ProtocolNumber("", None)


def test_the_notes_of_the_office_stay_in_the_office(store: Store) -> None:
    accession_id = signed_join(store)
    fill_in(store, accession_id, show_accession(store, accession_id).accession.version, note="Il Sindaco è in ferie")
    attach(store, accession_id, "services", "other", note="riservato")
    data, _sent = request_of(show_accession(store, accession_id).case, 1, store.now())
    assert "ferie" not in repr(data)
    assert "riservato" not in repr(data)


def test_the_number_of_the_protocol_is_that_of_the_signed_request(store: Store) -> None:
    case = show_accession(store, signed_join(store)).case
    documents = tuple(replace(doc, protocol_number="12/2026", protocol_on=RESOLVED) for doc in case.documents)
    data, _sent = request_of(replace(case, documents=documents), 1, store.now())
    assert data.protocol == ProtocolNumber("12/2026", RESOLVED)


_TEXTS = st.text(max_size=50)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=_TEXTS, note=_TEXTS, subject=_TEXTS)
def test_any_text_that_was_typed_has_a_place_in_the_package(store: Store, name: str, note: str, subject: str) -> None:
    known = list_accessions(store)
    case = show_accession(store, known[0].id if known else signed_join(store)).case
    services = tuple(replace(service, note=note, unit=name) for service in case.services)
    acts = tuple(replace(act, subject=subject) for act in case.acts)
    accession = replace(case.accession, signer_name=name, contact_email=note)
    data, _sent = request_of(replace(case, accession=accession, services=services, acts=acts), 1, store.now())
    assert shaped(data, RequestShape).signer.name == data.signer.name
    assert "\n" not in data.signer.name + data.acts[0].subject
