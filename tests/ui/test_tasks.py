# SPDX-License-Identifier: EUPL-1.2
"""Work away from the window: answered in order, to whoever is still there; nothing asked is lost on closing."""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.actions import municipality
from app.actions.changes import Changes
from app.actions.workspace import Workspace
from app.errors import CampanileError, Defect, UserError
from app.store import Store
from app.ui import messages
from app.ui.tasks import IsCancelled, Progress, Tasks
from app.ui.widgets.progress import ProgressStrip
from tests.conftest import NOW


@pytest.fixture
def folder(tmp_path: Path, aprica_folder: Path) -> Path:
    """A data folder with the store of Aprica."""
    shutil.copytree(aprica_folder, tmp_path / "dati")
    return tmp_path / "dati"


@pytest.fixture
def office(folder: Path) -> Workspace:
    """The data folder, its store not yet open: only the thread of the tasks opens it."""
    return Workspace(folder, clock=lambda: NOW)


@pytest.fixture
def tasks(qapp: QApplication, office: Workspace) -> Iterator[Tasks]:
    """The threads, joined at the end."""
    made = Tasks(office.open_current, qapp)
    yield made
    made.close()
    shiboken6.delete(made)


@pytest.fixture
def asker(qtbot: QtBot) -> QWidget:
    """Someone who asks."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def pec(store: Store) -> str:
    return municipality.show_office(store).pec


def correct(value: str) -> Callable[[Store], object]:
    def correcting(store: Store) -> object:
        return municipality.correct_office(store, municipality.show_office(store).version, pec=value)

    return correcting


def idle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=20_000)


def boxes() -> list[QMessageBox]:
    shown = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox)]
    return [box for box in shown if box.isVisible()]


def test_answers_come_in_the_order_asked(qtbot: QtBot, tasks: Tasks, asker: QWidget) -> None:
    answers: list[int] = []

    def slow(store: Store) -> int:
        return len([pec(store) for _time in range(100)])

    tasks.query(asker, slow, answers.append)
    for number in range(10):
        tasks.query(asker, partial(_given, number), answers.append)
    idle(qtbot, tasks)
    assert answers == [100, *range(10)]


def test_the_work_is_done_elsewhere_and_answered_here(qtbot: QtBot, tasks: Tasks, asker: QWidget) -> None:
    threads: list[str] = []
    here = threading.current_thread().name

    def ask(_store: Store) -> str:
        return threading.current_thread().name

    tasks.query(asker, ask, lambda worker: threads.extend([worker, threading.current_thread().name]))
    tasks.draw(asker, lambda: threading.current_thread().name, threads.append)
    idle(qtbot, tasks)
    assert sorted(name.partition("_")[0] for name in threads) == sorted(["store", here, "draw"])


def test_drawing_does_not_wait_for_the_store(qtbot: QtBot, tasks: Tasks, asker: QWidget) -> None:
    drawn = threading.Event()
    seen: list[bool] = []
    tasks.query(asker, lambda _store: drawn.wait(15), seen.append)
    tasks.draw(asker, lambda: None, lambda _nothing: drawn.set())
    idle(qtbot, tasks)
    assert seen == [True]


def test_who_was_closed_is_not_answered(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[object] = []
    gone = QWidget()
    tasks.query(gone, pec, answers.append, answers.append)
    tasks.act(gone, correct("comune@pec.example"), answers.append, answers.append)
    shiboken6.delete(gone)
    idle(qtbot, tasks)
    assert answers == []
    stays = QObject()
    tasks.query(stays, pec, answers.append)
    idle(qtbot, tasks)
    assert answers == ["comune@pec.example"]  # what was asked is done all the same


def test_a_change_that_was_refused_is_told_though_who_asked_is_gone(
    qtbot: QtBot, tasks: Tasks, asker: QWidget, caplog: pytest.LogCaptureFixture
) -> None:
    """The page was made anew, or left, while what was typed in it was on its way."""
    asker.show()
    gone = QWidget()
    tasks.act(gone, _refuse, None, lambda _error: pytest.fail("answered"))
    tasks.query(gone, _refuse, lambda _answer: None)  # an answer that nobody awaits any more
    tasks.query(gone, lambda _store: 1 // 0, lambda _answer: None)
    shiboken6.delete(gone)
    with caplog.at_level(logging.INFO):
        idle(qtbot, tasks)
    assert sorted(box.text()[:20] for box in boxes()) == ["C'è un difetto nel p", "Questa voce non c'è "]
    assert [record.levelname for record in caplog.records] == ["INFO", "ERROR"]
    for box in boxes():
        box.close()


def test_a_refusal_is_told_to_who_wants_it(qtbot: QtBot, tasks: Tasks, asker: QWidget) -> None:
    told: list[CampanileError] = []
    tasks.query(asker, _refuse, lambda _answer: pytest.fail("answered"), told.append)
    tasks.query(asker, pec, told.append)  # an answer, after the refusal
    idle(qtbot, tasks)
    assert [getattr(one, "code", one) for one in told] == ["record.gone", ""]
    assert boxes() == []


def test_a_refusal_that_nobody_awaits_is_a_box_with_its_sentence(qtbot: QtBot, tasks: Tasks, asker: QWidget) -> None:
    spy = QSignalSpy(tasks.failed)

    def refuse(_store: Store) -> None:
        raise UserError("store.none")

    asker.show()
    tasks.act(asker, refuse)
    idle(qtbot, tasks)
    (box,) = boxes()
    assert "comune" in box.text()
    assert [button.text() for button in box.buttons()] == ["Ho capito"]
    assert spy.count() == 1
    box.close()


def test_a_defect_is_told_and_logged_and_the_next_job_runs(
    qtbot: QtBot, tasks: Tasks, asker: QWidget, caplog: pytest.LogCaptureFixture
) -> None:
    """Who asked hears of it too, so as not to wait for ever; the box stands there once."""
    answers: list[str] = []
    told: list[CampanileError] = []

    def hear(error: CampanileError) -> None:
        told.append(error)
        messages.show_error(asker, error)

    tasks.query(asker, lambda _store: 1 // 0, lambda _answer: pytest.fail("answered"), hear)
    tasks.query(asker, pec, answers.append)
    with caplog.at_level(logging.ERROR):
        idle(qtbot, tasks)
    (box,) = boxes()
    assert "difetto" in box.text()
    assert "ZeroDivisionError" in box.detailedText()
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert answers == [""]
    assert [type(error) for error in told] == [Defect]
    box.close()


def test_an_action_tells_all_windows_what_changed(qtbot: QtBot, tasks: Tasks, asker: QWidget) -> None:
    told: list[Changes] = []
    tasks.changed.connect(told.append)
    tasks.act(asker, lambda _store: Changes(municipality=True))
    tasks.act(asker, lambda _store: ("whatever", Changes(funding=True)))
    tasks.act(asker, lambda _store: 7)
    tasks.query(asker, lambda _store: Changes(catalogue=True), lambda _answer: None)
    tasks.act(asker, lambda _store: 1 // 0 or Changes(municipality=True))
    idle(qtbot, tasks)
    assert told == [Changes(municipality=True), Changes(funding=True)]
    for box in boxes():
        box.close()


def test_busy_is_said_once_for_many_jobs(qtbot: QtBot, tasks: Tasks, asker: QWidget) -> None:
    said: list[bool] = []
    tasks.busy.connect(said.append)
    for _time in range(5):
        tasks.query(asker, pec, lambda _answer: None)
    idle(qtbot, tasks)
    assert said == [True, False]


def test_another_store_is_open_after_a_swap(qtbot: QtBot, tasks: Tasks, office: Workspace, asker: QWidget) -> None:
    answers: list[str] = []
    swapped = QSignalSpy(tasks.swapped)

    def name(store: Store) -> str:
        return municipality.show_office(store).name

    tasks.query(asker, name, answers.append)
    tasks.swap(asker, lambda: office.choose("017197"))
    tasks.query(asker, name, answers.append)
    idle(qtbot, tasks)
    assert answers == ["Aprica", "Vestone"]
    assert swapped.count() == 1
    locks = {lock.name: lock.read_text().strip() for lock in office.folder.glob("*.lock")}
    assert [bool(locks[name]) for name in sorted(locks)] == [False, True]  # a337 let go, l812 held


def test_a_swap_that_fails_leaves_the_former_store_open(
    qtbot: QtBot, tasks: Tasks, office: Workspace, asker: QWidget
) -> None:
    told: list[CampanileError] = []
    answers: list[str] = []
    swapped = QSignalSpy(tasks.swapped)
    tasks.act(asker, correct("comune@pec.example"))

    def fail() -> Store:
        office.close()
        raise UserError("store.newer", file="x", found=9, known=1)

    tasks.swap(asker, fail, None, told.append)
    tasks.query(asker, pec, answers.append)
    idle(qtbot, tasks)
    assert [error.code for error in told] == ["store.newer"]
    assert answers == ["comune@pec.example"]
    assert swapped.count() == 0


def test_without_a_store_it_is_said(qtbot: QtBot, qapp: QApplication, asker: QWidget) -> None:
    told: list[CampanileError] = []
    tasks = Tasks(lambda: None, qapp)
    tasks.query(asker, pec, lambda _answer: pytest.fail("answered"), told.append)
    idle(qtbot, tasks)
    tasks.close()
    assert [error.code for error in told] == ["store.none"]


def test_closing_waits_for_what_was_asked_and_lets_go_of_the_store(
    qapp: QApplication, office: Workspace, asker: QWidget
) -> None:
    answers: list[object] = []
    tasks = Tasks(office.open_current, qapp)
    for number in range(5):
        tasks.act(asker, correct(f"comune{number}@pec.example"), answers.append)
    tasks.close()
    assert [lock.read_text().strip() for lock in office.folder.glob("*.lock")] == [""]
    tasks.act(asker, correct("troppo.tardi@pec.example"), answers.append)
    again = Workspace(office.folder, clock=lambda: NOW)
    assert pec(again.need_store()) == "comune4@pec.example"
    again.close()
    qapp.sendPostedEvents()
    assert answers == []
    tasks.close()  # twice is once


def test_what_takes_long_shows_how_far_it_is_and_can_be_stopped(qtbot: QtBot, tasks: Tasks, asker: QWidget) -> None:
    outcome: list[str] = []
    turn = threading.Event()

    def count(_store: Store, progress: Progress, is_cancelled: IsCancelled) -> str:
        progress(3, 10)
        while not is_cancelled():
            turn.wait(0.01)
        return "fermato"

    asker.resize(900, 600)
    asker.show()
    tasks.long(asker, count, outcome.append, title="Conto le righe")
    (strip,) = asker.findChildren(ProgressStrip)
    assert not strip.isVisible()
    qtbot.waitUntil(strip.isVisible, timeout=5_000)
    qtbot.waitUntil(lambda: strip.count.text() == "3 di 10")
    assert (strip.bar.value(), strip.bar.maximum()) == (3, 10)
    assert strip.label.text() == "Conto le righe"
    strip.stop.click()
    assert not strip.stop.isEnabled()
    idle(qtbot, tasks)
    assert outcome == ["fermato"]
    qtbot.waitUntil(lambda: asker.findChildren(ProgressStrip) == [])


def test_what_does_not_take_long_shows_nothing(qtbot: QtBot, tasks: Tasks, asker: QWidget) -> None:
    asker.show()
    shown: list[bool] = []
    tasks.long(asker, lambda _store, _progress, _is_cancelled: 1, lambda _one: shown.append(_has_strip(asker)))
    idle(qtbot, tasks)
    assert shown == [False]
    qtbot.waitUntil(lambda: asker.findChildren(QPushButton) == [])


def test_every_change_that_failed_is_signalled_whoever_was_told(qtbot: QtBot, tasks: Tasks, asker: QWidget) -> None:
    spy = QSignalSpy(tasks.failed)
    tasks.act(asker, _refuse, None, lambda _error: None)
    tasks.query(asker, _refuse, lambda _answer: None, lambda _error: None)
    idle(qtbot, tasks)
    assert spy.count() == 1


def test_a_swap_that_breaks_leaves_the_former_store_open(
    qtbot: QtBot, tasks: Tasks, office: Workspace, asker: QWidget
) -> None:
    told: list[CampanileError] = []
    answers: list[str] = []

    def broken() -> Store:
        office.close()
        raise ZeroDivisionError

    tasks.query(asker, pec, answers.append)
    tasks.swap(asker, broken, None, told.append)
    tasks.query(asker, pec, answers.append)
    idle(qtbot, tasks)
    assert [type(error) for error in told] == [Defect]
    assert answers == ["", ""]
    for box in boxes():
        box.close()


def _refuse(_store: Store) -> None:
    raise UserError("record.gone")


def _given(number: int, _store: Store) -> int:
    return number


def _has_strip(asker: QWidget) -> bool:
    return any(strip.isVisible() for strip in asker.findChildren(ProgressStrip))
