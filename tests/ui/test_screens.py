# SPDX-License-Identifier: EUPL-1.2
"""What every screen must be, written once for all of them."""

from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QToolButton, QWidget

from app import settings as app_settings
from app.actions import catalogue, funding, municipality
from app.store import Store
from app.text import _
from app.ui.application import speak
from app.ui.main_window import MainWindow
from app.ui.pictures import settle
from app.ui.shell.pages import REGISTRY
from app.ui.theme import Theme
from installer import translate
from tests.conftest import NOW
from tests.ui import looking
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat

PAGES = sorted(name for name in REGISTRY if name != "start")
EVERY = pytest.mark.parametrize("name", PAGES)
EVERY_AND_START = pytest.mark.parametrize("name", [*PAGES, "start"])
ENGLISH = re.compile(
    r"\b(the|with|your|save|cancel|close|yes|search|settings|delete|loading|next|error|open file|choose|please)\b",
    re.IGNORECASE,
)
RED = 0xFFFF0000
SAFE_TIP = re.compile(r"<qt>([^<]|<br>)*</qt>")


def sit(seat: Seat, name: str, folder: Path, zoom: int = 100, size: tuple[int, int] = (1366, 768)) -> Clerk:
    """Before the page of that name, of a window on that data folder."""
    if name == "start":
        return seat(zoom=zoom, size=size)
    clerk = seat(folder, zoom=zoom, size=size)
    clerk.opens(name)
    return clerk


def settled(clerk: Clerk, look: Callable[[QWidget], list[str]]) -> list[str]:
    """What is found once the layouts, which Qt puts off, have come to rest."""
    for _time in range(10):
        if not look(clerk.window):
            break
        clerk.waits()
    return look(clerk.window)


def none(found: list[str]) -> None:
    assert not found, "\n" + "\n".join(found)


def dialogs() -> list[str]:
    shown = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()]
    return [box.text() if isinstance(box, QMessageBox) else box.windowTitle() for box in shown]


@EVERY_AND_START
def test_it_opens_full_and_names_itself(seat: Seat, example_folder: Path, name: str) -> None:
    clerk = sit(seat, name, example_folder)
    title = clerk.page.TITLE  # type: ignore[attr-defined] # of the protocol Page
    known = {message.id for message in translate.current()}
    assert title in known, "gettext does not know the title of the page"
    assert clerk.window.windowTitle().startswith(_(title))
    if name != "start":
        assert "Borgo di Prova" in clerk.window.windowTitle()
    assert dialogs() == []
    assert len(list(clerk.reads(clerk.page))) > 2


@EVERY
def test_it_opens_empty_and_says_what_to_do(seat: Seat, aprica_folder: Path, name: str) -> None:
    clerk = sit(seat, name, aprica_folder)
    assert dialogs() == []
    assert len(list(clerk.reads(clerk.page))) > 2


@EVERY_AND_START
def test_everything_has_a_name(seat: Seat, example_folder: Path, name: str) -> None:
    clerk = sit(seat, name, example_folder)
    none(looking.nameless(clerk.window))
    none(looking.misnamed(clerk.window))


@pytest.mark.parametrize("store", ["example_folder", "aprica_folder"], ids=["full", "empty"])
@EVERY_AND_START
def test_tab_goes_everywhere_and_comes_back(seat: Seat, request: pytest.FixtureRequest, name: str, store: str) -> None:
    clerk = sit(seat, name, request.getfixturevalue(store))
    if clerk.window.focusWidget() is None:
        clerk.presses("F6")
    stops = looking.way_of_tab()
    missed = looking.focusable(clerk.window) - set(stops)
    none(sorted(map(looking.told, missed)))
    assert QApplication.focusWidget() is stops[0], f"trapped in {looking.told(stops[-1])}"
    none(looking.backwards(stops))


@EVERY_AND_START
def test_what_has_the_keyboard_is_seen(seat: Seat, example_folder: Path, name: str) -> None:
    clerk = sit(seat, name, example_folder)
    QApplication.setCursorFlashTime(0)
    if clerk.window.focusWidget() is None:
        clerk.presses("F6")
    unseen = []
    for _stop in range(min(60, len(looking.focusable(clerk.window)))):
        focused = clerk.focus
        clerk.waits()
        with_it = looking.grabbed(clerk.window, focused)
        clerk.presses("Tab")
        if with_it == looking.grabbed(clerk.window, focused):
            unseen.append(looking.told(focused))
    none(unseen)


@pytest.mark.parametrize(
    ("zoom", "size"), [(100, (1366, 768)), (100, (911, 512)), (200, (1366, 768))], ids=["full", "small", "double"]
)
@EVERY_AND_START
def test_no_word_is_cut(seat: Seat, example_folder: Path, name: str, zoom: int, size: tuple[int, int]) -> None:
    clerk = sit(seat, name, example_folder, zoom=zoom, size=size)
    none(settled(clerk, looking.cut))
    none(settled(clerk, looking.outside))


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)], ids=["full", "small"])
@EVERY_AND_START
def test_nothing_is_pushed_to_the_side(seat: Seat, example_folder: Path, name: str, size: tuple[int, int]) -> None:
    clerk = sit(seat, name, example_folder, size=size)
    none(settled(clerk, looking.scrolled_sideways))
    assert (clerk.window.width(), clerk.window.height()) == size


@EVERY_AND_START
def test_no_english_is_said_in_italian(seat: Seat, example_folder: Path, name: str) -> None:
    clerk = sit(seat, name, example_folder)
    said = list(clerk.reads())
    said += [action.text() for action in clerk.window.findChildren(QAction)]
    for widget in looking.seen(clerk.window, QWidget):
        said += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        said += [widget.placeholderText()] if isinstance(widget, QLineEdit) else []
    said += [button.toolTip() for button in clerk.window.findChildren(QToolButton)]
    none([words for words in said if ENGLISH.search(words)])


def test_qts_own_words_are_italian(clerk: Clerk) -> None:
    for context, word, italian in (
        ("QPlatformTheme", "Cancel", "Annulla"), ("QPlatformTheme", "Save", "Salva"), ("QPlatformTheme", "&Yes", "&Sì"),
    ):  # fmt: skip
        assert QCoreApplication.translate(context, word) == italian
    menu = QLineEdit(clerk.window).createStandardContextMenu()
    assert any("Copia" in action.text() for action in menu.actions())
    menu.deleteLater()


@EVERY
def test_a_page_that_is_left_for_good_is_freed(clerk: Clerk, name: str) -> None:
    page = weakref.ref(clerk.opens(name))
    gone: list[bool] = []
    clerk.page.destroyed.connect(lambda: gone.append(True))
    clerk.window.pages.forget()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    clerk.opens("history" if name != "history" else "catalogue")
    gc.collect()
    assert gone == [True]
    assert page() is None, "the page is still held"


def test_a_closed_window_is_freed_with_all_its_pages(qapp: QApplication, tmp_path: Path, example_folder: Path) -> None:
    import shutil

    folder = Path(shutil.copytree(example_folder, tmp_path / "dati"))
    speak("it")
    look = Theme(qapp)
    look.apply("light", 100)
    window = MainWindow(folder, "", app_settings.load(folder), look, clock=lambda: NOW)
    window.show()
    settle(window)
    for name in PAGES:
        window.open_page(name)
        settle(window)
    kept: list[weakref.ref[Any]] = [weakref.ref(window), *(weakref.ref(window.pages.page(name)) for name in PAGES)]
    window.tasks.close()
    window.hide()
    window.deleteLater()
    look.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [type(one()).__name__ for one in kept if one() is not None] == []


@EVERY
def test_markup_of_the_user_stays_text(seat: Seat, example_folder: Path, tmp_path: Path, name: str) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor(255, 0, 0))
    assert picture.save(str(tmp_path / "rosso.png"))
    clerk = seat(example_folder)
    hostile = f'<img src="{(tmp_path / "rosso.png").as_uri()}"><h1>a</h1> & <b>b</b>'
    clerk.window.tasks.act(clerk.window, lambda store: _write_everywhere(store, hostile))
    clerk.waits()
    clerk.opens(name)
    clerk.window.toast(hostile)
    clerk.waits()
    assert not looking.has_colour(clerk.window.grab().toImage(), RED)
    rich = [one for one in clerk.window.findChildren(QLabel) if one.textFormat() is not Qt.TextFormat.PlainText]
    none([looking.told(one) for one in rich if one.text()])
    none([tip for tip in looking.tips(clerk.window) if GuiQt.mightBeRichText(tip) and not SAFE_TIP.fullmatch(tip)])


def _write_everywhere(store: Store, text: str) -> object:
    office = municipality.show_office(store)
    changes = municipality.correct_office(store, office.version, name=text, address=text, phone=text)
    for person in municipality.list_people(store):
        municipality.correct_person(store, person.id, person.version, name=text)
    for project in funding.list_projects(store):
        funding.annotate_project(store, project.id, project.version, text)
    for row in catalogue.search_services(store).services[:3]:
        catalogue.note_service(store, row.service.code, row.mark.version, text)
    return changes
