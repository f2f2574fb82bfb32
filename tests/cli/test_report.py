# SPDX-License-Identifier: EUPL-1.2
"""`report NAME [ID] --output FILE.pdf`."""

from decimal import Decimal
from pathlib import Path

import pytest

from app.text import amount
from tests.cli.conftest import Say
from tests.reports.reading import words as read

REAL = ("J41C22000020006", "J51F24000950006", "J41F22003300006", "47.427,00", "3.928,40", "23.147,00", "51.355,40")


@pytest.mark.parametrize("words", [["summary"], ["funding"], ["service", "PAB-01"]])
def test_each_is_written_and_twice_the_same(filled: Say, tmp_path: Path, words: list[str]) -> None:
    for name in ("a.pdf", "b.pdf"):
        answer = filled("--json", "report", *words, "--output", tmp_path / name)
        assert (answer.status, answer.json["file"]) == (0, str(tmp_path / name))
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_summary_holds_every_cup_and_amount(filled: Say, tmp_path: Path) -> None:
    filled("report", "summary", "--output", tmp_path / "s.pdf")
    text = read((tmp_path / "s.pdf").read_bytes())
    for project in filled("--json", "funding", "list").json:
        assert project["cup"] in text
        assert amount(Decimal(project["amount"])) in text


def test_the_summary_of_aprica(aprica: Say, shared: Path, tmp_path: Path) -> None:
    """What the issue shows."""
    aprica("funding", "import", *sorted((shared / "opendata").glob("candidature_finanziate_*.csv")))
    aprica("report", "summary", "--output", tmp_path / "s.pdf")
    text = read((tmp_path / "s.pdf").read_bytes())
    assert [word for word in REAL if word not in text] == []


@pytest.mark.parametrize("words", [["service", "XXX"], ["service"]])
def test_an_unknown_service_leaves_no_file(filled: Say, tmp_path: Path, words: list[str]) -> None:
    answer = filled("report", *words, "--output", tmp_path / "no.pdf")
    assert (answer.status, answer.is_refusal) == (1, True)
    assert not (tmp_path / "no.pdf").exists()


def test_a_folder_that_is_not_there_is_said(filled: Say, tmp_path: Path) -> None:
    answer = filled("report", "summary", "--output", tmp_path / "no" / "s.pdf")
    assert (answer.status, answer.is_refusal, "la cartella non c'è" in answer.err) == (1, True, True)


@pytest.mark.parametrize("name", ["concession", "schedule", "levels"])
def test_the_prints_of_a_contract_are_reached_by_its_number(contract: Say, tmp_path: Path, name: str) -> None:
    answer = contract("report", name, "1", "--output", tmp_path / "c.pdf")
    assert answer.status == 0, answer.err
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")


def test_the_sheet_for_publication_is_asked_for_by_cig(contract: Say, tmp_path: Path) -> None:
    for name, more in (("a.pdf", []), ("b.pdf", ["--publication"])):
        assert contract("report", "concession", "B123456789", *more, "--output", tmp_path / name).status == 0
    office, published = (read((tmp_path / name).read_bytes()) for name in ("a.pdf", "b.pdf"))
    assert "Per gli uffici: non pubblicare" in office
    assert "Versione per la pubblicazione, testi da rileggere" in published


@pytest.mark.parametrize("words", [["concession", "99"], ["concession", "c99"], ["schedule", "99"]])
def test_a_contract_that_is_not_there_leaves_no_file(contract: Say, tmp_path: Path, words: list[str]) -> None:
    answer = contract("report", *words, "--output", tmp_path / "no.pdf")
    assert (answer.status, answer.is_refusal) == (1, True)
    assert not (tmp_path / "no.pdf").exists()


@pytest.mark.parametrize("name", ["concessions", "invoices"])
def test_lists_are_printed_without_a_key(contract: Say, tmp_path: Path, name: str) -> None:
    assert contract("report", name, "--output", tmp_path / "l.pdf").status == 0


@pytest.mark.parametrize("words", [["invoices"], ["levels", "1"]])
def test_lists_with_a_version_for_publication_say_so(contract: Say, tmp_path: Path, words: list[str]) -> None:
    assert contract("report", *words, "--publication", "--output", tmp_path / "l.pdf").status == 0
    assert "Versione per la pubblicazione" in read((tmp_path / "l.pdf").read_bytes())


@pytest.mark.parametrize("words", [["concessions"], ["schedule", "1"], ["deadlines"], ["documents"]])
def test_a_print_without_such_a_version_says_so(contract: Say, tmp_path: Path, words: list[str]) -> None:
    answer = contract("report", *words, "--publication", "--output", tmp_path / "l.pdf")
    assert (answer.status, answer.is_refusal) == (1, True)
    assert "non ha una versione per la pubblicazione" in answer.err
    assert not (tmp_path / "l.pdf").exists()
