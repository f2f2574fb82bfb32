# SPDX-License-Identifier: EUPL-1.2
"""The real open data beside the project: two known comuni, every body, the other JSON, the time taken."""

import csv
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.funding import (
    Application,
    OpenDataFile,
    Project,
    ProjectId,
    Status,
    preview_lines,
    totals,
)
from app.formats.open_data import read_open_data

APRICA = ("c_a337", ("014004",))
VESTONE = ("c_l812", ("017197",))
MEASURES = ("12_2023-03", "144_2025-03", "145_2026-08")


def csv_files(shared: Path) -> list[Path]:
    return [shared / "opendata" / f"candidature_finanziate_{measure}.csv" for measure in MEASURES]


def other_bodies(shared: Path) -> Path:
    return shared / "opendata" / "candidature_altrienti_finanziate_2026-08.json"


def files_of(shared: Path, body: tuple[str, tuple[str, ...]]) -> list[OpenDataFile]:
    return [read_open_data(path, *body) for path in csv_files(shared)]


def projects(files: list[OpenDataFile]) -> list[Project]:
    lines = [line for lines in preview_lines(files, {}) for line in lines]
    return [_project(line.application) for line in lines]


def _project(application: Application) -> Project:
    fields = {name: getattr(application, name) for name in Project.__dataclass_fields__ if hasattr(application, name)}
    fields |= {
        "id": ProjectId(1),
        "source_file": "",
        "as_of": application.funded_on,
        "note": "",
        "version": 1,
    }
    return Project(**fields)


def test_aprica(shared: Path) -> None:
    files = files_of(shared, APRICA)
    assert [len(file.ours) for file in files] == [1, 1, 1]
    assert [file.rows for file in files] == [12_934, 12_364, 7_707]
    assert [file.columns for file in files] == [4, 6, 6]
    assert [file.ours[0].amount for file in files] == [
        Decimal("47427.00"),
        Decimal("3928.40"),
        Decimal("23147.00"),
    ]
    found = totals(projects(files))
    assert (found.granted_count, found.granted) == (2, Decimal("51355.40"))
    assert (found.paid_count, found.paid, found.renounced_count) == (1, Decimal("23147.00"), 0)
    assert [file.other_bodies for file in files] == [(), (), ()]


def test_vestone(shared: Path) -> None:
    found = totals(projects(files_of(shared, VESTONE)))
    assert (found.projects, found.pending_count) == (6, 0)
    assert (found.granted_count, found.granted) == (2, Decimal("84070.20"))
    assert (found.paid_count, found.paid) == (2, Decimal("37147.00"))
    assert (found.renounced_count, found.renounced) == (2, Decimal("37147.00"))


def test_the_json_of_other_bodies_has_nothing_of_aprica(shared: Path) -> None:
    found = read_open_data(other_bodies(shared), *APRICA)
    assert (found.rows, found.ours, found.rejected, found.other_bodies) == (3_054, (), (), ())


def test_the_list_of_calls_is_refused_with_its_own_sentence(shared: Path) -> None:
    with pytest.raises(Exception, match=r"open_data\.is_calls"):
        read_open_data(shared / "opendata" / "avvisi_2026-08.csv", *APRICA)


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    if path.suffix == ".json":
        yield from json.loads(path.read_text(), parse_float=str)
    else:
        with path.open(newline="", encoding="utf-8") as file:
            yield from csv.DictReader(file)


def test_every_body_of_a_sample_has_all_its_rows_and_none_rejected(shared: Path) -> None:
    for path in (*csv_files(shared), other_bodies(shared)):
        counted = Counter(row["codice_ipa"].lower() for row in rows_of(path))
        sample = random.Random(20261122).sample(sorted(counted), 10)
        found = {code: read_open_data(path, code.upper(), ()) for code in sample}
        assert {code: len(file.ours) for code, file in found.items()} == {code: counted[code] for code in sample}
        assert [file.rejected for file in found.values()] == [()] * len(sample)


def test_every_row_of_every_file_can_be_read(shared: Path, tmp_path: Path) -> None:
    for path in (*csv_files(shared), other_bodies(shared)):
        rows = list(rows_of(path))
        one = tmp_path / "one_body.csv"
        with one.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            for number, fields in enumerate(rows):
                sent = fields["data_invio_candidatura"]
                writer.writerow(fields | {"codice_ipa": "uno", "avviso": f"{number} {fields['avviso']}"})
                assert sent is None or sent.endswith("+0000")
        found = read_open_data(one, "uno", ())
        assert (len(found.ours), found.rejected) == (len(rows), ())
        assert sum(application.amount for application in found.ours) == sum(
            Decimal(fields["importo_finanziamento"]) for fields in rows
        )
        letters = Counter(fields["stato_candidatura"] for fields in rows)
        states = Counter(application.status for application in found.ours)
        assert (states[Status.PAID], states[Status.RENOUNCED]) == (letters["E"], letters["R"])


def test_the_first_three_digits_of_a_comune_are_its_province(shared: Path) -> None:
    for path in csv_files(shared):
        numeric = [row for row in rows_of(path) if row["cod_comune"].isdigit()]
        assert len(numeric) > 1000
        assert {(row["cod_comune"][:3] == row["cod_provincia"]) for row in numeric} == {True}


def test_a_real_file_is_read_in_less_than_half_a_second(shared: Path) -> None:
    taken = []
    for _attempt in range(3):
        started = time.perf_counter()
        read_open_data(csv_files(shared)[0], *APRICA)
        taken.append(time.perf_counter() - started)
    assert min(taken) < 0.4
