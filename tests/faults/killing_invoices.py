# SPDX-License-Identifier: EUPL-1.2
"""Kills a real process that takes a folder of invoices in, at random moments, and looks at what it left.

    python -m tests.faults.killing_invoices [--rounds 200] [--seed 1]

Each round forks a process that imports the folder into a fresh copy of a data folder, kills it with SIGKILL, opens the
store again and compares every invoice and every file with what was sent. Prints one JSON line.
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
from app.actions.documents import content_of, list_documents
from app.actions.invoices import import_invoices, list_invoices
from app.actions.workspace import Workspace
from tests.conftest import NOW
from tests.invoices import Sent, agreements, month, write_agreements
from tests.signing_cms import sign_p7m

_FILES = 30
_BODIES = 2


def main() -> int:
    """Run the rounds; exit status 1 when any store was not whole."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        master, sent = Path(scratch) / "master", Path(scratch) / "sent"
        master.mkdir()
        files = _make(master, sent)
        duration = _measure(Path(shutil.copytree(master, Path(scratch) / "measured")), sent, files)
        for number in range(asked.rounds):
            folder = Path(shutil.copytree(master, Path(scratch) / f"round{number}"))
            pid = _fork(folder, sent)
            time.sleep(_moment(chance, duration))
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            outcomes[_look(folder, files)] += 1
            shutil.rmtree(folder)
    sys.stdout.write(json.dumps({"rounds": asked.rounds, "seconds_unkilled": round(duration, 3), **outcomes}) + "\n")
    return 0 if set(outcomes) <= {"all", "nothing"} else 1


def _make(master: Path, sent: Path) -> set[bytes]:
    """A comune with its contracts, and the folder of invoices."""
    workspace = Workspace(master, clock=lambda: NOW)
    agreed = agreements()
    write_agreements(workspace.choose("014004"), agreed.values())
    workspace.close()
    sent.mkdir()
    one = agreed["monthly"]
    for place in range(_FILES):
        bodies = tuple(one.body(f"{place}-{part}", month(place % 12 + 1), "100.00") for part in range(_BODIES))
        content = Sent(bodies, vat=one.vat).xml()
        name = f"{place:02}.xml"
        if place % 5 == 0:
            name, content = f"{name}.p7m", sign_p7m(content)
        (sent / name).write_bytes(content)
    return {file.read_bytes() for file in sent.iterdir()}


def _moment(chance: random.Random, duration: float) -> float:
    return chance.uniform(0, duration) if chance.random() < 0.5 else chance.uniform(0.7 * duration, 1.05 * duration)


def _measure(folder: Path, sent: Path, files: set[bytes]) -> float:
    start = time.monotonic()
    os.waitpid(_fork(folder, sent), 0)
    duration = time.monotonic() - start
    assert _look(folder, files) == "all"
    return duration


def _fork(folder: Path, sent: Path) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        store = Workspace(folder, clock=lambda: NOW).need_store()
        import_invoices(store, [sent])
        store.close()
    finally:
        os._exit(0)


def _look(folder: Path, files: set[bytes]) -> str:
    """Every invoice has its file whole and its fellows beside it: all of them, or none."""
    workspace = Workspace(folder, clock=lambda: NOW)
    try:
        store = workspace.need_store()
        if not backup.check(store).is_sound:
            return "damaged"
        found = [row.invoice for row in list_invoices(store)]
        kept = {one.id: content_of(store, one.id) for one in list_documents(store)}
    finally:
        workspace.close()
    bodies = Counter(one.document_id for one in found)
    if not found and not kept:
        return "nothing"
    is_whole = set(kept.values()) == files and set(bodies) == set(kept) and set(bodies.values()) == {_BODIES}
    return "all" if is_whole else "torn"


if __name__ == "__main__":
    sys.exit(main())
