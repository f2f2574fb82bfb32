# SPDX-License-Identifier: EUPL-1.2
"""The arrow points down: the import contracts of pyproject.toml are kept."""

import subprocess
import sys

from tests.source import ROOT

# In a process of its own: it turns off all loggers of the one it runs in.
_LINT = "import sys; from importlinter import cli; sys.exit(cli.lint_imports(no_cache=True))"


def test_the_import_contracts_are_kept() -> None:
    done = subprocess.run([sys.executable, "-c", _LINT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout
