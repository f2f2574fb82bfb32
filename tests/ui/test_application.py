# SPDX-License-Identifier: EUPL-1.2
"""The Qt program: one of it, in one language at a time, that stays up when something breaks."""

import logging
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

from app import text
from app.ui import application
from tests.ui.clerk import Clerk


def test_there_is_one_application(qapp: QApplication) -> None:
    assert application.the_application() is qapp
    assert not qapp.windowIcon().isNull()


def test_qt_speaks_the_same_language(qapp: QApplication) -> None:
    application.speak("en")
    assert text.language() == "en"
    assert QLocale().language() is QLocale.Language.English
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    application.speak("it")
    assert QLocale().language() is QLocale.Language.Italian
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annulla"
    assert len([one for one in qapp.findChildren(QTranslator, "qt") if not one.isEmpty()]) >= 1


def test_what_breaks_in_the_window_is_told_and_logged(clerk: Clerk, caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ZeroDivisionError("prova")
    except ZeroDivisionError:
        kind, error, trace = sys.exc_info()
    assert kind is not None
    assert error is not None
    with caplog.at_level(logging.ERROR):
        application._on_bug(kind, error, trace)  # noqa: SLF001 - what the interpreter calls
    assert [record.message for record in caplog.records] == ["unexpected"]
    box = clerk.dialog(QMessageBox)
    assert "difetto" in box.text()
    assert "ZeroDivisionError" in box.detailedText()
    box.close()
    clerk.opens("catalogue")  # one can go on
