# SPDX-License-Identifier: EUPL-1.2
"""Nobody opens the store file while SQLite holds it, whatever a clerk does (reliability M2)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source import ROOT


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux tells which files a process has open")
def test_nobody_opens_a_live_store(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tests.faults.live_store", str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout or "{}")
    assert report.get("is_awake"), done.stderr
    assert report["found"] == []
    assert {"create", "import", "backup", "undo", "check", "restore"} <= set(report["done"])
