# SPDX-License-Identifier: EUPL-1.2
"""The one typeface of the printed reports, and the only way in for text: what it can print, and never markup."""

import io
import unicodedata
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.resources import files
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "Titillium-Regular"
SEMIBOLD = "Titillium-SemiBold"
BOLD = "Titillium-Bold"
ITALIC = "Titillium-Italic"
_FACES = {
    REGULAR: "TitilliumWeb-Regular.ttf",
    SEMIBOLD: "TitilliumWeb-SemiBold.ttf",
    BOLD: "TitilliumWeb-Bold.ttf",
    ITALIC: "TitilliumWeb-Italic.ttf",
}

MISSING = "?"
"""Stands for a character that cannot be printed: the typeface has no empty box."""
_STAND_INS = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "–",
    "\u2015": "—",
    "\u2007": "\u00a0",
    "\u202f": "\u00a0",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u0085": "\n",
    "\t": " ",
    "\u00ad": "",
    "\u200b": "",
    "\u2060": "",
    "\ufeff": "",
}


@cache
def load_fonts() -> frozenset[str]:
    """Register the typeface once; give the characters that each of its faces can print."""
    folder = files("fontpkg_titillium_web") / "files"
    printable: set[str] | None = None
    for face, name in _FACES.items():
        font = TTFont(face, io.BytesIO((folder / name).read_bytes()))
        pdfmetrics.registerFont(font)
        known = {chr(code) for code, glyph in font.face.charToGlyph.items() if glyph}
        printable = known if printable is None else printable & known
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=ITALIC)
    return frozenset(char for char in printable or () if unicodedata.category(char) not in ("Cc", "Cs"))


def clean(text: str) -> str:
    """The text as the typeface can print it; what it cannot print becomes `MISSING`, lines stay lines."""
    printable = load_fonts()
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    stood_in = "".join(_STAND_INS.get(char, char) for char in lines)
    return "".join(char if char in printable or char == "\n" else MISSING for char in stood_in)


def count_missing(value: object) -> int:
    """How many characters of the texts inside a dataclass cannot be printed as they are."""
    if isinstance(value, str):
        return clean(value).count(MISSING) - value.count(MISSING)
    if isinstance(value, tuple):
        return sum(count_missing(part) for part in value)
    if is_dataclass(value):
        return sum(count_missing(getattr(value, field.name)) for field in fields(value))
    return 0


def safe(text: str) -> str:
    """The only way in for text: printable, and never markup (reliability D13)."""
    return escape(clean(text)).replace("\n", "<br/>")
