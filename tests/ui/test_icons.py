# SPDX-License-Identifier: EUPL-1.2
"""Icons in the colour of the look, sharp at every size."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from app.paths import resources
from app.ui.icons import icon, pixmap
from app.ui.theme import LIGHT, Theme

NAMES = sorted(file.stem for file in (resources() / "icons").glob("*.svg") if "currentColor" in file.read_text())


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    look = Theme(qapp)
    look.apply("light", 100)
    look.deleteLater()
    picture = pixmap(name, "bad", 24, 2.0).toImage()
    assert picture.width() == 48
    seen = [picture.pixelColor(x, y) for x in range(48) for y in range(48) if picture.pixelColor(x, y).alpha() == 255]
    assert seen, "nothing is drawn"
    wanted = QColor(LIGHT["bad"])
    assert any(_near(one, wanted) for one in seen)
    assert not icon(name).isNull()


def _near(one: QColor, other: QColor) -> bool:
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue())) < 24
