# SPDX-License-Identifier: EUPL-1.2
"""What all tests share: a throw-away data folder, a clock that stands still, an open store."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.actions.workspace import Workspace
from app.store import Store
from app.text import set_language

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
_ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def italian() -> Iterator[None]:
    """Every test starts and ends in Italian."""
    set_language("it")
    yield
    set_language("it")


def _made_once(tmp_path_factory: pytest.TempPathFactory, *, is_example: bool) -> Path:
    folder = tmp_path_factory.mktemp("modello", numbered=True)
    made = Workspace(folder, clock=lambda: NOW)
    made.open_example() if is_example else made.choose("014004")
    made.close()
    return folder


@pytest.fixture(scope="session")
def aprica_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed data folder with the store of Aprica, to be copied."""
    return _made_once(tmp_path_factory, is_example=False)


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed data folder with the store of the invented comune, to be copied."""
    return _made_once(tmp_path_factory, is_example=True)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty data folder."""
    folder = tmp_path / "dati"
    folder.mkdir(mode=0o700)
    opened = Workspace(folder, clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def store(workspace: Workspace, aprica_folder: Path) -> Store:
    """The store of Aprica, with the catalogue and nothing else."""
    return open_copy(workspace, aprica_folder)


@pytest.fixture
def example(workspace: Workspace, example_folder: Path) -> Store:
    """The store of the invented comune, filled."""
    return open_copy(workspace, example_folder)


def open_copy(workspace: Workspace, folder: Path) -> Store:
    """Open a copy of a closed data folder in the workspace."""
    for file in folder.glob("*.sqlite"):
        shutil.copy(file, workspace.folder)
        workspace.change_settings(current_store=file.name)
    if (folder / "documents").exists():
        shutil.copytree(folder / "documents", workspace.folder / "documents", dirs_exist_ok=True)
    return workspace.need_store()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real open data beside the project; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("CAMPANILE_SHARED", _ROOT.parent / "shared"))
    if not (folder / "opendata").is_dir():
        pytest.skip("the real open data are not beside the project")
    return folder
