# SPDX-License-Identifier: EUPL-1.2
"""Adding files: asked what they are, refused with the reason, compared with what was given out (task T4)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton

from app.ui.documents.add_dialog import AddDialog
from app.ui.documents.adding import add_to_line
from app.ui.documents.page import DocumentsPage
from tests.actions.test_document_signatures import FORM
from tests.signing import authority, sign_p7m
from tests.ui.clerk import Clerk
from tests.ui.documents.conftest import JOIN, OLDER_FORM, drops, no_dialogs, seen


def box(dialog: AddDialog, name: str) -> QComboBox:
    field = dialog.entries[name].field.field
    assert isinstance(field, QComboBox)
    return field


def written(folder: Path, **contents: bytes) -> list[Path]:
    files = []
    for name, content in contents.items():
        files.append(folder / name.replace("_", "."))
        files[-1].write_bytes(content)
    return files


@pytest.fixture
def signed(tmp_path: Path) -> dict[str, Path]:
    """Unsigned, an older form signed, the right one signed."""
    unsigned, older, right = written(
        tmp_path, domanda_pdf=FORM, vecchia_pdf_p7m=sign_p7m(OLDER_FORM), firmata_pdf_p7m=sign_p7m(FORM)
    )
    return {"unsigned": unsigned, "older": older, "right": right}


def test_files_dropped_anywhere_are_asked_about_and_added_in_one_step(
    clerk: Clerk, page: DocumentsPage, tmp_path: Path
) -> None:
    drops(clerk, page, *written(tmp_path, uno_txt=b"uno", due_txt=b"due"))
    dialog = clerk.dialog(AddDialog)
    assert dialog.chosen.text() == "Scelti 2 file: uno.txt, due.txt"
    assert dialog.entries["title"].field.isHidden()
    assert dialog.focusWidget() is box(dialog, "kind")
    dialog.entries["kind"].show("letter")
    clerk.types("4512/2026", dialog.entries["protocol_number"].field.field)
    clerk.types("6/11/26", dialog.entries["protocol_on"].field.field)
    clerk.clicks(dialog.add_button)
    assert no_dialogs()
    added = [row.document for row in seen(clerk).documents[:2]]
    assert [(one.name, one.kind, one.protocol_number) for one in added] == [
        ("due.txt", "letter", "4512/2026"),
        ("uno.txt", "letter", "4512/2026"),
    ]
    assert added[0].protocol_on == date(2026, 11, 6)
    assert clerk.sees("Aggiunti 2 documenti")
    view = page.documents.card.view
    assert view is not None
    assert view.document.name == "uno.txt"
    clerk.clicks(clerk.finds(QPushButton, "Annulla"))
    assert len(seen(clerk).documents) == 3


def test_what_is_refused_is_said_and_the_rest_is_added(clerk: Clerk, page: DocumentsPage, tmp_path: Path) -> None:
    good, empty = written(tmp_path, buono_txt=b"x", vuoto_txt=b"")
    (tmp_path / "cartella").mkdir()
    drops(clerk, page, good, empty, tmp_path / "cartella")
    dialog = clerk.dialog(AddDialog)
    clerk.clicks(dialog.add_button)
    assert dialog.isVisible()
    assert dialog.zone.trouble.text().splitlines() == [
        "Il file vuoto.txt è vuoto. Nulla è stato aggiunto. Salvalo di nuovo dal programma che l'ha fatto.",
        "cartella è una cartella. Nulla è stato aggiunto. Aggiungi i file che contiene.",
    ]
    assert seen(clerk).documents[0].document.name == "buono.txt"
    assert not dialog.add_button.isEnabled()
    dialog.reject()


def test_a_day_that_cannot_be_read_is_said_beside_its_field(clerk: Clerk, page: DocumentsPage, tmp_path: Path) -> None:
    drops(clerk, page, *written(tmp_path, uno_txt=b"uno"))
    dialog = clerk.dialog(AddDialog)
    clerk.types("32/1", dialog.entries["protocol_on"].field.field)
    clerk.clicks(dialog.add_button)
    assert dialog.isVisible()
    assert dialog.entries["protocol_on"].field.error.isVisible()
    assert len(seen(clerk).documents) == 3
    dialog.reject()


def test_what_was_typed_is_there_when_the_question_is_asked_again(clerk: Clerk, page: DocumentsPage) -> None:
    page.add()
    clerk.waits()
    dialog = clerk.dialog(AddDialog)
    clerk.types("77", dialog.entries["protocol_number"].field.field)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    clerk.waits()
    page.add()
    clerk.waits()
    again = clerk.dialog(AddDialog)
    assert again.entries["protocol_number"].text == "77"
    again.reject()


def test_a_line_is_one_of_the_chosen_procedure_and_a_copy_has_that_of_its_draft(
    clerk: Clerk, page: DocumentsPage
) -> None:
    page.add()
    clerk.waits()
    dialog = clerk.dialog(AddDialog)
    assert box(dialog, "item_key").isHidden() or not dialog.entries["item_key"].field.isVisible()
    dialog.entries["accession_id"].show("1")
    assert dialog.entries["item_key"].field.isVisible()
    assert box(dialog, "item_key").count() > 5
    dialog.entries["given_out_id"].show("2")
    assert not any(dialog.entries[name].field.isVisible() for name in ("kind", "accession_id", "item_key"))
    dialog.reject()


def test_the_signed_copy_with_the_mouse(clerk: Clerk, page: DocumentsPage, signed: dict[str, Path]) -> None:
    """T4: the wrong file, an older form, the right one; at most 8 clicks, two precise messages."""
    clicks = 0
    clerk.clicks(page.add_button)
    clicks += 1
    dialog = clerk.dialog(AddDialog)
    dialog.entries["given_out_id"].show("2")  # opening the list and choosing: two clicks
    clicks += 2
    for name, told in (
        ("unsigned", "domanda.pdf non è firmato"),
        ("older", "È stato firmato domanda v1.pdf, generato il"),
    ):
        dialog.take([signed[name]])  # dropped
        clerk.clicks(dialog.add_button)
        clicks += 1
        assert dialog.isVisible()
        assert dialog.zone.trouble.text().startswith(told)
        assert "Nulla è stato aggiunto" in dialog.zone.trouble.text()
    dialog.take([signed["right"]])
    clerk.types("4512", dialog.entries["protocol_number"].field.field)
    clerk.clicks(dialog.add_button)
    clicks += 2
    assert clicks <= 8
    assert no_dialogs()
    one = seen(clerk).documents[0].document
    assert (one.given_out_id, one.kind, one.item_key, one.protocol_number) == (2, "request", "signature", "4512")
    assert clerk.sees("È il file generato", page.documents.card)
    assert clerk.sees("Firma integra, certificato di Maria Bianchi", page.documents.card)
    assert clerk.sees("Firma non verificata con le autorità", page.documents.card)


def test_the_signed_copy_by_the_keyboard(clerk: Clerk, page: DocumentsPage, signed: dict[str, Path]) -> None:
    """T4 without a mouse: the files by the dialog of the system, whose keys are not counted."""
    page.add_button.setFocus()
    clerk.presses("Return")
    dialog = clerk.dialog(AddDialog)
    box(dialog, "given_out_id").setFocus()
    clerk.presses("Down")
    assert dialog.entries["given_out_id"].text == "2"
    for name in ("unsigned", "older", "right"):
        dialog.zone.browse.setFocus()
        clerk.presses("Space")
        chooser = clerk.dialog(QFileDialog)
        field = chooser.findChild(QLineEdit)
        assert field is not None
        field.setText(str(signed[name]))
        chooser.accept()
        dialog.activateWindow()  # the system does so
        clerk.waits()
        dialog.add_button.setFocus()
        clerk.presses("Return")
        assert name == "right" or dialog.zone.trouble.isVisible()
    assert no_dialogs()
    assert seen(clerk).documents[0].document.given_out_id == 2


def test_a_list_of_certificates_is_added_from_the_card_and_trust_follows(
    clerk: Clerk, page: DocumentsPage, tmp_path: Path, signed: dict[str, Path]
) -> None:
    add_to_line(clerk.window.desk, page, [signed["right"]], given_out_id=2)  # type: ignore[arg-type] # it is open
    clerk.waits()
    clerk.opens("documents", "4")
    clerk.clicks(clerk.finds(QPushButton, "Carica un elenco di certificati…"))
    dialog = clerk.dialog(AddDialog)
    assert dialog.entries["kind"].text == "trust_list"
    dialog.take(written(tmp_path, autorita_pem=authority().pem))
    clerk.clicks(dialog.add_button)
    clerk.opens("documents", "4")
    assert clerk.sees("Certificato emesso da un'autorità dell'elenco caricato", page.documents.card)


def test_another_page_adds_to_a_known_line_and_hears_what_was_refused(
    clerk: Clerk, page: DocumentsPage, tmp_path: Path
) -> None:
    desk = clerk.window.desk
    assert desk is not None
    good, empty = written(tmp_path, buono_txt=b"x", vuoto_txt=b"")
    heard: list[tuple[int, int]] = []
    add_to_line(
        desk, page, [good, empty], kind="opinion", accession_id=JOIN, item_key="proposal",
        then=lambda outcome: heard.append((len(outcome.added), len(outcome.refused))),
    )  # fmt: skip
    clerk.waits()
    assert heard == [(1, 1)]
    row = seen(clerk).documents[0]
    assert (row.document.kind, row.document.item_key, row.accession and row.accession.id) == ("opinion", "proposal", 1)
    add_to_line(desk, page, [empty])
    clerk.waits()
    assert not no_dialogs(), "without a place to say it, it is said in a box"
