# SPDX-License-Identifier: EUPL-1.2
"""Requests of a folder in one table."""

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from python_calamine import load_workbook

from app.actions.collecting import KEYS, Collection, collect, write_collection
from app.domain.exchange import AskedService, AskingBody
from app.errors import UserError
from app.formats.signing_keys import new_key
from tests.packages import answer_package, edition_package, refusal, request_data, request_package, zipped

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
OTHER = AskingBody("Comune Altro", "000002", "", "LC", "", "", "altro@pec.example", "")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Seven packages, three of them broken, and what else lies in such a folder."""
    folder = tmp_path / "richieste"
    (folder / "novembre").mkdir(parents=True)
    (folder / ".nascosta").mkdir()
    whole = request_package()
    files = {
        "a.zip": whole,
        "novembre/a2.ZIP": request_package(revision=2, acts=()),
        "b.zip": request_package(
            reference="b" * 32, body=OTHER, services=(AskedService("BAS-01", "=1+1", 2, "", "", ""),)
        ),
        "b bis.zip": request_package(
            reference="b" * 32, body=OTHER, services=(AskedService("BAS-01", "=1+1", 2, "", "", ""),)
        ),
        "tagliata.zip": whole[:-40],
        "cambiata.zip": whole.replace(b"domanda firmata", b"domanda firmatA"),
        "richiusa.zip": zipped([("data.json", b"{}")], 8),
        "risposta.zip": answer_package(new_key()),
        "catalogo.zip": edition_package(new_key()),
        "nota.txt": b"ciao",
        ".nascosta/x.zip": b"",
        ".x.zip": b"",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def collection(inbox: Path) -> Collection:
    return collect(inbox)


def test_each_package_is_judged_and_each_broken_one_has_its_reason(collection: Collection) -> None:
    assert {one.received.file: one.standing.value for one in collection.judged} == {
        "a.zip": "superseded",
        "b bis.zip": "sound",
        "b.zip": "duplicate",
        "novembre/a2.ZIP": "to_check",
    }
    assert [(one.file, one.code) for one in collection.broken] == [
        ("cambiata.zip", "package.altered"),
        ("richiusa.zip", "package.repacked"),
        ("tagliata.zip", "package.truncated"),
    ]
    assert all(one.reason.endswith(".") for one in collection.broken)
    assert collection.counts == {"sound": 1, "to_check": 1, "superseded": 1, "duplicate": 1, "broken": 3}
    assert collection.others == 2


def test_there_is_a_row_for_each_service_and_each_broken_package(collection: Collection) -> None:
    rows = [dict(zip(KEYS, row, strict=True)) for row in collection.rows]
    assert [(row["file"], row["service"]) for row in rows] == [
        ("b bis.zip", "BAS-01"),
        ("b.zip", "BAS-01"),
        ("novembre/a2.ZIP", "BAS-01"),
        ("novembre/a2.ZIP", "PAB-01"),
        ("a.zip", "BAS-01"),
        ("a.zip", "PAB-01"),
        ("cambiata.zip", None),
        ("richiusa.zip", None),
        ("tagliata.zip", None),
    ]
    (asked,) = (row for row in rows if (row["file"], row["service"]) == ("a.zip", "PAB-01"))
    assert (asked["name"], asked["istat"], asked["quantity"], asked["unit"]) == (
        "Comune di Prova",
        "000001",
        3,
        "postazioni",
    )
    assert (asked["act"], asked["act_on"], asked["protocol_number"]) == ("12", date(2026, 11, 3), "4711")
    assert asked["problems"] == "C'è una versione più recente, la n. 2."
    assert rows[2]["problems"] == "Manca la delibera."


def test_a_flaw_of_one_service_stands_in_its_row(tmp_path: Path) -> None:
    services = (AskedService("BAS-01", "x", None, "", "", ""), AskedService("PAB-01", "y", None, "", "zz", ""))
    (tmp_path / "a.zip").write_bytes(request_package(request_data(services=services)))
    assert [row[-1] for row in collect(tmp_path).rows] == ["", "Il CUP zz non è scritto come un CUP."]


def test_the_table_is_written_as_csv_and_as_xlsx(collection: Collection, tmp_path: Path) -> None:
    for name in ("t.csv", "t.XLSX"):
        write_collection(collection, tmp_path / name, NOW)
    text = (tmp_path / "t.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    sheet = load_workbook(str(tmp_path / "t.XLSX")).get_sheet_by_index(0).to_python()
    assert len(rows) == len(sheet) == len(collection.rows) + 1
    assert rows[0] == sheet[0]
    assert len(set(rows[0])) == len(KEYS)
    assert rows[1][1] == sheet[1][1] == "In regola"
    assert (rows[1][4], rows[1][11], sheet[1][11]) == ("Adesione", "'=1+1", "=1+1")
    assert rows[-1][1] == sheet[-1][1] == "Non leggibile"


@pytest.mark.parametrize("name", ["t.json", "t", "t.pdf"])
def test_no_other_kind_of_table_is_written(collection: Collection, tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError) as refused:
        write_collection(collection, tmp_path / name, NOW)
    assert refused.value.code == "publish.unknown_format"
    assert not (tmp_path / name).exists()


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    for place in (tmp_path / "manca", tmp_path / "x"):
        assert refusal(lambda _nothing, place=place: collect(place), b"") == "publish.no_folder"  # type: ignore[misc] # a default for the loop
    assert collect(tmp_path).rows == ()


def test_progress_is_told_file_by_file(inbox: Path) -> None:
    told: list[tuple[int, int]] = []
    collect(inbox, lambda done, total: told.append((done, total)))
    assert told == [(number, 9) for number in range(1, 10)]


def test_links_lead_nowhere_else(inbox: Path) -> None:
    (inbox / "giro").symlink_to(inbox, target_is_directory=True)
    (inbox / "vuoto.zip").symlink_to(inbox / "manca")
    found = collect(inbox)
    assert len(found.judged) == 4
    assert ("vuoto.zip", "package.not_opened") in [(one.file, one.code) for one in found.broken]
