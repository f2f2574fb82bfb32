# SPDX-License-Identifier: EUPL-1.2
"""The types: Titillium Web for text, a fixed-width face of the system for codes."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

_PACKAGE = "fontpkg_titillium_web"
_FACES = ("Regular", "Italic", "SemiBold", "Bold")
_CODE_FAMILIES = ("Roboto Mono", "Cascadia Mono", "Consolas", "Noto Sans Mono", "DejaVu Sans Mono", "Menlo")


@cache
def text_family() -> str:
    """The family of text, loaded from the shipped package; the system's where it is missing."""
    spec = find_spec(_PACKAGE)
    families: list[str] = []
    for place in spec.submodule_search_locations or [] if spec else []:
        for face in _FACES:
            file = Path(place) / "files" / f"TitilliumWeb-{face}.ttf"
            families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return families[0] if families else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


@cache
def code_family() -> str:
    """A family whose zeros and letters O differ and whose figures have one width."""
    known = set(QFontDatabase.families())
    found = next((family for family in _CODE_FAMILIES if family in known), "")
    return found or QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()


def text_font(points: float, *, is_strong: bool = False) -> QFont:
    """The face of text at a size in points."""
    font = QFont(text_family())
    font.setPointSizeF(points)
    if is_strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def code_font(points: float) -> QFont:
    """The face of codes at a size in points."""
    font = QFont(code_family())
    font.setPointSizeF(points)
    return font
