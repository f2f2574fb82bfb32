# SPDX-License-Identifier: EUPL-1.2
"""The page Finanziamenti before the clerk, what the store holds behind it, and files of open data to bring in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.store import Store
from app.ui.funding.import_preview import ImportPreview
from app.ui.funding.page import FundingPage
from tests.open_data_rows import Row, row, write_open_data
from tests.ui.clerk import Clerk

SHORT_CUP = "J91F2209999000"
"""A letter short: well meant, not well formed."""


@pytest.fixture
def page(clerk: Clerk) -> FundingPage:
    """Finanziamenti of the invented comune: nine projects from two imports."""
    return opened(clerk)


@pytest.fixture
def new_page(new_clerk: Clerk) -> FundingPage:
    """Finanziamenti of Aprica, which has no project yet."""
    return opened(new_clerk)


def opened(clerk: Clerk) -> FundingPage:
    """Go to Finanziamenti."""
    page = clerk.opens("funding")
    assert isinstance(page, FundingPage)
    return page


def asks(clerk: Clerk, question: Callable[[Store], Any]) -> Any:  # noqa: ANN401 - whatever the question is about
    """Ask the store of the window, in its thread."""
    answers: list[Any] = []
    clerk.window.tasks.query(clerk.window, question, answers.append)
    clerk.waits()
    return answers[0]


def looks(clerk: Clerk, *files: Path) -> ImportPreview:
    """Give files to the page, as its dialog and the mouse do; the preview that opens."""
    opened(clerk).preview(list(files))
    clerk.waits()
    return clerk.dialog(ImportPreview)


def calls(page: FundingPage) -> list[str]:
    """The projects in the list, as they are seen."""
    column = page.table.model.columns[0]
    return [column.text(project) for project in page.table.rows()]


def cups(page: FundingPage) -> list[str]:
    """The CUP of each project in the list."""
    return [project.cup for project in page.table.rows()]


def aprica(**changes: str) -> Row:
    """A row of Aprica."""
    ours = {"codice_ipa": "c_a337", "ente": "Comune di Aprica", "comune": "Aprica", "cod_comune": "014004"}
    return row(**(ours | changes))


def file_of(folder: Path, name: str, *rows: Row) -> Path:
    """A file of open data with these rows among those of other bodies."""
    return write_open_data(folder / name, rows)
