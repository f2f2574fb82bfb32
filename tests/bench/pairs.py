# SPDX-License-Identifier: EUPL-1.2
"""How the benches measure: ours and the floor in turn, inside one run, and the ratio of each pair.

Times of a machine say little; a ratio of two things done one after the other says more. A bench prints and asserts
nothing: the reader judges.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

Act = Callable[[], object]


def asked(description: str, *, has_file: bool = False) -> argparse.Namespace:
    """The words that every bench takes: how many pairs, and for some a file of real data."""
    parser = argparse.ArgumentParser(description=description.partition("\n")[0])
    parser.add_argument("--pairs", type=int, default=9)
    if has_file:
        parser.add_argument("file", type=Path, nargs="?")
    return parser.parse_args()


def compare(name: str, ours: Act, floor: Act, pairs: int, floor_name: str) -> float:
    """Do both in turn, once for warmth and then `pairs` times; prints medians in ms and the median ratio."""
    ours(), floor()
    times = [(_seconds(ours), _seconds(floor)) for _pair in range(pairs)]
    ratio = statistics.median(mine / other for mine, other in times)
    mine, other = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
    sys.stdout.write(f"{name}: {mine:.2f} ms, {floor_name} {other:.2f} ms, ratio {ratio:.2f} (n={pairs})\n")
    return ratio


def _seconds(act: Act) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
