# SPDX-License-Identifier: EUPL-1.2
"""A process killed while a folder of invoices comes in leaves each invoice whole with its file, or none of it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="forking and SIGKILL are not there")
def test_killed_imports_leave_each_invoice_whole_or_not_at_all() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killing_invoices", "--rounds", "25"],
        cwd=_ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    outcome = json.loads(done.stdout)
    assert outcome.get("all", 0) + outcome.get("nothing", 0) == 25
    assert outcome.get("nothing", 0) > 0
