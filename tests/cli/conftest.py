# SPDX-License-Identifier: EUPL-1.2
"""The command line, run in this process or as a real one."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import connect
from typing import Any

import pytest

from app.actions.example import example_files
from app.actions.workspace import Workspace
from app.bootstrap import run
from app.cli.main import WORDS
from tests.actions.test_fees import add_contract
from tests.conftest import NOW
from tests.source import ROOT


@dataclass(frozen=True)
class Answer:
    """What a word answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """The document on standard output."""
        return json.loads(self.out)

    @property
    def is_refusal(self) -> bool:
        """One sentence on standard error, and nothing on standard output."""
        return self.out == "" and self.err.count("\n") == 1 and self.err.strip().endswith(".")


Say = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "dati"


@pytest.fixture
def say(folder: Path, capfd: pytest.CaptureFixture[str]) -> Say:
    """Say words to `campanile --data FOLDER`."""

    def saying(*words: object) -> Answer:
        capfd.readouterr()
        for module in list(sys.modules):  # each real run imports its words anew, in the language that it speaks
            if module.removeprefix("app.cli.").partition("_")[0] in WORDS.values():
                sys.modules.pop(module)
        status = run(["--data", str(folder), *(str(word) for word in words)])
        captured = capfd.readouterr()
        return Answer(status, captured.out, captured.err)

    return saying


@pytest.fixture
def aprica(say: Say) -> Say:
    """The same, after Aprica was chosen."""
    assert say("comune", "set", "014004").status == 0
    return say


@pytest.fixture
def contract(aprica: Say, folder: Path) -> Say:
    """The same, with contract n. 1 from 1/1/2027 to 31/12/2028."""
    opened = Workspace(folder, clock=lambda: NOW)
    add_contract(opened.need_store(), cig="B123456789")
    opened.close()
    return aprica


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """The invented open data as if they were Aprica's, the older first."""
    made = []
    for file in example_files():
        made.append(tmp_path / file.name)
        text = file.read_text(encoding="utf-8").replace("c_prova", "c_a337").replace(",000000,", ",014004,")
        made[-1].write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def filled(aprica: Say, files: list[Path]) -> Say:
    """The same, after both files were imported."""
    assert aprica("funding", "import", *files).status == 0
    return aprica


def real_process(*words: object, **environment: str) -> Answer:
    """Say words to a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "app", *(str(word) for word in words)],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False, timeout=120,
        encoding="utf-8",
    )  # fmt: skip
    return Answer(done.returncode, done.stdout, done.stderr)


def whole(folder: Path, *, has_history: bool = True) -> list[str]:
    """The statements that would write the store of Aprica again: all that it holds."""
    with closing(connect(folder / "comune-a337.sqlite")) as connection:
        return [line for line in connection.iterdump() if has_history or '"history_' not in line]
