# SPDX-License-Identifier: EUPL-1.2
"""Asking where a file is to be written, or which one is to be read; the window is never blocked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.text import _

Then = Callable[[Path], object]


def ask_where(asker: QWidget, title: str, file_name: str, kinds: Sequence[tuple[str, str]], then: Then) -> QFileDialog:
    """Ask for the name of a new file; kinds are (words, ending without a dot), the first is proposed."""
    dialog = _dialog(asker, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    endings = {_filter(words, ending): ending for words, ending in kinds}
    dialog.setDefaultSuffix(kinds[0][1])
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(endings.get(chosen, kinds[0][1])))
    dialog.selectFile(file_name)
    return _opened(dialog, then)


def table_kinds() -> tuple[tuple[str, str], ...]:
    """The files that a list may be written to."""
    return (
        (_("Foglio di calcolo"), "xlsx"),
        (_("Foglio di calcolo OpenDocument"), "ods"),
        (_("Testo separato da punti e virgola"), "csv"),
        (_("JSON"), "json"),
    )


def ask_which(asker: QWidget, title: str, kinds: Sequence[tuple[str, str]], then: Then) -> QFileDialog:
    """Ask for a file that exists."""
    dialog = _dialog(asker, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, then)


def ask_which_ones(
    asker: QWidget,
    title: str,
    endings: Sequence[str],
    then: Callable[[list[Path]], object],
    *,
    is_single: bool = False,
) -> QFileDialog:
    """Ask for files that exist, of these endings (of any, where none is named); several unless `is_single`."""
    dialog = _dialog(asker, title, ())
    words = [_("Documenti ({patterns})").format(patterns=" ".join(f"*.{one}" for one in endings))] if endings else []
    dialog.setNameFilters([*words, _("Tutti i file (*)")])
    mode = QFileDialog.FileMode.ExistingFile if is_single else QFileDialog.FileMode.ExistingFiles
    dialog.setFileMode(mode)
    dialog.filesSelected.connect(lambda files: then([Path(file) for file in files]))
    dialog.open()
    return dialog


def _dialog(asker: QWidget, title: str, kinds: Sequence[tuple[str, str]]) -> QFileDialog:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(asker.window(), title, place)
    dialog.setNameFilters([_filter(words, ending) for words, ending in kinds])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _opened(dialog: QFileDialog, then: Then) -> QFileDialog:
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.open()
    return dialog


def _filter(words: str, ending: str) -> str:
    return f"{words} (*.{ending})"
