# SPDX-License-Identifier: EUPL-1.2
"""What is pasted, dropped and read in the real window is plain text or a file, and stops nothing (S1, S7, S8)."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from app.actions import documents
from app.actions.documents import list_documents
from app.domain.accession_states import State
from app.domain.documents import DocumentId
from app.store import Store
from app.ui.accession.page import AccessionPage
from app.ui.documents.add_dialog import AddDialog
from app.ui.documents.page import DocumentsPage
from app.ui.documents.reader import DocumentReader
from app.ui.widgets.drop_zone import DropZone
from tests.accessions import carry, open_join
from tests.faults.cut_off import fields_in_sight, open_all
from tests.faults.hostile import LETTERS, NAMES, write_everywhere
from tests.faults.test_security import hides
from tests.faults.test_security_window import RED, Inspector
from tests.ui import looking
from tests.ui.clerk import Clerk
from tests.ui.test_screens import none
from tests.ui.widgets.test_drop_zone import drop, urls

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files there")
SHORT = [letters for letters in LETTERS if len(letters) < 100]
LONG = "https://www.comune.example/" + "albo-pretorio-delibera-" * 12
SHOWN = (
    *(("home", ""), ("accessions", "2"), ("accession", "2:resolution"), ("history", "")),
    *(("centres", "CIT-BRESCIA"), ("documents", "documents"), ("documents", "act:1"), ("catalogue", "PAB-01")),
)
PASTED = "prima <b>non è grassetto</b>"
AT_ONCE = 5.0
"""Seconds by the clock in which the window has said why a file of 5 GB is not taken: reading it would take minutes."""


def asks(clerk: Clerk, question: Callable[[Store], object]) -> object:
    """Ask the store of the window, in its thread, and tell the pages what that changed."""
    answers: list[object] = []
    clerk.window.tasks.act(clerk.window, question, answers.append)
    clerk.waits()
    assert answers, "the store refused"
    return answers[0]


def kept(clerk: Clerk) -> list[str]:
    """The names of all documents."""
    return [one.name for one in asks(clerk, list_documents)]  # type: ignore[attr-defined] # they are documents


def checklist(clerk: Clerk, line: str, state: State) -> AccessionPage:
    """A procedure in a state, on a line of it."""

    def fill(store: Store) -> object:
        accession_id = open_join(store)
        return accession_id if state is State.DRAFT else carry(store, accession_id, state)

    asks(clerk, fill)
    page = clerk.opens("accession", f"1:{line}")
    assert isinstance(page, AccessionPage)
    return page


@pytest.fixture
def odd(tmp_path: Path) -> list[Path]:
    """What is no file of an office."""
    folder = tmp_path / "strano"
    (folder / "cartella.pdf").mkdir(parents=True)
    (folder / "vuoto.pdf").touch()
    with (folder / "enorme.pdf").open("wb") as sparse:
        sparse.truncate(5_000_000_000)
    os.mkfifo(folder / "coda.pdf")
    os.mkfifo(folder / "coda.eml")
    (folder / "verso nulla.pdf").symlink_to(folder / "nulla")
    (folder / "in tondo.pdf").symlink_to(folder / "in tondo.pdf")
    (folder / "dispositivo.pdf").symlink_to("/dev/zero")
    return sorted(folder.iterdir())


def paste(into: QLineEdit | QPlainTextEdit) -> None:
    """Paste what another program copied: words with markup, and a picture."""
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor(255, 0, 0))
    copied = QMimeData()
    copied.setText(PASTED)
    copied.setHtml('<h1>prima</h1><img src="file:///etc/passwd"><script>x</script>')
    copied.setImageData(picture)
    QGuiApplication.clipboard().setMimeData(copied)
    into.selectAll()
    into.paste()


@pytest.mark.parametrize("line", ["people", "proposal", "resolution", "sending"])
def test_s8_what_is_pasted_into_a_checklist_is_plain_text(new_clerk: Clerk, line: str) -> None:
    page = checklist(new_clerk, line, State.SIGNED if line == "sending" else State.DRAFT)
    form = page.stack.currentWidget()
    assert form is not None
    open_all(form)
    fields = fields_in_sight(form)
    assert len(fields) > 2
    for field in fields:
        paste(field)
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        assert text == PASTED[: field.maxLength()] if isinstance(field, QLineEdit) else text == PASTED
        if isinstance(field, QPlainTextEdit):
            assert not any(sign in field.document().toHtml() for sign in ("<img", "<h1", "font-weight:700", "xx-large"))
    new_clerk.waits()
    assert not looking.has_colour(new_clerk.window.grab().toImage(), RED)


def test_s8_what_is_pasted_into_notes_and_documents_is_plain_text(clerk: Clerk) -> None:
    for name, key in (("catalogue", "PAB-01"), ("funding", "1"), ("documents", "1"), ("documents", "act:1")):
        page = clerk.opens(name, key)
        fields = [one for one in looking.seen(page, QPlainTextEdit) if not one.isReadOnly()]
        assert fields, name
        for field in fields:
            paste(field)
            assert field.toPlainText() == PASTED
        assert not page.findChildren(QTextEdit)
        clerk.waits()


@POSIX
def test_s8_what_is_no_file_is_refused_with_its_reason_on_the_page_of_documents(
    new_clerk: Clerk, odd: list[Path], tmp_path: Path
) -> None:
    page = new_clerk.opens("documents")
    assert isinstance(page, DocumentsPage)
    (tmp_path / "delibera.txt").write_bytes(b"vera")
    start = time.monotonic()
    assert drop(page, urls(*odd, tmp_path / "delibera.txt"))
    new_clerk.waits()
    dialog = new_clerk.dialog(AddDialog)
    new_clerk.clicks(dialog.add_button)
    assert time.monotonic() - start < AT_ONCE
    told = dialog.zone.trouble.text()
    assert dialog.zone.trouble.isVisible()
    assert [file.name for file in odd if file.name not in told] == []
    assert kept(new_clerk) == ["delibera.txt"]
    dialog.reject()
    assert not drop(page, [QUrl("https://example.it/delibera.pdf"), QUrl("data:text/html,x")])


@POSIX
@pytest.mark.parametrize(("line", "state"), [("resolution", State.PROPOSED), ("sending", State.SIGNED)])
def test_s8_what_is_no_file_is_refused_with_its_reason_in_the_places_of_a_checklist(
    new_clerk: Clerk, odd: list[Path], line: str, state: State
) -> None:
    page = checklist(new_clerk, line, state)
    before = kept(new_clerk)
    zones = list(looking.seen(page, DropZone))
    assert zones
    for zone in zones:
        for file in odd:
            start = time.monotonic()
            zone.say("")
            drop(zone, urls(file))
            new_clerk.waits()
            assert time.monotonic() - start < AT_ONCE
            assert file.name in zone.trouble.text()
    assert kept(new_clerk) == before


@POSIX
def test_s1_s8_a_hostile_name_is_dropped_and_said_so_that_nothing_hides(new_clerk: Clerk, tmp_path: Path) -> None:
    page = checklist(new_clerk, "resolution", State.PROPOSED)
    zone = next(iter(looking.seen(page, DropZone)))
    for name in ("delibera\u202efdp.exe", "riga\nsotto.exe"):
        (tmp_path / name).write_bytes(b"x")
        drop(zone, urls(tmp_path / name))
        assert "«U+" in zone.trouble.text()
        assert not hides(zone.trouble.text())
    (tmp_path / "buona\u202efdp.pdf").write_bytes(b"%PDF-1.7 x")
    drop(zone, urls(tmp_path / "buona\u202efdp.pdf"))
    new_clerk.waits()
    assert kept(new_clerk)[-1] == "buona\u202efdp.pdf"
    assert not any("\u202e" in words for words in new_clerk.reads())


def test_s1_no_page_shows_a_hostile_name_as_it_is(new_clerk: Clerk) -> None:
    def fill(store: Store) -> object:
        for name in NAMES:
            documents.add_document(store, name.encode("utf-8", "replace"), name)
        return None

    asks(new_clerk, fill)
    page = new_clerk.opens("documents")
    assert isinstance(page, DocumentsPage)
    shown = [column.text(row) for row in page.documents.table.rows() for column in page.documents.table.model.columns]
    assert len(page.documents.table.rows()) == len(NAMES)
    assert [words for words in shown if hides(words)] == []
    for number in range(1, len(NAMES) + 1, 4):
        new_clerk.opens("documents", str(number))
        assert [words for words in new_clerk.reads(page) if hides(words.replace("\n", ""))] == []
    new_clerk.opens("history")
    assert [words for words in new_clerk.reads() if hides(words.replace("\n", ""))] == []


def test_s2_a_picture_that_is_something_else_is_not_shown(new_clerk: Clerk, tmp_path: Path) -> None:
    """An SVG may load other files, whatever its name says."""
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor(255, 0, 0))
    assert red.save(str(tmp_path / "red.png"))
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="80" height="80">'
        f'<image xlink:href="{tmp_path / "red.png"}" width="40" height="40"/>'
        '<rect x="40" y="40" width="40" height="40" fill="#ff0000"/></svg>'
    )
    asks(new_clerk, lambda store: documents.add_document(store, drawing.encode(), "foto.png"))
    assert new_clerk.window.desk is not None
    reader = DocumentReader(new_clerk.window.desk, DocumentId(1), "foto.png", new_clerk.window)
    reader.open()
    inspector = Inspector(new_clerk)
    inspector.look("picture")
    none(inspector.found)
    assert new_clerk.sees("non si lascia leggere", reader)
    reader.reject()


@pytest.mark.parametrize("text", [" ".join(SHORT), LONG], ids=["odd", "long"])
def test_s7_odd_letters_and_endless_words_in_every_field_leave_the_pages_standing(clerk: Clerk, text: str) -> None:
    asks(clerk, lambda store: (None, write_everywhere(store, text)))
    size = clerk.window.size()
    for name, key in SHOWN:
        page = clerk.opens(name, key)
        assert [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isModal()] == []
        assert len(list(clerk.reads(page))) > 2
        assert clerk.window.size() == size
