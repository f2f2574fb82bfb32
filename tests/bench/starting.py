# SPDX-License-Identifier: EUPL-1.2
"""A word of the command line from nothing to its answer, beside a bare Python.

python -m tests.bench.starting [--pairs 9]
"""

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from app.actions.workspace import Workspace
from tests.bench.pairs import asked, compare
from tests.source import ROOT


def main() -> int:
    """Measure and print."""
    words = asked(__doc__ or "")
    with tempfile.TemporaryDirectory() as scratch:
        workspace = Workspace(Path(scratch))
        workspace.open_example()
        workspace.close()
        for said in (["--version"], ["comune", "find", "aprica"], ["status"], ["funding", "list"]):
            ours = partial(_run, "-m", "app", "--data", scratch, *said)
            compare(" ".join(said), ours, partial(_run, "-c", "pass"), words.pairs, "bare python")
    return 0


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
