# SPDX-License-Identifier: EUPL-1.2
"""The receipt and the index of a procedure, read back from the PDF: every hash is that of the file."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import show_accession
from app.actions.sending import prepare_package
from app.actions.workspace import Workspace
from app.domain.accession_states import State, Step
from app.errors import UserError
from app.reports import accession_folder, accession_receipt
from app.reports.accession_words import fingerprint
from app.store import Store
from tests.accessions import ANSWERED, MAYOR, REGISTERED, attach, carry, open_join
from tests.conftest import NOW, open_copy
from tests.reports import reading
from tests.sending import sent_join


def test_nothing_is_receipted_before_something_left(store: Store) -> None:
    with pytest.raises(UserError, match=r"report\.nothing_sent"):
        accession_receipt.gather(store, str(open_join(store)), now=store.now())


def test_it_says_what_when_to_whom_by_whom_with_every_hash(store: Store) -> None:
    accession = carry(store, open_join(store), State.SENT)
    content = accession_receipt.gather(store, str(accession.id), now=store.now())
    text = reading.squeezed(reading.words(reading.drawn(accession_receipt.draw, content)))
    view = show_accession(store, accession.id)
    for document in view.case.documents:
        assert reading.squeezed(fingerprint(document.sha256)) in text
    for expected in ("4512/2026 del 06/11/2026", MAYOR, view.accession.centre_pec, view.accession.reference):
        assert reading.squeezed(expected) in text
    assert reading.squeezed("Il centro deve rispondere") in text
    assert reading.squeezed("30 giorni dal") in text


def test_the_hash_is_that_of_the_file_that_left_though_another_package_was_made(
    tmp_path: Path, aprica_folder: Path
) -> None:
    now = NOW
    folder = tmp_path / "dati"
    folder.mkdir(mode=0o700)
    workspace = Workspace(folder, clock=lambda: now)
    store = open_copy(workspace, aprica_folder)
    accession_id = sent_join(store)
    sent = show_accession(store, accession_id).case.package
    assert sent is not None
    now += timedelta(hours=1)
    record_step(store, accession_id, Step.REGISTER, StepForm(REGISTERED, number="88110"))
    record_step(store, accession_id, Step.ASK_ADDITIONS, StepForm(ANSWERED, reason="Manca la delega"))
    prepare_package(store, accession_id)
    case = show_accession(store, accession_id).case
    assert case.package is not None
    assert case.package.id != sent.id
    content = accession_receipt.gather(store, str(accession_id), now=store.now())
    text = reading.squeezed(reading.words(reading.drawn(accession_receipt.draw, content)))
    label = reading.squeezed("Impronta del pacchetto (SHA-256)")
    assert text.partition(label)[2].startswith(reading.squeezed(fingerprint(sent.sha256)))
    workspace.close()


def test_a_version_for_publication_leaves_people_and_their_papers_out(store: Store) -> None:
    accession = carry(store, open_join(store), State.SENT)
    attach(store, accession.id, "people", "delegation", title="Delega a Ugo Neri")
    content = accession_receipt.gather(store, str(accession.id), now=store.now(), for_publication=True)
    text = reading.words(reading.drawn(accession_receipt.draw, content))
    assert MAYOR not in text
    assert "Ugo Neri" not in text


def test_the_index_lists_every_file_once_in_order(store: Store) -> None:
    accession = carry(store, open_join(store), State.SENT)
    content = accession_folder.gather(store, str(accession.id), now=store.now())
    documents = show_accession(store, accession.id).case.documents
    assert [entry.sha256 for entry in content.entries] == [document.sha256 for document in documents]
    assert content.bytes == sum(document.bytes for document in documents)
    text = reading.squeezed(reading.words(reading.drawn(accession_folder.draw, content)))
    assert all(reading.squeezed(fingerprint(entry.sha256)) in text for entry in content.entries)
    assert reading.drawn(accession_folder.draw, content) == reading.drawn(accession_folder.draw, content)


def test_an_empty_file_says_so(store: Store) -> None:
    content = accession_folder.gather(store, str(open_join(store)), now=store.now())
    assert "ancora vuoto" in reading.words(reading.drawn(accession_folder.draw, content))


def test_a_fingerprint_is_the_hash_in_groups() -> None:
    assert fingerprint("0123456789abcdef" * 4).replace(" ", "") == "0123456789abcdef" * 4
