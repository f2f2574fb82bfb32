# SPDX-License-Identifier: EUPL-1.2
"""Which images of a template are shown, and how large."""

import io
from xml.etree.ElementTree import Element

import pytest
from PIL import Image

from app.formats.odt_names import tag
from app.formats.odt_pictures import picture_of


def _image(kind: str, width: int = 40, height: int = 20) -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (width, height), "blue").save(drawn, kind, dpi=(72, 72))
    return drawn.getvalue()


def _frame(**sizes: str) -> Element:
    return Element(tag("draw:frame"), {tag(f"svg:{name}"): value for name, value in sizes.items()})


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_an_image_is_as_large_as_its_frame_or_as_itself(kind: str) -> None:
    framed, plain = picture_of(_image(kind), _frame(width="1in", height="2in")), picture_of(_image(kind), _frame())
    assert framed
    assert plain
    assert (framed.width, framed.height) == (72, 144)
    assert (round(plain.width), round(plain.height)) == (40, 20)


def test_an_image_larger_than_the_sheet_is_made_smaller() -> None:
    picture = picture_of(_image("PNG"), _frame(width="1000pt", height="500pt"))
    assert picture
    assert (picture.width, picture.height) == (480, 240)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a" + b"x" * 20,
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + b"x" * 50,
        b"\xff\xd8\xff\xe0" + b"x" * 30,
    ],
)
def test_what_is_no_image_is_left_out(content: bytes) -> None:
    assert picture_of(content, _frame()) is None


def test_an_image_of_too_many_points_is_left_out() -> None:
    content = _image("PNG")
    huge = content[:16] + (50_000).to_bytes(4, "big") + (50_000).to_bytes(4, "big") + content[24:]
    assert picture_of(huge, _frame()) is None
    assert picture_of(content + b"\0" * (5 * 1024 * 1024), _frame()) is None
