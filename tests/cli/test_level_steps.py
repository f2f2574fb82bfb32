# SPDX-License-Identifier: EUPL-1.2
"""A breach led from the letter to the decision on the command line."""

from pathlib import Path

from pypdf import PdfReader

from tests.cli.conftest import Say
from tests.cli.test_level import FIELDS, NAME

WHICH = (1, NAME, "02/2027")


def _stage(contract: Say) -> str:
    year = contract("--json", "level", "list", 1, "--year", 2027).json
    return str(year["indicators"][0]["periods"][1]["stage"])


def test_a_breach_is_contested_by_letter_answered_and_waived(contract: Say, tmp_path: Path) -> None:
    contract("level", "new", 1, *FIELDS)
    contract("level", "read", *WHICH, "98,4")
    target = tmp_path / "lettera.pdf"
    written = contract("--json", "level", "letter", *WHICH, "--output", target, "--reply-by", "20/3/2027")
    assert written.status == 0
    assert any("CIG" in page.extract_text() for page in PdfReader(target).pages)
    assert written.json["gaps"]
    assert contract("level", "contest", *WHICH, "--on", "5/3/2027", "--protocol", "12").status == 0
    assert _stage(contract) == "contested"
    assert contract("level", "reply", *WHICH, "--on", "10/3/2027", "--text", "Guasto").status == 0
    assert _stage(contract) == "to_decide"
    assert contract("level", "waive", *WHICH, "--reason", "Lavori concordati").status == 0
    assert _stage(contract) == "waived"


def test_each_step_out_of_place_is_refused(contract: Say, tmp_path: Path) -> None:
    contract("level", "new", 1, *FIELDS)
    assert contract("level", "contest", *WHICH, "--on", "5/3/2027").is_refusal
    contract("level", "read", *WHICH, "98,4")
    assert contract("level", "reply", *WHICH, "--on", "10/3/2027").is_refusal
    assert contract("level", "deduct", *WHICH, "--invoice", 9).is_refusal
    assert contract("level", "letter", *WHICH, "--output", tmp_path / "lettera.txt").is_refusal
    assert not (tmp_path / "lettera.txt").exists()
