# SPDX-License-Identifier: EUPL-1.2
"""What all tests share: a throw-away data folder, a clock that stands still, an open store."""

import os
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


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty data folder."""
    folder = tmp_path / "dati"
    folder.mkdir(mode=0o700)
    opened = Workspace(folder, clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def store(workspace: Workspace) -> Store:
    """The store of Aprica, with the catalogue and nothing else."""
    return workspace.choose("014004")


@pytest.fixture
def example(workspace: Workspace) -> Store:
    """The store of the invented comune, filled."""
    return workspace.open_example()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real open data beside the project; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("CAMPANILE_SHARED", _ROOT.parent / "shared"))
    if not (folder / "opendata").is_dir():
        pytest.skip("the real open data are not beside the project")
    return folder
