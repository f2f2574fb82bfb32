# SPDX-License-Identifier: EUPL-1.2
"""The window as a whole: what it opens, remembers, copies and says, by keyboard."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.actions import municipality
from app.actions.catalogue import note_service, star_service
from app.store import Store
from app.ui.shell.header import Header
from app.ui.shell.sidebar import Sidebar
from app.ui.shell.status_bar import StatusBar
from app.ui.widgets.banner import Banner
from app.ui.widgets.toast import Toast
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat


def correct(pec: str) -> Callable[[Store], object]:
    def correcting(store: Store) -> object:
        return municipality.correct_office(store, municipality.show_office(store).version, pec=pec)

    return correcting


def does(clerk: Clerk, deed: Callable[[Store], object]) -> None:
    clerk.window.tasks.act(clerk.window, deed)
    clerk.waits()


def closed(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.window.close()
    qtbot.waitUntil(lambda: not clerk.window.isVisible(), timeout=20_000)


def kept(clerk: Clerk) -> dict[str, object]:
    found: dict[str, object] = json.loads((clerk.window.workspace.folder / "settings.json").read_bytes())
    return found


def copies(clerk: Clerk) -> list[Path]:
    return sorted((clerk.window.workspace.folder / "backups").rglob("*.sqlite"))


def toast(clerk: Clerk) -> Toast:
    return clerk.window.findChildren(Toast)[-1]


def test_whose_archive_it_is_stands_in_the_head_and_on_the_band(clerk: Clerk, new_clerk: Clerk) -> None:
    head = clerk.window.findChildren(Header)[-1]
    assert head.comune.text() == "Borgo di Prova"
    assert "000000" in head.place.text()
    assert len(clerk.window.findChildren(Banner)) == 1
    head = new_clerk.window.findChildren(Header)[-1]
    assert (head.comune.text(), head.year.text()) == ("Comune di Aprica", "Anno 2026")
    assert new_clerk.window.findChildren(Banner) == []


def test_the_band_of_the_example_is_not_made_anew_by_each_action(clerk: Clerk) -> None:
    band = clerk.window.findChildren(Banner)[-1]
    assert band.button is not None
    band.button.setFocus()
    does(clerk, correct("uno@pec.example"))
    assert clerk.focus is band.button


def test_the_example_goes_with_one_click(clerk: Clerk) -> None:
    files = clerk.window.workspace.folder
    clerk.clicks(clerk.finds(QPushButton, "Elimina l'esempio"))
    assert clerk.window.pages.name == "start"
    assert list(files.glob("*.sqlite")) == []
    assert not clerk.window.search.isEnabled()


def test_a_start_without_a_comune_asks_for_it(first_clerk: Clerk) -> None:
    assert first_clerk.window.pages.name == "start"
    assert not first_clerk.window.findChildren(Sidebar)[-1].isEnabled()


def test_leaving_makes_the_copy_of_the_day(new_clerk: Clerk, qtbot: QtBot) -> None:
    assert copies(new_clerk) == []
    closed(new_clerk, qtbot)
    assert len(copies(new_clerk)) == 1


def test_leaving_keeps_size_and_place(seat: Seat, aprica_folder: Path, qtbot: QtBot) -> None:
    clerk = seat(aprica_folder)
    clerk.opens("catalogue")
    clerk.window.resize(1200, 700)
    closed(clerk, qtbot)
    window = kept(clerk)["window"]
    assert isinstance(window, dict)
    assert (window["page"], window["width"], window["height"]) == ("catalogue", 1200, 700)
    again = seat(clerk.window.workspace.folder)
    assert again.window.pages.name == "catalogue"


def test_a_note_being_typed_is_kept_on_leaving(seat: Seat, example_folder: Path, qtbot: QtBot) -> None:
    clerk = seat(example_folder)
    page = clerk.opens("funding")
    notes = [widget for widget in page.findChildren(QWidget) if widget.accessibleName().startswith("Nota")]
    editor = next(widget for widget in notes if widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    editor.setFocus()
    QTest.keyClicks(editor, "chiamare la ditta")
    closed(clerk, qtbot)
    again = seat(clerk.window.workspace.folder)
    again.opens("history")
    found: list[str] = []
    again.window.tasks.query(again.window, _notes, found.extend)
    again.waits()
    assert any("chiamare la ditta" in note for note in found)


def test_where_the_copy_fails_it_is_asked_first(new_clerk: Clerk, qtbot: QtBot) -> None:
    folder = new_clerk.window.workspace.folder
    (folder / "backups").write_text("una cartella non si può fare qui")
    answered: list[str] = []

    def answer(word: str) -> Callable[[], bool]:
        def answering() -> bool:
            boxes = [box for box in new_clerk.window.findChildren(QMessageBox) if box.isVisible()]
            for box in boxes:
                button = next(one for one in box.buttons() if one.text() == word)
                answered.append(box.text())
                button.click()
            return bool(boxes)

        return answering

    from PySide6.QtCore import QTimer

    timer = QTimer()
    timer.timeout.connect(answer("Lascia com'è"))
    timer.start(20)
    new_clerk.window.close()
    qtbot.waitUntil(lambda: bool(answered), timeout=20_000)
    timer.stop()
    new_clerk.waits()
    assert new_clerk.window.isVisible()
    assert "La copia di sicurezza non è riuscita" in answered[0]
    does(new_clerk, correct("ancora@pec.example"))  # one can go on working
    (folder / "backups").unlink()
    closed(new_clerk, qtbot)
    assert len(copies(new_clerk)) == 1


def test_undo_says_what_it_took_back(clerk: Clerk) -> None:
    does(clerk, correct("uno@pec.example"))
    clerk.presses("Ctrl+Z")
    assert toast(clerk).isVisible()
    assert toast(clerk).label.text().startswith("Annullato: ")
    clerk.presses("Ctrl+Shift+Z")
    assert toast(clerk).label.text().startswith("Ripetuto: ")


def test_a_copy_is_made_from_the_menu_and_stands_in_the_foot(clerk: Clerk) -> None:
    clerk.window.back_up()
    clerk.waits()
    (made,) = copies(clerk)
    assert made.name in toast(clerk).label.text()
    assert "oggi" in clerk.window.findChildren(StatusBar)[-1].backup.text()


def test_f6_goes_round_the_parts_of_the_window(clerk: Clerk) -> None:
    parts = [Header, Sidebar, QWidget, StatusBar]
    clerk.window.search.setFocus()
    went = []
    for _time in parts:
        clerk.presses("F6")
        focus = clerk.focus
        inside = [kind for kind in (Header, Sidebar, StatusBar) if _within(focus, kind)]
        went.append(inside[0] if inside else QWidget)
    assert went == [Sidebar, QWidget, StatusBar, Header]


def test_searching_leads_to_the_page_of_the_hit(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.opens("history")
    clerk.presses("Ctrl+K")
    box = clerk.window.search
    clerk.types("PAB-01")
    qtbot.waitUntil(lambda: box.popup is not None and box.popup.isVisible())
    clerk.presses("Return")
    assert clerk.window.pages.name == "catalogue"
    assert any("PAB-01" in words for words in clerk.reads(clerk.page))


def test_ctrl_f_is_the_search_of_the_page_where_it_has_one(clerk: Clerk) -> None:
    clerk.opens("catalogue")
    clerk.presses("Ctrl+F")
    assert clerk.page.isAncestorOf(clerk.focus)
    clerk.opens("help")
    clerk.presses("Ctrl+F")
    assert clerk.page.isAncestorOf(clerk.focus) or clerk.focus is clerk.window.search


def test_another_zoom_keeps_the_page_and_is_remembered(clerk: Clerk) -> None:
    clerk.opens("catalogue")
    clerk.presses("Ctrl++")
    assert clerk.window.theme.zoom > 100
    assert clerk.window.pages.name == "catalogue"
    assert kept(clerk)["zoom"] == clerk.window.theme.zoom
    assert clerk.window.findChildren(Header)[-1].comune.text() == "Borgo di Prova"
    clerk.presses("Ctrl+0")
    assert clerk.window.theme.zoom == 100


@pytest.mark.parametrize("theme", ["dark", "contrast", "light"])
def test_another_look_is_put_on_at_once_and_remembered(clerk: Clerk, theme: str) -> None:
    clerk.window.set_theme(theme)
    clerk.waits()
    assert kept(clerk)["theme"] == theme
    corner = clerk.window.grab().toImage().pixelColor(3, clerk.window.height() // 2)
    assert (corner.lightness() < 128) == (theme != "light")


def test_what_this_program_is(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.window.about()
    box = clerk.dialog(QMessageBox)
    assert "EUPL-1.2" in box.text()
    box.close()
    qtbot.waitUntil(lambda: clerk.window.findChildren(QMessageBox) == [])


def test_a_page_without_a_print_says_so(clerk: Clerk) -> None:
    page = clerk.opens("help")
    clerk.presses("Ctrl+P")
    if not hasattr(page, "print_page"):
        assert toast(clerk).label.text() == "Questa pagina non ha una stampa."


def _within(widget: QWidget, kind: type[QWidget]) -> bool:
    parent: QWidget | None = widget
    while parent is not None and not isinstance(parent, kind):
        parent = parent.parentWidget()
    return parent is not None


def _notes(store: Store) -> list[str]:
    from app.actions import funding

    return [project.note for project in funding.list_projects(store)]


def test_the_toast_takes_back_only_what_it_says(clerk: Clerk) -> None:
    clerk.window.tasks.act(clerk.window, partial(star_service, code="BAS-02", is_starred=True))
    clerk.waits()
    clerk.window.toast("Stella messa a BAS-02", with_undo=True)
    assert clerk.finds(QPushButton, "Annulla").isVisible()
    clerk.window.tasks.act(clerk.window, partial(note_service, code="BAS-03", seen=0, note="un'altra cosa"))
    clerk.waits()
    assert not any(
        button.text() == "Annulla" for button in clerk.window.findChildren(QPushButton) if button.isVisible()
    )
    assert clerk.sees("Stella messa a BAS-02")
