# SPDX-License-Identifier: EUPL-1.2
"""Reading open data: states, dates and every quirk of funding.md 3.3 and 3.4, on invented rows."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.codes import check_cup
from app.domain.funding import Application, OpenDataFile, Status
from app.domain.open_data import RejectedRow
from app.errors import UserError
from app.formats.open_data import read_open_data
from tests.open_data_rows import (
    IPA_CODE,
    ISTAT,
    SEND,
    SOURCE_COLUMNS,
    WRITERS,
    row,
    split_json,
    write_open_data,
)

FORMS = list(WRITERS)


def read(path: Path, ipa_code: str = IPA_CODE) -> OpenDataFile:
    return read_open_data(path, ipa_code, (ISTAT,))


def read_one(tmp_path: Path, **changes: str) -> Application:
    (found,) = read(write_open_data(tmp_path / "file.csv", [row(**changes)])).ours
    return found


def test_times_are_utc(tmp_path: Path) -> None:
    assert read_one(tmp_path, data_invio_candidatura="2022-09-02T23:09:40.000+0200").sent_at == datetime(
        2022, 9, 2, 21, 9, 40, tzinfo=UTC
    )


@pytest.mark.parametrize(("letter", "status"), [("A", Status.FUNDED), ("E", Status.PAID), ("R", Status.RENOUNCED)])
def test_states(tmp_path: Path, letter: str, status: Status) -> None:
    assert read_one(tmp_path, stato_candidatura=letter).status is status


def test_a_with_another_state_date_is_a_renunciation_pending(tmp_path: Path) -> None:
    found = read_one(tmp_path, stato_candidatura="A", data_stato_candidatura="2026-03-31")
    assert (found.status, found.status_on) == (Status.RENUNCIATION_PENDING, date(2026, 3, 31))


@pytest.mark.parametrize("letter", ["E", "R"])
def test_paid_and_renounced_have_their_own_date(tmp_path: Path, letter: str) -> None:
    found = read_one(tmp_path, stato_candidatura=letter, data_stato_candidatura="2024-04-05")
    assert found.status in (Status.PAID, Status.RENOUNCED)
    assert found.status_on == date(2024, 4, 5)


def test_without_the_column_of_the_state_all_are_funded_by_decree(tmp_path: Path) -> None:
    path = write_open_data(tmp_path / "file.csv", [row(stato_candidatura="R")], version=2)
    assert read(path).ours[0].status is Status.FUNDED


def test_quirk_natural_key_is_body_call_and_moment(tmp_path: Path) -> None:
    rows = [
        row(codice_ipa="C_X999"),
        row(avviso=SEND),
        row(data_invio_candidatura="2022-05-01T08:00:00.000+0000"),
    ]
    keys = [application.key for application in read(write_open_data(tmp_path / "file.csv", rows)).ours]
    assert len(set(keys)) == 3
    assert {key[0] for key in keys} == {IPA_CODE}


def test_quirk_same_body_and_call_on_two_rows(tmp_path: Path) -> None:
    rows = [row(stato_candidatura="R"), row(data_invio_candidatura="2022-12-19T10:28:21.000+0000")]
    found = read(write_open_data(tmp_path / "file.csv", rows))
    assert [application.status for application in found.ours] == [Status.RENOUNCED, Status.FUNDED]


def test_quirk_same_cup_on_two_rows(tmp_path: Path) -> None:
    rows = [row(), row(avviso="1.4.4 Adozione SPID CIE  - Comuni - Settembre 2022")]
    found = read(write_open_data(tmp_path / "file.csv", rows))
    assert len({application.cup for application in found.ours}) == 1
    assert len(found.ours) == 2


def test_quirk_same_cup_on_different_bodies(tmp_path: Path) -> None:
    found = read(write_open_data(tmp_path / "file.csv", [row(), row(codice_ipa="c_y998", cod_comune="999002")]))
    assert len(found.ours) == 1


def test_quirk_identical_rows_count_once(tmp_path: Path) -> None:
    found = read(write_open_data(tmp_path / "file.csv", [row(), row()]))
    assert (len(found.ours), found.rejected, found.rows) == (1, (), 2)


@pytest.mark.parametrize("turned", [False, True])
def test_two_tellings_of_one_application_keep_the_later_state(tmp_path: Path, *, turned: bool) -> None:
    rows = [
        row(),
        row(stato_candidatura="E", data_stato_candidatura="2024-04-05", codice_cup="J91F22099980006"),
    ]
    found = read(write_open_data(tmp_path / "file.csv", rows[::-1] if turned else rows))
    assert [application.status for application in found.ours] == [Status.PAID]
    assert found.rejected == (RejectedRow(3 if turned else 2, "open_data.row_repeated", "J91F22099990006"),)


@pytest.mark.parametrize("text", ["", "None"])
def test_quirk_cup_empty_or_none(tmp_path: Path, text: str) -> None:
    assert read_one(tmp_path, codice_cup=text, stato_candidatura="R").cup == ""


def test_quirk_cup_in_small_letters(tmp_path: Path) -> None:
    assert read_one(tmp_path, codice_cup=" j91f22099990006 ").cup == "J91F22099990006"


@pytest.mark.parametrize("cup", ["C31F23000290006.", "J91F2209999000", "J91F220999900066", "E41C22OO1540006"])
def test_quirk_malformed_cup_is_kept_and_noted_by_the_check(tmp_path: Path, cup: str) -> None:
    assert read_one(tmp_path, codice_cup=cup).cup == cup
    assert not check_cup(cup).is_well_formed


def test_quirk_cancelled_cup_is_kept(tmp_path: Path) -> None:
    assert read_one(tmp_path, codice_cup="CANCELLATO_J91F22099990006").cup == "CANCELLATO_J91F22099990006"


@pytest.mark.parametrize("asked", [IPA_CODE, "C_X999", " c_X999 "])
def test_quirk_ipa_code_with_capitals(tmp_path: Path, asked: str) -> None:
    found = read(write_open_data(tmp_path / "file.csv", [row(codice_ipa="C_x999")]), asked)
    assert [application.ipa_code for application in found.ours] == ["C_x999"]


@pytest.mark.parametrize("code", ["xx999", "c_x999d", "c_xo9", "pueg_xx", "99X99XXX", "XHXXNICS"])
def test_quirk_comune_whose_ipa_code_is_another(tmp_path: Path, code: str) -> None:
    path = write_open_data(tmp_path / "file.csv", [row(codice_ipa=code), row(codice_ipa=code, avviso=SEND)])
    found = read(path)
    assert found.ours == ()
    (other,) = found.other_bodies
    assert (other.ipa_code, other.name, other.rows) == (code, "Comune di Borgo Inventato", 2)
    assert len(read(path, other.ipa_code).ours) == 2


def test_quirk_provincia_empty_is_napoli(tmp_path: Path) -> None:
    for family, form in FORMS:
        path = write_open_data(
            tmp_path / f"{family}.{form}", [row(provincia="", cod_provincia="063")], family=family, form=form
        )
        assert (len(read(path).ours), read(path).rejected) == (1, ())


@pytest.mark.parametrize("name", ["None", ""])
def test_quirk_comune_called_none(tmp_path: Path, name: str) -> None:
    found = read_one(tmp_path, comune=name, ente="Comune di None", cod_comune="001168")
    assert (found.body, found.istat) == ("Comune di None", "001168")


@pytest.mark.parametrize("text", ["None", ""])
def test_quirk_moment_of_sending_none(tmp_path: Path, text: str) -> None:
    found = read_one(tmp_path, data_invio_candidatura=text)
    assert (found.sent_at, found.key[2]) == (None, "")


def test_quirk_whole_column_of_state_dates_none(tmp_path: Path) -> None:
    found = read_one(tmp_path, data_stato_candidatura="None", stato_candidatura="A")
    assert (found.status, found.status_on) == (Status.FUNDED, None)


@pytest.mark.parametrize("code", ["N/A", "N/D"])
def test_quirk_istat_code_not_available(tmp_path: Path, code: str) -> None:
    assert read_one(tmp_path, cod_comune=code, cod_provincia="N/D").istat == code


def test_quirk_sardegna_2026_the_previous_istat_code_still_finds_the_body(tmp_path: Path) -> None:
    path = write_open_data(tmp_path / "file.csv", [row(codice_ipa="xx999", cod_comune="999888")])
    assert read(path).other_bodies == ()
    found = read_open_data(path, IPA_CODE, (ISTAT, "999888"))
    assert [body.ipa_code for body in found.other_bodies] == ["xx999"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("Scuole", "Istituto comprensivo Inventato"),
        ("Altri Enti", "Comunita' Montana Inventata"),
        ("ASL", "Azienda sanitaria Inventata"),
        ("Altri Enti", "Unione dei comuni Inventati"),
        ("Comune", "Istituto Autonomo Case Popolari Borgo Inventato"),
    ],
)
def test_quirk_other_kinds_with_our_istat_code_are_not_proposed(tmp_path: Path, kind: str, name: str) -> None:
    found = read(write_open_data(tmp_path / "file.csv", [row(codice_ipa="altro", tipologia_ente=kind, ente=name)]))
    assert (found.ours, found.other_bodies) == ((), ())


@pytest.mark.parametrize("kind", ["Comune", "Comuni"])
def test_quirk_kind_comune_then_comuni(tmp_path: Path, kind: str) -> None:
    rows = [row(codice_ipa="xx999", tipologia_ente=kind, ente="BORGO INVENTATO CAPITALE")]
    assert len(read(write_open_data(tmp_path / "file.csv", rows)).other_bodies) == 1


def test_quirk_window_and_protocol_with_a_decimal(tmp_path: Path) -> None:
    found = read_one(tmp_path, numero_finestra_temporale="1.0", numero_di_protocollo="24.0")
    assert (found.window, found.protocol) == ("1", "24")


def test_quirk_comma_inside_a_quoted_field(tmp_path: Path) -> None:
    for family, form in FORMS:
        path = tmp_path / f"{family}.{form}"
        write_open_data(path, [row(ente="Comune di Uno, Due e Tre")], family=family, form=form)
        assert read(path).ours[0].body == "Comune di Uno, Due e Tre"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("3928.4", "3928.40"),
        ("0.0", "0.00"),
        ("14000", "14000.00"),
        ("712479.65", "712479.65"),
        ("1.4E4", "14000.00"),
    ],
)
def test_quirk_amounts_with_cents_and_zero(tmp_path: Path, text: str, amount: str) -> None:
    assert str(read_one(tmp_path, importo_finanziamento=text).amount) == amount


def test_quirk_json_amounts_never_pass_through_binary_fractions(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_text(split_json([row()]).replace("14000.0", "712479.65"))
    assert str(read(path).ours[0].amount) == "712479.65"
    path.write_text(split_json([row()]).replace("14000.0", "712479.6500000001"))
    assert [refusal.code for refusal in read(path).rejected] == ["open_data.row_bad_amount"]


def test_quirk_funded_before_sent(tmp_path: Path) -> None:
    found = read_one(tmp_path, data_finanziamento="2021-05-14", data_stato_candidatura="2021-05-14")
    assert (found.funded_on, found.status) == (date(2021, 5, 14), Status.FUNDED)


@pytest.mark.parametrize("text", [",".join(SOURCE_COLUMNS[6]) + "\n", "[]", "[ ]\n", "", "  \n"])
def test_quirk_empty_publication_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "file.csv"
    path.write_text(text)
    with pytest.raises(UserError) as refusal:
        read(path)
    assert refusal.value.code == "open_data.empty"
