# SPDX-License-Identifier: EUPL-1.2
"""Text that a file of another program can hold."""

from xml.etree.ElementTree import Element, fromstring, tostring

from hypothesis import given
from hypothesis import strategies as st

from app.formats.plain_text import printable, without_controls


def test_what_no_xml_may_hold_is_replaced_visibly() -> None:
    assert without_controls(
        "a\x00b\ud800c\ufffed\te\r\n"
    ) == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c" + ("\N{REPLACEMENT CHARACTER}d\te\r\n")


def test_lines_end_in_one_way() -> None:
    assert printable("a\r\nb\rc\u2028d\x85e\nf") == "a\nb\nc\nd\ne\nf"


@given(st.text())
def test_what_is_printable_goes_through_xml(text: str) -> None:
    element = Element("x")
    element.text = printable(text)
    assert (fromstring(tostring(element, encoding="utf-8")).text or "") == printable(text)  # noqa: S314 - our own
