# SPDX-License-Identifier: EUPL-1.2
"""The order of Tab, which Qt takes from the order of making: what is made later would come last."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def in_order(*widgets: QWidget) -> None:
    """Let Tab go through these as they are read."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
