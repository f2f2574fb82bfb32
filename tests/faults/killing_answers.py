# SPDX-License-Identifier: EUPL-1.2
"""Kills a real process that takes an answer of a centre in, at random moments, and looks at what it left.

    python -m tests.faults.killing_answers [--rounds 200] [--seed 1]

Each round forks a process that applies a countersigned agreement to a fresh copy of a data folder, kills it with
SIGKILL, opens the store again and reads every document. Prints one JSON line.
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

from app.actions import backup
from app.actions.accessions import list_accessions
from app.actions.answers import apply_answer
from app.actions.documents import content_of, list_documents
from app.actions.workspace import Workspace
from tests.answers import PlayedCentre
from tests.conftest import NOW
from tests.sending import sent_join

_BEFORE, _AFTER = ("sent", 4), ("active", 6)


def main() -> int:
    """Run the rounds; exit status 1 when any store was not whole."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        master = Path(scratch) / "master"
        master.mkdir()
        answer, fingerprint = _make(master, Path(scratch))
        duration = _measure(Path(shutil.copytree(master, Path(scratch) / "measured")), answer, fingerprint)
        for number in range(asked.rounds):
            folder = Path(shutil.copytree(master, Path(scratch) / f"round{number}"))
            pid = _fork(folder, answer, fingerprint)
            time.sleep(chance.uniform(0, 1.05 * duration))
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            outcomes[_look(folder)] += 1
            shutil.rmtree(folder)
    sys.stdout.write(json.dumps({"rounds": asked.rounds, "seconds_unkilled": round(duration, 3), **outcomes}) + "\n")
    return 0 if set(outcomes) <= {"all", "nothing"} else 1


def _make(folder: Path, scratch: Path) -> tuple[Path, str]:
    """A request that was sent, and its answer."""
    workspace = Workspace(folder, clock=lambda: NOW)
    store = workspace.choose("014004")
    centre = PlayedCentre(store, sent_join(store), scratch)
    answer = centre.countersign()
    workspace.close()
    return answer, centre.fingerprint


def _measure(folder: Path, answer: Path, fingerprint: str) -> float:
    start = time.monotonic()
    os.waitpid(_fork(folder, answer, fingerprint), 0)
    assert _look(folder) == "all"
    return time.monotonic() - start


def _fork(folder: Path, answer: Path, fingerprint: str) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        store = Workspace(folder, clock=lambda: NOW).need_store()
        apply_answer(store, answer, pin_fingerprint=fingerprint)
        store.close()
    finally:
        os._exit(0)


def _look(folder: Path) -> str:
    workspace = Workspace(folder, clock=lambda: NOW)
    try:
        store = workspace.need_store()
        outcome = backup.check(store)
        (accession,) = list_accessions(store)
        documents = list_documents(store)
        for document in documents:
            content_of(store, document.id)  # a row without its whole file would be refused here
    finally:
        workspace.close()
    if not outcome.is_sound:
        return "damaged"
    found = (accession.state.value, len(documents))
    return {_BEFORE: "nothing", _AFTER: "all"}.get(found, f"torn {found}")


if __name__ == "__main__":
    sys.exit(main())
