# SPDX-License-Identifier: EUPL-1.2
"""Kills a real importing process at random moments and looks at what it left.

    python -m tests.faults.killing FILE [--rounds 200] [--seed 1]

Each round forks a process that imports FILE into a fresh copy of a store, kills it with SIGKILL, opens the
store again and checks it. Half of the moments lie in the last fifth, where the writing is. Prints one JSON line.
"""

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from app.actions import backup, funding, open_data
from app.actions.workspace import Workspace


def main() -> int:
    """Run the rounds; exit status 1 when any store was not whole."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--comune", default="014004")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        master = Path(scratch) / "master"
        master.mkdir()
        workspace = Workspace(master)
        workspace.choose(asked.comune)
        workspace.close()
        duration, whole = _measure(master, Path(scratch) / "measured", asked.file)
        for number in range(asked.rounds):
            folder = Path(scratch) / f"round{number}"
            shutil.copytree(master, folder)
            _kill_after(folder, asked.file, _moment(chance, duration))
            outcomes[_look(folder, whole)] += 1
            shutil.rmtree(folder)
    report = {"rounds": asked.rounds, "seconds_unkilled": round(duration, 3), **outcomes}
    sys.stdout.write(json.dumps(report) + "\n")
    return 0 if set(outcomes) <= {"all", "nothing"} else 1


def _measure(master: Path, folder: Path, file: Path) -> tuple[float, int]:
    shutil.copytree(master, folder)
    start = time.monotonic()
    pid = _fork_import(folder, file)
    os.waitpid(pid, 0)
    duration = time.monotonic() - start
    workspace = Workspace(folder)
    whole = len(funding.list_projects(workspace.need_store()))
    workspace.close()
    return duration, whole


def _moment(chance: random.Random, duration: float) -> float:
    return chance.uniform(0, duration) if chance.random() < 0.5 else chance.uniform(0.8 * duration, 1.05 * duration)


def _kill_after(folder: Path, file: Path, seconds: float) -> None:
    pid = _fork_import(folder, file)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def _fork_import(folder: Path, file: Path) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        store = Workspace(folder).need_store()
        open_data.import_previews(store, open_data.preview_files(store, [file]))
        store.close()
    finally:
        os._exit(0)


def _look(folder: Path, whole: int) -> str:
    workspace = Workspace(folder)
    try:
        store = workspace.need_store()
        outcome = backup.check(store)
        projects, imports = len(funding.list_projects(store)), len(funding.list_imports(store))
    finally:
        workspace.close()
    if not outcome.is_sound:
        return "damaged"
    if (projects, imports) == (whole, 1):
        return "all"
    return "nothing" if (projects, imports) == (0, 0) else "torn"


if __name__ == "__main__":
    sys.exit(main())
