# SPDX-License-Identifier: EUPL-1.2
"""kill -9 in the middle of each form of a procedure: every word typed is in the store or back in its field."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.actions.accession_items import add_item
from app.actions.workspace import Workspace
from app.domain.accession_states import State
from app.ui.accession.page import AccessionPage
from tests.accessions import carry, open_join
from tests.conftest import NOW
from tests.faults.cut_off import fields_in_sight, open_all
from tests.ui.conftest import Seat

ROOT = Path(__file__).resolve().parents[3]
LINES = {
    "services:BAS-05:quantity": State.DRAFT,
    "people": State.DRAFT,
    "proposal": State.DRAFT,
    "proposal:purpose": State.DRAFT,
    "resolution": State.PROPOSED,
    "publication": State.RESOLVED,
    "commitment": State.DRAFT,
    "signature": State.ENFORCEABLE,
    "sending": State.SIGNED,
    "outcome": State.UNDER_REVIEW,
    "start": State.ACCEPTED,
}


def _folder(tmp_path: Path, model: Path, state: State) -> Path:
    folder = tmp_path / "dati"
    shutil.copytree(model, folder)
    workspace = Workspace(folder, clock=lambda: NOW)
    store = workspace.need_store()
    accession_id = open_join(store)
    add_item(store, accession_id, "Chiedere un preventivo")
    if state is not State.DRAFT:
        carry(store, accession_id, state)
    workspace.close()
    return folder


SOON = ("proposal", "publication", "signature", "outcome")
"""Lines with days that cannot be kept as they are typed, and lines that have a note and little else."""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize(("line", "seconds"), [(line, "") for line in LINES] + [(line, "0.8") for line in SOON])
def test_nothing_typed_is_lost(seat: Seat, tmp_path: Path, aprica_folder: Path, line: str, seconds: str) -> None:
    """After the two seconds that are promised, and long before them where the keys rest."""
    folder = _folder(tmp_path, aprica_folder, LINES[line])
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.cut_off", str(folder), line, *([seconds] if seconds else [])],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == -9, done.stderr
    typed: list[list[str]] = json.loads(done.stdout.splitlines()[-1])
    assert len(typed) > 2
    page = seat(folder).opens("accession", f"1:{line}")
    assert isinstance(page, AccessionPage)
    open_all(page.stack)
    shown = [[field.accessibleName(), _plain(_text(field))] for field in fields_in_sight(page.stack)]
    assert shown == [[name, _plain(text)] for name, text in typed]


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _plain(text: str) -> str:
    """A code is kept in capitals and without spaces."""
    return text.replace(" ", "").upper()
