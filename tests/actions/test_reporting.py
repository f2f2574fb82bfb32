# SPDX-License-Identifier: EUPL-1.2
"""Printing in two steps: what is shown is read first, and drawn later without the store."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.actions.funding import ProjectFilter
from app.actions.reporting import prepare_report, print_report
from app.domain.funding import Status
from app.errors import UserError
from app.store import Store
from app.text import sentence
from tests.reports.reading import words


@pytest.mark.parametrize(("name", "key"), [("summary", ""), ("funding", ""), ("service", "PAB-01")])
def test_prepared_report_is_drawn_later_in_another_thread_without_the_store(
    example: Store, tmp_path: Path, name: str, key: str
) -> None:
    print_report(example, name, key, tmp_path / "insieme.pdf", "it")
    draw = prepare_report(example, name, key, "it")
    example.close()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(draw, tmp_path / "dopo.pdf").result()
    assert (tmp_path / "dopo.pdf").read_bytes() == (tmp_path / "insieme.pdf").read_bytes()


def test_report_for_publication_names_nobody(example: Store, tmp_path: Path) -> None:
    prepare_report(example, "summary", "", "it")(tmp_path / "uffici.pdf")
    prepare_report(example, "summary", "", "it", for_publication=True)(tmp_path / "albo.pdf")
    assert "non pubblicare" in words((tmp_path / "uffici.pdf").read_bytes())
    assert "Persone dell’ufficio" not in words((tmp_path / "albo.pdf").read_bytes())


def test_report_says_the_filter_of_the_screen(example: Store, tmp_path: Path) -> None:
    prepare_report(example, "funding", "", "it", wanted=ProjectFilter(status=Status.PAID))(tmp_path / "erogati.pdf")
    assert "Filtro: stato" in words((tmp_path / "erogati.pdf").read_bytes())


def test_place_that_is_not_there_is_told_to_the_clerk(example: Store, tmp_path: Path) -> None:
    draw = prepare_report(example, "summary", "", "it")
    with pytest.raises(UserError, match=r"file\.not_written") as refused:
        draw(tmp_path / "altrove" / "riepilogo.pdf")
    assert "la cartella non c'è" in sentence(refused.value)
