# SPDX-License-Identifier: EUPL-1.2
"""Settings survive, keep what they do not know, and never stop a start."""

import json
from pathlib import Path

import pytest

from app import settings
from app.settings import FILE_NAME, Settings


def test_saved_settings_come_back(tmp_path: Path) -> None:
    wanted = Settings(
        current_store="x.sqlite", who="Carla", zoom=150, theme="dark", language="en", window={"page": "home"}
    )
    settings.save(tmp_path, wanted)
    assert settings.load(tmp_path) == wanted


def test_unknown_keys_are_kept(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps({"zoom": 125, "future": [1, 2]}), encoding="utf-8")
    settings.save(tmp_path, settings.load(tmp_path))
    assert json.loads((tmp_path / FILE_NAME).read_text(encoding="utf-8"))["future"] == [1, 2]


@pytest.mark.parametrize("content", ["{", "[1]", "\x00", '{"zoom": 5}', '{"zoom": "100"}', '{"theme": "pink"}'])
def test_a_broken_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE_NAME).write_text(content, encoding="utf-8")
    assert settings.load(tmp_path) == Settings()


def test_an_unreadable_file_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("{", encoding="utf-8")
    settings.load(tmp_path)
    assert (tmp_path / (FILE_NAME + ".broken")).read_text(encoding="utf-8") == "{"
