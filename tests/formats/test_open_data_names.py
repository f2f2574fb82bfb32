# SPDX-License-Identifier: EUPL-1.2
"""Reading open data: every quirk of the names in funding.md 3.4 (titles, bodies, comuni, regions), on invented rows."""

from pathlib import Path

import pytest

from app.domain.funding import OpenDataFile
from tests.formats.test_open_data_quirks import read, read_one
from tests.open_data_rows import ISTAT, SEND, SPID, WRITERS, row, write_open_data

OTHER_CODE = "cm_99999"  # the code of our comune that nobody assumed


def proposed(tmp_path: Path, **changes: str) -> list[str]:
    """The bodies that the file offers for our ISTAT code, where none has our IPA code."""
    file = write_open_data(tmp_path / "file.csv", [row(codice_ipa=OTHER_CODE, cod_comune=ISTAT, **changes)])
    return [body.name for body in read(file).other_bodies]


def in_each_form(tmp_path: Path, **changes: str) -> list[OpenDataFile]:
    """The same row read from each family and form."""
    return [
        read(write_open_data(tmp_path / f"{family}.{form}", [row(**changes)], family=family, form=form))
        for family, form in WRITERS
    ]


def test_quirk_double_spaces_inside_a_title_stay(tmp_path: Path) -> None:
    assert "  " in SPID
    assert [file.ours[0].call for file in in_each_form(tmp_path, avviso=SPID)] == [SPID] * len(WRITERS)


def test_quirk_apostrophes_in_a_title_stay(tmp_path: Path) -> None:
    assert SEND.count("'") == 2
    assert [file.ours[0].call for file in in_each_form(tmp_path, avviso=SEND)] == [SEND] * len(WRITERS)


@pytest.mark.parametrize("region", ["Trentino-Alto Adige/Südtirol", "Valle d'Aosta/Vallée d'Aoste"])
def test_quirk_accents_and_two_languages_in_a_region_break_no_row(tmp_path: Path, region: str) -> None:
    for file in in_each_form(tmp_path, regione=region, provincia="Bolzano/Bozen"):
        assert [(found.ipa_code, found.istat) for found in file.ours] == [("c_x999", ISTAT)]
        assert file.rejected == ()


def test_quirk_accents_in_the_name_of_a_body_stay(tmp_path: Path) -> None:
    assert {file.ours[0].body for file in in_each_form(tmp_path, ente="Comune di Forsì")} == {"Comune di Forsì"}


def test_quirk_suppressed_body_is_read_and_offered_last(tmp_path: Path) -> None:
    rows = [
        row(codice_ipa="c_y001", ente="(SOPPRESSO) Comune di Borgo Inventato", cod_comune=ISTAT),
        row(codice_ipa="c_y001", ente="(SOPPRESSO) Comune di Borgo Inventato", cod_comune=ISTAT, avviso=SEND),
        row(codice_ipa=OTHER_CODE, cod_comune=ISTAT),
    ]
    found = read(write_open_data(tmp_path / "file.csv", rows)).other_bodies
    assert [body.name for body in found] == ["Comune di Borgo Inventato", "(SOPPRESSO) Comune di Borgo Inventato"]
    assert read_one(tmp_path, ente="(SOPPRESSO) Comune di Borgo Inventato").body.startswith("(SOPPRESSO)")


def test_quirk_double_space_in_the_name_of_a_body_stays(tmp_path: Path) -> None:
    assert read_one(tmp_path, ente="Comune  di Borgo Inventato").body == "Comune  di Borgo Inventato"


def test_quirk_apostrophe_in_the_name_of_a_comune(tmp_path: Path) -> None:
    names = {"comune": "Castel d'Invento", "ente": "Comune di Castel d'Invento"}
    assert [file.ours[0].body for file in in_each_form(tmp_path, **names)] == ["Comune di Castel d'Invento"] * len(
        WRITERS
    )
    assert proposed(tmp_path, **names) == ["Comune di Castel d'Invento"]


def test_quirk_the_same_name_with_other_capitals(tmp_path: Path) -> None:
    names = {"comune": "Castel d'Invento", "ente": "CASTEL D'INVENTO"}
    assert proposed(tmp_path, **names) == ["CASTEL D'INVENTO"]
    assert proposed(tmp_path, comune="Castel d'Invento", ente="ISTITUTO CASE POPOLARI") == []


def test_quirk_first_three_digits_of_the_comune_are_the_province(tmp_path: Path) -> None:
    """True of every numeric code of the files; a row where it is not is still ours by its own code."""
    assert read_one(tmp_path, cod_provincia="N/D").istat == ISTAT
    assert proposed(tmp_path, cod_provincia="998") == ["Comune di Borgo Inventato"]
