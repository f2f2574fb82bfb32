# SPDX-License-Identifier: EUPL-1.2
"""Going with the keyboard from one part of the window to the next (F6)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_next(panes: Sequence[QWidget], focused: QWidget | None) -> None:
    """Put the keyboard into the pane after the one that has it; panes without a place for it are skipped."""
    now = next((n for n, pane in enumerate(panes) if focused is not None and pane.isAncestorOf(focused)), -1)
    for step in range(1, len(panes) + 1):
        if _focus_first(panes[(now + step) % len(panes)]):
            return


def _focus_first(pane: QWidget) -> bool:
    for child in pane.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled():
            child.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
