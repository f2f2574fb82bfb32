# SPDX-License-Identifier: EUPL-1.2
"""T3, T4 and T5 of the task scripts, by mouse and by keyboard, within the clicks and keys that they allow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QScrollArea, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.actions import municipality
from app.actions.accessions import CHANGED, fill_in, list_accessions, show_accession
from app.actions.acts import correct_act, list_acts
from app.actions.documents import content_of, list_documents
from app.actions.drafts import give_out
from app.domain.checklist import ItemState
from app.domain.documents import DocumentId
from app.store import Store
from app.ui.accession.page import AccessionPage
from app.ui.accessions.page import AccessionsPage
from app.ui.catalogue.page import CataloguePage
from app.ui.centres.joining import JoiningDialog
from app.ui.widgets.pdf_preview import PdfPreview
from tests.accessions import MAYOR
from tests.sending import ready_to_sign, signed_join
from tests.signing import sign_pdf
from tests.ui.accession.conftest import seen
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat

At = Callable[[Path], Clerk]


class Counting(Clerk):
    """Counts what the task scripts count: clicks, and keys that are not the text itself; nothing is reached by code."""

    def __init__(self, clerk: Clerk, before: Counting | None = None) -> None:
        super().__init__(clerk.window)
        self.made: int = before.made if before else 0
        self.pressed: int = before.pressed if before else 0
        self.turned = 0  # of the wheel

    def clicks(self, target: QWidget, at: QPoint | None = None) -> None:
        """One click more, on what lies under the mouse; a turn of the wheel first where it is out of sight."""
        place = at or target.rect().center()
        if self._lies_under(target, place) is False:
            self._scrolls_to(target)
        assert self._lies_under(target, place), f"nobody can click {target.accessibleName() or target}"
        self.made += 1
        super().clicks(target, at)
        self.is_back()

    def clicks_row(self, view: QTableView, row: int, times: int = 1) -> None:
        """Click a row of a table, twice to open it."""
        index = view.model().index(row, 1)
        if not view.viewport().rect().contains(view.visualRect(index).center()):
            self.turned += 1
            view.scrollTo(index)
        place = view.visualRect(index).center()
        self.clicks(view.viewport(), place)
        if times > 1:
            self.made += 1
            QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
            self.waits()

    def presses(self, keys: str, times: int = 1) -> None:
        """One key more."""
        self.pressed += times
        super().presses(keys, times)
        self.is_back()

    def tabs_to(self, target: QWidget) -> None:
        """Press Tab, or Shift+Tab where that is shorter, until it has the keyboard."""
        for times, keys in sorted((_steps(self.focus, target, by), keys) for keys, by in _WAYS.items()):
            if times < _FAR:
                self.presses(keys, times)
                break
        assert self.focus is target, f"{self.focus} has the keyboard, not {target}"

    def is_back(self) -> None:
        """As a window manager does when a dialog is gone."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            self.waits()

    def types_here(self, text: str) -> None:
        """Type into what has the keyboard: nobody has to look for the field."""
        self.types(text)

    def overwrites(self, text: str) -> None:
        """Type over a field whose text is already taken, as it is where a key leads into it."""
        field = self.focus
        assert isinstance(field, QLineEdit)
        assert field.selectedText() == field.text()
        self.types(text)

    @property
    def form(self) -> AccessionPage:
        """The page of the procedure in front."""
        page = self.page
        assert isinstance(page, AccessionPage)
        return page

    def chooses(self, file: Path, by: str) -> None:
        """The dialog for files: its name is typed; Enter takes it, or a click into the field and one on the button."""
        dialog = self.dialog(QFileDialog)
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.clear()
        self.types(str(file), field)  # every system puts the keyboard there
        if by == "mouse":
            self.made += 2
        else:
            self.pressed += 1
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.waits()
        self.is_back()

    def drops(self, file: Path, target: QWidget) -> None:
        """Drag a file over from its folder: one press of the mouse, as a click."""
        self.made += 1
        dragged = QMimeData()
        dragged.setUrls([QUrl.fromLocalFile(str(file))])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        place = target.rect().center()
        QApplication.sendEvent(target, QDragEnterEvent(place, copy, dragged, left, none))
        QApplication.sendEvent(target, QDropEvent(QPointF(place), copy, dragged, left, none))
        self.waits()

    def _lies_under(self, target: QWidget, place: QPoint) -> bool:
        top = target.window()
        found = top.childAt(target.mapTo(top, place)) if top is not target else target
        return found is not None and (found is target or target.isAncestorOf(found))

    def _scrolls_to(self, target: QWidget) -> None:
        """Turn the wheel, which the scripts do not count; the test does."""
        self.turned += 1
        above = target.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(target)
                self.waits()
            above = above.parentWidget()


_WAYS = {"Tab": QWidget.nextInFocusChain, "Shift+Tab": QWidget.previousInFocusChain}
_FAR = 1_000


def _steps(start: QWidget, target: QWidget, step: Callable[[QWidget], QWidget | None]) -> int:
    """How often one presses Tab to come from one widget to another."""
    count, one = 0, step(start)
    while one is not None and one is not start:
        is_stop = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()
        count += bool(is_stop and one.focusProxy() is None)
        if one is target:
            return count
        one = step(one)
    return _FAR


@pytest.fixture
def at_125(seat: Seat) -> At:
    """Before the screen of the scripts: 1366 x 768 at 125 %."""
    return lambda folder: seat(folder, zoom=125, size=(1366, 768))


# T3: start joining service X; stop after page 2; close the program; open it again; go on from there.


def test_t3_by_mouse(at_125: At, aprica_folder: Path, qtbot: QtBot) -> None:
    clerk = Counting(at_125(aprica_folder))
    clerk.clicks(clerk.finds(QPushButton, "Catalogo"))
    page = clerk.page
    assert isinstance(page, CataloguePage)
    clerk.clicks(page.filters.search)
    clerk.types_here("PAB-01")
    qtbot.waitUntil(lambda: page.service.card is not None and page.service.card.service.code == "PAB-01")
    clerk.clicks(clerk.finds(QPushButton, "Aderisci"))
    clerk.clicks(clerk.dialog(JoiningDialog).start_button)
    clerk.clicks(clerk.form.head.primary)
    again = _leaves_and_comes_back(clerk, at_125)
    clerk.clicks(_role(again))
    _goes_on(again)
    assert again.made <= 6, again.made


def test_t3_by_keyboard(at_125: At, aprica_folder: Path) -> None:
    clerk = Counting(at_125(aprica_folder))
    clerk.presses("Ctrl+2")
    clerk.presses("Ctrl+F")
    clerk.types_here("PAB-01")
    clerk.presses("Return")
    clerk.tabs_to(clerk.finds(QPushButton, "Aderisci"))
    clerk.presses("Return")
    assert clerk.dialog(JoiningDialog).codes == ["PAB-01"]
    clerk.presses("Return")
    clerk.presses("Ctrl+Return")
    again = _leaves_and_comes_back(clerk, at_125)
    again.presses("Ctrl+Return")
    assert again.focus is _role(again)
    _goes_on(again)
    assert again.pressed <= 10, again.pressed


def _leaves_and_comes_back(clerk: Counting, at_125: At) -> Counting:
    """Page 2 is begun; the window is closed and opened again on the same folder."""
    assert clerk.form.stack.key == "people"
    clerk.types_here("Anna Neri")
    clerk.window.close()
    clerk.waits()
    again = Counting(at_125(clerk.window.workspace.folder), clerk)
    page = again.form
    assert page.stack.key == "people"
    view = seen(again)
    assert view.accession.signer_name == "Anna Neri"
    line = view.item("people")
    assert line is not None
    assert line.state is ItemState.INCOMPLETE
    assert again.sees("Incompleto", page.stack)
    return again


def _role(clerk: Counting) -> QWidget:
    return clerk.finds(QLineEdit, "Carica (obbligatoria)")


def _goes_on(clerk: Counting) -> None:
    clerk.types_here("Sindaca")
    clerk.form.stack.flush()
    clerk.waits()
    assert seen(clerk).accession.signer_role == "Sindaca"


# T4: attach the signed request: a file without signature first, then an older form, then the right one.


@pytest.fixture
def signing(at_125: At, aprica_folder: Path, tmp_path: Path) -> tuple[Counting, tuple[Path, Path, Path]]:
    """A procedure with a form given out twice; the unsigned form, the older one signed, the last one signed."""
    clerk = at_125(aprica_folder)
    contents: list[bytes] = []

    def fill(store: Store) -> object:
        accession_id = ready_to_sign(store)
        first = seen_draft(store)
        contents.append(content_of(store, first))
        version = show_accession(store, accession_id).accession.version
        fill_in(store, accession_id, version, contact_name="Carla Verdi Rossi")
        again, _changes = give_out(store, accession_id, "domanda_adesione", "pdf")
        contents.append(content_of(store, again))
        return CHANGED

    def seen_draft(store: Store) -> DocumentId:
        return next(one.id for one in reversed(list_documents(store)) if one.origin == "draft")

    clerk.window.tasks.act(clerk.window, fill)
    clerk.waits()
    paths = (tmp_path / "domanda.pdf", tmp_path / "vecchia-firmata.pdf", tmp_path / "domanda-firmata.pdf")
    for path, content in zip(paths, (contents[1], sign_pdf(contents[0]), sign_pdf(contents[1])), strict=True):
        path.write_bytes(content)
    clerk.opens("home")
    return Counting(clerk), paths


_T4_CLICKS = {
    "dropping": 8,
    "mouse": 14,  # over the eight of the script: three dialogs for files take nine by themselves
}


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # of the offscreen plugin
@pytest.mark.parametrize("by", ["mouse", "dropping", "keyboard"])
def test_t4(signing: tuple[Counting, tuple[Path, Path, Path]], qtbot: QtBot, by: str) -> None:
    clerk, files = signing
    _opens_the_newest(clerk, by)
    lines = clerk.form.lines.table
    place = [line.item.key for line in lines.rows()].index("signature")
    if by == "keyboard":
        clerk.tabs_to(lines.view)
        clerk.presses("Down", place - lines.view.currentIndex().row())
        clerk.presses("Return")
    else:
        clerk.clicks_row(lines.view, place)
    assert clerk.form.stack.key == "signature"
    slot = clerk.form.stack.panels["signature"].slots.boxes[0]
    told = []
    for file in files:
        if by == "dropping":
            clerk.drops(file, slot.zone)
        else:
            if by == "mouse":
                clerk.clicks(slot.zone.browse)
            else:
                clerk.tabs_to(slot.zone.browse)
                clerk.presses("Return")
            clerk.chooses(file, by)
        told.append(slot.zone.trouble.text())
    assert "non è firmato" in told[0]
    assert "non l'ultim" in told[1]
    assert told[2] == ""
    assert clerk.sees("È il file generato", slot)
    assert clerk.focus.accessibleName() == "Numero di protocollo"
    clerk.types_here("4512/2026")
    qtbot.waitUntil(lambda: seen(clerk).case.documents[-1].protocol_number == "4512/2026")
    assert clerk.made <= _T4_CLICKS.get(by, 0), clerk.made
    assert clerk.pressed <= 12, clerk.pressed
    assert clerk.turned <= 4, clerk.turned


def _opens_the_newest(clerk: Counting, by: str) -> None:
    """From the first page to the procedure that was changed last."""
    if by == "keyboard":
        clerk.presses("Ctrl+3")
    else:
        clerk.clicks(clerk.finds(QPushButton, "Adesioni"))
    page = clerk.page
    assert isinstance(page, AccessionsPage)
    if by == "keyboard":
        clerk.presses("Return")
    else:
        clerk.clicks_row(page.table.view, 0, times=2)
    assert clerk.form.isVisible()


# T5: finish joining: mend two things that do not fit, read the summary, make the package.
# The program opens where it was left: on the line of the sending. A CUP is closed once the request is signed, so the
# second fault is who signs.


def _signed_with_two_faults(store: Store) -> object:
    """The proposal is dated after the resolution, and who signs is not who is known as the mayor."""
    municipality.add_person(store, "mayor", MAYOR, since=date(2024, 6, 10))
    accession_id = signed_join(store, ("BAS-05",))
    fill_in(store, accession_id, show_accession(store, accession_id).accession.version, signer_name="Bruno Bianchi")
    proposal = next(act for act in list_acts(store, accession_id) if act.kind == "proposal")
    correct_act(store, proposal.id, None, on=_AFTER)
    return CHANGED


_AFTER = date(2026, 9, 21)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # of the offscreen plugin
@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_t5(at_125: At, example_folder: Path, tmp_path: Path, qtbot: QtBot, by: str) -> None:
    clerk = Counting(at_125(example_folder))
    clerk.window.tasks.act(clerk.window, _signed_with_two_faults)
    clerk.waits()
    number = seen_newest(clerk)
    clerk.opens("accession", f"{number}:sending")
    page = clerk.form

    def press(target: QWidget) -> None:
        if by == "mouse":
            clerk.clicks(target)
        else:
            clerk.tabs_to(target)
            clerk.presses("Return")

    def goes_on() -> None:
        if by == "mouse":
            clerk.clicks(page.next_check)
        else:
            clerk.presses("F8")

    goes_on()
    assert clerk.focus is page.stack.panels["people"].form.saves[0].entries["signer_name"].field.field
    clerk.overwrites(MAYOR)
    goes_on()
    assert clerk.focus.accessibleName() == "Data (obbligatoria)"
    clerk.overwrites("21/9/2026")
    page.stack.flush()
    clerk.waits()
    goes_on()
    assert page.stack.key == "sending"
    sending = page.stack.panels["sending"].form.package  # type: ignore[attr-defined] # the form of the sending
    press(sending.prepare)
    assert clerk.sees("Pacchetto pronto"), sending.trouble.text()
    press(sending.keep)
    clerk.chooses(tmp_path / "adesione.zip", by)
    assert (tmp_path / "adesione.zip").stat().st_size > 1_000
    assert seen(clerk, number).accession.package_sha256
    press(sending.summary)
    preview = clerk.dialog(PdfPreview)
    qtbot.waitUntil(preview.save_button.isEnabled)
    preview.reject()
    assert clerk.made <= 9, clerk.made
    assert clerk.pressed <= 14, clerk.pressed
    assert clerk.turned <= 3, clerk.turned


def seen_newest(clerk: Clerk) -> int:
    """The number of the last procedure."""
    found: list[int] = []
    clerk.window.tasks.query(clerk.window, lambda store: max(one.id for one in list_accessions(store)), found.append)
    clerk.waits()
    return found[0]
