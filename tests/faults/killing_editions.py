# SPDX-License-Identifier: EUPL-1.2
"""Kills a real process that takes a signed edition in, at random moments, and looks at what it left.

    python -m tests.faults.killing_editions [--rounds 200] [--seed 1]

Each round forks a process that imports an edition with many changes into a fresh copy of a store, kills it with
SIGKILL, opens the store again and checks it. Prints one JSON line.
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

from app.actions import backup, catalogue
from app.actions.editions import import_edition
from app.actions.workspace import Workspace
from tests.conftest import NOW
from tests.editions import KEY, signed_edition

_ADDED = [f"NEW-{number:03}" for number in range(200)]


def main() -> int:
    """Run the rounds; exit status 1 when any store was not whole."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    edition = signed_edition(added=_ADDED, renamed={"BAS-02": "Sportello"})
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        master = Path(scratch) / "master"
        master.mkdir()
        workspace = Workspace(master, clock=lambda: NOW)
        workspace.choose("017197")
        workspace.close()
        duration = _measure(Path(shutil.copytree(master, Path(scratch) / "measured")), edition)
        for number in range(asked.rounds):
            folder = Path(shutil.copytree(master, Path(scratch) / f"round{number}"))
            pid = _fork_import(folder, edition)
            time.sleep(chance.uniform(0, 1.05 * duration))
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            outcomes[_look(folder)] += 1
            shutil.rmtree(folder)
    sys.stdout.write(json.dumps({"rounds": asked.rounds, "seconds_unkilled": round(duration, 3), **outcomes}) + "\n")
    return 0 if set(outcomes) <= {"all", "nothing"} else 1


def _measure(folder: Path, edition: bytes) -> float:
    start = time.monotonic()
    os.waitpid(_fork_import(folder, edition), 0)
    assert _look(folder) == "all"
    return time.monotonic() - start


def _fork_import(folder: Path, edition: bytes) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        store = Workspace(folder, clock=lambda: NOW).need_store()
        import_edition(store, edition, pin_fingerprint=KEY.public.fingerprint)
        store.close()
    finally:
        os._exit(0)


def _look(folder: Path) -> str:
    workspace = Workspace(folder, clock=lambda: NOW)
    try:
        store = workspace.need_store()
        outcome = backup.check(store)
        answer = catalogue.search_services(store)
        name = catalogue.show_service(store, "BAS-02").service.name
    finally:
        workspace.close()
    if not outcome.is_sound or answer.edition is None:
        return "damaged"
    found = (answer.edition.number, answer.total, name == "Sportello")
    if found == (11, 293, True):
        return "all"
    return "nothing" if found == (1, 93, False) else "torn"


if __name__ == "__main__":
    sys.exit(main())
