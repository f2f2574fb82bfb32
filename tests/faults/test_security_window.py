# SPDX-License-Identifier: EUPL-1.2
"""Markup in every field before the real window: no page, dialog, hint or print takes it for markup (S2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QTextEdit,
    QWidget,
)

from app.actions import documents
from app.actions.answers import read_answer_file
from app.actions.editions import preview_edition
from app.domain.documents import DocumentId
from app.errors import UserError
from app.store import Store
from app.ui import messages
from app.ui.accession.answer_dialog import AnswerDialog
from app.ui.accession.page import AccessionPage
from app.ui.catalogue.edition_dialog import EditionDialog
from app.ui.catalogue.importing import EditionTrouble
from app.ui.centres.joining import JoiningDialog, ask_to_join
from app.ui.documents.add_dialog import AddDialog
from app.ui.documents.new_act import NewAct
from app.ui.documents.page import DocumentsPage
from app.ui.documents.reader import DocumentReader
from app.ui.funding.changes import ChangesDialog
from app.ui.shell.pages import REGISTRY
from app.ui.widgets.link import LongLink
from app.ui.widgets.pdf_preview import PdfPreview
from tests.answers import PlayedCentre, grant
from tests.editions import BRESCIA, signed_edition
from tests.faults.hostile import listener, write_everywhere
from tests.sending import sent_join
from tests.ui import looking
from tests.ui.clerk import Clerk
from tests.ui.test_screens import SAFE_TIP, none

RED = 0xFFFF0000
OPEN = QDialog | QMessageBox
PAGES = sorted(name for name in REGISTRY if name not in ("start", "accession"))
KEYS = {
    "documents": ("documents", "1", "acts", "act:1", "missing"),
    "centres": ("", "CIT-BRESCIA", "CST-LECCO"),
    "catalogue": ("", "PAB-01"),
    "funding": ("", "1"),
}
PRINTED = ("home", "catalogue", "accessions", "centres", "funding", "documents")


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[str]:
    """Markup that would show a red picture of this disk and fetch another; a call of that port fails the test."""
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor(255, 0, 0))
    assert picture.save(str(tmp_path / "red.png"))
    with listener() as (port, heard):
        red = (tmp_path / "red.png").as_uri()
        yield f'<img src="{red}"><img src="http://127.0.0.1:{port}/x.png"><h1>a</h1> &amp; <b>b</b>'
        assert heard == []


class Inspector:
    """Looks at the window and at all that is open over it, and closes what is open."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        self.found: list[str] = []
        self.seen = 0

    def look(self, where: str) -> None:
        """Note what is wrong with all windows in sight."""
        self.clerk.waits()
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._look_at(f"{where} {type(window).__name__}", window)

    def close(self, where: str, kind: type[QWidget]) -> None:
        """Look, then close what is open over the window; it must be of that kind."""
        self.look(where)
        boxes = [one for one in QApplication.topLevelWidgets() if isinstance(one, OPEN) and one.isVisible()]
        assert boxes, f"{where} opens nothing"
        assert any(isinstance(one, kind) for one in boxes), f"{where} opens {boxes}"
        for box in boxes:
            self.found += [f"{where} shows red" for area in _scrolled(box) if _is_red(area)]
            box.done(0)
        self.clerk.waits()

    def _look_at(self, where: str, window: QWidget) -> None:
        self.seen += 1
        if _is_red(window):
            self.found.append(f"{where} shows red")
        for label in window.findChildren(QLabel):
            if label.text() and label.textFormat() is not Qt.TextFormat.PlainText and not _is_plain_box(label):
                self.found.append(f"{where} {looking.told(label)} is not plain")
            if label.openExternalLinks() and not _is_plain_box(label):
                self.found.append(f"{where} {looking.told(label)} follows links")
        for tip in looking.tips(window):
            if GuiQt.mightBeRichText(tip) and not SAFE_TIP.fullmatch(tip):
                self.found.append(f"{where} tip {tip[:120]!r}")
        rich = [one for one in window.findChildren(QTextEdit) if "<img" not in one.toPlainText()]
        self.found += [f"{where} {looking.told(one)} is rich" for one in rich]
        for one in looking.seen(window, QAbstractButton):
            if not isinstance(one, LongLink) and "<b>b</b>" in one.text() and "&amp;" in one.text().replace("&&", ""):
                self.found.append(f"{where} {looking.told(one)} loses an ampersand")


def _is_red(widget: QWidget) -> bool:
    return looking.has_colour(widget.grab().toImage(), RED)


def _is_plain_box(label: QLabel) -> bool:
    """The icon of a box of Qt, and its text where the box is told to take it as it stands."""
    box = label.window()
    return isinstance(box, QMessageBox) and box.textFormat() is Qt.TextFormat.PlainText


def _scrolled(box: QWidget) -> list[QWidget]:
    """What stands in the scrolled parts of a dialog, whole: all the pages of a print."""
    areas = (getattr(one, "widget", lambda: None)() for one in box.findChildren(QWidget))
    return [area for area in areas if isinstance(area, QWidget)]


def _wait_for(clerk: Clerk, question: object) -> object:
    answers: list[object] = []
    clerk.window.tasks.act(clerk.window, question, answers.append)  # type: ignore[arg-type] # any question
    clerk.waits()
    assert answers, "the store refused"
    return answers[0]


def _fill(store: Store, text: str) -> object:
    documents.add_document(store, f"{text}\n".encode(), f"{text}.txt", kind="letter", title=text)
    return write_everywhere(store, text)


def test_s2_no_page_takes_the_words_of_people_for_markup(clerk: Clerk, hostile: str) -> None:
    _wait_for(clerk, lambda store: _fill(store, hostile))
    inspector = Inspector(clerk)
    for name in PAGES:
        for key in KEYS.get(name, ("",)):
            clerk.opens(name, key)
            inspector.look(f"{name} {key}")
    for number in (1, 2):
        page = clerk.opens("accession", str(number))
        assert isinstance(page, AccessionPage)
        assert page.view is not None
        for line in page.view.items if number == 2 else page.view.items[-2:]:
            clerk.opens("accession", f"{number}:{line.item.key}")
            inspector.look(f"accession {number} {line.item.key}")
        page.go("checks", "")
        inspector.look(f"accession {number} checks")
    clerk.window.toast(hostile, with_undo=True)
    clerk.window.undo()
    inspector.look("toast")
    assert inspector.seen > 30
    none(inspector.found)


def test_s2_no_dialog_and_no_print_takes_the_words_of_people_for_markup(clerk: Clerk, hostile: str) -> None:
    _wait_for(clerk, lambda store: _fill(store, hostile))
    inspector = Inspector(clerk)
    window = clerk.window
    for name in PRINTED:
        clerk.opens(name, {"catalogue": "PAB-01", "centres": "compare:CIT-BRESCIA,CST-LECCO"}.get(name, ""))
        assert window.pages.print_current()
        inspector.close(f"print of {name}", PdfPreview)
    page = clerk.opens("accession", "2")
    assert isinstance(page, AccessionPage)
    for name in ("accession", "request", "folder"):
        page.print_report(name)
        inspector.close(f"print of {name}", PdfPreview)
    assert window.desk is not None
    ask_to_join(window.desk, page, codes=["PAB-01"])
    inspector.close("joining", JoiningDialog)
    shown = clerk.opens("documents", "documents")
    assert isinstance(shown, DocumentsPage)
    shown.add()
    inspector.close("adding", AddDialog)
    shown.register_act()
    inspector.close("new act", NewAct)
    clerk.opens("funding").show_changes()  # type: ignore[attr-defined] # the page of that name
    inspector.close("changes", ChangesDialog)
    DocumentReader(window.desk, DocumentId(3), hostile, window).open()
    inspector.close("reader", DocumentReader)
    messages.show_error(window, UserError("document.missing", file=hostile))
    inspector.close("error", QMessageBox)
    messages.show_bug(window, ValueError(hostile))
    inspector.close("bug", QMessageBox)
    EditionTrouble(hostile, hostile, window.close, window).open()
    inspector.close("trouble", EditionTrouble)
    none(inspector.found)


def test_s2_what_a_centre_sends_is_text_too(new_clerk: Clerk, hostile: str, tmp_path: Path) -> None:
    inspector, window = Inspector(new_clerk), new_clerk.window

    def answer(store: Store) -> object:
        centre = PlayedCentre(store, sent_join(store), tmp_path)
        note = grant("BAS-05")[0].__class__("BAS-05", is_accepted=True, note=hostile)
        return read_answer_file(store, centre.answer("additions", text=hostile, services=(note,)))

    AnswerDialog(_wait_for(new_clerk, answer), window).open()  # type: ignore[arg-type] # the preview
    inspector.close("answer", AnswerDialog)
    name = hostile[:200]
    edition = signed_edition(renamed={"BAS-02": name}, publisher=BRESCIA)
    preview = _wait_for(new_clerk, lambda store: preview_edition(store, edition))
    EditionDialog(preview, window).open()  # type: ignore[arg-type] # the preview
    inspector.close("edition", EditionDialog)
    none(inspector.found)
