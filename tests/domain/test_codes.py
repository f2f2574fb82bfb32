# SPDX-License-Identifier: EUPL-1.2
"""Codes: the forms and check numbers of funding.md 4 and concessions.md 1.6, with the slips found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codes import (
    CodeCheck,
    check_belfiore,
    check_cig,
    check_cup,
    check_fiscal_code,
    check_ipa,
    check_istat,
    check_smart_cig,
)

CHECKS = (
    check_cup,
    check_cig,
    check_smart_cig,
    check_istat,
    check_belfiore,
    check_ipa,
    check_fiscal_code,
)


@pytest.mark.parametrize("text", ["J91F22099990006", "j91f22099990006", " J91F 2209 9990 006\N{NO-BREAK SPACE}"])
def test_cup(text: str) -> None:
    assert check_cup(text) == CodeCheck(True, True, "J91F22099990006", "")


@pytest.mark.parametrize("code", ["A91F22099990006", "J01F22099990006", "J91A22099990006", "J91F22199990006"])
def test_cup_of_an_unusual_form_is_a_warning(code: str) -> None:
    found = check_cup(code)
    assert (found.is_well_formed, found.is_usual, found.reason) == (True, False, "cup.unusual")


@pytest.mark.parametrize(
    ("code", "reason", "hint"),
    [
        ("E41C22OO1540006", "cup.confused_signs", "E41C22001540006"),
        ("B31C22OO1910006", "cup.confused_signs", "B31C22001910006"),
        ("I71C22OO1520006", "cup.confused_signs", "I71C22001520006"),
        ("F21F2200449OOO6", "cup.confused_signs", "F21F22004490006"),
        ("161C22001040006", "cup.confused_signs", "I61C22001040006"),
        ("161F22002140006", "cup.confused_signs", "I61F22002140006"),
        ("161F22002160006", "cup.confused_signs", "I61F22002160006"),
        ("H28122001400005", "cup.confused_signs", "H28I22001400005"),
        ("281C22000980006", "cup.form", ""),
        ("IC1C22001150006", "cup.form", ""),
        ("DC1C22002790006", "cup.form", ""),
        ("G81CC2200174000", "cup.form", ""),
        ("C31F23000290006.", "cup.other_signs", "C31F23000290006"),
        ("C31F-23000290006", "cup.other_signs", "C31F23000290006"),
        ("C31F.2300029000", "cup.other_signs", ""),
        ("CANCELLATO_C31F23000290006", "cup.cancelled", "C31F23000290006"),
        ("C31F2300029000", "cup.length", ""),
        ("C31F230002900066", "cup.length", ""),
        ("C31F2300029000٦", "cup.other_signs", ""),
        ("", "code.empty", ""),
    ],
)
def test_cup_that_is_not_well_formed(code: str, reason: str, hint: str) -> None:
    assert check_cup(code) == CodeCheck(False, False, code, reason, hint)


@pytest.mark.parametrize(
    "code",
    [
        "94566301F3",
        "B00012EADB",
        "K00003EC3A",
        "L00003DC3A",
        "Z642AEB782",
        "Z7E2B398C5",
        "ZDB27337A5",
        "ES01",
        "ES27",
    ],
)
def test_cig_of_the_four_forms(code: str) -> None:
    assert check_cig(f" {code.lower()} ") == CodeCheck(True, True, code, "")


@pytest.mark.parametrize("code", ["94566301F4", "94566302F3", "B00012EADC", "A00012EADB", "Z642AEB783", "Z652AEB782"])
def test_cig_with_a_wrong_check_number_is_a_warning(code: str) -> None:
    assert check_cig(code) == CodeCheck(True, False, code, "cig.check_number")


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("", "code.empty"),
        ("0000000000", "cig.zeros"),
        ("ES00", "cig.length"),
        ("ES28", "cig.length"),
        ("94566301F", "cig.length"),
        ("94566301F34", "cig.length"),
        ("94566301FG", "cig.form"),
        ("!456630100", "cig.form"),
        ("B0001GEADB", "cig.form"),
    ],
)
def test_cig_that_is_not_well_formed(code: str, reason: str) -> None:
    assert check_cig(code) == CodeCheck(False, False, code, reason)


@given(st.integers(1, 9_999_999))
def test_simog_check_number(number: int) -> None:
    code = f"{number:07d}{number * 211 % 4091:03X}"
    assert check_cig(code).is_usual
    wrong = f"{number:07d}{(number * 211 + 1) % 4091:03X}"
    assert check_cig(wrong).reason == "cig.check_number"


@given(st.integers(0, 0xFFFFFFF))
def test_smart_cig_check_number(number: int) -> None:
    tail = f"{number * 211 % 251:02X}{number:07X}"
    assert check_smart_cig(f"Z{tail}").is_usual
    assert check_smart_cig(f"V{tail}").reason == "smart_cig.unusual"


def test_smart_cig_is_one_form_only() -> None:
    assert check_smart_cig("Z642AEB782").is_usual
    assert check_smart_cig("94566301F3").reason == "smart_cig.form"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("014004", CodeCheck(True, True, "014004", "")),
        ("119001", CodeCheck(True, True, "119001", "")),
        ("120001", CodeCheck(True, False, "120001", "istat.province")),
        ("000001", CodeCheck(True, False, "000001", "istat.province")),
        ("014000", CodeCheck(False, False, "014000", "istat.form")),
        ("14004", CodeCheck(False, False, "14004", "istat.zeros_missing", "014004")),
        ("N/A", CodeCheck(False, False, "N/A", "istat.form")),
        ("٠١٤٠٠٤", CodeCheck(False, False, "٠١٤٠٠٤", "istat.form")),
    ],
)
def test_istat(text: str, expected: CodeCheck) -> None:
    assert check_istat(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a337", CodeCheck(True, True, "A337", "")),
        ("A33", CodeCheck(False, False, "A33", "belfiore.form")),
        ("1337", CodeCheck(False, False, "1337", "belfiore.form")),
    ],
)
def test_belfiore(text: str, expected: CodeCheck) -> None:
    assert check_belfiore(text) == expected


@pytest.mark.parametrize("code", ["c_a337", "C_A337", "c_M348"])
def test_ipa(code: str) -> None:
    assert check_ipa(f" {code} ") == CodeCheck(True, True, code, "")


@pytest.mark.parametrize("code", ["cl837", "c_e497d", "c_mo7", "pueg_bs", "cdss", "40B59AWR", "RHARNICS", "a-b", "x.y"])
def test_ipa_of_other_forms_is_kept_as_it_is(code: str) -> None:
    assert check_ipa(code) == CodeCheck(True, False, code, "ipa.unusual")


@pytest.mark.parametrize("code", ["c a337", "c_à337", "_a", "x" * 41, "c'a"])
def test_ipa_that_is_not_well_formed(code: str) -> None:
    assert check_ipa(code).reason == "ipa.form"


@pytest.mark.parametrize("text", ["02438750586", "IT02438750586", " 024 3875 0586 ", "80034390585"])
def test_fiscal_code_of_a_body(text: str) -> None:
    assert check_fiscal_code(text).is_usual


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("02438750587", "fiscal_code.check_digit"),
        ("00000000000", "fiscal_code.check_digit"),
        ("0243875058", "fiscal_code.length"),
        ("RSSMRA80A01H501U", "fiscal_code.length"),
        ("0243875058X", "fiscal_code.form"),
    ],
)
def test_fiscal_code_that_is_not_well_formed(code: str, reason: str) -> None:
    assert check_fiscal_code(code) == CodeCheck(False, False, code, reason)


def test_fiscal_code_of_an_unknown_office_is_a_warning() -> None:
    (code,) = [f"1234567500{digit}" for digit in range(10) if check_fiscal_code(f"1234567500{digit}").is_well_formed]
    assert check_fiscal_code(code) == CodeCheck(True, False, code, "fiscal_code.office")


@given(st.integers(1, 9_999_999), st.integers(1, 100))
def test_exactly_one_last_digit_fits(number: int, office: int) -> None:
    codes = [f"{number:07d}{office:03d}{digit}" for digit in range(10)]
    assert sum(check_fiscal_code(code).is_well_formed for code in codes) == 1


@given(st.text(max_size=20))
def test_any_text_gets_an_answer_and_a_kept_code_is_checked_the_same(text: str) -> None:
    for check in CHECKS:
        found = check(text)
        assert check(found.code) == found
        assert bool(found.reason) != (found.is_well_formed and found.is_usual)
