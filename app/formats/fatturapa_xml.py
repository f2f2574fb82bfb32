# SPDX-License-Identifier: EUPL-1.2
"""XML from outside, read within limits: no document type, no entity, so deep, so many, and no further.

Names are compared without their namespace: suppliers' programs write it, or a prefix, or nothing.
"""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from app.domain.file_names import shown_name
from app.errors import UserError

MAX_BYTES = 30_000_000
MOST_ELEMENTS = 100_000
DEEPEST = 40
LONGEST_TEXT = 10_000
LONGEST_CODE = 60
_BLANKS = b" \t\r\n"
_BOM = b"\xef\xbb\xbf"
_AMOUNT = re.compile(r"[+-]?[0-9]{1,12}(?:\.[0-9]{1,8})?")
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})?")
_CENT = Decimal("0.01")
_CUT = 40


class _TooMuch(ValueError):
    """More elements, or a deeper nesting, than any invoice has."""


class _Counted(TreeBuilder):
    """Builds a tree while it counts what comes in."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._count = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Begin an element, within the limits."""
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST or self._count > MOST_ELEMENTS:
            raise _TooMuch
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        """End an element."""
        self._depth -= 1
        return super().end(tag)


def parse(content: bytes, name: str) -> Element:
    """The root; UserError `invoice.too_large`, `invoice.has_entities`, `invoice.too_complex` or `invoice.not_xml`."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    if len(content) > MAX_BYTES:
        raise UserError("invoice.too_large", file=name, limit=MAX_BYTES // 1_000_000)
    parser = DefusedXMLParser(target=_Counted(), forbid_dtd=True)
    try:
        parser.feed(content.removeprefix(_BOM).lstrip(_BLANKS))
        root = parser.close()
    except DefusedXmlException as error:
        raise UserError("invoice.has_entities", file=name) from error
    except _TooMuch as error:
        raise UserError("invoice.too_complex", file=name) from error
    except (ParseError, ValueError, LookupError, AssertionError) as error:
        raise UserError("invoice.not_xml", file=name) from error
    if not isinstance(root, Element):
        raise UserError("invoice.not_xml", file=name)
    return root


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


class Node:
    """An element with the name of its file, read by paths of local names; what is not there is empty."""

    __slots__ = ("_element", "_file")

    def __init__(self, element: Element | None, file: str) -> None:
        self._element = element
        self._file = file

    def __bool__(self) -> bool:
        """True where it is there."""
        return self._element is not None

    def every(self, path: str) -> list["Node"]:
        """All nodes of a path such as `DatiGenerali/DatiContratto`."""
        found = [self._element] if self._element is not None else []
        for step in path.split("/"):
            found = [child for parent in found for child in parent if local_name(child) == step]
        return [Node(one, self._file) for one in found]

    def one(self, path: str) -> "Node":
        """The first node of a path."""
        return next(iter(self.every(path)), Node(None, self._file))

    def needed(self, path: str) -> "Node":
        """The first node of a path; UserError `invoice.incomplete` where there is none."""
        found = self.one(path)
        if not found:
            raise UserError("invoice.incomplete", file=self._file, name=path.rpartition("/")[2])
        return found

    def text(self, path: str = "", longest: int = LONGEST_TEXT) -> str:
        """The words of a node in one line, what hides or turns the writing marked; UserError `invoice.too_long`.

        The file keeps them as they came.
        """
        if path:
            return self.one(path).text("", longest)
        if self._element is None:
            return ""
        words = " ".join((self._element.text or "").split())
        if len(words) > longest:
            raise UserError("invoice.too_long", file=self._file, name=local_name(self._element), most=longest)
        return words if words.isascii() else shown_name(words)

    def code(self, path: str) -> str:
        """A short text, such as a number or a code."""
        return self.text(path, LONGEST_CODE)

    def weight(self) -> int:
        """How many signs a node holds, however many."""
        return len(self._element.text or "") if self._element is not None else 0

    def amount(self, path: str) -> Decimal | None:
        """An amount as it is written; UserError `invoice.amount_unreadable` for NaN and the like."""
        words = self.text(path)
        if not words:
            return None
        if not _AMOUNT.fullmatch(words):
            raise UserError("invoice.amount_unreadable", file=self._file, name=_last(path), text=words[:_CUT])
        return Decimal(words)

    def cents(self, path: str) -> Decimal:
        """An amount rounded to the cent, zero where there is none."""
        return (self.amount(path) or Decimal(0)).quantize(_CENT, ROUND_HALF_UP)

    def whole(self, path: str) -> int:
        """A whole number, zero where there is none or another."""
        words = self.text(path)
        return int(words) if re.fullmatch(r"[0-9]{1,9}", words) else 0

    def day(self, path: str) -> date | None:
        """A day; UserError `invoice.day_unreadable`."""
        words = self.text(path)
        if not words:
            return None
        written = _DAY.match(words)  # a time may stand behind it
        try:
            return date.fromisoformat(written[1] if written else words[:_CUT])
        except ValueError as error:
            raise UserError("invoice.day_unreadable", file=self._file, name=_last(path), text=words[:_CUT]) from error


def _last(path: str) -> str:
    return path.rpartition("/")[2]
