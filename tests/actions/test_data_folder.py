# SPDX-License-Identifier: EUPL-1.2
"""What is said of the data folder before a comune is chosen."""

from pathlib import Path

from app.actions.data_folder import look_at_folder
from app.actions.workspace import Workspace
from app.domain.folder_places import Harm


def test_folder_in_a_cloud_is_told_with_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Comune di Aprica" / "Campanile"
    folder.mkdir(parents=True)
    seen = look_at_folder(Workspace(folder))
    assert (seen.harm, seen.harm_name) == (Harm.CLOUD, "OneDrive")


def test_usual_folder_is_let_alone_and_left_empty(workspace: Workspace) -> None:
    seen = look_at_folder(workspace)
    assert (seen.path, seen.harm, seen.municipalities) == (workspace.folder, None, ())
    assert seen.listed_on == "2026-02-21"
    assert list(workspace.folder.iterdir()) == []


def test_comuni_that_have_a_store_are_named_and_the_example_is_not(workspace: Workspace) -> None:
    workspace.choose("014004")
    workspace.open_example()
    workspace.close()
    (workspace.folder / "comune-zz99.sqlite").write_bytes(b"")
    assert [found.name for found in look_at_folder(workspace).municipalities] == ["Aprica"]
