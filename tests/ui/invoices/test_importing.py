# SPDX-License-Identifier: EUPL-1.2
"""Files and folders dropped on the page: added, known already or refused, each with its sentence, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from app.ui.invoices.import_summary import ImportSummary, summary_words
from app.ui.invoices.page import InvoicesPage
from tests.ui import looking
from tests.ui.clerk import Clerk
from tests.ui.invoices.conftest import drops, no_dialogs


def test_a_file_dropped_is_there_at_once_and_chosen(clerk: Clerk, page: InvoicesPage, folder: Path) -> None:
    drops(clerk, page, folder / "IT01234567890_00002.xml")
    assert no_dialogs()
    assert page.card.view is not None
    assert page.card.view.invoice.number == "9/PA"
    assert clerk.sees("Importata 1 fattura")
    assert page.card.view.document.name == "IT01234567890_00002.xml"


def test_a_folder_dropped_tells_what_became_of_each_file(clerk: Clerk, page: InvoicesPage, folder: Path) -> None:
    drops(clerk, page, folder)
    summary = clerk.dialog(ImportSummary)
    assert clerk.sees("3 fatture aggiunte, 1 file rifiutato", summary)
    told = " ".join(clerk.reads(summary))
    assert "rotta.xml non è una fattura elettronica" in told
    assert len(page.table.rows()) == 3
    clerk.clicks(summary.leave_button)
    assert no_dialogs()


def test_what_is_here_already_is_said_and_not_added_twice(clerk: Clerk, page: InvoicesPage, folder: Path) -> None:
    drops(clerk, page, folder / "IT01234567890_00002.xml")
    drops(clerk, page, folder / "IT01234567890_00002.xml")
    summary = clerk.dialog(ImportSummary)
    assert clerk.sees("1 già in archivio", summary)
    assert clerk.sees("IT01234567890_00002.xml", summary)
    assert summary.undo_button.isHidden()
    clerk.presses("Escape")
    assert len(page.table.rows()) == 1


def test_the_import_is_taken_back_from_its_summary(clerk: Clerk, page: InvoicesPage, folder: Path) -> None:
    drops(clerk, page, folder)
    clerk.clicks(clerk.dialog(ImportSummary).undo_button)
    assert no_dialogs()
    assert page.table.rows() == []
    clerk.window.redo()
    clerk.waits()
    assert len(page.table.rows()) == 3


def test_two_drops_at_once_import_once(clerk: Clerk, page: InvoicesPage, folder: Path) -> None:
    page.importing.take([folder / "IT01234567890_00002.xml"])
    page.importing.take([folder / "IT99999999990_00003.xml"])
    clerk.waits()
    assert [row.invoice.number for row in page.table.rows()] == ["9/PA"]


def test_the_button_asks_for_files_and_the_menu_too(clerk: Clerk, page: InvoicesPage, folder: Path) -> None:
    clerk.clicks(page.import_button)
    dialog = clerk.dialog(QFileDialog)
    assert "xml" in " ".join(dialog.nameFilters())
    dialog.filesSelected.emit([str(folder / "IT01234567890_00002.xml")])
    dialog.reject()
    clerk.waits()
    assert len(page.table.rows()) == 1
    clerk.opens("invoices", "import")
    clerk.dialog(QFileDialog).reject()


def test_a_whole_folder_is_chosen_by_a_button(clerk: Clerk, page: InvoicesPage, folder: Path) -> None:
    clerk.clicks(page.folder_button)
    dialog = clerk.dialog(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.filesSelected.emit([str(folder)])
    dialog.reject()
    clerk.waits()
    assert len(page.table.rows()) == 3
    clerk.dialog(ImportSummary).reject()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_summary_is_read_whole(clerk: Clerk, page: InvoicesPage, folder: Path, theme: str) -> None:
    clerk.window.set_theme(theme)
    drops(clerk, page, folder)
    summary = clerk.dialog(ImportSummary)
    assert looking.cut(summary) == []
    assert looking.nameless(summary) == []
    assert all(label.textFormat().name == "PlainText" for label in looking.seen(summary, QLabel))
    summary.reject()


def test_without_anything_the_summary_says_so() -> None:
    from app.actions.changes import Changes
    from app.actions.invoice_views import ImportOutcome

    assert summary_words(ImportOutcome((), (), (), (), Changes())) == "Nessuna fattura in questi file"
