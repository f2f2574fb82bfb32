# SPDX-License-Identifier: EUPL-1.2
"""What the imports changed: the last first, the older by choice, each line leads to its project."""

from PySide6.QtWidgets import QPushButton

from app.domain.funding import Difference
from app.ui.funding.changes import ChangesDialog
from app.ui.funding.page import FundingPage
from tests.ui.clerk import Clerk


def _news(clerk: Clerk) -> ChangesDialog:
    clerk.clicks(clerk.finds(QPushButton, "Novità…"))
    return clerk.dialog(ChangesDialog)


def _lines(dialog: ChangesDialog) -> list[tuple[str, ...]]:
    columns = dialog.table.model.columns
    return [tuple(column.text(row) for column in columns) for row in dialog.table.rows()]


def test_last_import_comes_first_with_file_and_fields(clerk: Clerk, page: FundingPage) -> None:
    assert page.news_button.isVisible()
    dialog = _news(clerk)
    assert dialog.imports.currentText().endswith("1 nuovo, 4 cambiati")
    assert dialog.source.text() == "Dati fino al 01/08/2026 · candidature_di_prova_2026-08.csv"
    told = _lines(dialog)
    assert ("Cambiato", "1.3.1 PDND · ottobre 2022", "J91F22000000002", "Stato", "Finanziato", "Erogato") in told
    assert [line[3] for line in told if line[0] == "Nuovo"] == ["Progetto nuovo"]
    assert dialog.table.count.text() == f"{len(told)} righe"


def test_older_import_by_choice(clerk: Clerk, page: FundingPage) -> None:
    assert page.news_button.isVisible()
    dialog = _news(clerk)
    dialog.imports.setFocus()
    clerk.presses("Down")
    assert "candidature_di_prova_2025-01.csv" in dialog.source.text()
    assert {row.kind for row in dialog.table.rows()} == {Difference.ADDED}
    assert len(dialog.table.rows()) == 8


def test_enter_on_a_line_opens_its_project(clerk: Clerk, page: FundingPage) -> None:
    clerk.clicks(page.filters.chips.button("renounced"))
    dialog = _news(clerk)
    assert dialog.table.select(lambda change: change.cup == "J91F22000000002")
    dialog.table.view.setFocus()
    clerk.presses("Return")
    assert not [box for box in clerk.window.findChildren(ChangesDialog) if box.isVisible()]
    assert page.table.current().cup == "J91F22000000002"


def test_escape_leaves_the_page_as_it_was(clerk: Clerk, page: FundingPage) -> None:
    before = page.table.current().cup
    _news(clerk)
    clerk.presses("Escape")
    assert page.table.current().cup == before
