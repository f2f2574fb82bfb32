# SPDX-License-Identifier: EUPL-1.2
"""The log: private, in the data folder, and no reason to stop or to speak."""

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import log


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    """Close what a test opened."""
    yield
    log.stop()


def test_what_is_logged_lies_in_the_data_folder_and_is_private(tmp_path: Path) -> None:
    """Reliability D20."""
    log.start(tmp_path)
    assert log.place() is None  # nothing was said yet
    logging.getLogger("app.x").info("opened")
    place = log.place()
    assert place == tmp_path / "logs" / "campanile.log"
    assert place.read_text().endswith("INFO app.x opened\n")
    assert place.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    log.start(tmp_path)
    logging.getLogger("app.x").info("opened")
    assert log.place() is None


def test_without_a_log_nothing_is_said_on_the_streams(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("app.x").propagate = False
    logging.getLogger("app").propagate = False
    try:
        logging.getLogger("app").error("trouble")
    finally:
        logging.getLogger("app").propagate = logging.getLogger("app.x").propagate = True
    assert capfd.readouterr() == ("", "")


def test_a_line_that_cannot_be_written_is_lost_in_silence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Reliability D3f: the disk went away, the work goes on."""
    log.start(tmp_path)
    shutil.rmtree(tmp_path / "logs")
    (tmp_path / "logs").write_text("in the way")
    logging.getLogger("app.x").info("opened")
    assert capfd.readouterr() == ("", "")
    assert log.place() is None
