# SPDX-License-Identifier: EUPL-1.2
"""A field of several lines has room for them, however large the text is."""

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.ui.accession.entries import area
from app.ui.theme import Theme


@pytest.mark.parametrize("zoom", [100, 125, 150, 200])
@pytest.mark.parametrize("lines", [1, 2, 3])
def test_as_many_lines_as_promised_fit_without_a_scroll_bar(
    qapp: QApplication, qtbot: QtBot, zoom: int, lines: int
) -> None:
    look = Theme(qapp)
    look.apply("light", zoom)
    field = area("Nota", lines=lines).field
    editor = field.field
    assert isinstance(editor, QPlainTextEdit)
    editor.setPlainText("\n".join("parola" for _line in range(lines)))
    field.resize(500, 400)
    with qtbot.waitExposed(field):
        field.show()
    assert editor.verticalScrollBar().maximum() == 0
    field.deleteLater()
    look.apply("light", 100)
