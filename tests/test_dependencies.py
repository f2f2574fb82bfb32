# SPDX-License-Identifier: EUPL-1.2
"""What Campanile stands on: each library is named, needed and pinned, and the window's does not kill Python."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.source import ROOT, sources

_RUN = ROOT / "installer" / "requirements.lock"
_DEVELOPMENT = ROOT / "installer" / "requirements-dev.lock"
_READ_AS_FILES = {"fontpkg_titillium_web"}  # fonts: named in a string, never imported
_READ_BY_ZONEINFO = "tzdata"  # nobody imports it
_COMES_WITH_QT = "shiboken6"  # PySide6-Essentials takes exactly its own version of it
_PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)(\[[a-z,]+\])?==(?P<version>[^\s;]+)( ; [^\\]+)? \\$")
_LOOP = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for _ in range(200_000):
    label.setText("x")
print("alive")
"""


def _project() -> dict[str, list[str]]:
    document = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {"run": document["project"]["dependencies"], "dev": document["dependency-groups"]["dev"]}


def _name(requirement: str) -> str:
    """The name as the lock files write it."""
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match, requirement
    return re.sub(r"[-_.]+", "-", match[0]).lower()


def _taken() -> set[str]:
    """The distributions that the program takes something from."""
    modules = {name.partition(".")[0] for source in sources("app") for name in source.imports()}
    read = {
        node.value
        for source in sources("app")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in _READ_AS_FILES
    }
    outside = (modules | read) - sys.stdlib_module_names - {"app", "", "__future__"}
    owners = packages_distributions()
    return {_name(owner) for module in outside for owner in owners[module]}


def _pins(lock: Path) -> dict[str, str]:
    lines = lock.read_text(encoding="utf-8").splitlines()
    return {match["name"]: match["version"] for match in map(_PINNED.match, lines) if match}


def test_each_library_named_is_used_and_each_used_is_named() -> None:
    named = {_name(requirement) for requirement in _project()["run"]}
    assert named - {_READ_BY_ZONEINFO} == _taken() - {_COMES_WITH_QT}


@pytest.mark.parametrize("lock", [_RUN, _DEVELOPMENT], ids=["run", "dev"])
def test_a_lock_says_no_address_and_every_line_is_a_pin_or_a_hash(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    pins = re.split(r"\n(?!    )", text.rstrip("\n"))
    assert len(pins) > 15
    for pin in pins:
        first, *hashes = pin.splitlines()
        assert _PINNED.match(first), first
        assert hashes, first
        assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line) for line in hashes), first


def test_all_that_is_named_is_pinned() -> None:
    project = _project()
    run, development = _pins(_RUN), _pins(_DEVELOPMENT)
    assert {_name(requirement) for requirement in project["run"]} - set(run) == set()
    assert {_name(requirement) for requirement in project["dev"]} - set(development) == set()


def test_developers_run_what_the_office_runs() -> None:
    """The environment of the tests serves for running too, so it holds the same and in the same versions."""
    assert _pins(_RUN).items() <= _pins(_DEVELOPMENT).items()


def test_the_window_stays_below_the_version_that_kills_python() -> None:
    """PySide6 6.12.0 loses a reference to None at each call and ends Python 3.11 after some 5,000 of them."""
    (qt,) = (requirement for requirement in _project()["run"] if _name(requirement) == "pyside6-essentials")
    assert qt.endswith("<6.12")
    assert _pins(_RUN)["pyside6-essentials"].startswith("6.11.")


def test_two_hundred_thousand_calls_of_the_window_are_survived() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOOP], capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
