# SPDX-License-Identifier: EUPL-1.2
"""The centres in a list: their cards with sources, links and back, choosing two or three and comparing them."""

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.actions.accessions import CHANGED, fill_in
from app.domain.centres import Verdict
from app.formats.catalogue import centres_path, read_centres
from app.ui.centres.page import CentresPage
from app.ui.widgets.link import LongLink
from app.ui.widgets.pdf_preview import PdfPreview
from tests.accessions import open_join
from tests.reports.reading import words
from tests.ui.centres.conftest import Asks, codes
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat

CENTRES = {centre.code: centre for centre in read_centres(centres_path())}


@pytest.mark.parametrize("code", list(CENTRES))
def test_every_fact_stands_with_its_source(clerk: Clerk, page: CentresPage, code: str) -> None:
    centre = CENTRES[code]
    clerk.opens("centres", code)
    assert page.card.view is not None
    assert page.card.view.centre.code == code
    said = list(clerk.reads(page.card))
    assert {centre.name, centre.lead_authority} <= set(said)
    for fact in centre.facts:
        source = said[said.index(fact.value) + 1]
        assert source.startswith(f"Fonte: {fact.source}")
        assert source.endswith("(dedotto, non letto in una fonte)") is fact.inferred
    for service in centre.services:
        assert any(line.startswith(f"{service} · ") for line in said)


def test_members_stand_against_the_catchment(clerk: Clerk, page: CentresPage) -> None:
    clerk.opens("centres", "CIT-BRESCIA")
    assert clerk.sees("185 comuni aderenti su 205 del bacino", page.card)
    clerk.opens("centres", "CST-LECCO")
    assert clerk.sees("Circa 54 comuni aderenti su 84 del bacino", page.card)
    clerk.opens("centres", "CST-LECCE")
    assert clerk.sees("96 comuni nel bacino", page.card)


def test_a_comune_outside_is_warned_and_may_join(clerk: Clerk, page: CentresPage) -> None:
    clerk.opens("centres", "CST-LECCO")
    assert clerk.sees("Si può aderire lo stesso", page.card)
    assert page.join_button.isEnabled()


def test_a_link_of_a_service_leads_to_the_centre_and_back_again(clerk: Clerk, page: CentresPage) -> None:
    clerk.opens("catalogue", "PAB-01")
    clerk.clicks(clerk.finds(LongLink, "CIT della Provincia di Brescia"))
    assert clerk.page is page
    assert page.table.current().centre.code == "CIT-BRESCIA"
    link = next(one for one in page.card.findChildren(LongLink) if one.text().startswith("BAS-02"))
    clerk.clicks(link)
    assert clerk.window.pages.name == "catalogue"
    clerk.window.go(-1)
    clerk.waits()
    assert clerk.page is page
    assert page.table.current().centre.code == "CIT-BRESCIA"


def test_the_card_shows_what_it_offers_in_the_catalogue(clerk: Clerk) -> None:
    clerk.opens("centres", "CST-LECCE")
    clerk.clicks(clerk.finds(LongLink, "Mostrali nel catalogo"))
    assert clerk.window.pages.name == "catalogue"
    assert clerk.sees("7 servizi su 93")


def test_a_centre_is_found_by_the_search_of_the_window(clerk: Clerk, page: CentresPage, qtbot: QtBot) -> None:
    clerk.presses("Ctrl+K")
    clerk.types("arzachena")
    qtbot.waitUntil(lambda: clerk.window.search.popup is not None and clerk.window.search.popup.isVisible())
    clerk.presses("Return")
    assert page.table.current().centre.code == "ARZACHENA"


def test_contacts_are_those_that_our_office_wrote(clerk: Clerk, page: CentresPage, asks: Asks) -> None:
    clerk.opens("centres", "CST-LECCE")
    assert clerk.sees("Nessuna fonte li dà: la PEC si scrive nell'adesione.", page.card)
    accession_id, _changes = asks(lambda store: (open_join(store), CHANGED))
    assert clerk.sees("Scrivi la PEC nell'adesione", page.card)
    assert clerk.sees(f"Adesione n. {accession_id}: bozza", page.card)
    asks(lambda store: fill_in(store, accession_id, 1, centre_pec="cst@pec.example"))
    assert clerk.sees("PEC cst@pec.example", page.card)
    row = next(row for row in page.table.rows() if row.centre.code == "CST-LECCE")
    assert page.table.model.columns[page.table.model.place("ours")].text(row) == "Bozza"


@pytest.mark.parametrize("by", ["space", "click"])
def test_boxes_choose_what_is_compared(clerk: Clerk, page: CentresPage, by: str) -> None:
    assert not page.compare_button.isEnabled()
    wanted = codes(page)[:2]
    page.table.setFocus()
    for place in range(2):
        if by == "space":
            clerk.presses("Home")
            clerk.presses("Down", place)
            clerk.presses("Space")
        else:
            rect = page.table.view.visualRect(page.table.model.index(place, 0))
            clerk.clicks(page.table.view.viewport(), rect.center())
    assert page.table.codes() == wanted
    assert page.compare_button.text() == "Confronta 2 centri"
    assert page.table.model.index(0, 0).data() == "Scelto"
    clerk.clicks(page.compare_button)
    assert page.comparison.shown is not None
    assert [centre.code for centre in page.comparison.shown.centres] == wanted


def test_rows_selected_with_shift_are_compared_too(clerk: Clerk, page: CentresPage) -> None:
    page.table.setFocus()
    clerk.presses("Home")
    QTest.keyClick(page.table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    clerk.waits()
    assert page.table.codes() == codes(page)[:2]
    assert page.compare_button.isEnabled()


def test_a_fourth_does_not_fit(clerk: Clerk, page: CentresPage) -> None:
    for code in codes(page)[:4]:
        page.table.toggle(code)
    assert page.table.codes() == codes(page)[:3]
    assert clerk.sees("Se ne confrontano al massimo tre")
    page.table.toggle(codes(page)[0])
    assert page.table.codes() == codes(page)[1:3]


def test_chips_show_differences_and_one_comes_back(clerk: Clerk, page: CentresPage) -> None:
    for code in ("CST-LECCO", "CST-LECCE"):
        page.table.toggle(code)
    clerk.clicks(page.compare_button)
    view = page.comparison
    assert view.shown is not None
    assert view.table is not None
    assert len(view.table.rows()) == len(view.shown.rows)
    clerk.clicks(view.chips.button("different"))
    lines = view.table.rows()
    assert {line.verdict for line in lines} == {Verdict.DIFFERENT}
    assert len(lines) == view.shown.count(Verdict.DIFFERENT)
    place = view.table.model.place("verdict")
    assert view.table.model.index(0, place).data() == "Diverso"
    clerk.window.go(-1)
    clerk.waits()
    assert page.table.isVisible()
    clerk.window.go(1)
    clerk.waits()
    assert view.isVisible()
    clerk.clicks(page.back_button)
    assert page.table.isVisible()
    assert page.print_button.menu() is not None


def test_who_left_a_comparison_finds_the_list_again(clerk: Clerk, page: CentresPage) -> None:
    clerk.opens("centres", "compare:CST-LECCO,CST-LECCE")
    clerk.opens("home")
    clerk.opens("centres")
    assert page.table.isVisible()
    clerk.window.go(-1)
    clerk.window.go(-1)
    clerk.waits()
    assert page.comparison.isVisible()


def test_long_sentences_are_read_whole(clerk: Clerk, page: CentresPage) -> None:
    clerk.opens("centres", "compare:CST-LECCO,CIT-BRESCIA,SMART-CITY-BRESCIA")
    table = page.comparison.table
    assert table is not None
    heights = [table.view.rowHeight(place) for place in range(len(table.rows()))]
    assert max(heights) > 2 * min(heights)
    widths = {table.view.columnWidth(place) for place in (1, 2, 3)}
    assert len(widths) == 1


def test_a_difference_is_drawn_bold(clerk: Clerk, page: CentresPage) -> None:
    drawn = []
    for other in ("SMART-CITY-BRESCIA", "CST-LECCO"):
        clerk.opens("centres", f"compare:CIT-BRESCIA,{other}")
        table = page.comparison.table
        assert table is not None
        place = [line.point for line in table.rows()].index("Provincia")
        assert table.model.index(place, 1).data() == "BS"
        rect = table.view.visualRect(table.model.index(place, 1))
        drawn.append(table.view.viewport().grab(QRect(rect.topLeft(), QSize(120, rect.height()))).toImage())
    same, different = drawn
    assert same != different


def test_a_comparison_of_one_is_refused_and_the_list_stays(clerk: Clerk, page: CentresPage) -> None:
    clerk.opens("centres", "compare:CST-LECCO")
    assert page.table.isVisible()


@pytest.mark.parametrize("place", [0, 1], ids=["list", "card"])
def test_the_list_and_the_chosen_centre_are_printed(
    clerk: Clerk, page: CentresPage, qtbot: QtBot, tmp_path: Path, place: int
) -> None:
    clerk.opens("centres", "CST-LECCO")
    menu = page.print_button.menu()
    menu.actions()[place].trigger()
    clerk.waits()
    preview = clerk.dialog(PdfPreview)
    qtbot.waitUntil(preview.save_button.isEnabled)
    target = tmp_path / "centri.pdf"
    clerk.clicks(preview.save_button)
    dialog = clerk.dialog(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    clerk.waits()
    printed = words(target.read_bytes())
    assert "CST-LECCO" in printed
    assert ("CIT-BRESCIA" in printed) is (place == 0)
    assert ("Dati con fonte" in printed) is (place == 1)
    preview.reject()


def test_the_comparison_is_printed(clerk: Clerk, page: CentresPage, qtbot: QtBot) -> None:
    clerk.opens("centres", "compare:CST-LECCO,CST-LECCE")
    clerk.clicks(page.print_button)
    preview = clerk.dialog(PdfPreview)
    qtbot.waitUntil(preview.save_button.isEnabled)
    assert clerk.sees("pagin", preview)
    preview.reject()


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_the_comparison_is_exported(clerk: Clerk, page: CentresPage, tmp_path: Path, ending: str) -> None:
    clerk.opens("centres", "compare:CST-LECCO,CST-LECCE")
    shown = page.comparison.shown
    assert shown is not None
    target = tmp_path / f"confronto.{ending}"
    clerk.clicks(page.export_button)
    dialog = clerk.dialog(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    clerk.waits()
    assert clerk.sees(f"{len(shown.rows)} righe in confronto.{ending}")
    if ending == "csv":
        head, *rows = csv.reader(target.read_text("utf-8-sig").splitlines(), delimiter=";")
        assert head == ["Punto", *(centre.name for centre in shown.centres), "Confronto"]
        assert {row[-1] for row in rows if len(row) == 4} <= {"Lo stesso", "Diverso", "Non confrontabile"}
    elif ending == "json":
        assert [row["verdict"] for row in json.loads(target.read_text("utf-8"))] == [r.verdict for r in shown.rows]
    else:
        assert target.read_bytes().startswith(b"PK")


def test_all_facts_are_exported_where_nothing_is_compared(clerk: Clerk, page: CentresPage, tmp_path: Path) -> None:
    target = tmp_path / "centri.json"
    clerk.clicks(page.export_button)
    dialog = clerk.dialog(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    clerk.waits()
    assert len(json.loads(target.read_text("utf-8"))) == sum(len(centre.facts) for centre in CENTRES.values())


def test_in_a_narrow_window_the_card_lies_over_the_list(seat: Seat, example_folder: Path) -> None:
    clerk = seat(example_folder, size=(911, 700))
    page = clerk.opens("centres")
    assert isinstance(page, CentresPage)
    assert not page.card.isVisible()
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    clerk.presses("Return")
    assert page.card.isVisible()
    clerk.presses("Escape")
    assert page.table.isVisible()


def test_where_there_is_room_the_lead_authority_has_its_column(seat: Seat, example_folder: Path) -> None:
    clerk = seat(example_folder, size=(2200, 1000))
    page = clerk.opens("centres")
    assert isinstance(page, CentresPage)
    for key in ("lead", "kind", "province", "ours"):
        assert not page.table.view.isColumnHidden(page.table.model.place(key))
