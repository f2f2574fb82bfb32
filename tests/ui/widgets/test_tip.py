# SPDX-License-Identifier: EUPL-1.2
"""A hint shows the words of people letter by letter."""

import pytest
from PySide6.QtGui import Qt, QTextDocument

from app.ui.widgets.tip import tip


@pytest.mark.parametrize("words", ["Comune di Aprica", "1 < 2", "Rossi & Figli", "<img src='x.png'>\n<b>b</b>", "&lt;"])
def test_what_is_shown_is_what_was_written(words: str) -> None:
    shown = tip(words)
    document = QTextDocument()
    document.setHtml(shown) if Qt.mightBeRichText(shown) else document.setPlainText(shown)
    assert document.toPlainText() == words
