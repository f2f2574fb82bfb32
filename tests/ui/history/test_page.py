# SPDX-License-Identifier: EUPL-1.2
"""A clerk looks at what was done, takes it back, does it again and writes it to a file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPushButton

from app.actions import municipality
from app.store import Store
from app.ui.history.page import HistoryPage
from tests.ui.clerk import Clerk


@pytest.fixture
def page(clerk: Clerk) -> HistoryPage:
    """The history of the invented comune, after a correction of its telephone number."""

    def correct(store: Store) -> object:
        return municipality.correct_office(store, municipality.show_office(store).version, phone="0342 111111")

    clerk.window.tasks.act(clerk.window, correct)
    page = clerk.opens("history")
    assert isinstance(page, HistoryPage)
    return page


def test_the_newest_action_comes_first_with_old_and_new(clerk: Clerk, page: HistoryPage) -> None:
    first = page.table.rows()[0]
    assert (first.title, page.table.current().id) == ("municipality.corrected", first.id)
    words = list(clerk.reads(page.card))
    assert "Modifica dei dati dell'ente" in words
    assert any(text.endswith("→ 0342 111111") for text in words)
    assert "23/11/2026 09:00" in words
    assert "È l'ultima azione: si annulla con Ctrl+Z." in words


def test_the_primary_button_names_and_takes_back_the_last_action(clerk: Clerk, page: HistoryPage) -> None:
    assert page.undo_button.text() == "Annulla l'ultima azione: Modifica dei dati dell'ente"
    clerk.clicks(page.undo_button)
    assert clerk.sees("Annullato: Modifica dei dati dell'ente")
    assert page.table.rows()[1].is_undone
    assert _phone(clerk) != "0342 111111"
    clerk.clicks(page.redo_button)
    assert _phone(clerk) == "0342 111111"
    assert not page.redo_button.isEnabled()


def test_ctrl_z_takes_it_back_too_and_the_page_follows(clerk: Clerk, page: HistoryPage) -> None:
    count = len(page.table.rows())
    page.table.view.setFocus()
    clerk.presses("Ctrl+Z")
    assert len(page.table.rows()) == count + 1
    assert page.redo_button.isEnabled()


def test_chips_and_search_narrow_the_list(clerk: Clerk, page: HistoryPage) -> None:
    clerk.clicks(page.undo_button)
    clerk.clicks(page.chips.button("undone"))
    assert [row.title for row in page.table.rows()] == ["municipality.corrected"]
    clerk.clicks(page.chips.button("all"))
    clerk.presses("Ctrl+F")
    assert clerk.focus is page.search
    clerk.types("stella")
    assert {row.title for row in page.table.rows()} == {"catalogue.service_starred"}
    assert page.table.count.text() == "3 azioni"


def test_a_search_without_result_says_so_and_can_be_taken_away(clerk: Clerk, page: HistoryPage) -> None:
    clerk.types("zzz", page.search)
    assert clerk.sees("Nessuna azione corrisponde a ciò che cerchi.")
    clerk.clicks(clerk.finds(QPushButton, "Azzera"))
    assert page.table.rows()


def test_what_cannot_be_taken_back_says_what_to_do(clerk: Clerk, page: HistoryPage) -> None:
    page.table.view.setFocus()
    clerk.presses("End")
    assert page.table.current().title == "example.filled"
    assert clerk.sees("Non si annulla: per tornare indietro riprendi una copia di sicurezza.", page.card)


def test_an_import_shows_projects_with_amounts_and_days_as_people_write_them(clerk: Clerk, page: HistoryPage) -> None:
    page.table.select(lambda row: row.title == "funding.imported")
    clerk.waits()
    words = list(clerk.reads(page.card))
    assert any(text.startswith("Progetto: voce nuova") for text in words)
    assert any(text.endswith("\N{NO-BREAK SPACE}€") for text in words)
    assert not any("natural_key" in text or "_cents" in text for text in words)


def test_an_edition_of_the_catalogue_is_counted_not_listed(new_clerk: Clerk) -> None:
    page = new_clerk.opens("history")
    assert new_clerk.sees("Catalogo n. 1", page)
    assert new_clerk.sees("93 voci, da guardare nel catalogo", page)


def test_the_key_of_an_entry_opens_it(clerk: Clerk, page: HistoryPage) -> None:
    wanted = page.table.rows()[3]
    clerk.opens("history", str(wanted.id))
    assert page.table.current().id == wanted.id


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
@pytest.mark.usefixtures("page")
def test_the_whole_history_is_written_to_a_file(clerk: Clerk, tmp_path: Path, ending: str) -> None:
    clerk.clicks(clerk.finds(QPushButton, "Esporta…"))
    dialog = clerk.dialog(QFileDialog)
    target = tmp_path / f"cronologia.{ending}"
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(target))
    dialog.accept()
    clerk.waits()
    assert target.stat().st_size > 100
    assert clerk.sees(f"in {target.name}")


def test_a_file_that_cannot_be_written_is_told(clerk: Clerk, page: HistoryPage, tmp_path: Path) -> None:
    page.write(tmp_path / "cronologia.txt")
    clerk.waits()
    box = clerk.dialog(QMessageBox)
    assert box.text() == "Non so scrivere un file .txt. Usa .csv, .xlsx, .ods o .json."
    box.reject()


def _phone(clerk: Clerk) -> str:
    found: list[str] = []
    clerk.window.tasks.query(clerk.window, lambda store: municipality.show_office(store).phone, found.append)
    clerk.waits()
    return found[0]
