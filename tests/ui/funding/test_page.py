# SPDX-License-Identifier: EUPL-1.2
"""The page as a clerk uses it: money, filters, table, keys that lead here, print and file."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.funding import Status
from app.ui.funding.page import FundingPage
from app.ui.widgets.menu_filter import MenuFilter
from app.ui.widgets.pdf_preview import PdfPreview
from tests.reports.reading import words
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat
from tests.ui.funding.conftest import asks, calls, cups, opened

SEND = "1.4.5 'Piattaforma Notifiche Digitali' Comuni (Settembre 2022)"


def _spoken(clerk: Clerk, within: FundingPage) -> str:
    return " | ".join(clerk.reads(within)).replace("\N{NO-BREAK SPACE}", " ")


def _choose(menu: MenuFilter, words: str) -> None:
    opened_menu = menu.findChild(QMenu)
    assert opened_menu is not None
    (action,) = [action for action in opened_menu.actions() if action.text().startswith(words)]
    action.trigger()


def _gives(clerk: Clerk, target: Path) -> None:
    dialog = clerk.dialog(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    clerk.waits()


def test_money_is_said_in_figures_and_in_words(clerk: Clerk, page: FundingPage) -> None:
    shown = [text.replace("\N{NO-BREAK SPACE}", " ") for text in clerk.reads(page.figures)]
    assert shown == [
        *("Concessi", "178.029,80 €"),
        *("Erogati", "46.752,40 €"),
        *("Da erogare", "127.349,00 €"),
        *("In rinuncia", "3.928,40 €"),
        *("Rinunciati", "14.000,00 €"),
        "Erogato il 26 % dei concessi · 8 progetti concessi: 5 erogati, 2 da erogare, 1 in rinuncia",
    ]


def test_one_primary_button_and_its_next_step_in_sight(page: FundingPage) -> None:
    shown = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in shown if button.property("role") == "primary"] == ["Importa dati aperti"]


def test_chips_count_and_filter(clerk: Clerk, page: FundingPage) -> None:
    chips = page.filters.chips
    assert [chips.button(key).text() for key in ("all", "funded", "paid", "renunciation_pending", "renounced")] == [
        "Tutti  9", "Da erogare  2", "Erogati  5", "In rinuncia  1", "Rinunciati  1",
    ]  # fmt: skip
    clerk.clicks(chips.button("paid"))
    assert {project.status for project in page.table.rows()} == {Status.PAID}
    assert page.table.count.text() == "5 di 9 progetti"
    assert page.table.total.text().replace("\N{NO-BREAK SPACE}", " ") == "Totale 46.752,40 €"


def test_foot_says_what_of_the_total_was_given_up(page: FundingPage) -> None:
    told = page.table.total.text().replace("\N{NO-BREAK SPACE}", " ")
    assert (page.table.count.text(), told) == ("9 progetti", "Totale 192.029,80 €, di cui rinunciati 14.000,00 €")


def test_search_forgives_accents_and_case_and_counts_follow(clerk: Clerk, page: FundingPage, qtbot: QtBot) -> None:
    clerk.presses("Ctrl+F")
    assert clerk.focus is page.search_field()
    clerk.types("CITTADÌNO")
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    assert calls(page) == ["1.4.1 Esperienza del cittadino · set 2022"]
    assert page.filters.chips.button("all").text() == "Tutti  1"
    clerk.presses("Escape")
    qtbot.waitUntil(lambda: len(page.table.rows()) == 9)


def test_menus_filter_by_measure_and_call_and_azzera_shows_all(clerk: Clerk, page: FundingPage) -> None:
    _choose(page.filters.measure, "1.4.3")
    clerk.waits()
    assert calls(page) == ["1.4.3 pagoPA · apr 2022", "1.4.3 App IO · apr 2022"]
    _choose(page.filters.call, "1.4.3 App IO")
    clerk.waits()
    assert calls(page) == ["1.4.3 App IO · apr 2022"]
    clerk.clicks(clerk.finds(QPushButton, "Azzera"))
    assert len(page.table.rows()) == 9
    assert not page.filters.clear_button.isVisible()


def test_filter_without_projects_says_so_and_offers_the_way_back(clerk: Clerk, page: FundingPage, qtbot: QtBot) -> None:
    clerk.types("zzz", page.search_field())
    qtbot.waitUntil(lambda: not page.table.rows())
    clerk.waits()
    assert clerk.sees("Nessun progetto con questi filtri", page.table)
    assert clerk.sees("Scegli un progetto", page.card)
    buttons = [button for button in page.table.findChildren(QPushButton) if button.isVisible()]
    clerk.clicks(buttons[0])
    assert len(page.table.rows()) == 9


def test_heads_sort_by_amount_not_by_its_words(page: FundingPage) -> None:
    page.table.view.horizontalHeader().sectionClicked.emit(2)
    amounts = [project.amount for project in page.table.rows()]
    assert amounts == sorted(amounts)
    assert "Importo €  ▲" in str(page.table.model.headerData(2, Qt.Orientation.Horizontal))


def test_without_projects_the_page_says_where_the_files_are(new_clerk: Clerk, new_page: FundingPage) -> None:
    assert new_clerk.sees("Ancora nessun progetto finanziato", new_page)
    assert "github.com/teamdigitale/padigitale2026-opendata" in _spoken(new_clerk, new_page)
    assert not new_page.figures.isVisible()
    assert not new_page.print_button.isEnabled()
    assert not new_page.news_button.isVisible()


def test_key_of_a_project_selects_it_whatever_the_filter(clerk: Clerk, page: FundingPage) -> None:
    wanted = next(project for project in page.table.rows() if project.status is Status.RENOUNCED)
    clerk.clicks(page.filters.chips.button("paid"))
    clerk.opens("funding", str(wanted.id))
    assert page.table.current().id == wanted.id
    assert len(page.table.rows()) == 9
    assert clerk.sees(wanted.call, page.card)


def test_key_of_a_call_filters_by_it(clerk: Clerk, page: FundingPage) -> None:
    clerk.opens("funding", f"call:{SEND}")
    assert calls(page) == ["1.4.5 SEND · set 2022"]
    assert page.filters.call.text().startswith("Avviso: 1.4.5 SEND")


def test_key_import_asks_for_files_and_going_back_does_not(clerk: Clerk) -> None:
    clerk.opens("funding", "import")
    dialog = clerk.dialog(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.reject()
    clerk.opens("home")
    clerk.window.go(-1)
    clerk.waits()
    assert clerk.window.pages.name == "funding"
    assert not [box for box in clerk.window.findChildren(QFileDialog) if box.isVisible()]


def test_print_shows_the_filter_of_the_screen(clerk: Clerk, page: FundingPage, tmp_path: Path) -> None:
    clerk.clicks(page.filters.chips.button("renounced"))
    clerk.clicks(clerk.finds(QPushButton, "Stampa…"))
    preview = clerk.dialog(PdfPreview)
    clerk.clicks(preview.save_button)
    target = tmp_path / "stampa.pdf"
    _gives(clerk, target)
    told = words(target.read_bytes())
    assert "stato: Rinunciato" in told
    assert "J91F22000000007" in told
    assert "J91C22000000001" not in told
    preview.close()


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
def test_file_holds_the_rows_of_the_screen_in_their_order(
    clerk: Clerk, page: FundingPage, tmp_path: Path, suffix: str
) -> None:
    page.table.sort_by("amount", descending=True)
    clerk.clicks(page.filters.chips.button("paid"))
    shown = cups(page)
    clerk.clicks(clerk.finds(QPushButton, "Esporta…"))
    target = tmp_path / f"elenco.{suffix}"
    _gives(clerk, target)
    assert clerk.sees(f"Scritti 5 progetti in elenco.{suffix}")
    content = target.read_bytes()
    if suffix == "json":
        assert [row["cup"] for row in json.loads(content)] == shown
    elif suffix == "csv":
        assert [line.split(";")[2] for line in content.decode("utf-8-sig").splitlines()[1:]] == shown
    else:
        assert content.startswith(b"PK")


def test_file_that_cannot_be_written_is_told(clerk: Clerk, tmp_path: Path) -> None:
    opened(clerk)
    clerk.clicks(clerk.finds(QPushButton, "Esporta…"))
    _gives(clerk, tmp_path / "non c'è" / "elenco.csv")
    box = clerk.dialog(QMessageBox)
    assert "elenco.csv" in box.text()
    box.close()


def test_narrow_window_shows_table_or_card(seat: Seat, example_folder: Path) -> None:
    clerk = seat(example_folder, size=(911, 600))
    page = opened(clerk)
    assert page.table.isVisible()
    page.table.setFocus()
    clerk.presses("Return")
    assert page.card.isVisible()
    assert not page.table.isVisible()
    assert not page.filters.isVisible()
    clerk.presses("Escape")
    assert page.table.isVisible()
    assert page.filters.isVisible()


def test_list_holds_what_the_store_holds(clerk: Clerk, page: FundingPage) -> None:
    from app.actions.funding import list_projects

    stored = asks(clerk, list_projects)
    assert sorted(cups(page)) == sorted(project.cup for project in stored)


def test_tab_goes_as_one_reads(clerk: Clerk, page: FundingPage) -> None:
    page.news_button.setFocus()
    gone = []
    for _time in range(14):
        clerk.presses("Tab")
        gone.append(clerk.focus)
    chips = [page.filters.chips.button(key) for key in ("all", "funded", "paid", "renunciation_pending", "renounced")]
    head = [page.print_button, page.export_button, page.import_button]
    filters = [page.filters.measure, page.filters.call, page.filters.search]
    assert gone[:12] == [*head, *chips, *filters, page.table.view]
    assert page.card.isAncestorOf(gone[12])


def test_the_arrow_goes_from_the_search_to_the_rows(clerk: Clerk, page: FundingPage) -> None:
    clerk.presses("Ctrl+F")
    assert page.filters.search.hasFocus()
    clerk.presses("Down")
    assert page.table.view.hasFocus()


def test_the_import_has_its_own_keys(clerk: Clerk) -> None:
    clerk.opens("catalogue")
    clerk.presses("Ctrl+I")
    dialog = clerk.dialog(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.reject()
    assert clerk.window.pages.name == "funding"
