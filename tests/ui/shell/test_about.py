# SPDX-License-Identifier: EUPL-1.2
"""What the program says of itself."""

from PySide6.QtWidgets import QMessageBox

import app
from tests.ui.clerk import Clerk


def test_name_version_and_licence_are_said(clerk: Clerk) -> None:
    clerk.window.about()
    box = clerk.dialog(QMessageBox)
    assert app.__version__ in box.text()
    assert "EUPL-1.2" in box.text()
    assert [button.text() for button in box.buttons()] == ["Chiudi"]
    box.buttons()[0].click()
