# SPDX-License-Identifier: EUPL-1.2
"""The foot: what is saved, copied and known, each leading to its page."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.shell.status_bar import StatusBar
from app.ui.widgets.toast import Toast
from tests.conftest import NOW
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat
from tests.ui.widgets.conftest import Show


def test_it_says_how_things_stand(clerk: Clerk, show: Show) -> None:
    situation = clerk.window.situation
    assert situation is not None
    bar = StatusBar()
    show(bar, width=1366)
    assert not bar.saved.isVisible()
    bar.show_situation(replace(situation, saved_at=NOW, backup_at=NOW, data_as_of=date(2026, 8, 22)), NOW)
    assert bar.saved.text() == "Salvato alle 09:00"
    assert bar.backup.text() == "Copia di sicurezza: oggi 09:00, verificata"
    assert bar.open_data.text() == "Dati aperti fino al 22/08/2026"
    assert bar.catalogue.text().startswith("Catalogo n. 1 del ")


def test_it_says_what_is_missing(clerk: Clerk, show: Show) -> None:
    situation = clerk.window.situation
    assert situation is not None
    bar = StatusBar()
    show(bar, width=1366)
    bare = replace(situation, saved_at=None, backup_at=None, data_as_of=None, edition=None)
    bar.show_situation(bare, NOW)
    assert bar.backup.text() == "Nessuna copia di sicurezza"
    assert bar.open_data.text() == "Nessun dato aperto"
    assert not bar.catalogue.isVisible()
    bar.show_situation(replace(bare, saved_at=NOW - timedelta(days=3)), NOW)
    assert bar.saved.text() == "Salvato il 20/11/2026"


def test_a_signed_catalogue_names_who_signed_it_until_it_runs_out(clerk: Clerk, show: Show) -> None:
    situation = clerk.window.situation
    assert situation is not None
    assert situation.edition is not None
    bar = StatusBar()
    show(bar, width=1366)
    signed = replace(situation.edition, number=12, publisher="Provincia di Brescia", key_id="0" * 16)
    for until, told in ((NOW.date(), "firma di Provincia di Brescia"), (date(2026, 11, 1), "scaduto il 01/11/2026")):
        bar.show_situation(replace(situation, edition=replace(signed, valid_until=until)), NOW)
        assert bar.catalogue.text() == f"Catalogo n. 12 del 23/11/2026 – {told}"


def test_a_day_ends_at_midnight_in_rome(clerk: Clerk, show: Show) -> None:
    situation = clerk.window.situation
    assert situation is not None
    bar = StatusBar()
    show(bar, width=1366)
    before = datetime(2026, 7, 10, 21, 50, tzinfo=UTC)  # ten to midnight of the 10th
    bar.show_situation(replace(situation, saved_at=before, backup_at=before), before + timedelta(minutes=20))
    assert bar.saved.text() == "Salvato il 10/07/2026"
    assert bar.backup.text() == "Copia di sicurezza: 10/07/2026, verificata"


def test_each_sentence_leads_to_its_page(clerk: Clerk, qtbot: QtBot) -> None:
    bar = clerk.window.findChildren(StatusBar)[-1]
    told = QSignalSpy(bar.chosen)
    for button in (bar.saved, bar.backup, bar.open_data, bar.catalogue):
        clerk.clicks(button)
    assert [told.at(number) for number in range(told.count())] == [
        ["history", ""], ["settings", "backup"], ["funding", ""], ["catalogue", ""],
    ]  # fmt: skip
    qtbot.waitUntil(lambda: clerk.window.pages.name == "catalogue")


def test_in_a_narrow_window_it_is_one_line(new_clerk: Clerk) -> None:
    new_clerk.window.resize(1366, 768)
    status = new_clerk.window.findChild(StatusBar)
    assert isinstance(status, StatusBar)
    assert status.network.isVisible()
    new_clerk.window.resize(700, 512)
    new_clerk.waits()
    assert not status.network.isVisible()


@pytest.mark.parametrize(("zoom", "size"), [(200, (1366, 768)), (150, (911, 512))], ids=["double", "narrow"])
def test_what_a_line_has_no_room_for_is_behind_a_button(
    seat: Seat, example_folder: Path, zoom: int, size: tuple[int, int]
) -> None:
    clerk = seat(example_folder, zoom=zoom, size=size)
    bar = clerk.window.findChildren(StatusBar)[-1]
    lines = {one.geometry().center().y() for one in bar.findChildren(QPushButton) if one.isVisible()}
    assert max(lines) - min(lines) <= 1
    assert bar.saved.isVisible()
    assert not bar.catalogue.isVisible()
    assert bar.catalogue.text() in bar.more.toolTip()
    (last,) = bar.more.menu().actions()[-1:]
    assert last.text() == bar.catalogue.text()
    last.trigger()
    clerk.waits()
    assert clerk.window.pages.name == "catalogue"


@pytest.mark.parametrize("zoom", [100, 200])
def test_what_was_done_is_said_in_the_foot_and_covers_nothing(seat: Seat, example_folder: Path, zoom: int) -> None:
    clerk = seat(example_folder, zoom=zoom)
    bar = clerk.window.findChildren(StatusBar)[-1]
    height = bar.height()
    clerk.window.toast("Modifica aggiunta al contratto di prova", with_undo=True)
    clerk.waits()
    (toast,) = bar.findChildren(Toast)
    assert bar.isAncestorOf(toast)
    assert bar.rect().contains(toast.geometry())
    beside = [one for one in bar.findChildren(QPushButton) if one.isVisible() and one.parentWidget() is bar]
    assert beside
    assert not any(one.geometry().intersects(toast.geometry()) for one in beside)
    assert bar.height() == height, "the page moves under the pointer"
    toast.hide()
    clerk.waits()
    assert bar.saved.isVisible()
