# SPDX-License-Identifier: EUPL-1.2
"""The look: three palettes, one style sheet, one zoom. Colours after ux.md 4.1, contrast checked by a test."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.paths import resources
from app.ui import fonts

BASE_POINTS = 12.0
LIGHT = {
    "page": "#F5F7FA", "panel": "#FFFFFF", "raised": "#EAEEF3", "text": "#17212B", "muted": "#4A5B6C",
    "border": "#5D7083", "line": "#D3DAE2", "accent": "#0066CC", "accent_hover": "#0059B3",
    "accent_pressed": "#004C99", "on_accent": "#FFFFFF", "accent_tint": "#E3EFFB", "good": "#006B45",
    "good_tint": "#E0F2EA", "warning": "#7A4800", "warning_tint": "#FCEFD9", "bad": "#B3203B",
    "bad_tint": "#FBE4E8", "info": "#0B57A4", "info_tint": "#E3EFFB", "neutral": "#3F4E5D",
    "neutral_tint": "#E8ECF1", "bar": "#E0A030", "bar_good": "#0A7A52", "focus_out": "#000000",
    "focus_in": "#FFFFFF", "stripe": "#FFE08A", "on_stripe": "#2B2200", "hover": "#F0F4F9",
}  # fmt: skip
DARK = {
    "page": "#14181D", "panel": "#1B2127", "raised": "#262E37", "text": "#EEF2F6", "muted": "#AEBBC8",
    "border": "#8496A8", "line": "#39434E", "accent": "#6CB4FF", "accent_hover": "#8CC5FF",
    "accent_pressed": "#A8D3FF", "on_accent": "#0B1520", "accent_tint": "#1B3550", "good": "#74D8AC",
    "good_tint": "#16382B", "warning": "#F2BC62", "warning_tint": "#3C2C10", "bad": "#FF9AA9",
    "bad_tint": "#47202A", "info": "#8CC5FF", "info_tint": "#1B3550", "neutral": "#C5D0DB",
    "neutral_tint": "#2E3741", "bar": "#D99A2B", "bar_good": "#4DC792", "focus_out": "#FFFFFF",
    "focus_in": "#000000", "stripe": "#5A4400", "on_stripe": "#FFF3CC", "hover": "#222A32",
}  # fmt: skip
CONTRAST = {
    "page": "#000000", "panel": "#000000", "raised": "#1A1A1A", "text": "#FFFFFF", "muted": "#FFFFFF",
    "border": "#FFFFFF", "line": "#FFFFFF", "accent": "#FFE94D", "accent_hover": "#FFF3A1",
    "accent_pressed": "#FFF8CC", "on_accent": "#000000", "accent_tint": "#33300A", "good": "#7DFFB8",
    "good_tint": "#00210F", "warning": "#FFD37A", "warning_tint": "#2B1D00", "bad": "#FFB3BE",
    "bad_tint": "#33000A", "info": "#9ED0FF", "info_tint": "#001B33", "neutral": "#FFFFFF",
    "neutral_tint": "#1A1A1A", "bar": "#FFB000", "bar_good": "#7DFFB8", "focus_out": "#FFFFFF",
    "focus_in": "#000000", "stripe": "#FFE94D", "on_stripe": "#000000", "hover": "#1A1A1A",
}  # fmt: skip
PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
_MIDDLE = 128  # of the lightness of a colour
TONES = ("good", "warning", "bad", "info", "neutral")

_TOKEN = re.compile(r"@([a-z_]+)\b(?!\()")
_PIXELS = re.compile(r"@px\(([\d.]+)\)")
_POINTS = re.compile(r"@pt\(([\d.]+)\)")


@dataclass(slots=True)
class _Look:
    """The look of the process; changed only by `Theme`."""

    tokens: dict[str, str]
    zoom: int


_look = _Look(LIGHT, 100)


def colour(token: str) -> QColor:
    """The colour of a token in the look in use."""
    return QColor(_look.tokens[token])


def unit(pixels: float) -> int:
    """Pixels at 100 % as pixels at the zoom in use, at least one."""
    return max(1, round(pixels * _look.zoom / 100))


def points(at_full: float) -> float:
    """A type size in points at the zoom in use."""
    return at_full * _look.zoom / 100


class Theme(QObject):
    """Applies look and zoom to the whole program; `changed` comes after it is done."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = "system"
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def zoom(self) -> int:
        """Per cent."""
        return _look.zoom

    @staticmethod
    def unit(pixels: float) -> int:
        """Pixels at 100 % as pixels at the zoom in use."""
        return unit(pixels)

    def apply(self, name: str, zoom: int) -> None:
        """Put on a look ("system", "light", "dark", "contrast") at a zoom in per cent."""
        self.name = name
        _look.tokens = PALETTES[self._seen_name()]
        _look.zoom = zoom
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        app.setStyle("Fusion")
        app.setPalette(_qt_palette())
        font = QFont(fonts.text_family())
        font.setPointSizeF(points(BASE_POINTS))
        app.setFont(font)
        app.setStyleSheet(style_sheet())
        self.changed.emit()

    def _seen_name(self) -> str:
        if self.name != "system":
            return self.name
        is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if is_dark else "light"

    def _follow_system(self) -> None:
        if self.name == "system":
            self.apply(self.name, self.zoom)


def style_sheet() -> str:
    """The style sheet with the tokens of the look in use; KeyError for a token nobody defined."""
    text = (resources() / "style" / "campanile.qss").read_text(encoding="utf-8")
    text = _PIXELS.sub(lambda found: f"{unit(float(found[1]))}px", text)
    text = _POINTS.sub(lambda found: f"{points(float(found[1])):.2f}pt", text)
    text = text.replace("@mono_family", f'"{fonts.code_family()}"').replace("@icons", _icons_path())
    text = text.replace("@check", "check_black" if colour("on_accent").lightness() < _MIDDLE else "check_white")
    return _TOKEN.sub(lambda found: _look.tokens[found[1]], text)


def _icons_path() -> str:
    return (resources() / "icons").as_posix()


def _qt_palette() -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "page", QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "panel", QPalette.ColorRole.AlternateBase: "raised",
        QPalette.ColorRole.Text: "text", QPalette.ColorRole.Button: "panel",
        QPalette.ColorRole.ButtonText: "text", QPalette.ColorRole.BrightText: "on_accent",
        QPalette.ColorRole.Highlight: "accent", QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent", QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.ToolTipBase: "panel", QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "muted", QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Light: "panel", QPalette.ColorRole.Dark: "border",
        QPalette.ColorRole.Accent: "accent",
    }  # fmt: skip
    palette = QPalette()
    for role, token in roles.items():
        palette.setColor(role, colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("muted"))
    return palette
