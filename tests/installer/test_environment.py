# SPDX-License-Identifier: EUPL-1.2
"""The environment of the project: made once, made again when the lock changed or it broke; no network is asked."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer.environment import DEVELOPMENT, RUN, Environment
from installer.refusal import Refusal


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """The environment of a project that depends on nothing."""
    root = tmp_path_factory.mktemp("progetto è qui")
    (root / "installer").mkdir()
    (root / "app").mkdir()
    (root / "app" / "__main__.py").write_text("import sys; print(ascii(sys.argv[1:]))\n", encoding="utf-8")
    _write_locks(root)
    made = Environment(root)
    made.prepare(RUN)
    return made


@pytest.fixture
def made(made_once: Environment) -> Environment:
    """The same, whatever the test before did to its stamp and locks."""
    _write_locks(made_once.root)
    made_once.stamp.write_text(made_once.stamp_of(RUN), encoding="utf-8")
    return made_once


def test_once_made_it_is_ready(made: Environment) -> None:
    assert made.is_ready(RUN)
    assert not made.is_ready(DEVELOPMENT)


def test_that_of_the_developers_serves_for_running_too(made: Environment) -> None:
    made.prepare(DEVELOPMENT)
    assert made.is_ready(RUN)
    assert made.is_ready(DEVELOPMENT)


def test_a_changed_lock_asks_for_another(made: Environment) -> None:
    with (made.root / "installer" / RUN).open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    assert not made.is_ready(RUN)


def test_what_was_interrupted_is_made_anew(made: Environment) -> None:
    left_over = made.folder / "left over"
    left_over.touch()
    made.stamp.unlink()
    assert not made.is_ready(RUN)
    made.prepare(RUN)
    assert made.is_ready(RUN)
    assert not left_over.exists()


def test_a_python_that_is_gone_is_noticed(made: Environment, tmp_path: Path) -> None:
    moved = shutil.move(made.python, tmp_path / "python")
    assert not made.is_ready(RUN)
    shutil.move(moved, made.python)
    assert made.is_ready(RUN)


def test_a_moved_project_is_noticed(made: Environment, tmp_path: Path) -> None:
    elsewhere = Environment(tmp_path / "altrove")
    shutil.copytree(made.root, elsewhere.root, symlinks=True)
    assert not elsewhere.is_ready(RUN)


def test_an_install_that_fails_is_told_and_leaves_no_stamp(
    made: Environment, capfd: pytest.CaptureFixture[str]
) -> None:
    (made.root / "installer" / DEVELOPMENT).write_text("nowhere @ file:///nowhere\n", encoding="utf-8")
    with pytest.raises(Refusal, match="controlla la rete"):
        made.prepare(DEVELOPMENT)
    assert "nowhere" in capfd.readouterr().err  # what pip says of it
    assert not made.is_ready(RUN)


def test_campanile_is_its_command_from_any_folder(made: Environment, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("raise SystemExit('this is not the program')\n", encoding="utf-8")
    launcher = made.program("campanile").with_suffix(".cmd" if sys.platform == "win32" else "")
    command = [str(launcher), "--lang", "caffè"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == "['--lang', 'caff\\xe8']"


def _write_locks(root: Path) -> None:
    for lock in (RUN, DEVELOPMENT):
        (root / "installer" / lock).write_text(f"# {lock}\n", encoding="utf-8")
