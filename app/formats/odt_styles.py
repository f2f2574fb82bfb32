# SPDX-License-Identifier: EUPL-1.2
"""The styles of an OpenDocument text, each with what it inherits, as far as an act needs them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast
from xml.etree.ElementTree import Element

from app.domain.draft_text import Align, Look
from app.formats.odt_names import tag

_POINTS = {"pt": 1.0, "pc": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(pt|pc|in|cm|mm|px)")
_SIZE = 11.0
_SIZES = (6.0, 40.0)  # points: no letter of an act is smaller or larger
_WIDEST = 400.0  # points of a space or an indent
_ALIGN = {"center": "center", "end": "right", "right": "right", "justify": "justify"}
_LONGEST_LINE = 20  # styles that inherit from each other
_BOLD = 600


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """How the points of a list are marked at one level."""

    is_number: bool
    shape: str  # the format of the number or the bullet
    prefix: str = ""
    suffix: str = ""
    start: int = 1

    def label(self, count: int) -> str:
        """The mark of the point number `count`."""
        if not self.is_number:
            return self.shape
        return f"{self.prefix}{_number(self.shape, count)}{self.suffix}" if self.shape else ""


class Styles:
    """What the parts of a document say of looks; a later part wins over an earlier one."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._own: dict[tuple[str, str], tuple[str, dict[str, str]]] = {}
        self._lists: dict[str, dict[int, LevelStyle]] = {}
        for root in roots:
            self._read(root)

    def look(self, name: str) -> Look:
        """How paragraphs of a style stand."""
        values = self.values("paragraph", name)
        border = values.get("border") or values.get("border-top") or "none"
        return Look(
            align=cast("Align", _ALIGN.get(values.get("text-align", ""), "left")),
            size=min(max(_points(values.get("font-size", ""), _SIZE), _SIZES[0]), _SIZES[1]),
            before=_space(values.get("margin-top", "")),
            after=_space(values.get("margin-bottom", "")),
            indent=_space(values.get("margin-left", "")),
            is_boxed=not border.startswith("none"),
            breaks_page=values.get("break-before") == "page",
            keeps_next=values.get("keep-with-next") == "always",
        )

    def weight(self, family: str, name: str) -> tuple[bool | None, bool | None]:
        """Whether a style is bold and italic, None where it says nothing."""
        values = self.values(family, name)
        weight, slant = values.get("font-weight"), values.get("font-style")
        return (_is_bold(weight) if weight else None, slant in {"italic", "oblique"} if slant else None)

    def is_ruled(self, cell_style: str) -> bool:
        """Whether a cell has a line on any side."""
        values = self.values("table-cell", cell_style)
        return any(not value.startswith("none") for key, value in values.items() if key.startswith("border"))

    def column_width(self, name: str) -> float:
        """The width of a column in points, 0 where it is not told."""
        return _points(self.values("table-column", name).get("column-width", ""), 0.0)

    def level(self, list_style: str, level: int) -> LevelStyle:
        """How a list marks its points; a dash where nothing tells."""
        return self._lists.get(list_style, {}).get(level, LevelStyle(is_number=False, shape="–"))

    def list_of(self, paragraph_style: str) -> str:
        """The list style that a style of paragraphs brings along, or ""."""
        return self.values("paragraph", paragraph_style).get("list-style-name", "")

    def values(self, family: str, name: str) -> dict[str, str]:
        """The properties of a style by their local names, with those of its ancestors."""
        line: list[dict[str, str]] = []
        while name and len(line) < _LONGEST_LINE:
            name, own = self._own.get((family, name), ("", {}))
            line.append(own)
        line.append(self._own.get((family, ""), ("", {}))[1])  # the default of the family
        merged: dict[str, str] = {}
        for own in reversed(line):
            merged |= own
        return {**merged, "font-size": f"{_size(reversed(line)):.2f}pt"}

    def _read(self, root: Element) -> None:
        for style in (*root.iter(tag("style:default-style")), *root.iter(tag("style:style"))):
            own = {key.rpartition("}")[2]: value for part in style for key, value in part.items()}
            if listed := style.get(tag("style:list-style-name")):
                own["list-style-name"] = listed
            key = (style.get(tag("style:family"), ""), style.get(tag("style:name"), ""))
            self._own[key] = (style.get(tag("style:parent-style-name"), ""), own)
        for listed_style in root.iter(tag("text:list-style")):
            self._lists[listed_style.get(tag("style:name"), "")] = dict(_levels(listed_style))


def length(text: str) -> float:
    """A length in points, 0 where it is none."""
    return _points(text, 0.0)


def _levels(style: Element) -> Iterable[tuple[int, LevelStyle]]:
    for level in style:
        at = int(level.get(tag("text:level"), "1")) if level.get(tag("text:level"), "1").isdigit() else 1
        if level.tag == tag("text:list-level-style-bullet"):
            char = level.get(tag("text:bullet-char"), "–")
            yield at, LevelStyle(is_number=False, shape="–" if char in "-–—" else "•")
        elif level.tag == tag("text:list-level-style-number"):
            start = level.get(tag("text:start-value"), "1")
            yield (
                at,
                LevelStyle(
                    is_number=True,
                    shape=level.get(tag("style:num-format"), ""),
                    prefix=level.get(tag("style:num-prefix"), ""),
                    suffix=level.get(tag("style:num-suffix"), ""),
                    start=int(start) if start.isdigit() else 1,
                ),
            )


def _size(line: Iterable[dict[str, str]]) -> float:
    size = _SIZE
    for own in line:
        told = own.get("font-size", "")
        size = size * float(told[:-1]) / 100 if re.fullmatch(r"\d+(\.\d+)?%", told) else _points(told, size)
    return size


def _points(text: str, otherwise: float) -> float:
    match = _LENGTH.fullmatch(text)
    return float(match[1]) * _POINTS[match[2]] if match else otherwise


def _space(text: str) -> float:
    return min(max(_points(text, 0.0), 0.0), _WIDEST)


def _is_bold(weight: str) -> bool:
    return weight == "bold" or (weight.isdigit() and int(weight) >= _BOLD)


def _number(shape: str, count: int) -> str:
    if shape in "aA":
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if shape == "A" else letter
    if shape in "iI":
        return _roman(count) if shape == "I" else _roman(count).lower()
    return str(count)


def _roman(count: int) -> str:
    steps = zip((100, 90, 50, 40, 10, 9, 5, 4, 1), ("C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"), strict=True)
    written = ""
    for value, letters in steps:
        written += letters * (count // value)
        count %= value
    return written
