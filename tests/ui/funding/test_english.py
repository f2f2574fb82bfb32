# SPDX-License-Identifier: EUPL-1.2
"""The page in English: what the tables of reference hold in Italian is said in English too."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from app.ui.funding.page import FundingPage
from tests.open_data_rows import write_open_data
from tests.ui.clerk import Clerk
from tests.ui.funding.conftest import aprica, calls, looks, opened
from tests.ui.settings.conftest import open_part


def _in_english(clerk: Clerk, cup: str) -> FundingPage:
    clerk.clicks(open_part(clerk, "look").look.languages.button("en"))
    page = opened(clerk)
    assert page.table.select(lambda project: project.cup == cup)
    clerk.waits()
    return page


def _said(page: FundingPage) -> str:
    labels = page.card.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisibleTo(page))


def test_months_of_the_calls_are_english_in_the_list_and_on_the_card(clerk: Clerk) -> None:
    page = _in_english(clerk, "J91C22000000001")
    assert "1.2 Cloud · Apr 2022" in calls(page)
    assert not [call for call in calls(page) if call.rpartition(" · ")[2][:3] in {"apr", "lug", "set", "ott"}]
    assert "1.2 Cloud · April 2022" in _said(page)
    assert "aprile 2022" not in _said(page)


def test_where_the_number_of_a_decree_comes_from_is_said_in_english(new_clerk: Clerk, tmp_path: Path) -> None:
    """A file older than April 2023 has no column of the decree, so the number is from our table."""
    cup = "J41F22000000006"
    file = write_open_data(tmp_path / "f_2022-12.csv", [aprica(codice_cup=cup)], version=4)
    new_clerk.clicks(looks(new_clerk, file).import_button)
    said = _said(_in_english(new_clerk, cup))
    assert "PA digitale 2026 open data: one single date for each call and window" in said
    assert "una sola data" not in said
