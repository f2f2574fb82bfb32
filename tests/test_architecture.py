# SPDX-License-Identifier: EUPL-1.2
"""The arrow points down: the import contracts of pyproject.toml are kept."""

import pytest
from importlinter import cli

from tests.source import ROOT


def test_the_import_contracts_are_kept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.lint_imports(no_cache=True) == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out
