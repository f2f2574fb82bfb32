# SPDX-License-Identifier: EUPL-1.2
"""Many packages take no more memory than few: each is let go before the next (`python -m tests.bench.collecting`)."""

import sys
from pathlib import Path

import pytest

from tests.bench.collecting import BROKEN, Measured, fill, measure

SIZE = 1024**2
FEW, MANY = 4, 60
SLACK = 8 * 1024  # kilobytes: the rows of the table, not the documents


def collected(folder: Path, packages: int) -> Measured:
    inbox = folder / str(packages)
    inbox.mkdir()
    fill(inbox, packages, SIZE)
    return measure(inbox, folder)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the memory of a process so")
def test_memory_stays_flat_and_broken_packages_are_listed(tmp_path: Path) -> None:
    few, many = collected(tmp_path, FEW), collected(tmp_path, MANY)
    assert many.peak - few.peak < SLACK
    for found, packages in ((few, FEW), (many, MANY)):
        assert found.answer["packages"] == packages + 3
        assert {one["code"] for one in found.answer["broken"]} == BROKEN
        assert len({row["reference"] for row in found.answer["rows"]}) == packages
    assert many.seconds < 20
