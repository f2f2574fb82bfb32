# SPDX-License-Identifier: EUPL-1.2
"""The command line, run in this process or as a real one."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import run


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


Say = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty data folder."""
    return tmp_path / "dati"


@pytest.fixture
def say(folder: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Say]:
    """Say words to `campanile --data FOLDER`."""

    def saying(*words: object) -> Answer:
        capsys.readouterr()
        status = run(["--data", str(folder), *(str(word) for word in words)])
        captured = capsys.readouterr()
        return Answer(status, captured.out, captured.err)

    yield saying
