# SPDX-License-Identifier: EUPL-1.2
"""The first start: a comune is found, chosen, and its archive is there, by keyboard and by mouse."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from app.domain.folding import fold
from app.ui.start.page import StartPage
from app.ui.widgets.link import Link
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat

_CLICKS, _KEYS = 4, 6  # task T1: within so many, letters typed not counted


def _page(clerk: Clerk) -> StartPage:
    page = clerk.page
    assert isinstance(page, StartPage)
    return page


def _found(clerk: Clerk) -> list[tuple[str, str]]:
    return [(row.name, row.province) for row in _page(clerk).finder.table.rows()]


def _row(clerk: Clerk, name: str, province: str) -> QPoint:
    table = _page(clerk).finder.table
    place = _found(clerk).index((name, province))
    return table.view.visualRect(table.model.index(place, 0)).center()


def _file(clerk: Clerk, name: str) -> Path:
    return clerk.window.workspace.folder / name


def test_by_keyboard_within_six_keys(first_clerk: Clerk) -> None:
    clerk = first_clerk
    keys = ["Down", "Return", "Return"]
    clerk.types("apr")
    for key in keys:
        clerk.presses(key)
    assert len(keys) <= _KEYS
    _stands_at_home(clerk)


def test_by_mouse_within_four_clicks(first_clerk: Clerk) -> None:
    clerk = first_clerk
    clerk.types("apri")
    clicks = 0
    for target, at in (
        (_page(clerk).finder.table.view.viewport(), _row(clerk, "Aprica", "SO")),
        (clerk.finds(QPushButton, "Continua"), None),
    ):
        clerk.clicks(target, at)
        clicks += 1
    assert clicks <= _CLICKS
    _stands_at_home(clerk)


def _stands_at_home(clerk: Clerk) -> None:
    assert clerk.window.pages.name == "home"
    assert clerk.window.situation is not None
    assert clerk.window.situation.office.name == "Aprica"
    store = _file(clerk, "comune-a337.sqlite")
    assert store.is_file()
    if sys.platform != "win32":
        assert store.stat().st_mode & 0o777 == 0o600


def test_one_can_type_at_once_and_continue_waits_for_a_choice(first_clerk: Clerk) -> None:
    clerk = first_clerk
    assert clerk.focus is _page(clerk).finder.field
    go = clerk.finds(QPushButton, "Continua")
    assert not go.isEnabled()
    clerk.types("vesto")
    assert not go.isEnabled()
    clerk.presses("Down")
    assert go.isEnabled()
    assert clerk.sees("Comune di Vestone")
    assert clerk.sees("provincia di Brescia (BS), Lombardia")
    clerk.types("x", _page(clerk).finder.field)
    assert not go.isEnabled()
    assert clerk.sees("Nessun comune si chiama «vestox»")


def test_homonyms_are_told_apart_by_province(first_clerk: Clerk) -> None:
    first_clerk.types("castro")
    assert [place for name, place in _found(first_clerk) if name == "Castro"] == ["BG", "LE"]
    first_clerk.clicks(_page(first_clerk).finder.table.view.viewport(), _row(first_clerk, "Castro", "LE"))
    assert first_clerk.sees("provincia di Lecce (LE), Puglia")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("brixen", "Bressanone"),
        ("bressanone", "Bressanone"),
        ("014004", "Aprica"),
        ("a337", "Aprica"),
        ("forli", "Forlì"),
        ("re", "Re"),
    ],
)
def test_other_names_and_codes_are_found(first_clerk: Clerk, typed: str, name: str) -> None:
    first_clerk.types(typed)
    assert _found(first_clerk)[0][0] == name


def test_enter_on_the_only_one_found_leads_to_continue(first_clerk: Clerk) -> None:
    first_clerk.types("014004")
    first_clerk.presses("Return")
    assert first_clerk.focus is first_clerk.finds(QPushButton, "Continua")
    first_clerk.presses("Return")
    _stands_at_home(first_clerk)


def test_enter_among_several_goes_into_the_list_and_up_and_down_choose(first_clerk: Clerk) -> None:
    first_clerk.types("apri")
    first_clerk.presses("Return")
    assert first_clerk.sees("Comune di Aprica")
    first_clerk.presses("Down")
    assert first_clerk.sees("Comune di Apricale")
    assert _page(first_clerk).finder.table.view.selectionModel().hasSelection()


def test_tab_into_the_list_marks_what_it_chooses(first_clerk: Clerk) -> None:
    first_clerk.types("apri")
    first_clerk.presses("Tab")
    view = _page(first_clerk).finder.table.view
    assert view.hasFocus()
    assert [index.row() for index in view.selectionModel().selectedRows()] == [0]


def test_comune_without_istat_code_is_opened_too(first_clerk: Clerk) -> None:
    first_clerk.types("M439")
    for key in ("Return", "Return"):
        first_clerk.presses(key)
    assert first_clerk.window.situation is not None
    assert fold(first_clerk.window.situation.office.name) == "castegnero nanto"


def test_example_is_one_click_away(first_clerk: Clerk) -> None:
    first_clerk.clicks(first_clerk.finds(QPushButton, "Prova con un comune di esempio"))
    assert first_clerk.window.pages.name == "home"
    assert first_clerk.sees("Comune di esempio: nomi, progetti, pratiche e importi sono inventati.")
    assert _file(first_clerk, "esempio.sqlite").is_file()


def test_data_folder_is_shown_and_let_alone_where_it_is_safe(first_clerk: Clerk) -> None:
    page = _page(first_clerk)
    shown = page.folder.path.text().replace("\N{ZERO WIDTH SPACE}", "")
    assert shown == str(first_clerk.window.workspace.folder)
    assert not page.folder.warning.isVisible()


def test_folder_of_a_cloud_is_warned_of_before_anything_is_written(seat: Seat) -> None:
    clerk = seat(named="OneDrive - Comune ")
    assert clerk.sees("La cartella è tenuta uguale da OneDrive")
    assert not list(clerk.window.workspace.folder.glob("*.sqlite"))


def test_store_that_is_not_ours_is_told_and_the_choice_kept(first_clerk: Clerk) -> None:
    _file(first_clerk, "comune-a337.sqlite").write_bytes(b"appunti di un altro programma" * 100)
    first_clerk.types("014004")
    for key in ("Return", "Return"):
        first_clerk.presses(key)
    assert first_clerk.sees("Il comune non è stato aperto")
    assert first_clerk.sees("Il file comune-a337.sqlite non è un archivio di Campanile.")
    assert first_clerk.sees("Comune di Aprica")
    assert first_clerk.finds(QPushButton, "Continua").isEnabled()


def test_later_another_comune_is_opened_and_the_first_is_kept(new_clerk: Clerk) -> None:
    new_clerk.opens("start")
    assert new_clerk.finds(Link, "Aprica (SO)").isEnabled()
    new_clerk.types("vestone")
    for key in ("Down", "Return", "Return"):
        new_clerk.presses(key)
    assert new_clerk.sees("Comune di Vestone")
    new_clerk.opens("start")
    new_clerk.clicks(new_clerk.finds(Link, "Aprica (SO)"))
    assert new_clerk.sees("Comune di Aprica")
    assert {file.name for file in new_clerk.window.workspace.folder.glob("*.sqlite")} == {
        "comune-a337.sqlite",
        "comune-l812.sqlite",
    }


def test_later_one_can_go_back_without_choosing(new_clerk: Clerk) -> None:
    new_clerk.opens("start")
    new_clerk.clicks(new_clerk.finds(QPushButton, "Torna a Inizio"))
    assert new_clerk.window.pages.name == "home"


def test_narrow_window_brings_the_button_into_sight(seat: Seat) -> None:
    clerk = seat(size=(911, 512))
    clerk.types("014004")
    clerk.presses("Return")
    go = clerk.finds(QPushButton, "Continua")
    seen = go.mapTo(clerk.window.pages, QPoint(0, go.height()))
    assert clerk.focus is go
    assert 0 < seen.y() <= clerk.window.pages.height()
    assert go.focusPolicy() & Qt.FocusPolicy.TabFocus
