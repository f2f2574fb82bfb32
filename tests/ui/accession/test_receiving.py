# SPDX-License-Identifier: EUPL-1.2
"""An answer of the centre is looked at, its key compared, and applied; the whole file goes out for the registry."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox

from app.actions.accessions import CHANGED, fill_in
from app.domain.accession_states import State
from app.domain.accessions import AccessionId
from app.store import Store
from app.ui.accession.answer_dialog import AnswerDialog
from app.ui.accession.page import AccessionPage
from app.ui.accession.receiving import write_to
from tests.accessions import ENDS, STARTS
from tests.answers import PlayedCentre, grant
from tests.sending import sent_join
from tests.ui.accession.conftest import seen
from tests.ui.clerk import Clerk


@pytest.fixture
def answers(new_clerk: Clerk, tmp_path: Path) -> list[Path]:
    """A request that left, and what the centre answers, in order."""
    made: list[Path] = []

    def fill(store: Store) -> object:
        accession_id = sent_join(store)
        centre = PlayedCentre(store, accession_id, tmp_path)
        made.append(centre.answer("registered"))
        made.append(centre.answer("accepted", services=grant("BAS-05")))
        made.append(centre.countersign(agreement=None))
        return CHANGED

    new_clerk.window.tasks.act(new_clerk.window, fill)
    new_clerk.waits()
    return made


@pytest.fixture
def page(new_clerk: Clerk, answers: list[Path]) -> AccessionPage:
    """The procedure that waits."""
    assert answers
    page = new_clerk.opens("accession", "1")
    assert isinstance(page, AccessionPage)
    return page


def _choose(clerk: Clerk, page: AccessionPage, file: Path) -> None:
    clerk.clicks(page.head.answer_button)
    dialog = clerk.dialog(QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(file))
    dialog.accept()
    clerk.waits()


def test_the_first_answer_wants_its_key_compared(new_clerk: Clerk, page: AccessionPage, answers: list[Path]) -> None:
    _choose(new_clerk, page, answers[0])
    dialog = new_clerk.dialog(AnswerDialog)
    assert new_clerk.sees("In istruttoria", dialog)
    assert not dialog.apply_button.isEnabled()
    assert seen(new_clerk).accession.state is State.SENT
    new_clerk.clicks(dialog.compared)
    new_clerk.clicks(dialog.apply_button)
    assert seen(new_clerk).accession.state is State.UNDER_REVIEW
    assert page.stack.key == "outcome"
    assert new_clerk.sees("Risposta applicata")
    _choose(new_clerk, page, answers[1])
    second = new_clerk.dialog(AnswerDialog)
    assert new_clerk.sees("accolto", second)
    new_clerk.clicks(second.apply_button)
    assert seen(new_clerk).accession.state is State.ACCEPTED
    assert new_clerk.sees("Posta elettronica ordinaria gestita: accolto", page.stack)


def test_an_agreement_without_its_days_is_not_applied_and_says_why(
    new_clerk: Clerk, page: AccessionPage, answers: list[Path]
) -> None:
    _choose(new_clerk, page, answers[2])
    dialog = new_clerk.dialog(AnswerDialog)
    assert new_clerk.sees("Prima servono le date di inizio e fine", dialog)
    new_clerk.clicks(dialog.compared)
    assert not dialog.apply_button.isEnabled()
    dialog.reject()
    new_clerk.waits()
    version = seen(new_clerk).accession.version
    terms = {"starts_on": STARTS, "ends_on": ENDS, "terms_source": "Convenzione"}
    new_clerk.window.tasks.act(page, lambda store: fill_in(store, AccessionId(1), version, **terms))
    new_clerk.waits()
    _choose(new_clerk, page, answers[2])
    again = new_clerk.dialog(AnswerDialog)
    new_clerk.clicks(again.compared)
    assert again.apply_button.isEnabled()
    again.reject()


def test_to_leave_it_changes_nothing(new_clerk: Clerk, page: AccessionPage, answers: list[Path]) -> None:
    _choose(new_clerk, page, answers[0])
    new_clerk.dialog(AnswerDialog).reject()
    new_clerk.waits()
    assert seen(new_clerk).accession.state is State.SENT


def test_a_file_that_is_no_answer_is_refused(new_clerk: Clerk, page: AccessionPage, tmp_path: Path) -> None:
    other = tmp_path / "altro.zip"
    other.write_bytes(b"niente")
    _choose(new_clerk, page, other)
    box = new_clerk.dialog(QMessageBox)
    assert box.text()
    box.reject()
    assert seen(new_clerk).accession.state is State.SENT


def test_the_whole_file_is_written_with_its_index(new_clerk: Clerk, page: AccessionPage, tmp_path: Path) -> None:
    assert page.view is not None
    target = tmp_path / "fascicolo.zip"
    write_to(new_clerk.window.desk, page, page.view.accession.id, target)  # type: ignore[arg-type] # it is open
    new_clerk.waits()
    names = zipfile.ZipFile(target).namelist()
    assert any("indice" in name for name in names)
    assert new_clerk.sees("file in fascicolo.zip")
