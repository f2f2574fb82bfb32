# SPDX-License-Identifier: EUPL-1.2
"""All documents and acts with their procedures, and what is missing now and not what comes later."""

from datetime import date

from app.actions import acts, documents
from app.actions.accession_items import skip_item
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import show_accession
from app.actions.document_survey import FILE_GONE, MissingRow, missing_documents, survey_documents
from app.domain.accession_states import State, Step
from app.store import Store, attachments
from tests.accessions import PROPOSED, REGISTERED, carry, open_join


def words(rows: tuple[MissingRow, ...]) -> list[tuple[str, str, str]]:
    return [(row.code, row.item.key if row.item else "", row.slot.kind if row.slot else "") for row in rows]


def test_documents_and_acts_stand_with_their_procedure_the_newest_first(store: Store) -> None:
    join = open_join(store)
    loose, _changes = documents.add_document(store, b"sola", "a.txt")
    own, _changes = documents.add_document(store, b"sua", "b.txt", accession_id=join, item_key="proposal")
    first, _changes = acts.register_act(
        store, kind="resolution", on=date(2026, 9, 20), document_id=own, accession_id=join
    )
    second, _changes = acts.register_act(store, kind="other")
    found = survey_documents(store)
    assert [row.document.id for row in found.documents] == [own, loose]
    assert [row.act.id for row in found.acts] == [second, first]
    row = found.documents[0]
    assert row.accession is not None
    assert row.item is not None
    assert (row.accession.id, row.item.key, row.is_there) == (join, "proposal", True)
    assert (found.documents[1].accession, found.documents[1].item) == (None, None)
    assert found.acts[1].document == row.document
    assert found.acts[0].document is None


def test_only_what_is_needed_by_now_is_missing(store: Store) -> None:
    join = open_join(store)
    assert words(missing_documents(store)) == []
    acts.register_act(
        store, kind="proposal", accession_id=join, on=PROPOSED, technical_opinion_on=PROPOSED,
        accounting_opinion_on=PROPOSED,
    )  # fmt: skip
    record_step(store, join, Step.PROPOSE, StepForm(PROPOSED))
    assert words(missing_documents(store)) == [("document.none", "resolution", "resolution")]
    file, _changes = documents.add_document(
        store, b"x", "a.pdf", kind="resolution", accession_id=join, item_key="resolution"
    )
    assert words(missing_documents(store)) == []
    documents.remove_document(store, file)
    view = show_accession(store, join).item("resolution")
    assert view is not None
    skip_item(store, view.item.id, view.item.version, "per la prova")
    assert words(missing_documents(store)) == []


def test_a_draft_waits_for_its_signed_copy(store: Store) -> None:
    join = open_join(store)
    carry(store, join, State.ENFORCEABLE)
    commitment = show_accession(store, join).item("commitment")
    assert commitment is not None
    skip_item(store, commitment.item.id, commitment.item.version, "nessuna spesa")
    for one in reversed(documents.list_documents(store, join)):  # the copy was attached already
        documents.remove_document(store, one.id)
    assert words(missing_documents(store)) == [
        ("document.none", "resolution", "resolution"),
        ("draft.none", "signature", "request"),
    ]
    documents.add_document(
        store, b"domanda", "d.txt", kind="request", origin="draft", accession_id=join, item_key="signature"
    )
    row = missing_documents(store)[-1]
    assert (row.code, row.slot and row.slot.is_signed) == ("signed_copy.none", True)


def test_a_line_left_behind_hides_nothing_of_those_after_it(store: Store) -> None:
    join = open_join(store, centre="CIT-BRESCIA")
    carry(store, join, State.ACTIVE)
    lacking = [row for row in words(missing_documents(store)) if row[0] != FILE_GONE]
    assert lacking == [
        ("document.none", "sending", "receipt_acceptance"),
        ("document.none", "sending", "receipt_delivery"),
        ("document.none", "start", "countersigned"),
        ("document.none", "activation", "activation"),
    ]


def test_what_has_ended_lacks_nothing(store: Store) -> None:
    join = open_join(store)
    carry(store, join, State.UNDER_REVIEW)
    record_step(store, join, Step.REJECT, StepForm(REGISTERED, reason="per la prova"))
    assert {row.code for row in missing_documents(store)} == {FILE_GONE}


def test_a_file_that_is_gone_is_missing(store: Store) -> None:
    document_id, _changes = documents.add_document(store, b"x", "a.txt")
    attachments.place_of(store.path, documents.show_document(store, document_id).document.sha256).unlink()
    found = survey_documents(store)
    assert not found.documents[0].is_there
    assert [(row.code, row.document and row.document.id) for row in found.missing] == [(FILE_GONE, document_id)]
