# SPDX-License-Identifier: EUPL-1.2
"""A process killed in the middle of an import leaves all of it or nothing (reliability K2)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.actions.example import example_files

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="forking and SIGKILL are not there")
def test_killed_imports_leave_all_or_nothing(tmp_path: Path) -> None:
    file = tmp_path / "candidature_2026-08.csv"
    text = example_files()[-1].read_text(encoding="utf-8").replace("c_prova", "c_a337")
    header, *rows = text.splitlines()
    others = [rows[0].replace("c_a337", f"c_x{number:04}") for number in range(3000)]
    file.write_text("\n".join([header, *rows, *others]) + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killing", str(file), "--rounds", "40"],
        cwd=_ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    outcome = json.loads(done.stdout)
    assert outcome.get("all", 0) + outcome.get("nothing", 0) == 40
    assert outcome.get("nothing", 0) > 0
