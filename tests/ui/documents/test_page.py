# SPDX-License-Identifier: EUPL-1.2
"""The page Documenti: three lists, cards that keep themselves, reading, opening, saving, removing."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton

from app.actions import documents
from app.actions.backup import back_up
from app.domain.documents import DocumentId
from app.store import Store, attachments
from app.ui.documents.output import write_list
from app.ui.documents.page import DocumentsPage
from app.ui.documents.reader import DocumentReader
from app.ui.widgets.pdf_preview import PdfPreview
from tests.actions.test_document_signatures import FORM
from tests.signing import sign_pdf
from tests.ui.clerk import Clerk
from tests.ui.documents.conftest import does, no_dialogs, seen


def names(page: DocumentsPage) -> list[str]:
    return [row.document.name for row in page.documents.table.rows()]


def form_field(page: DocumentsPage, name: str) -> QLineEdit:
    form = page.documents.card.form
    assert form is not None
    field = form.entries[name].field.field
    assert isinstance(field, QLineEdit)
    return field


def test_three_lists_with_how_many_there_are_of_each(clerk: Clerk, page: DocumentsPage) -> None:
    assert names(page) == ["ricevuta.eml", "domanda v2.pdf", "domanda v1.pdf"]
    assert page.header.totals.text() == "3 documenti · 1 atto"
    assert clerk.sees("Documenti  3")
    clerk.clicks(page.chips.button("acts"))
    assert page.stack.currentWidget() is page.acts
    assert clerk.sees("Delibera n. 31 del 20/09/2026")
    assert clerk.sees("Esecutivo da sabato 03/10/2026")
    clerk.clicks(page.chips.button("missing"))
    assert clerk.sees("Non manca niente")
    assert not page.export_button.isEnabled()


def test_the_card_says_how_the_file_is_and_where_it_serves(clerk: Clerk, page: DocumentsPage) -> None:
    clerk.opens("documents", "3")
    assert clerk.sees("ricevuta.eml", page.documents.card)
    assert clerk.sees("Integro, come è arrivato", page.documents.card)
    clerk.clicks(clerk.finds(QPushButton, "Delibera n. 31 del 20/09/2026"))
    assert page.stack.currentWidget() is page.acts
    clerk.opens("documents", "2")
    clerk.clicks(clerk.finds(QPushButton, "Pratica: CST del Comune di Lecce"))
    assert clerk.window.pages.name == "accession"


def test_what_is_typed_keeps_itself_and_is_taken_back(clerk: Clerk, page: DocumentsPage) -> None:
    clerk.opens("documents", "3")
    number = form_field(page, "protocol_number")
    number.selectAll()
    clerk.types("4512", number)
    clerk.presses("Tab")
    clerk.types("6/11/26")
    clerk.presses("Tab")
    one = seen(clerk).documents[0].document
    assert (one.protocol_number, one.protocol_on) == ("4512", date(2026, 11, 6))
    assert form_field(page, "protocol_number") is number, "who types stays in his field"
    kind = page.documents.card.form.entries["kind"].field.field  # type: ignore[union-attr] # it is shown
    assert isinstance(kind, QComboBox)
    kind.setFocus()
    clerk.presses("Home")
    clerk.waits()
    assert seen(clerk).documents[0].document.kind == "proposal"
    clerk.presses("Ctrl+Z")
    assert seen(clerk).documents[0].document.protocol_number == "88"
    assert number.text() == "88"


def test_a_line_is_chosen_among_those_of_the_procedure(clerk: Clerk, page: DocumentsPage) -> None:
    clerk.opens("documents", "3")
    form = page.documents.card.form
    assert form is not None
    assert form.entries["item_key"].field.isHidden()
    procedure = form.entries["accession_id"].field.field
    procedure.setFocus()
    clerk.presses("Down")
    assert seen(clerk).documents[0].document.accession_id == 1
    form = page.documents.card.form
    assert form is not None
    assert clerk.focus is form.entries["accession_id"].field.field, "the keyboard is where it was"
    line = form.entries["item_key"].field
    assert line.isVisible()
    line.field.setFocus()
    clerk.presses("End")
    assert seen(clerk).documents[0].document.item_key == "start"


def test_what_was_given_out_stays_what_it_is(clerk: Clerk, page: DocumentsPage) -> None:
    clerk.opens("documents", "2")
    form = page.documents.card.form
    assert form is not None
    assert clerk.sees("Domanda: tipo e pratica non si cambiano", page.documents.card)
    shown = [name for name, entry in form.entries.items() if entry.field.isVisible()]
    assert shown == ["title", "protocol_number", "protocol_on", "document_on", "note"]


def test_what_cannot_be_kept_yet_stays_in_its_field(clerk: Clerk, page: DocumentsPage) -> None:
    clerk.opens("documents", "3")
    day = form_field(page, "protocol_on")
    clerk.types("32/1", day)
    clerk.presses("Tab")
    assert clerk.sees("«32/1» non è una data", page.documents.card) or clerk.sees("32/1", page.documents.card)
    clerk.opens("documents", "2")
    clerk.opens("documents", "3")
    assert form_field(page, "protocol_on").text() == "32/1"


def test_a_document_is_removed_and_the_toast_takes_it_back(clerk: Clerk, page: DocumentsPage) -> None:
    clerk.opens("documents", "1")
    clerk.clicks(clerk.finds(QPushButton, "Elimina domanda v1.pdf"))
    assert names(page) == ["ricevuta.eml", "domanda v2.pdf"]
    assert clerk.sees("Eliminato: domanda v1.pdf")
    clerk.clicks(clerk.finds(QPushButton, "Annulla"))
    assert "domanda v1.pdf" in names(page)


def test_a_removed_file_is_taken_out_of_its_act_until_it_is_taken_back(clerk: Clerk, page: DocumentsPage) -> None:
    clerk.opens("documents", "3")
    clerk.clicks(page.documents.card.remove_button)
    assert no_dialogs()
    assert "ricevuta.eml" not in names(page)
    assert [row.act.document_id for row in seen(clerk).acts] == [None]
    clerk.clicks(clerk.finds(QPushButton, "Annulla"))
    assert [row.act.document_id for row in seen(clerk).acts] == [3]


def test_what_something_stands_on_is_not_removed(clerk: Clerk, page: DocumentsPage) -> None:
    does(clerk, lambda store: documents.add_document(store, sign_pdf(FORM), "f.pdf", given_out_id=DocumentId(2)))
    clerk.opens("documents", "2")
    clerk.clicks(page.documents.card.remove_button)
    said = clerk.dialog(QMessageBox)
    assert "Il documento serve a un passo o a una copia firmata." in said.text()
    said.reject()
    assert "domanda v2.pdf" in names(page)


def test_the_names_of_documents_are_read_whole_at_the_usual_size(clerk: Clerk, page: DocumentsPage) -> None:
    titles = ("Proposta di delibera (Consiglio)", "Delibera di prova, inventata", "")
    for number, title in enumerate(titles, start=1):
        does(clerk, partial(_retitle, DocumentId(number), title))
    clerk.window.resize(1366, 768)
    clerk.waits()
    view = page.documents.table.view
    model = view.model()
    for row, title in enumerate(reversed(titles)):
        for column in range(model.columnCount()):
            told = str(model.index(row, column).data() or "")
            is_whole = view.columnWidth(column) >= view.fontMetrics().horizontalAdvance(told)
            assert is_whole or not title, told  # a name of a file may be as long as it likes
    assert model.index(0, 0).data() == "Ricevuta di consegna PEC, ricevuta.eml"
    assert model.index(1, 3).data() == "CST Lecce"


def _retitle(document_id: DocumentId, title: str, store: Store) -> object:
    return documents.correct_document(store, document_id, None, title=title)


def test_a_document_is_read_inside_the_window(clerk: Clerk, page: DocumentsPage) -> None:
    clerk.opens("documents", "2")
    clerk.clicks(clerk.finds(QPushButton, "Leggi qui: domanda v2.pdf"))
    reader = clerk.dialog(DocumentReader)
    assert reader.state.text() == "1 pagina"
    reader.reject()
    clerk.opens("documents", "3")
    clerk.window.activateWindow()
    page.documents.table.view.setFocus()
    clerk.waits()
    clerk.presses("Return")
    reader = clerk.dialog(DocumentReader)
    text = reader.scroll_area.widget()
    assert isinstance(text, QPlainTextEdit)
    assert text.toPlainText() == "Subject: Consegna\n\nConsegnato."
    assert text.isReadOnly()
    reader.reject()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("rotto.pdf", b"%PDF-1.7 niente", "non si lascia mostrare"),
        ("rotta.png", b"\x89PNG", "non si lascia leggere"),
        ("a.zip", b"PK", "non si vede da qui"),
    ],
)
def test_what_cannot_be_shown_says_so(clerk: Clerk, page: DocumentsPage, name: str, content: bytes, told: str) -> None:
    does(clerk, lambda store: documents.add_document(store, content, name))
    clerk.opens("documents", "4")
    page.documents.read()
    clerk.waits()
    reader = clerk.dialog(DocumentReader)
    assert clerk.sees(told, reader)
    reader.reject()


def test_a_picture_is_shown_as_large_as_there_is_room(clerk: Clerk, page: DocumentsPage, tmp_path: Path) -> None:
    picture = QImage(3000, 2000, QImage.Format.Format_RGB32)
    picture.fill(QColor(10, 120, 200))
    assert picture.save(str(tmp_path / "foto.png"))
    does(clerk, lambda store: documents.add_document(store, tmp_path / "foto.png"))
    clerk.opens("documents", "4")
    page.documents.read()
    clerk.waits()
    reader = clerk.dialog(DocumentReader)
    shown = reader.scroll_area.widget()
    assert shown is not None
    assert shown.accessibleName() == "foto.png"
    assert shown.sizeHint().width() <= 940
    reader.reject()


def test_only_a_copy_is_opened_and_only_of_harmless_kinds(
    clerk: Clerk, page: DocumentsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    clerk.opens("documents", "2")
    clerk.clicks(clerk.finds(QPushButton, "Apri: domanda v2.pdf"))
    assert [copy.name for copy in opened] == ["domanda v2.pdf"]
    assert ".opened" in opened[0].parts
    assert clerk.sees("Si apre una copia")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    page.documents.open()
    clerk.waits()
    assert clerk.sees("Nessun programma apre domanda v2.pdf")
    does(clerk, lambda store: documents.add_document(store, b"MZ", "delibera\u202efdp.exe"))
    clerk.opens("documents", "4")
    assert clerk.sees("delibera«U+202E»fdp.exe", page.documents.card)
    assert not [
        one for one in page.documents.card.findChildren(QPushButton) if one.accessibleName().startswith("Apri:")
    ]


def test_it_is_saved_under_a_harmless_name(clerk: Clerk, page: DocumentsPage, tmp_path: Path) -> None:
    does(clerk, lambda store: documents.add_document(store, b"x", "../CON.txt"))
    clerk.opens("documents", "4")
    clerk.clicks(page.documents.card.save_button)
    dialog = clerk.dialog(QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    assert field.text() == "_CON.txt"
    dialog.reject()
    page.documents.save(tmp_path / "fuori.txt")
    clerk.waits()
    assert (tmp_path / "fuori.txt").read_bytes() == b"x"
    assert clerk.sees("Salvato in fuori.txt")


def test_a_lost_or_changed_file_is_told_and_taken_from_the_copies(clerk: Clerk, page: DocumentsPage) -> None:
    does(clerk, lambda store: back_up(clerk.window.workspace, store))
    store_file = clerk.window.workspace.current_path()
    assert store_file is not None
    place = attachments.place_of(store_file, seen(clerk).documents[0].document.sha256)
    place.write_bytes(b"altro")
    clerk.opens("documents", "3")
    page.documents.card.stale.emit()
    clerk.waits()
    assert clerk.sees("Il file è cambiato", page.documents.card)
    place.unlink()
    page.refresh()
    clerk.waits()
    assert clerk.sees("Il file non c'è più", page.documents.card)
    assert [row.code for row in page.missing.table.rows()] == ["file.gone"]
    clerk.clicks(clerk.finds(QPushButton, "Riprendilo dalle copie"))
    assert clerk.sees("1 file ripreso dalle copie")
    assert clerk.sees("Integro, come è arrivato", page.documents.card)
    assert page.missing.table.rows() == []


def test_the_search_of_the_page_and_of_the_window_find_documents_and_acts(clerk: Clerk, page: DocumentsPage) -> None:
    clerk.presses("Ctrl+F")
    assert clerk.focus is page.search
    clerk.types("domanda v2")
    clerk.presses("Return")
    assert names(page) == ["domanda v2.pdf"]
    clerk.presses("Escape")
    assert len(names(page)) == 3
    clerk.opens("home")
    clerk.presses("Ctrl+K")
    clerk.types("delibera 31")
    clerk.window.search.wanted.emit("delibera 31")
    clerk.waits()
    clerk.presses("Return")
    assert clerk.window.pages.name == "documents"
    assert page.stack.currentWidget() is page.acts


def test_the_lists_are_written_and_printed_as_they_are_seen(clerk: Clerk, page: DocumentsPage, tmp_path: Path) -> None:
    clerk.clicks(page.export_button)
    clerk.dialog(QFileDialog).reject()
    for part in ("documents", "acts"):
        write_list(clerk.window.desk, page, part, tmp_path / f"{part}.json", [1])  # type: ignore[arg-type] # it is open
        clerk.waits()
        assert [row["id"] for row in json.loads((tmp_path / f"{part}.json").read_bytes())] == [1]
    assert clerk.sees("Scritta 1 riga in acts.json")
    for part in ("documents", "acts"):
        page.open_key(part)
        clerk.waits()
        clerk.clicks(page.print_button)
        preview = clerk.dialog(PdfPreview)
        clerk.waits()
        assert preview.state.text() == "1 pagina"
        preview.reject()


def test_two_documents_of_the_same_file_point_at_each_other(clerk: Clerk, page: DocumentsPage) -> None:
    does(clerk, lambda store: documents.add_document(store, b"Subject: Consegna\n\nConsegnato.", "altra.eml"))
    clerk.opens("documents", "4")
    assert clerk.sees("Lo stesso file c'è due volte", page.documents.card)
    clerk.clicks(clerk.finds(QPushButton, "Guardalo"))
    view = page.documents.card.view
    assert view is not None
    assert view.document.id == DocumentId(3)
