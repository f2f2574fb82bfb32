# SPDX-License-Identifier: EUPL-1.2
"""The private note: what was typed is kept, whatever one does next, and when it cannot be kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.actions.catalogue import note_service, star_service
from app.domain.catalogue import ServiceMark
from app.ui.catalogue.page import CataloguePage
from app.ui.widgets.link import Link
from tests.ui.clerk import Clerk

Mark = Callable[[str], ServiceMark]


def _editor(page: CataloguePage) -> QPlainTextEdit:
    return page.service.note.field.editor


def test_a_note_keeps_itself_after_a_rest(clerk: Clerk, page: CataloguePage, mark: Mark, qtbot: QtBot) -> None:
    clerk.types("chiedere in Provincia è meglio", _editor(page))
    qtbot.waitUntil(lambda: not page.service.note.field.has_typed)
    clerk.waits()
    assert mark("BAS-01").note == "chiedere in Provincia è meglio"
    assert clerk.focus is _editor(page)


def test_a_note_is_one_line_of_the_history_and_taken_back(
    clerk: Clerk, page: CataloguePage, mark: Mark, last_titles: Callable[[int], list[str]]
) -> None:
    star = partial(star_service, code="BAS-02", is_starred=True)  # else the note goes on where the example ended
    clerk.window.tasks.act(clerk.window, star)
    clerk.opens("catalogue", "PAB-01")
    before = _editor(page).toPlainText()
    assert before
    clerk.types("Poi: ", _editor(page))
    page.table.setFocus()
    clerk.waits()
    assert last_titles(1) == ["Nota su PAB-01"]
    assert mark("PAB-01").note == f"Poi: {before}"
    clerk.presses("Ctrl+Z")
    assert mark("PAB-01").note == before
    assert _editor(page).toPlainText() == before


def test_another_row_keeps_the_note_of_the_first(clerk: Clerk, page: CataloguePage, mark: Mark) -> None:
    clerk.types("da fare a maggio", _editor(page))
    page.table.choose("BAS-02")
    clerk.waits()
    assert mark("BAS-01").note == "da fare a maggio"
    assert mark("BAS-02").note == ""
    assert _editor(page).toPlainText() == ""
    page.table.choose("BAS-01")
    clerk.waits()
    assert _editor(page).toPlainText() == "da fare a maggio"


def test_leaving_for_a_centre_keeps_the_note(clerk: Clerk, page: CataloguePage, mark: Mark) -> None:
    clerk.types("sentire il CIT", _editor(page))
    clerk.opens("centres", "CIT-BRESCIA")
    assert mark("BAS-01").note == "sentire il CIT"


def test_a_star_meanwhile_leaves_the_typing_alone(clerk: Clerk, page: CataloguePage, mark: Mark) -> None:
    clerk.types("prima", _editor(page))
    clerk.presses("Ctrl+D")
    clerk.presses("End")
    clerk.types(" e dopo")
    page.service.leave()
    clerk.waits()
    assert mark("BAS-01").note == "prima e dopo"
    assert mark("BAS-01").is_starred
    assert not page.service.note.trouble.isVisible()


def test_closing_the_window_keeps_the_note(clerk: Clerk, page: CataloguePage, qtbot: QtBot) -> None:
    clerk.types("scritto all'ultimo", _editor(page))
    folder = clerk.window.workspace.folder
    clerk.window.close()
    qtbot.waitUntil(lambda: not clerk.window.isVisible())
    from app.actions.catalogue import show_service
    from app.actions.workspace import Workspace

    again = Workspace(folder)
    assert show_service(again.need_store(), "BAS-01").mark.note == "scritto all'ultimo"
    again.close()


def _another_writes(clerk: Clerk, mark: Mark, note: str) -> None:
    seen = mark("BAS-01").version
    clerk.window.tasks.act(clerk.window, lambda store: note_service(store, "BAS-01", seen, note))
    clerk.waits()


def test_a_note_changed_meanwhile_is_told_and_both_are_kept(clerk: Clerk, page: CataloguePage, mark: Mark) -> None:
    clerk.types("la mia", _editor(page))
    _another_writes(clerk, mark, "l'altra")
    page.service.leave()
    clerk.waits()
    assert mark("BAS-01").note == "l'altra"
    assert _editor(page).toPlainText() == "la mia"
    assert clerk.sees("La modifica non è stata salvata", page.service)
    assert clerk.sees("«l'altra»", page.service)
    page.table.choose("BAS-02")
    clerk.waits()
    assert not page.service.note.trouble.isVisible()
    page.table.choose("BAS-01")
    clerk.waits()
    assert _editor(page).toPlainText() == "la mia"
    clerk.clicks(clerk.finds(Link, "Salva la mia"))
    assert mark("BAS-01").note == "la mia"
    assert not page.service.note.trouble.isVisible()


def test_the_other_note_may_stay(clerk: Clerk, page: CataloguePage, mark: Mark) -> None:
    clerk.types("la mia", _editor(page))
    _another_writes(clerk, mark, "l'altra")
    page.service.leave()
    clerk.waits()
    clerk.clicks(clerk.finds(Link, "Tieni quella dell'archivio"))
    assert _editor(page).toPlainText() == "l'altra"
    assert mark("BAS-01").note == "l'altra"
    assert not page.service.note.trouble.isVisible()


def test_markup_in_a_note_stays_text(clerk: Clerk, page: CataloguePage, mark: Mark) -> None:
    clerk.types("<b>=1+1</b>", _editor(page))
    page.service.leave()
    clerk.waits()
    page.table.choose("BAS-02")
    clerk.waits()
    page.table.choose("BAS-01")
    clerk.waits()
    assert _editor(page).toPlainText() == mark("BAS-01").note == "<b>=1+1</b>"
