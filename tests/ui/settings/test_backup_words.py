# SPDX-License-Identifier: EUPL-1.2
"""How a copy reads."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.actions.backup import BackupFile, CheckOutcome, back_up
from app.actions.workspace import Workspace
from app.store import Store
from app.ui.settings.backup_words import checked_words, contents, contents_lines, lacking_words, reason_label, size


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


def test_documents_that_a_copy_or_the_archive_lacks_are_named(made: BackupFile) -> None:
    assert lacking_words(made) == ""
    assert lacking_words(replace(made, lacking=("a.pdf",))) == "Manca il file di 1 documento: a.pdf"
    many = tuple(f"{number}.pdf" for number in range(11))
    assert lacking_words(replace(made, lacking=many)).endswith("7.pdf e altri 3")
    sound = CheckOutcome(is_sound=True, findings=(), rows={})
    found = replace(sound, documents=3, missing=("a.pdf",), changed=("b.pdf", "c.pdf"), orphans=1)
    assert checked_words(found) == (
        "Riletti 3 file di documenti. Mancano: a.pdf. Sono cambiati: b.pdf, c.pdf. "
        "1 file non è di nessun documento: resta per «Annulla»."
    )
    assert checked_words(sound) == ""
