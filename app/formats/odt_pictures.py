# SPDX-License-Identifier: EUPL-1.2
"""The images of a template, as far as we show them: PNG and JPEG of a size that a sheet can want."""

from xml.etree.ElementTree import Element

from app.domain.draft_text import Picture
from app.formats.odt_names import tag
from app.formats.odt_styles import length

_MAX_BYTES = 5 * 1024 * 1024
_MAX_PIXELS = 40_000_000
_WIDEST, _TALLEST = 480.0, 700.0  # points: the room of an A4 sheet
_INCH = 72.0


def picture_of(content: bytes, frame: Element) -> Picture | None:
    """The image as large as its frame says, or as itself where it does not; None for what is not shown."""
    if len(content) > _MAX_BYTES or not content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return None
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    try:
        image = Image.from_blob(content)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ValueError):
        return None
    pixels = image.px_width * image.px_height
    if not 0 < pixels <= _MAX_PIXELS:
        return None
    width, height = length(frame.get(tag("svg:width"), "")), length(frame.get(tag("svg:height"), ""))
    if not (width and height):
        width = image.px_width * _INCH / max(image.horz_dpi, 1)
        height = width * image.px_height / image.px_width
    scale = min(1.0, _WIDEST / width, _TALLEST / height)
    return Picture(content, width * scale, height * scale)
