# SPDX-License-Identifier: EUPL-1.2
"""Where the world of a clerk lies, and that it is private from the first moment."""

import os
from pathlib import Path

import pytest

from app import paths
from app.errors import EnvironmentFault, FaultKind


def test_the_folder_asked_for_comes_before_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMPANILE_DATA", str(tmp_path / "variabile"))
    assert paths.data_folder(tmp_path / "chiesta") == tmp_path / "chiesta"
    assert paths.data_folder() == tmp_path / "variabile"


def test_asking_where_it_lies_makes_nothing(tmp_path: Path) -> None:
    assert paths.place_of_data(tmp_path / "a" / "b") == tmp_path / "a" / "b"
    assert list(tmp_path.iterdir()) == []


def test_home_and_here_are_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert paths.place_of_data(Path("~/dati")) == paths.place_of_data(Path("dati")) == tmp_path / "dati"


def test_each_folder_that_was_missing_is_private(tmp_path: Path) -> None:
    """Reliability D20."""
    before = os.umask(0o022)
    try:
        folder = paths.data_folder(tmp_path / "uno" / "due")
    finally:
        os.umask(before)
    assert [place.stat().st_mode & 0o777 for place in (folder, folder.parent)] == [0o700, 0o700]


def test_a_folder_that_cannot_be_made_is_of_the_environment(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file", tmp_path / "file" / "dati"):
        with pytest.raises(EnvironmentFault) as caught:
            paths.data_folder(place)
        assert caught.value.kind is FaultKind.GONE


def test_resources_are_beside_the_program() -> None:
    assert (paths.resources() / "catalogue").is_dir()
