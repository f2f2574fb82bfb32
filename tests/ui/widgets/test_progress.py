# SPDX-License-Identifier: EUPL-1.2
"""What the strip counts: files as they are, bytes in megabytes and none below one."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.progress import ProgressStrip, of_bytes


def test_bytes_are_told_in_megabytes_and_a_small_file_without_numbers(qtbot: QtBot) -> None:
    asker = QWidget()
    qtbot.addWidget(asker)
    strip = ProgressStrip(asker, "Aggiungo il documento…", lambda: None)
    told = of_bytes(strip.show_progress)
    told(193, 193)
    assert strip.count.text() == ""
    told(3_500_000, 12_000_001)
    assert strip.count.text() == "3 di 12"
