# SPDX-License-Identifier: EUPL-1.2
"""What is missing: why, by when, and the place to drop it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from app.actions import acts, documents
from app.actions.accession_steps import StepForm, record_step
from app.domain.accession_states import Step
from app.store import Store, attachments
from app.ui.documents.page import DocumentsPage
from app.ui.widgets.pdf_preview import PdfPreview
from tests.accessions import PROPOSED
from tests.ui.clerk import Clerk
from tests.ui.documents.conftest import JOIN, does, seen


@pytest.fixture
def lacking(clerk: Clerk, page: DocumentsPage) -> DocumentsPage:
    """The page of a procedure whose proposal is in, and whose resolution is awaited."""

    def propose(store: Store) -> object:
        acts.register_act(
            store, kind="proposal", accession_id=JOIN, on=PROPOSED, technical_opinion_on=PROPOSED,
            accounting_opinion_on=PROPOSED,
        )  # fmt: skip
        return record_step(store, JOIN, Step.PROPOSE, StepForm(PROPOSED))

    does(clerk, propose)
    clerk.opens("documents", "missing")
    return page


def test_the_document_is_dropped_where_it_is_missing(clerk: Clerk, lacking: DocumentsPage, tmp_path: Path) -> None:
    assert clerk.sees("Delibera approvata", lacking.missing.card)
    assert clerk.sees("TUEL art. 42", lacking.missing.card)
    assert clerk.sees("Mancanti  1")
    zone = lacking.missing.zone
    assert zone is not None
    (tmp_path / "delibera.docx").write_bytes(b"x")
    zone.take([tmp_path / "delibera.docx"])
    assert "Serve un file .pdf o .p7m" in zone.trouble.text()
    (tmp_path / "delibera.pdf").touch()
    zone.take([tmp_path / "delibera.pdf"])
    clerk.waits()
    assert "è vuoto" in zone.trouble.text()
    (tmp_path / "delibera.pdf").write_bytes(b"%PDF-1.7 x")
    zone.take([tmp_path / "delibera.pdf"])
    clerk.waits()
    one = seen(clerk).documents[0].document
    assert (one.kind, one.item_key, one.accession_id) == ("resolution", "resolution", JOIN)
    assert clerk.sees("Non manca niente")


def test_it_leads_to_the_line_of_the_procedure_and_to_paper(clerk: Clerk, lacking: DocumentsPage) -> None:
    clerk.clicks(lacking.print_button)
    preview = clerk.dialog(PdfPreview)
    clerk.waits()
    assert preview.state.text() == "1 pagina"
    preview.reject()
    clerk.clicks(clerk.finds(QPushButton, "Apri la pratica"))
    assert clerk.window.pages.name == "accession"


def test_a_lost_file_is_put_back_only_by_the_same_file(clerk: Clerk, page: DocumentsPage, tmp_path: Path) -> None:
    store_file = clerk.window.workspace.current_path()
    assert store_file is not None
    attachments.place_of(store_file, seen(clerk).documents[0].document.sha256).unlink()
    clerk.opens("documents", "missing")
    page.refresh()
    clerk.waits()
    assert clerk.sees("File perso", page.missing.card)
    (tmp_path / "altra.eml").write_bytes(b"altro")
    (tmp_path / "copia.eml").write_bytes(b"Subject: Consegna\n\nConsegnato.")
    zone = page.missing.zone
    assert zone is not None
    zone.take([tmp_path / "altra.eml"])
    clerk.waits()
    assert "non è lo stesso file" in zone.trouble.text()
    zone.take([tmp_path / "copia.eml"])
    clerk.waits()
    assert clerk.sees("Rimesso il file di ricevuta.eml")
    assert page.missing.table.rows() == []
    assert does(clerk, lambda store: documents.content_of(store, documents.list_documents(store)[2].id)) == (
        b"Subject: Consegna\n\nConsegnato."
    )
