# SPDX-License-Identifier: EUPL-1.2
"""Line icons, drawn on a grid of 24, in the colour of the look in use."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import resources
from app.ui.theme import colour

_SCALES = (1, 2)


def icon(name: str, token: str = "text", size: int = 20) -> QIcon:  # noqa: S107 - a colour of the theme, no secret
    """The icon of that name as `resources/icons` has it; size in pixels."""
    return _icon(name, colour(token).name(), size)


def pixmap(name: str, token: str, size: int, scale: float = 1.0) -> QPixmap:
    """The icon as a picture, sharp at that device pixel ratio."""
    return _draw(name, colour(token).name(), size, scale)


@cache
def _text(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _icon(name: str, colour_name: str, size: int) -> QIcon:
    found = QIcon()
    for scale in _SCALES:
        found.addPixmap(_draw(name, colour_name, size, scale))
    return found


def _draw(name: str, colour_name: str, size: int, scale: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_text(name).replace("currentColor", colour_name).encode()))
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture
