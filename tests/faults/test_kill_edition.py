# SPDX-License-Identifier: EUPL-1.2
"""A process killed while an edition comes in leaves the old catalogue whole, or the new one (reliability U7)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="forking and SIGKILL are not there")
def test_killed_editions_leave_all_or_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killing_editions", "--rounds", "12"],
        cwd=_ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    outcome = json.loads(done.stdout)
    assert outcome.get("all", 0) + outcome.get("nothing", 0) == 12
    assert outcome.get("nothing", 0) > 0
