# SPDX-License-Identifier: EUPL-1.2
"""Reading open data: header versions, families, freshness, progress and cancel, other bodies."""

import dataclasses
import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.funding import OpenDataFile, Status
from app.errors import UserError
from app.formats.open_data import FIRST_PUBLISHED, date_in_name, read_open_data
from tests.open_data_rows import (
    IPA_CODE,
    ISTAT,
    SOURCE_COLUMNS,
    SPID,
    WRITERS,
    of_others,
    row,
    source_csv,
    split_csv,
    split_json,
    write_open_data,
)

FORMS = list(WRITERS)


def read(path: Path, ipa_code: str = IPA_CODE) -> OpenDataFile:
    return read_open_data(path, ipa_code, (ISTAT,))


@pytest.mark.parametrize("version", SOURCE_COLUMNS)
@pytest.mark.parametrize(("family", "form"), FORMS)
def test_each_header_version_of_each_family(tmp_path: Path, version: int, family: str, form: str) -> None:
    rows = [*of_others(3), row(), *of_others(2)]
    found = read(write_open_data(tmp_path / "file", rows, version=version, family=family, form=form))
    assert (found.rows, found.columns, found.rejected) == (6, version, ())
    (ours,) = found.ours
    assert ours.amount == Decimal("14000.00")
    assert ours.call == SPID
    assert ours.sent_at == datetime(2022, 4, 21, 14, 25, 25, tzinfo=UTC)
    assert ours.funded_on == date(2022, 8, 2)
    assert (ours.cup, ours.window, ours.protocol) == ("J91F22099990006", "1", "25")
    assert ours.status is Status.FUNDED
    assert ours.body == ("Comune di Borgo Inventato" if version >= 4 else "")
    assert ours.istat == (ISTAT if version >= 3 else "")
    assert ours.decree == ("Decreto n.25 - 1 / 2022 - PNRR" if version >= 5 else "")
    assert ours.status_on == (date(2022, 8, 2) if version == 6 else None)
    has_measure = family == "split" and version >= 3
    assert ours.measure == ("1.4.4 Adozione identità digitale" if has_measure else "")


def test_the_four_writings_of_one_row_are_one_application(tmp_path: Path) -> None:
    told = set()
    for family, form in FORMS:
        (ours,) = read(write_open_data(tmp_path / f"{family}.{form}", [row()], family=family, form=form)).ours
        told.add(dataclasses.replace(ours, measure=""))
    assert len(told) == 1


def test_columns_are_read_by_name_and_unknown_ones_ignored(tmp_path: Path) -> None:
    names = [*reversed(SOURCE_COLUMNS[6]), "colonna_nuova"]
    fields = row(colonna_nuova="x")
    path = tmp_path / "file.csv"
    path.write_text(",".join(names) + "\n" + ",".join(fields[name] for name in names) + "\n")
    assert read(path).ours[0].amount == Decimal("14000.00")


def test_content_decides_not_the_suffix(tmp_path: Path) -> None:
    assert len(read(write_open_data(tmp_path / "a.json", [row()], form="csv")).ours) == 1
    assert len(read(write_open_data(tmp_path / "a.csv", [row()], form="json")).ours) == 1


def test_a_byte_order_mark_and_crlf_are_accepted(tmp_path: Path) -> None:
    for form, text in (("csv", split_csv([row()]).replace("\n", "\r\n")), ("json", split_json([row()]))):
        path = tmp_path / f"file.{form}"
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
        assert [application.body for application in read(path).ours] == ["Comune di Borgo Inventato"]


def test_a_bare_carriage_return_between_rows_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "mac.csv"
    path.write_bytes(split_csv([row(), *of_others(2)]).replace("\n", "\r").encode())
    assert read(path).rows == 3


def test_the_hash_is_of_the_bytes_read(tmp_path: Path) -> None:
    path = write_open_data(tmp_path / "file.csv", [row()])
    assert read(path).sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "told", "day"),
    [
        ("candidature_finanziate_145_2026-08.csv", "2026-08", date(2026, 8, 1)),
        ("candidature_comuni_finanziate 2026-08-22 (1).csv", "2026-08-22", date(2026, 8, 22)),
        ("2026-02-31.csv", "2026-02", date(2026, 2, 1)),
        ("2026-13.csv", "", None),
        ("candidature_finanziate_145.csv", "", None),
        ("12022-083.csv", "", None),
    ],
)
def test_the_date_in_the_name(name: str, told: str, day: date | None) -> None:
    assert date_in_name(name) == (told, day)


def test_as_of_is_the_newest_date_of_any_row(tmp_path: Path) -> None:
    rows = [row(), row(codice_ipa="altro", stato_candidatura="E", data_stato_candidatura="2026-08-11")]
    assert read(write_open_data(tmp_path / "file_2026-08.csv", rows)).as_of == date(2026, 8, 11)
    assert read(write_open_data(tmp_path / "file_2026-08-22.csv", rows)).as_of == date(2026, 8, 22)


def test_a_slip_in_the_future_does_not_make_a_file_fresh(tmp_path: Path) -> None:
    path = write_open_data(tmp_path / "file.csv", [row(), row(codice_ipa="altro", data_finanziamento="2062-08-02")])
    assert read(path).as_of == date(2062, 8, 2)
    assert read_open_data(path, IPA_CODE, (), not_after=date(2026, 11, 22)).as_of == date(2022, 8, 2)


def test_a_file_without_dates_is_the_oldest(tmp_path: Path) -> None:
    nothing = {"data_invio_candidatura": "None", "data_finanziamento": "", "data_stato_candidatura": ""}
    assert read(write_open_data(tmp_path / "file.csv", [row(**nothing)])).as_of == FIRST_PUBLISHED


# progress and cancel


@pytest.mark.parametrize(("family", "form"), FORMS)
def test_progress_grows_to_the_whole(tmp_path: Path, family: str, form: str) -> None:
    path = write_open_data(tmp_path / "file", [row(), *of_others(4500)], family=family, form=form)
    told: list[tuple[int, int]] = []
    read_open_data(path, IPA_CODE, (), progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 4501), (2000, 4501), (4000, 4501), (4501, 4501)]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_cancel_stops_the_reading(tmp_path: Path, form: str) -> None:
    path = write_open_data(tmp_path / "file", of_others(4500), form=form)
    told: list[int] = []
    with pytest.raises(UserError) as refusal:
        read_open_data(
            path,
            IPA_CODE,
            (),
            progress=lambda done, _total: told.append(done),
            is_cancelled=lambda: told[-1:] == [2000],
        )
    assert (refusal.value.code, told[-1]) == ("open_data.cancelled", 2000)


def test_other_bodies_likeliest_first(tmp_path: Path) -> None:
    rows = [
        row(codice_ipa="uno", ente="(SOPPRESSO) Comune di Borgo"),
        row(codice_ipa="uno", ente="(SOPPRESSO) Comune di Borgo"),
        row(codice_ipa="due", ente="Comune di Borgo Nuovo"),
        row(codice_ipa="DUE", ente="Comune di Borgo Nuovo"),
        row(codice_ipa="tre", ente="Comune di Borgo Altro"),
    ]
    found = read(write_open_data(tmp_path / "file.csv", rows))
    assert [(body.ipa_code, body.rows) for body in found.other_bodies] == [("due", 2), ("tre", 1), ("uno", 2)]


def test_other_bodies_before_the_kind_was_told(tmp_path: Path) -> None:
    rows = [row(codice_ipa="xx999"), row(codice_ipa="ic", ente="Istituto comprensivo")]
    text = source_csv(rows, version=4)
    path = tmp_path / "file.csv"
    path.write_text(text)
    assert [body.ipa_code for body in read(path).other_bodies] == ["xx999"]
