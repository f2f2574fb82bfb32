# SPDX-License-Identifier: EUPL-1.2
"""Requests collected by a centre: seconds and memory of `publish collect`, beside a bare SHA-256 of the same files.

python -m tests.bench.collecting [--packages 400] [--megabytes 3]
"""

import argparse
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.formats.exchange import write_request
from tests.packages import document, request_data
from tests.source import ROOT

BROKEN = {"package.truncated", "package.altered", "package.repacked"}
_MEGABYTE = 1024**2
_RUN = """
import sys
from app.bootstrap import run
status = run(sys.argv[1:])
peak = next(line for line in open("/proc/self/status", encoding="ascii") if line.startswith("VmHWM"))
sys.stderr.write("\\n" + peak.split()[1])
sys.exit(status)
"""  # the high-water mark of this process only: that of getrusage begins with its parent's


@dataclass(frozen=True)
class Measured:
    """One run of `publish collect`."""

    seconds: float
    peak: int  # kilobytes
    answer: Any  # the document on standard output


def fill(folder: Path, packages: int, size: int) -> None:
    """Write so many packages with a document of this size, and three broken ones beside them."""
    content = random.Random(7).randbytes(size)
    last = b""
    for number in range(packages):
        data = request_data(
            reference=f"{number:032x}",
            documents=(document("documents/001-domanda.pdf", "request", content),),
        )
        last = write_request(data, {"documents/001-domanda.pdf": content})
        (folder / f"richiesta-{number:04d}.zip").write_bytes(last)
    (folder / "rotta-1.zip").write_bytes(last[:-1])
    (folder / "rotta-2.zip").write_bytes(last[: size // 2] + b"\x00\x01\x02" + last[size // 2 + 3 :])
    (folder / "rotta-3.zip").write_bytes(last[:8] + b"\x08" + last[9:])


def measure(folder: Path, scratch: Path) -> Measured:
    """Collect a folder in a process of its own; only Linux tells its memory."""
    words = ["--data", str(scratch / "dati"), "--json", "publish", "collect", str(folder)]
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *words, "--output", str(scratch / "tabella.xlsx")],
        cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    seconds = time.perf_counter() - start
    return Measured(seconds, int(done.stderr.rpartition("\n")[2]), json.loads(done.stdout))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--packages", type=int, default=400)
    parser.add_argument("--megabytes", type=int, default=3)
    words = parser.parse_args()
    for packages in (words.packages // 10, words.packages):
        with tempfile.TemporaryDirectory() as place:
            folder, scratch = Path(place, "richieste"), Path(place)
            folder.mkdir()
            fill(folder, packages, words.megabytes * _MEGABYTE)
            found = measure(folder, scratch)
            floor = _hashing(folder)
            broken = ", ".join(f"{one['file']} {one['code']}" for one in found.answer["broken"])
            sys.stdout.write(
                f"{packages} packages of {words.megabytes} MB: {found.seconds:.1f} s, bare SHA-256 {floor:.1f} s, "
                f"peak {found.peak // 1024} MB; {len(found.answer['rows'])} rows; {broken}\n"
            )
    return 0


def _hashing(folder: Path) -> float:
    start = time.perf_counter()
    for file in folder.iterdir():
        with file.open("rb") as opened:
            hashlib.file_digest(opened, "sha256")
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
