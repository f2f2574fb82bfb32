# SPDX-License-Identifier: EUPL-1.2
"""kill -9 while a document or an act is being written: every word typed is in the store or back in its field."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from app.actions import acts, documents
from app.actions.workspace import Workspace
from app.ui.documents.page import DocumentsPage
from tests.conftest import NOW
from tests.faults.cut_off import fields_in_sight, open_all
from tests.source import ROOT
from tests.ui.conftest import Seat


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("key", ["1", "act:1"])
def test_nothing_typed_is_lost(seat: Seat, tmp_path: Path, aprica_folder: Path, key: str) -> None:
    folder = tmp_path / "dati"
    shutil.copytree(aprica_folder, folder)
    workspace = Workspace(folder, clock=lambda: NOW)
    documents.add_document(workspace.need_store(), b"x", "a.txt")
    acts.register_act(workspace.need_store(), kind="resolution")
    workspace.close()
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.cut_off", str(folder), f"documents/{key}"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -9, done.stderr
    typed: list[list[str]] = json.loads(done.stdout.splitlines()[-1])
    assert len(typed) > 4
    page = seat(folder).opens("documents", key)
    assert isinstance(page, DocumentsPage)
    shown = page.stack.currentWidget()
    assert shown is not None
    open_all(shown)
    found = [
        [field.accessibleName(), field.text() if isinstance(field, QLineEdit) else field.toPlainText()]
        for field in fields_in_sight(shown)
    ]
    assert found == typed
