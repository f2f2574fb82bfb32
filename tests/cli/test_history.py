# SPDX-License-Identifier: EUPL-1.2
"""`history | undo | redo`."""

from pathlib import Path

from tests.cli.conftest import Say, whole


def test_undo_brings_the_tables_back_and_redo_again(aprica: Say, folder: Path, files: list[Path]) -> None:
    """Every table but the history, the index of the search included."""
    before = whole(folder, has_history=False)
    aprica("funding", "import", *files)
    after = whole(folder, has_history=False)
    assert before != after
    assert aprica("--json", "undo").json["action"] == "funding.imported"
    assert whole(folder, has_history=False) == before
    assert aprica("redo").status == 0
    assert whole(folder, has_history=False) == after


def test_history_shows_the_action_and_the_step(filled: Say) -> None:
    filled("undo")
    step, action, *_others = filled("--json", "history").json
    assert (step["kind"], action["kind"], action["is_undone"]) == ("undo", "action", True)
    assert step["at"].endswith("Z")
    said = filled("history").out.splitlines()
    assert "Annullata: Importazione dati aperti" in said[0]
    assert said[1].endswith("(annullata)")
    assert len(filled("--json", "history", "--limit", 1).json) == 1


def test_nothing_to_undo_or_redo_is_refused(aprica: Say) -> None:
    for word in ("undo", "redo"):
        answer = aprica(word)
        assert (answer.status, answer.is_refusal) == (1, True)
