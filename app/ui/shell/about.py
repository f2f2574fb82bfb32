# SPDX-License-Identifier: EUPL-1.2
"""What this program is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

import app
from app.text import _


def show_about(window: QWidget) -> None:
    """Say name, version and licence; the box goes with its window."""
    told = _(
        "Campanile {version}\n\nIl banco di lavoro dei servizi digitali condivisi di un comune.\nLicenza EUPL-1.2."
    )
    box = QMessageBox(
        QMessageBox.Icon.Information, _("Informazioni su Campanile"), told.format(version=app.__version__)
    )
    box.setParent(window, box.windowFlags())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.addButton(_("Chiudi"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
