# SPDX-License-Identifier: EUPL-1.2
"""What a start brings in: the command line no window, the window nothing that the first picture does not need."""

import json
import os
import subprocess
import sys

import pytest

import app
from tests.source import ROOT

HEAVY = {"sqlalchemy", "alembic", "reportlab", "pypdfium2", "babel", "xlsxwriter"}
_REPORT = "import json, sys; sys.stderr.write(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
_VERSION = """
import atexit, runpy, sys
def report():
    {report}
atexit.register(report)
sys.argv = ["campanile", "--version"]
runpy.run_module("app", run_name="__main__")
"""


def _run(code: str) -> tuple[str, set[str]]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout, set(json.loads(done.stderr))


def test_the_version_brings_in_neither_qt_nor_anything_heavy() -> None:
    said, modules = _run(_VERSION.format(report=_REPORT))
    assert app.__version__ in said
    assert "click" in modules
    assert modules & (HEAVY | {"PySide6", "shiboken6"}) == set()


@pytest.mark.parametrize("module", ["app.ui.main_window", "app.ui.application"])
def test_the_window_brings_in_nothing_that_the_first_picture_does_not_need(module: str) -> None:
    _said, modules = _run(f"import {module}; {_REPORT}")
    assert "PySide6" in modules
    assert modules & (HEAVY | {"sqlite3"}) == set()
