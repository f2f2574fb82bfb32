# SPDX-License-Identifier: EUPL-1.2
"""The types: the shipped one for text, one of fixed width for codes."""

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from app.ui.fonts import code_font, text_family, text_font

pytestmark = pytest.mark.usefixtures("qapp")


def test_text_is_set_in_the_shipped_family() -> None:
    assert text_family().startswith("Titillium")
    assert text_font(12).pointSizeF() == 12
    assert text_font(12, is_strong=True).weight() == QFont.Weight.DemiBold


def test_the_signs_of_a_code_have_one_width() -> None:
    measure = QFontMetricsF(code_font(12))
    assert len({round(measure.horizontalAdvance(sign), 2) for sign in "0O1I8BJ"}) == 1
