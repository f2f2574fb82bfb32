# SPDX-License-Identifier: EUPL-1.2
"""Every part of every page opens: its lists row by row, its chips, its forms; nothing breaks or mutters."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMessageBox, QWidget

from app.actions.concessions import list_concessions
from app.actions.contracts import survey_contracts
from app.store import Store
from app.ui.contract.parts_page import PartsPage
from app.ui.contract.stack import BrokenPart
from app.ui.shell.pages import REGISTRY
from app.ui.widgets.chips import Chips
from app.ui.widgets.table import DataTable
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat

PAGES = sorted(name for name in REGISTRY if name not in ("start", "contract", "concession"))
PARTED = ("contract", "concession")
_SAID_OF_EVERY_WINDOW = "propagateSizeHints"
_AT_MOST = 12  # rows of a list; the others are of the same kinds
_ANSWER_MS = 20


class Closer:
    """Leaves each dialog as soon as it is open, as Esc does, and remembers what it said."""

    def __init__(self) -> None:
        self.left: list[str] = []
        self.defects: list[str] = []
        self._timer = QTimer(interval=_ANSWER_MS)
        self._timer.timeout.connect(self._leave)
        self._timer.start()

    def stop(self) -> None:
        """Leave no more."""
        self._timer.stop()
        self._leave()

    def _leave(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if not isinstance(widget, QDialog) or not widget.isVisible():
                continue
            if isinstance(widget, QMessageBox) and widget.icon() is QMessageBox.Icon.Critical:
                self.defects.append(widget.detailedText() or widget.text())
            self.left.append(type(widget).__name__)
            widget.reject()


@pytest.fixture
def closer(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> Iterator[Closer]:
    """Fails the test for any defect that was shown, logged or muttered."""
    made = Closer()
    yield made
    made.stop()
    assert made.defects == []
    assert [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.ERROR] == []
    said = [line for line in capfd.readouterr().err.splitlines() if _SAID_OF_EVERY_WINDOW not in line]
    assert said == [], "\n".join(said)


@pytest.mark.parametrize("name", PAGES)
def test_every_list_and_form_of_a_page_opens(seat: Seat, example_folder: Path, closer: Closer, name: str) -> None:
    clerk = seat(example_folder)
    clerk.opens(name)
    _walk_chips(clerk, name)
    _walk_rows(clerk, clerk.page)
    _open_forms(clerk, name, "")
    assert clerk.opens(name).isVisible()
    assert closer.defects == []


@pytest.mark.parametrize("name", PARTED)
def test_every_part_opens_with_its_forms(seat: Seat, example_folder: Path, closer: Closer, name: str) -> None:
    clerk = seat(example_folder)
    numbers = _numbers(clerk, name)
    assert numbers
    for place, number in enumerate(numbers):
        page = clerk.opens(name, number)
        assert isinstance(page, PartsPage)
        for key in [row.key for row in page.table.rows()]:
            clerk.opens(name, f"{number}:{key}")
            panel = page.stack.panels[key]
            assert page.stack.currentWidget() is panel
            assert not isinstance(panel.section, BrokenPart), f"{name} {number}: {key}"
            assert any(clerk.reads(panel.section)), f"{name} {number}: {key} says nothing"
            if place == 0:
                _walk_rows(clerk, panel.section)
                _open_forms(clerk, name, f"{number}:{key}")
    assert closer.left, "no form was opened"


def _numbers(clerk: Clerk, name: str) -> list[str]:
    found: list[str] = []
    clerk.window.tasks.query(clerk.window, lambda store: _keys(store, name), found.extend)
    clerk.waits()
    return found


def _keys(store: Store, name: str) -> list[str]:
    if name == "contract":
        return [str(row.contract.id) for row in survey_contracts(store)]
    return [str(one.id) for one in list_concessions(store)]


def _walk_chips(clerk: Clerk, name: str) -> None:
    for chips in [one for one in clerk.page.findChildren(Chips) if one.isVisible()]:
        for chip in chips.findChildren(QAbstractButton):
            if shiboken6.isValid(chip) and chip.isVisible() and chip.isEnabled():
                chip.click()
                clerk.waits()
                assert clerk.window.pages.name == name


def _walk_rows(clerk: Clerk, within: QWidget) -> None:
    for table in within.findChildren(DataTable):
        for place in range(min(_AT_MOST, len(table.rows()))):
            if not shiboken6.isValid(table) or not table.isVisible():
                break
            table.view.selectRow(place)
            clerk.waits()


def _open_forms(clerk: Clerk, name: str, key: str) -> None:
    """Press what asks for more before it does anything: the words end in dots, or name something new."""
    for words in _asking(clerk):
        clerk.opens(name, key)
        found = [one for one in _buttons(clerk) if one.text() == words]
        if found:
            found[0].click()
            clerk.waits()


def _asking(clerk: Clerk) -> list[str]:
    begins = ("Aggiungi", "Nuov", "Registra", "Correggi", "Modifica", "Scrivi", "Importa")
    asking = [one.text() for one in _buttons(clerk) if one.text().endswith("…") or one.text().startswith(begins)]
    return list(dict.fromkeys(asking))


def _buttons(clerk: Clerk) -> list[QAbstractButton]:
    """Those of the page that do a thing; one with a menu waits for the mouse, its actions are tested where they are."""
    found = clerk.page.findChildren(QAbstractButton)
    return [
        one
        for one in found
        if one.isVisible() and one.isEnabled() and one.text() and getattr(one, "menu", lambda: None)() is None
    ]
