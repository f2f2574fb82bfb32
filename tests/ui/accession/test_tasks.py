# SPDX-License-Identifier: EUPL-1.2
"""T3, T4 and T5 of the task scripts, by mouse and by keyboard, within the clicks and keys that they allow."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from app.actions import municipality
from app.actions.accessions import CHANGED, fill_in, list_accessions, show_accession
from app.actions.acts import correct_act, list_acts
from app.actions.documents import content_of, list_documents
from app.actions.drafts import give_out
from app.domain.checklist import ItemState
from app.domain.documents import DocumentId
from app.store import Store
from app.ui.accession.page import AccessionPage
from app.ui.centres.joining import JoiningDialog
from app.ui.widgets.pdf_preview import PdfPreview
from tests.accessions import MAYOR
from tests.sending import ready_to_sign, signed_join
from tests.signing import sign_pdf
from tests.ui.accession.conftest import seen
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat


class Counting(Clerk):
    """Counts what the task scripts count: clicks, and keys that are not the text itself."""

    def __init__(self, clerk: Clerk, before: Counting | None = None) -> None:
        super().__init__(clerk.window)
        self.made: int = before.made if before else 0
        self.pressed: int = before.pressed if before else 0

    def clicks(self, target: QWidget, at: QPoint | None = None) -> None:
        """One click more."""
        self.made += 1
        super().clicks(target, at)
        self.is_back()

    def presses(self, keys: str, times: int = 1) -> None:
        """One key more."""
        self.pressed += times
        super().presses(keys, times)
        self.is_back()

    def is_back(self) -> None:
        """As a window manager does when a dialog is gone."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            self.waits()

    def types_here(self, text: str) -> None:
        """Type into what has the keyboard: nobody has to look for the field."""
        self.types(text)

    def replaces(self, text: str) -> None:
        """Type over what stands in the field that has the keyboard."""
        field = self.focus
        assert isinstance(field, QLineEdit)
        field.selectAll()
        self.types(text)

    @property
    def form(self) -> AccessionPage:
        """The page of the procedure in front."""
        page = self.page
        assert isinstance(page, AccessionPage)
        return page

    def chooses(self, file: Path) -> None:
        """The dialog for files: its name is typed, Enter takes it."""
        dialog = self.dialog(QFileDialog)
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(str(file))
        self.pressed += 1
        dialog.accept()
        self.waits()
        self.is_back()


# T3: start joining service X; stop after page 2; close the program; open it again; go on from there.


def test_t3_by_mouse(new_clerk: Clerk, seat: Seat) -> None:
    clerk = Counting(new_clerk)
    clerk.clicks(clerk.finds(QPushButton, "Catalogo"))
    clerk.clicks(clerk.finds(QPushButton, "Aderisci"))
    clerk.clicks(clerk.dialog(JoiningDialog).start_button)
    clerk.clicks(clerk.form.head.primary)
    assert clerk.form.stack.key == "people"
    clerk.types_here("Anna Neri")
    clerk.window.close()
    clerk.waits()

    again = Counting(seat(clerk.window.workspace.folder), clerk)
    _goes_on(again)
    assert again.made <= 6, again.made


def test_t3_by_keyboard(new_clerk: Clerk, seat: Seat) -> None:
    clerk = Counting(new_clerk)
    clerk.presses("Ctrl+2")
    clerk.presses("Ctrl+F")
    clerk.types_here("pagopa")
    clerk.presses("Return")
    clerk.presses("Shift+Tab")
    assert isinstance(clerk.focus, QPushButton)
    assert clerk.focus.text() == "Aderisci", clerk.focus.text()
    clerk.presses("Return")
    clerk.presses("Return")
    clerk.presses("Ctrl+Return")
    clerk.types_here("Anna Neri")
    clerk.window.close()
    clerk.waits()

    again = Counting(seat(clerk.window.workspace.folder), clerk)
    _goes_on(again)
    assert again.pressed <= 10, again.pressed


def _goes_on(clerk: Counting) -> None:
    """Nothing is lost, and the page is the one that was left."""
    page = clerk.form
    assert page.stack.key == "people"
    view = seen(clerk)
    assert view.accession.signer_name == "Anna Neri"
    line = view.item("people")
    assert line is not None
    assert line.state is ItemState.INCOMPLETE
    assert clerk.sees("Incompleto", page.stack)
    clerk.presses("Ctrl+Return")
    assert clerk.focus.accessibleName() == "Carica (obbligatoria)"
    clerk.types_here("Sindaca")
    page.stack.flush()
    clerk.waits()
    assert seen(clerk).accession.signer_role == "Sindaca"


# T4: attach the signed request: a file without signature first, then an older form, then the right one.


@pytest.fixture
def files(new_clerk: Clerk, tmp_path: Path) -> tuple[Path, Path, Path]:
    """A procedure with a form given out twice; the unsigned form, the older one signed, the last one signed."""
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

    new_clerk.window.tasks.act(new_clerk.window, fill)
    new_clerk.waits()
    paths = (tmp_path / "domanda.pdf", tmp_path / "vecchia-firmata.pdf", tmp_path / "domanda-firmata.pdf")
    for path, content in zip(paths, (contents[1], sign_pdf(contents[0]), sign_pdf(contents[1])), strict=True):
        path.write_bytes(content)
    return paths


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_t4(new_clerk: Clerk, files: tuple[Path, Path, Path], by: str) -> None:
    clerk = Counting(new_clerk)
    clerk.opens("accession", "1:signature")
    slot = clerk.form.stack.panels["signature"].slots.boxes[0]
    told = []
    for file in files:
        if by == "mouse":
            clerk.clicks(slot.zone.browse)
        else:
            slot.zone.browse.setFocus()
            clerk.presses("Return")
        clerk.chooses(file)
        told.append(slot.zone.trouble.text())
    assert "non è firmato" in told[0]
    assert "non l'ultima" in told[1]
    assert told[2] == ""
    assert clerk.sees("È il file generato", slot)
    assert clerk.focus.accessibleName() == "Numero di protocollo"
    clerk.types_here("4512/2026")
    clerk.presses("Tab")
    assert seen(clerk).case.documents[-1].protocol_number == "4512/2026"
    assert clerk.made <= 8
    assert clerk.pressed <= 12


# T5: finish joining: mend two things that do not fit, read the summary, make the package.


def _signed_with_two_faults(store: Store) -> object:
    """The proposal is dated after the resolution, and a service that is paid already lacks its CUP."""
    municipality.add_person(store, "mayor", MAYOR, since=date(2024, 6, 10))
    accession_id = signed_join(store, ("PAB-01",))
    fill_in(store, accession_id, show_accession(store, accession_id).accession.version, signer_name=MAYOR)
    proposal = next(act for act in list_acts(store, accession_id) if act.kind == "proposal")
    correct_act(store, proposal.id, None, on=_AFTER)
    return CHANGED


_AFTER = date(2026, 9, 21)


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_t5(clerk: Clerk, tmp_path: Path, by: str) -> None:
    clerk.window.tasks.act(clerk.window, _signed_with_two_faults)
    clerk.waits()
    number = seen_newest(clerk)
    clerk.opens("accession", f"{number}:sending")
    counting = Counting(clerk)

    def press(target: QWidget) -> None:
        if by == "mouse":
            counting.clicks(target)
        else:
            target.setFocus()
            counting.presses("Return")

    page = counting.form
    press(page.lines.checks)
    press(next(one for one in page.stack.checks.links if "risulta finanziato" in one.text()))
    assert counting.focus.accessibleName() == "CUP"
    counting.types_here("J91F22000000016")
    press(page.lines.checks)
    press(next(one for one in page.stack.checks.links if "viene prima" in one.text()))
    assert counting.focus.accessibleName() == "Data (obbligatoria)"
    counting.replaces("21/9/2026")
    press(page.head.primary)
    assert page.stack.key == "sending"
    sending = page.stack.panels["sending"].form.package  # type: ignore[attr-defined] # the form of the sending
    press(sending.prepare)
    assert counting.sees("Pacchetto pronto"), sending.trouble.text()
    press(sending.keep)
    counting.chooses(tmp_path / "adesione.zip")
    assert (tmp_path / "adesione.zip").stat().st_size > 1_000
    assert seen(counting, number).accession.package_sha256
    page.print_report("request")  # the menu beside the title: one click more, and one on its line
    counting.waits()
    counting.dialog(PdfPreview).reject()
    assert counting.made + 2 <= 9, counting.made
    assert counting.pressed <= 14, counting.pressed


def seen_newest(clerk: Clerk) -> int:
    """The number of the last procedure."""
    found: list[int] = []
    clerk.window.tasks.query(clerk.window, lambda store: max(one.id for one in list_accessions(store)), found.append)
    clerk.waits()
    return found[0]
