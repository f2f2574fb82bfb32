# SPDX-License-Identifier: EUPL-1.2
"""Reading a printed report back, as a revisore would."""

import io
from collections.abc import Callable
from typing import Any

from pypdf import PdfReader


def drawn(draw: Callable[..., None], report: object, language: str = "it") -> bytes:
    """The bytes of a report."""
    buffer = io.BytesIO()
    draw(report, buffer, language)
    return buffer.getvalue()


def read(content: bytes) -> PdfReader:
    """The document in these bytes."""
    return PdfReader(io.BytesIO(content))


def words(content: bytes) -> str:
    """All the text, with one space where lines break."""
    return " ".join(" ".join(page.extract_text() for page in read(content).pages).split())


def squeezed(text: str) -> str:
    """Text without any space: a long word is broken where a line ends."""
    return "".join(text.split())


def fonts(content: bytes) -> dict[str, Any]:
    """The font descriptors by PostScript name."""
    found: dict[str, Any] = {}
    for page in read(content).pages:
        resources: Any = page["/Resources"]
        for reference in resources.get("/Font", {}).values():
            font = reference.get_object()
            found[font["/BaseFont"]] = font.get("/FontDescriptor")
    return found


def images(content: bytes) -> int:
    """How many images and forms the pages hold."""
    resources: list[Any] = [page["/Resources"] for page in read(content).pages]
    return sum(len(each.get("/XObject", {})) for each in resources)
