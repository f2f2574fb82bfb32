# SPDX-License-Identifier: EUPL-1.2
"""Searching, choosing, following links and coming back, printing, exporting."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.ui.catalogue.page import CataloguePage
from app.ui.widgets.button import Button
from app.ui.widgets.link import Link, LongLink
from app.ui.widgets.pdf_preview import PdfPreview
from tests.ui.catalogue.conftest import codes
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat


def test_the_page_opens_on_the_first_service_of_all(clerk: Clerk, page: CataloguePage) -> None:
    assert len(codes(page)) == 93
    assert page.table.current().service.code == codes(page)[0] == "BAS-01"
    assert clerk.sees("Adesione al centro di aggregazione", page.service)
    assert clerk.sees("93 servizi su 93 · 20 obbligatori per legge · 3 con stella", page.header)


@pytest.mark.parametrize("words", ["pagopa", "PAGOPÀ", "incassi pag"])
def test_words_are_found_without_accents_and_unfinished(clerk: Clerk, page: CataloguePage, words: str) -> None:
    clerk.types(words, page.search_field())
    clerk.presses("Return")
    assert "PAB-01" in codes(page)
    assert len(codes(page)) < 93
    assert page.table.current() is not None
    assert clerk.sees(f"{len(codes(page))} servizi su 93", page.table)


def test_the_search_needs_no_enter(clerk: Clerk, page: CataloguePage, qtbot: QtBot) -> None:
    clerk.types("pagopa", page.search_field())
    qtbot.waitUntil(lambda: 0 < len(codes(page)) < 93)


def test_escape_shows_all_again(clerk: Clerk, page: CataloguePage) -> None:
    clerk.types("pagopa", page.search_field())
    clerk.presses("Return")
    clerk.presses("Escape")
    assert page.search_field().text() == ""
    assert len(codes(page)) == 93


def test_the_nearest_come_first_until_a_head_is_clicked(clerk: Clerk, page: CataloguePage) -> None:
    clerk.types("sito", page.search_field())
    clerk.presses("Return")
    assert clerk.sees("i più vicini alle parole cercate prima", page.table)
    header = page.table.view.horizontalHeader()
    header.sectionClicked.emit(page.table.model.place("name"))
    names = [row.service.name.casefold() for row in page.table.rows()]
    assert names == sorted(names)
    assert not clerk.sees("i più vicini", page.table)


def test_ctrl_f_and_the_arrow_lead_into_the_rows(clerk: Clerk, page: CataloguePage) -> None:
    clerk.presses("Ctrl+F")
    assert page.search_field().hasFocus()
    clerk.presses("Down")
    assert page.table.view.hasFocus()
    clerk.presses("Down")
    assert page.service.card is not None
    assert page.service.card.service.code == "BAS-02"


def test_tab_goes_through_the_page_as_it_is_read(clerk: Clerk, page: CataloguePage) -> None:
    clerk.opens("catalogue", "PAB-01")
    filters, service = page.filters, page.service
    filters.search.setFocus()
    stops: list[QWidget] = []
    while clerk.focus is not service.star:
        stops.append(clerk.focus)
        clerk.presses("Tab")
        assert len(stops) < 40, "Tab does not reach the star"
    inside = (filters.search, filters.flags, filters.areas, filters.measure, filters.centre, page.table, service)
    passed = [next(part for part in inside if part is stop or part.isAncestorOf(stop)) for stop in stops]
    assert list(dict.fromkeys(passed)) == list(inside)
    card = [stop for stop in stops if service.isAncestorOf(stop)]
    tops = [stop.mapTo(service, QPoint(0, 0)).y() + service.scroll_area.verticalScrollBar().value() for stop in card]
    assert service.note.field.editor is card[-1]
    assert len(card) > 4
    assert tops[1:] == sorted(tops[1:])


def test_nothing_found_says_so_and_offers_the_way_back(clerk: Clerk, page: CataloguePage) -> None:
    clerk.types("zzzz", page.search_field())
    clerk.presses("Return")
    assert codes(page) == []
    assert clerk.sees("Nessun servizio trovato", page.table)
    assert not page.print_button.isEnabled()
    assert not page.export_button.isEnabled()
    clerk.clicks(clerk.finds(Button, "Azzera i filtri"))
    assert len(codes(page)) == 93
    assert page.print_button.isEnabled()


def test_a_link_leads_to_the_service_and_one_comes_back(clerk: Clerk, page: CataloguePage) -> None:
    clerk.opens("catalogue", "PAB-01")
    clerk.clicks(clerk.finds(LongLink, "BAS-01 · Adesione al centro di aggregazione"))
    assert page.table.current().service.code == "BAS-01"
    clerk.window.go(-1)
    clerk.waits()
    assert page.table.current().service.code == "PAB-01"
    assert page.service.card is not None
    assert page.service.card.service.code == "PAB-01"


def test_a_link_leads_to_the_project_that_we_were_paid_for(clerk: Clerk, page: CataloguePage) -> None:
    clerk.opens("catalogue", "PAB-01")
    card = page.service.card
    assert card is not None
    assert card.projects
    ours = [link for link in page.service.findChildren(LongLink) if link.text().startswith("Nostro: ")]
    assert len(ours) == len(card.projects)
    clerk.clicks(ours[0])
    assert clerk.window.pages.name == "funding"


def test_a_service_outside_the_filter_keeps_the_filter_and_says_so(clerk: Clerk, page: CataloguePage) -> None:
    clerk.types("pagopa", page.search_field())
    clerk.presses("Return")
    clerk.opens("catalogue", "SIT-05")
    assert page.search_field().text() == "pagopa"
    assert page.table.current() is None
    assert clerk.sees("Non è tra quelli filtrati", page.service)
    clerk.clicks(clerk.finds(Link, "Azzera i filtri"))
    assert len(codes(page)) == 93
    assert page.table.current().service.code == "SIT-05"
    assert not clerk.sees("Non è tra quelli filtrati", page.service)


def test_a_service_is_found_from_the_search_of_the_window(clerk: Clerk) -> None:
    clerk.window.open_page("catalogue", "PAB-10")  # before the list was read
    clerk.waits()
    page = clerk.page
    assert isinstance(page, CataloguePage)
    assert page.table.current().service.code == "PAB-10"
    assert page.service.card is not None
    assert page.service.card.service.code == "PAB-10"


def test_an_unknown_code_is_told(clerk: Clerk, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QMessageBox

    clerk.opens("catalogue", "ZZZ-99")
    box = clerk.dialog(QMessageBox)
    assert "Nel catalogo non c'è il servizio ZZZ-99" in box.text()
    box.close()
    qtbot.waitUntil(lambda: not box.isVisible())


def test_the_card_is_printed(clerk: Clerk, page: CataloguePage, qtbot: QtBot) -> None:
    clerk.opens("catalogue", "PAB-01")
    clerk.clicks(page.print_button)
    preview = clerk.dialog(PdfPreview)
    qtbot.waitUntil(preview.save_button.isEnabled)
    assert "Incassi con pagoPA" in preview.windowTitle()
    assert clerk.sees("1 pagina", preview)
    preview.reject()


def test_the_list_is_exported_as_it_is_seen(clerk: Clerk, page: CataloguePage, tmp_path: Path) -> None:
    clerk.types("pagopa", page.search_field())
    clerk.presses("Return")
    page.table.sort_by("name", descending=True)
    clerk.clicks(page.export_button)
    dialog = clerk.dialog(QFileDialog)
    target = tmp_path / "elenco.json"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    clerk.waits()
    assert [row["code"] for row in json.loads(target.read_text("utf-8"))] == codes(page)
    assert clerk.sees("servizi scritti in elenco.json")


def test_a_kind_of_file_that_we_do_not_write_is_told(clerk: Clerk, page: CataloguePage, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QMessageBox

    clerk.clicks(page.export_button)
    dialog = clerk.dialog(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "elenco.docx"))
    dialog.reject()
    clerk.waits()
    box = clerk.dialog(QMessageBox)
    assert "Non so scrivere un file .docx" in box.text()
    assert list(tmp_path.glob("elenco*")) == []
    box.close()


def test_in_a_narrow_window_the_card_lies_over_the_list(seat: Seat, example_folder: Path) -> None:
    clerk = seat(example_folder, size=(911, 700))
    page = clerk.opens("catalogue")
    assert isinstance(page, CataloguePage)
    assert page.table.isVisible()
    assert not page.service.isVisible()
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    clerk.presses("Return")
    assert page.service.isVisible()
    assert not page.table.isVisible()
    assert not page.filters.isVisible()
    clerk.presses("Escape")
    assert page.table.isVisible()
    assert page.filters.isVisible()
