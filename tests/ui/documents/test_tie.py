# SPDX-License-Identifier: EUPL-1.2
"""A document of the register given to a concession from its card, and found from there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from app.ui.documents.page import DocumentsPage
from app.ui.documents.tie_dialog import TieDialog
from app.ui.widgets.link import Link, LongLink
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat


def _links(clerk: Clerk) -> list[str]:
    page = clerk.page
    assert isinstance(page, DocumentsPage)
    return [link.text() for link in page.findChildren(LongLink) if link.isVisible()]


def test_a_document_is_given_to_a_contract_and_leads_there(seat: Seat, example_folder: Path) -> None:
    clerk = seat(example_folder)
    clerk.opens("documents", "1")
    before = _links(clerk)
    clerk.clicks(clerk.finds(Link, "Collega a una concessione…"))
    dialog = clerk.dialog(TieDialog)
    dialog.owner.box.setCurrentIndex(dialog.owner.box.findText("Illuminazione pubblica"))
    clerk.clicks(dialog.tie_button)
    assert set(_links(clerk)) - set(before) == {"Contratto: Illuminazione pubblica"}
    clerk.window.undo()
    clerk.waits()
    assert _links(clerk) == before
    clerk.window.redo()
    clerk.waits()
    clerk.clicks(clerk.finds(LongLink, "Contratto: Illuminazione pubblica"))
    assert clerk.window.pages.name == "contract"


def test_the_file_of_an_invoice_leads_to_it(seat: Seat, example_folder: Path) -> None:
    clerk = seat(example_folder)
    clerk.opens("documents", "5")
    told = [words for words in _links(clerk) if words.startswith("Fattura: ")]
    assert len(told) == 1


def test_without_concessions_it_says_where_to_write_one(clerk: Clerk) -> None:
    clerk.opens("documents", "1")
    clerk.clicks(clerk.finds(Link, "Collega a una concessione…"))
    assert clerk.sees("Non c'è ancora nessuna concessione")


def test_the_dialog_is_left_by_its_button(seat: Seat, example_folder: Path) -> None:
    clerk = seat(example_folder)
    clerk.opens("documents", "1")
    clerk.clicks(clerk.finds(Link, "Collega a una concessione…"))
    dialog = clerk.dialog(TieDialog)
    leave = [one for one in dialog.findChildren(QPushButton) if one.text() == "Lascia stare"]
    clerk.clicks(leave[0])
    assert not isValid(dialog)
