# SPDX-License-Identifier: EUPL-1.2
"""Hostile names of files (reliability S1): nothing hides on the screen, nothing trips a disk."""

import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.file_names import (
    MOST_BYTES,
    OPENED,
    ending,
    free_name,
    inner_ending,
    is_opened,
    kept_name,
    safe_name,
    shown_name,
)

HOSTILE = {
    "../../x": "x",
    "/abs": "abs",
    "C:\\x": "x",
    "a\\..\\b": "b",
    "CON": "_CON",
    "con.pdf": "_con.pdf",
    "LPT1 .txt": "_LPT1 .txt",
    "x.pdf:ads": "x.pdf_ads",
    "fine. ": "fine",
    "a\0b.pdf": "a_b.pdf",
    "a\nb.pdf": "a_b.pdf",
    "delibera\u202efdp.exe": "delibera_fdp.exe",
    "-rf": "rf",
    "~utente": "utente",
    "..": "documento",
    "": "documento",
    "\u200b\u200b": "documento",
    "a<b>|c?*.pdf": "a_b__c__.pdf",
    "senza rientro\u00a0.pdf": "senza rientro_.pdf",
}


@pytest.mark.parametrize(("name", "saved"), HOSTILE.items())
def test_a_hostile_name_is_saved_harmless(name: str, saved: str) -> None:
    assert safe_name(name) == saved


def test_nothing_hides_in_a_name_that_is_shown() -> None:
    assert shown_name("delibera\u202efdp.exe") == "delibera«U+202E»fdp.exe"
    assert shown_name("a\0b\n.pdf") == "a«U+0000»b«U+000A».pdf"
    assert shown_name("fine.exe  ") == "fine.exe«U+0020»«U+0020»"
    assert shown_name("a\u00a0b") == "a«U+00A0»b"
    assert shown_name("e" + "\u0301" * 1000 + ".pdf") == "e" + "\u0301" * 3 + "«+997».pdf"
    assert shown_name("  ") == "«U+0020»«U+0020»"
    assert shown_name("Delibera n. 31 (città).pdf") == "Delibera n. 31 (città).pdf"


def test_the_ending_is_the_last_one_and_the_inner_one_that_of_what_was_signed() -> None:
    assert ending("Delibera.PDF.P7M") == "p7m"
    assert inner_ending("Delibera.PDF.P7M") == "pdf"
    assert inner_ending("a.pdf.p7m.p7m") == "pdf"
    assert ending("a.pdf .") == "pdf"
    assert ending(".bashrc") == ""
    assert ending("senza") == ""


@pytest.mark.parametrize(
    "name", ["a.exe", "a.pdf.lnk", "a.desktop", "a\u202efdp.exe", "b.exe\0.pdf", "a.pdf ", "a.html", "a.svg", "pdf"]
)
def test_what_could_run_or_hides_is_not_opened(name: str) -> None:
    assert not is_opened(name)


def test_documents_of_the_office_are_opened() -> None:
    assert all(is_opened(f"Documento 1.{one}") for one in OPENED)
    assert is_opened("delibera.pdf.p7m")


def test_a_long_name_keeps_its_ending() -> None:
    long = safe_name("è" * 300 + ".pdf.p7m")
    assert long.endswith("è.pdf.p7m")
    assert MOST_BYTES - 2 < len(long.encode()) <= MOST_BYTES
    assert kept_name("x" * 400 + ".pdf") == "x" * 251 + ".pdf"
    assert kept_name("caff\udce9.pdf") == "caff?.pdf"


def test_a_second_file_of_the_same_name_gets_a_number_before_its_ending() -> None:
    assert free_name("a.pdf.p7m", {"a.pdf.p7m", "a (2).pdf.p7m"}) == "a (3).pdf.p7m"
    assert free_name("A.pdf", {"a.pdf"}) == "A (2).pdf"
    assert free_name("a.pdf", set()) == "a.pdf"


@given(st.text(alphabet=st.characters(codec=None), max_size=300))
def test_any_name_is_safe_whole_and_the_same_when_made_safe_again(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert safe == Path(safe).name == PureWindowsPath(safe).name
    assert not PureWindowsPath(safe).is_reserved()
    assert len(safe.encode()) <= MOST_BYTES
    assert safe[-1] not in " ."
    assert safe_name(safe) == safe
    for shown in (safe, shown_name(name)):
        assert not any(unicodedata.category(letter) in ("Cc", "Cf", "Cs") for letter in shown)
    kept = kept_name(name)
    assert 0 < len(kept) <= 255
    kept.encode()
