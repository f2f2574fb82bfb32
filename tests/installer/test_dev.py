# SPDX-License-Identifier: EUPL-1.2
"""The door of the two commands: what it says to an old Python, and to words it does not know."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from installer.dev import too_old

_SCRIPT = Path(__file__).resolve().parent.parent.parent / "installer" / "dev.py"


@pytest.mark.parametrize("version", [(3, 6), (3, 10)])
def test_an_old_python_is_told_the_exact_command_in_one_line(version: tuple[int, int]) -> None:
    sentence = too_old(version, "linux")
    assert f"questo è il {version[0]}.{version[1]}:" in sentence
    assert "«sudo apt-get install -y python3.11 python3.11-venv»" in sentence
    assert "«python3.11 installer/dev.py run»" in sentence
    assert "\n" not in sentence


def test_on_windows_the_commands_are_those_of_windows() -> None:
    sentence = too_old((3, 9), "win32")
    assert "winget" in sentence
    assert "apt-get" not in sentence


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_a_python_that_will_do_hears_nothing(version: tuple[int, int]) -> None:
    assert too_old(version, "linux") == ""


def test_an_old_python_can_read_the_door() -> None:
    ast.parse(_SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_words_without_sense_get_the_manual_and_status_two(tmp_path: Path) -> None:
    for words in ([], ["build"], ["run --"]):
        done = _say(*words, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert "installer/dev.py test" in done.stderr


def test_help_is_an_answer_from_any_folder(tmp_path: Path) -> None:
    done = _say("--help", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[2] for line in done.stdout.splitlines()] == ["run", "test", "check", "lock"]


def _say(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(_SCRIPT), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, timeout=60, encoding="utf-8")
