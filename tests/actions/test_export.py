# SPDX-License-Identifier: EUPL-1.2
"""Lists as files: what is in the store, in the words of the office for people and in keys for programs."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from app.actions import acts, documents, funding, history, municipality
from app.actions.accessions import list_accessions
from app.actions.budget_tables import budget_table
from app.actions.catalogue import search_services
from app.actions.centres import list_centres
from app.actions.concession_tables import concessions_table, schedule_table
from app.actions.export import TABLES, export_table, write_table
from app.actions.invoices import list_invoices
from app.actions.tables import Table
from app.errors import UserError
from app.store import Store
from app.text import amount, day, moment, speaking
from app.text.labels import status_label
from tests.accessions import open_join

HOSTILE = ("=1+1", "=cmd|' /C calc'!A0", "+39 0342 1", "-12,50", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", ";=1")


def from_csv(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))


def from_xlsx(path: Path) -> list[list[object]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()  # type: ignore[return-value] # its cells


def test_amounts_states_and_times_are_those_of_the_store_in_each_format(example: Store, tmp_path: Path) -> None:
    projects = funding.list_projects(example)
    for suffix in ("csv", "xlsx", "json"):
        assert export_table(example, "funding", tmp_path / f"f.{suffix}") == len(projects) == 9
    rows = from_csv(tmp_path / "f.csv")[1:]
    assert [(row[2], row[3], row[4], row[5], row[6]) for row in rows] == [
        (
            project.cup,
            amount(project.amount).replace(".", ""),
            status_label(project.status),
            moment(project.sent_at),
            day(project.funded_on),
        )
        for project in projects
    ]
    told = json.loads((tmp_path / "f.json").read_bytes())
    assert [(row["amount"], row["status"]) for row in told] == [(f"{p.amount:.2f}", p.status.value) for p in projects]
    sheet = from_xlsx(tmp_path / "f.xlsx")[1:]
    assert [(row[2], row[3]) for row in sheet] == [(project.cup, float(project.amount)) for project in projects]


def test_every_list_has_all_its_rows_with_one_header_a_column(example: Store, tmp_path: Path) -> None:
    open_join(example)
    documents.add_document(example, b"x", "a.txt")
    acts.register_act(example, kind="other")
    expected = {
        "accessions": len(list_accessions(example)),
        "budget": len(budget_table(example).rows),
        "concessions": len(concessions_table(example).rows),
        "invoices": len(list_invoices(example)),
        "schedule": len(schedule_table(example).rows),
        "acts": len(acts.list_acts(example)),
        "documents": len(documents.list_documents(example)),
        "funding": 9,
        "catalogue": search_services(example).total,
        "centres": sum(len(centre.facts) for centre in list_centres(example)),
        "history": len(history.list_history(example, 1000)),
        "changes": len(funding.list_changes(example)),
    }
    assert set(expected) == set(TABLES)
    for name, rows in expected.items():
        assert export_table(example, name, tmp_path / f"{name}.csv") == rows > 0
        lines = from_csv(tmp_path / f"{name}.csv")
        assert len(lines) == rows + 1
        assert {len(line) for line in lines} == {len(lines[0])}
        assert len(set(lines[0])) == len(lines[0])


def test_people_read_the_words_of_the_office(example: Store, tmp_path: Path) -> None:
    history.undo_last(example)
    for name in TABLES:
        export_table(example, name, tmp_path / f"{name}.csv")
    changes = {tuple(row[i] for i in (2, 5, 6, 7)) for row in from_csv(tmp_path / "changes.csv")}
    assert ("Cambiato", "Stato", "Finanziato", "Erogato") in changes
    assert {row[3] for row in from_csv(tmp_path / "history.csv")[1:]} == {"Azione", "Annullamento"}
    assert {row[5] for row in from_csv(tmp_path / "history.csv")[1:]} == {"sì", "no"}
    assert "Cittadini" in {part for row in from_csv(tmp_path / "catalogue.csv") for part in row[4].split("; ")}
    assert "Quota" in {row[2] for row in from_csv(tmp_path / "centres.csv")}


def test_names_and_facts_are_in_the_language_in_use_and_codes_in_none(example: Store, tmp_path: Path) -> None:
    service = next(row.service for row in search_services(example).services if row.service.code == "PAB-02")
    fact = list_centres(example)[0].facts[0]
    assert service.name != service.name_en
    assert fact.value != fact.value_en
    told = {}
    for language in ("it", "en"):
        with speaking(language):
            for name in ("catalogue", "centres"):
                export_table(example, name, tmp_path / f"{name}-{language}.csv")
                told[name, language] = from_csv(tmp_path / f"{name}-{language}.csv")[1:]
    rows = {code: next(row for row in told["catalogue", code] if row[0] == "PAB-02") for code in ("it", "en")}
    assert rows["it"][1:4] == ["Piattaforme abilitanti", service.name, service.summary]
    assert rows["en"][1:4] == ["Enabling platforms", service.name_en, service.summary_en]
    assert (told["centres", "it"][0][3], told["centres", "en"][0][3]) == (fact.value, fact.value_en)
    for name in ("catalogue", "centres"):
        assert [row[0] for row in told[name, "it"]] == [row[0] for row in told[name, "en"]]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_the_user_stays_text(example: Store, tmp_path: Path, text: str) -> None:
    """Reliability D15 and X1, through the whole way from the note to the file."""
    project = funding.list_projects(example)[0]
    funding.annotate_project(example, project.id, project.version, text)
    for suffix in ("csv", "xlsx", "json"):
        export_table(example, "funding", tmp_path / f"f.{suffix}")
    cell = from_csv(tmp_path / "f.csv")[1][-1]
    assert cell.removeprefix("'") == text
    assert cell.lstrip()[:1] not in {"=", "+", "-", "@"}
    assert from_xlsx(tmp_path / "f.xlsx")[1][-1] == text
    assert json.loads((tmp_path / "f.json").read_bytes())[0]["note"] == text


def test_the_table_is_read_once(example: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Store] = []

    def once(store: Store) -> Table:
        asked.append(store)
        return Table("x", ("a",), ("A",), (("1",),))

    monkeypatch.setitem(TABLES, "funding", once)
    assert export_table(example, "funding", tmp_path / "x.csv") == 1
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (lambda store, folder: export_table(store, "altro", folder / "x.csv"), r"export\.unknown_table"),
        (lambda store, folder: export_table(store, "funding", folder / "x.doc"), r"export\.unknown_format"),
        (lambda store, folder: export_table(store, "funding", folder / "no" / "x.csv"), r"file\.not_written"),
    ],
)
def test_what_cannot_be_written_is_refused(
    example: Store, tmp_path: Path, wanted: Callable[[Store, Path], int], code: str
) -> None:
    with pytest.raises(UserError, match=code):
        wanted(example, tmp_path)
    assert list(tmp_path.glob("x.*")) == []


def test_files_are_private_and_replace_the_one_before(store: Store, tmp_path: Path) -> None:
    """Reliability D20: exports are 0600."""
    target = tmp_path / "x.csv"
    write_table(Table("x", ("a",), ("A",), (("1",),)), target, store)
    municipality.add_person(store, "rup", "Carla")
    write_table(Table("x", ("a",), ("A",), (("2",),)), target, store)
    assert from_csv(target)[1] == ["2"]
    assert target.stat().st_mode & 0o777 == 0o600
