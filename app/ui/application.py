# SPDX-License-Identifier: EUPL-1.2
"""The Qt program: look, words of Qt's own buttons, what happens when something breaks, the window."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import settings as app_settings
from app.text import set_language
from app.ui import messages
from app.ui.icons import icon
from app.ui.main_window import MainWindow
from app.ui.theme import Theme
from app.ui.widgets.focus_ring import FocusRing

_log = logging.getLogger(__name__)


def open_window(folder: Path, store_url: str, language: str) -> int:
    """Show the window of a data folder until it is closed; gives the exit status."""
    app = the_application()
    sys.excepthook = _on_bug
    settings = app_settings.load(folder)
    speak(language or settings.language)
    theme = Theme(app)
    theme.apply(settings.theme, settings.zoom)
    window = MainWindow(folder, store_url, settings, theme)
    window.show()
    return app.exec()


def the_application() -> QApplication:
    """The one application of this process, made if there is none."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Campanile")
    app.setDesktopFileName("campanile")
    app.setWindowIcon(icon("campanile", "accent", 64))
    FocusRing(app)
    return app


def speak(language: str) -> None:
    """Say everything in a language, Qt's own buttons and dates too."""
    set_language(language)
    app = QApplication.instance()
    if app is None:
        return
    place = QLocale(QLocale.Language.Italian if language == "it" else QLocale.Language.English)
    QLocale.setDefault(place)
    for old in app.findChildren(QTranslator, "qt", Qt.FindChildOption.FindDirectChildrenOnly):
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)
    translator.setObjectName("qt")
    if translator.load(place, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def _on_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log what broke in the UI thread and tell it; the window stays open."""
    _log.error("unexpected", exc_info=(kind, error, trace))
    if issubclass(kind, KeyboardInterrupt):
        QApplication.exit(1)
        return
    active: QObject | None = QApplication.activeWindow()
    messages.show_bug(active, error)
