# SPDX-License-Identifier: EUPL-1.2
"""A state in words on a tint of its tone."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.fonts import text_font
from app.ui.icons import pixmap
from app.ui.theme import TONES, colour, points, unit

_POINTS = 11.0
_ICON = 14


def pill_font() -> QFont:
    """The face of a pill."""
    return text_font(points(_POINTS), is_strong=True)


def pill_size(text: str, icon_name: str = "") -> QSize:
    """The room a pill takes, in pixels."""
    metrics = QFontMetrics(pill_font())
    room_of_icon = unit(_ICON + 2) if icon_name else 0
    return QSize(metrics.horizontalAdvance(text) + unit(24) + room_of_icon, metrics.height() + unit(4))


def paint_pill(
    painter: QPainter, rect: QRectF, text: str, tone: str, icon_name: str = "", *, is_outlined: bool = False
) -> None:
    """Draw a pill into a rectangle; the text is shortened where it does not fit. The outline parts it from a tint."""
    tone = tone if tone in TONES else "neutral"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour(tone) if is_outlined else Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"{tone}_tint"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5) if is_outlined else rect, unit(8), unit(8))
    painter.setPen(colour(tone))
    painter.setFont(pill_font())
    room = rect.adjusted(unit(6), 0, -unit(6), 0)
    if icon_name:
        size = unit(_ICON)
        picture = pixmap(icon_name, tone, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(room.left() + unit(2), rect.center().y() - size / 2), picture)
        room.setLeft(room.left() + size + unit(2))
    shown = QFontMetrics(pill_font()).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


class Pill(QLabel):
    """A label with a tone: good, warning, bad, info, neutral."""

    def __init__(
        self, text: str = "", tone: str = "neutral", parent: QWidget | None = None, *, icon_name: str = ""
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._tone = tone
        self.setText(text)

    def show_state(self, text: str, tone: str, icon_name: str = "") -> None:
        """Change words, tone and icon."""
        self._tone, self._icon_name = tone, icon_name
        self.setText(text)
        self.setVisible(bool(text))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return pill_size(self.text(), self._icon_name)

    def minimumSizeHint(self) -> QSize:
        """It may be shortened, down to a few letters."""
        return QSize(min(unit(60), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw tint and words."""
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self.text(), self._tone, self._icon_name)
        painter.end()
