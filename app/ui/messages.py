# SPDX-License-Identifier: EUPL-1.2
"""Boxes with a sentence: something that cannot be done, a defect of the program, a question."""

from __future__ import annotations

import logging
import traceback

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from app.errors import CampanileError, Defect
from app.text import _, sentence

_log = logging.getLogger(__name__)


def show_error(asker: QObject | None, error: CampanileError) -> None:
    """Say what happened, what was kept and what to do; the box closes by itself with its window."""
    if isinstance(error, Defect):
        return  # `show_bug` has said it
    box = _box(asker, QMessageBox.Icon.Warning, _("Non è stato possibile"), sentence(error))
    box.addButton(_("Ho capito"), QMessageBox.ButtonRole.AcceptRole)
    box.open()


def show_bug(asker: QObject | None, error: BaseException) -> None:
    """Say that the program has a defect, with the lines for who repairs it."""
    told = sentence(Defect("program.defect"))
    box = _box(asker, QMessageBox.Icon.Critical, _("Difetto del programma"), told)
    box.setDetailedText("".join(traceback.format_exception(error))[-4000:])
    box.addButton(_("Ho capito"), QMessageBox.ButtonRole.AcceptRole)
    box.open()


def ask(asker: QObject | None, question: str, explanation: str, action: str) -> bool:
    """Ask before what cannot be undone; the button names the action, Esc leaves all as it is."""
    box = _box(asker, QMessageBox.Icon.Question, question, f"{question}\n\n{explanation}")
    doing = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
    leaving = box.addButton(_("Lascia com'è"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leaving)
    box.setEscapeButton(leaving)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # its answer is read after it was closed
    box.exec()
    is_yes = box.clickedButton() is doing
    box.deleteLater()
    return is_yes


def _box(asker: QObject | None, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
    parent = asker.window() if isinstance(asker, QWidget) else _any_window()
    box = QMessageBox(icon, title, text, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def _any_window() -> QWidget | None:
    """A window in sight: a box that nobody holds would be gone before it was read."""
    shown = (window for window in QApplication.topLevelWidgets() if window.isVisible())
    return next((window for window in shown if not isinstance(window, QMessageBox)), None)
