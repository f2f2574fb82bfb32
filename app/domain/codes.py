# SPDX-License-Identifier: EUPL-1.2
"""Codes on the papers of the office: whether they are well formed, never if they exist (funding.md 4)."""

import re
from dataclasses import dataclass

_CUP = re.compile(r"[A-Z][0-9]{2}[A-Z][0-9]{11}")
_USUAL_CUP = re.compile(r"[B-J][1-9][1-9][B-J][0-9]{2}0[0-9]{8}")
_CUP_LENGTH, _CIG_LENGTH, _FISCAL_LENGTH, _ISTAT_LENGTH = 15, 10, 11, 6
_CUP_LETTERS = (0, 3)
_CANCELLED = "CANCELLATO_"
_TWINS = {"O": "0", "0": "O", "I": "1", "1": "I"}
_SIMOG = re.compile(r"([0-9]{7})([0-9A-F]{3})")
_PCP = re.compile(r"([A-U])([0-9A-F]{6})([0-9A-F]{3})")
_SMART = re.compile(r"([V-Z])([0-9A-F]{2})([0-9A-F]{7})")
_EXCLUSION = re.compile(r"ES(0[1-9]|1[0-9]|2[0-7])")
_FACTOR, _CIG_MODULUS, _SMART_MODULUS = 211, 4091, 251
_ISTAT = re.compile(r"[0-9]{3}(?!000)[0-9]{3}")
_LAST_PROVINCE = 119  # Sardegna 2026 (funding.md 4.3)
_BELFIORE = re.compile(r"[A-Z][0-9]{3}")
_IPA = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")
_USUAL_IPA = re.compile(r"c_[a-z][0-9]{3}", re.IGNORECASE)
_FISCAL = re.compile(r"[0-9]{11}")
_FISCAL_OFFICES = frozenset((*range(1, 101), 120, 121, 888, 999))


@dataclass(frozen=True, slots=True)
class CodeCheck:
    """The outcome of a check; `hint` is the code that was probably meant, or ""."""

    is_well_formed: bool
    is_usual: bool  # False is a warning, also where the code is well formed
    code: str  # as it is to be kept: no spaces, capitals where the kind has capitals
    reason: str  # why it is not well formed or not usual, "" where it is both
    hint: str = ""


def check_cup(text: str) -> CodeCheck:
    """Fifteen characters: the loose form is well formed, the narrow one is usual (funding.md 4.1)."""
    code = _packed(text).upper()
    if not code:
        return _wrong(code, "code.empty")
    if _CUP.fullmatch(code):
        is_usual = bool(_USUAL_CUP.fullmatch(code))
        return CodeCheck(True, is_usual, code, "" if is_usual else "cup.unusual")
    if code.startswith(_CANCELLED):
        return _wrong(code, "cup.cancelled", code.removeprefix(_CANCELLED))
    letters = re.sub(r"[^A-Z0-9]", "", code)
    if letters != code:
        return _wrong(code, "cup.other_signs", letters if _CUP.fullmatch(letters) else "")
    if len(code) != _CUP_LENGTH:
        return _wrong(code, "cup.length")
    hint = _twin_of(code)
    return _wrong(code, "cup.confused_signs" if hint else "cup.form", hint)


def check_cig(text: str) -> CodeCheck:
    """One of the four forms; a wrong check number is a warning (funding.md 4.2, concessions.md 1.6)."""
    code = _packed(text).upper()
    if not code:
        return _wrong(code, "code.empty")
    if _EXCLUSION.fullmatch(code):
        return CodeCheck(True, True, code, "")
    simog, pcp = _SIMOG.fullmatch(code), _PCP.fullmatch(code)
    if simog:
        if not int(simog[1]):
            return _wrong(code, "cig.zeros")
        return _counted(code, is_right=int(simog[2], 16) == int(simog[1]) * _FACTOR % _CIG_MODULUS)
    if pcp:
        number = int(pcp[2], 16) + ord(pcp[1]) - ord("A") + 1
        return _counted(code, is_right=int(pcp[3], 16) == number * _FACTOR % _CIG_MODULUS)
    if _SMART.fullmatch(code):
        return check_smart_cig(code)
    return _wrong(code, "cig.form" if len(code) == _CIG_LENGTH else "cig.length")


def check_smart_cig(text: str) -> CodeCheck:
    """The form issued until the end of 2023: X to Z, while V and W are unusual (funding.md 4.2)."""
    code = _packed(text).upper()
    smart = _SMART.fullmatch(code)
    if not smart:
        return _wrong(code, "smart_cig.form" if code else "code.empty")
    checked = _counted(code, is_right=int(smart[2], 16) == int(smart[3], 16) * _FACTOR % _SMART_MODULUS)
    if checked.is_usual and smart[1] in "VW":
        return CodeCheck(True, False, code, "smart_cig.unusual")
    return checked


def check_istat(text: str) -> CodeCheck:
    """The comune's six digits as text, zeros in front included."""
    code = _packed(text)
    if not code:
        return _wrong(code, "code.empty")
    if re.fullmatch(r"[0-9]{4,5}", code):
        return _wrong(code, "istat.zeros_missing", code.zfill(_ISTAT_LENGTH))
    if not _ISTAT.fullmatch(code):
        return _wrong(code, "istat.form")
    is_usual = 1 <= int(code[:3]) <= _LAST_PROVINCE
    return CodeCheck(True, is_usual, code, "" if is_usual else "istat.province")


def check_belfiore(text: str) -> CodeCheck:
    """The codice catastale: a letter and three digits."""
    code = _packed(text).upper()
    if _BELFIORE.fullmatch(code):
        return CodeCheck(True, True, code, "")
    return _wrong(code, "belfiore.form" if code else "code.empty")


def check_ipa(text: str) -> CodeCheck:
    """Any code that IPA gives; unusual is all that is not `c_` and a codice catastale (funding.md 4.3)."""
    code = text.strip()
    if not _IPA.fullmatch(code):
        return _wrong(code, "ipa.form" if code else "code.empty")
    is_usual = bool(_USUAL_IPA.fullmatch(code))
    return CodeCheck(True, is_usual, code, "" if is_usual else "ipa.unusual")


def check_fiscal_code(text: str) -> CodeCheck:
    """The codice fiscale of a body: eleven digits, the last as in a partita IVA (funding.md 4.3)."""
    code = _packed(text).upper().removeprefix("IT")
    if not code:
        return _wrong(code, "code.empty")
    if not _FISCAL.fullmatch(code):
        return _wrong(code, "fiscal_code.form" if len(code) == _FISCAL_LENGTH else "fiscal_code.length")
    if not int(code[:7]) or not _passes_luhn(code):
        return _wrong(code, "fiscal_code.check_digit")
    is_usual = int(code[7:10]) in _FISCAL_OFFICES
    return CodeCheck(True, is_usual, code, "" if is_usual else "fiscal_code.office")


def _packed(text: str) -> str:
    return "".join(text.split())


def _wrong(code: str, reason: str, hint: str = "") -> CodeCheck:
    return CodeCheck(False, False, code, reason, hint)


def _counted(code: str, *, is_right: bool) -> CodeCheck:
    return CodeCheck(True, is_right, code, "" if is_right else "cig.check_number")


def _twin_of(code: str) -> str:
    """The usual CUP that differs only by O for 0 or I for 1, where the sign does not fit its place."""
    twin = "".join(
        sign if sign.isalpha() == (place in _CUP_LETTERS) else _TWINS.get(sign, sign) for place, sign in enumerate(code)
    )
    return twin if _USUAL_CUP.fullmatch(twin) else ""


def _passes_luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(map(int, reversed(digits))):
        doubled = digit * 2 if place % 2 else digit
        total += doubled // 10 + doubled % 10
    return total % 10 == 0
