# SPDX-License-Identifier: EUPL-1.2
"""What goes to the centre and what stays in the office."""

from app.actions.accessions import show_accession
from app.domain.accession_states import State
from app.domain.package_documents import documents_to_send, slot_of
from app.store import Store
from tests.accessions import attach, carry, open_join


def test_the_signed_request_goes_first_and_drafts_stay(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.SIGNED)
    for item_key, kind in (("proposal", "proposal"), ("people", "delegation"), ("sending", "receipt_delivery")):
        attach(store, accession_id, item_key, kind)
    attach(store, accession_id, "sending", "other")
    attach(store, accession_id, "services", "other")
    attach(store, accession_id, "sending", "package", origin="package")
    attach(store, accession_id, "outcome", "agreement", origin="received")
    case = show_accession(store, accession_id).case
    sent = documents_to_send(case)
    assert [(doc.kind, doc.item_key) for doc in sent] == [
        ("request", "signature"),
        ("resolution", "resolution"),
        ("delegation", "people"),
        ("other", "sending"),
    ]
    assert sent[0] == case.signed_copy("request")
    slot = slot_of(case, sent[2])
    assert slot is not None
    assert slot.kind == "delegation"
    assert slot_of(case, sent[3]) is None


def test_without_a_signed_copy_no_request_goes(store: Store) -> None:
    accession_id = open_join(store)
    attach(store, accession_id, "signature", "request", origin="draft")
    attach(store, accession_id, "signature", "request")  # a file that is not the signed copy of the draft
    assert documents_to_send(show_accession(store, accession_id).case) == ()
