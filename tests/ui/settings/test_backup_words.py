# SPDX-License-Identifier: EUPL-1.2
"""How a copy reads."""

from pathlib import Path

import pytest

from app.actions.backup import BackupFile, back_up
from app.actions.workspace import Workspace
from app.store import Store
from app.ui.settings.backup_words import contents, contents_lines, reason_label, size


@pytest.fixture
def made(workspace: Workspace, example: Store, tmp_path: Path) -> BackupFile:
    """A copy of the invented comune."""
    return back_up(workspace, example, tmp_path / "copia.sqlite")


def test_contents_are_said_in_words_of_the_office(made: BackupFile) -> None:
    said = dict(contents(made))
    assert said["Progetti finanziati"] == made.rows["project"]
    assert said["Persone dell'ufficio"] == 3
    assert "history_change" not in " ".join(said)
    assert f"Progetti finanziati: {made.rows['project']}\n" in contents_lines(made)


@pytest.mark.parametrize("reason", ["asked", "daily", "migration", "restore", "", "later"])
def test_every_reason_has_words(reason: str) -> None:
    assert reason_label(reason)
    assert reason_label(reason) != reason


@pytest.mark.parametrize(("count", "said"), [(1, "1 kB"), (412_300, "412 kB"), (1_290_000, "1,3 MB")])
def test_sizes_are_short(count: int, said: str) -> None:
    assert size(count) == said
