# SPDX-License-Identifier: EUPL-1.2
"""Words inside a paragraph: whatever the spans, values come out as they went in."""

from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from hypothesis import given
from hypothesis import strategies as st

from app.formats.odt_blocks import BlockReader
from app.formats.odt_inline import flatten, put_values, segments
from app.formats.odt_names import SPAN, tag
from app.formats.odt_styles import Styles
from app.formats.plain_text import printable

_PLAIN = st.text(alphabet="abcdefgh", max_size=6)
_VALUES = st.text(max_size=40).map(str.strip)


@given(st.lists(st.tuples(st.integers(0, 2), _PLAIN), max_size=6), _VALUES, _VALUES, st.data())
def test_values_come_out_whole_whatever_the_spans(
    parts: list[tuple[int, str]], one: str, two: str, data: st.DataObject
) -> None:
    paragraph = _paragraph(parts)
    text = flatten(segments(paragraph))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    first, second = (cuts[0], cuts[1]), (cuts[2], cuts[3])
    places = [(*place, (value, False)) for place, value in ((first, one), (second, two)) if place[0] < place[1]]
    expected, end = "", 0
    for start, stop, (value, _is_gap) in places:
        expected += text[end:start] + printable(value)
        end = stop
    put_values(list(segments(paragraph)), places)
    assert _read(paragraph) == (expected + text[end:])


@given(_VALUES)
def test_a_value_survives_the_file(value: str) -> None:
    paragraph = Element(tag("text:p"))
    paragraph.text = "[x]"
    put_values(list(segments(paragraph)), [(1, 2, (value, True))])
    assert _read(fromstring(tostring(paragraph, encoding="unicode"))) == f"[{printable(value)}]"  # noqa: S314 - our own


def test_segments_do_not_go_into_notes() -> None:
    paragraph = Element(tag("text:p"))
    paragraph.text = "a"
    note = SubElement(paragraph, tag("text:note"))
    SubElement(note, tag("text:p")).text = "nota"
    note.tail = "b"
    assert flatten(segments(paragraph)) == "ab"


def _paragraph(parts: list[tuple[int, str]]) -> Element:
    """Words as text, in a span, or in a span of a span."""
    paragraph = Element(tag("text:p"))
    last: Element | None = None
    for depth, words in parts:
        if depth == 0 and last is None:
            paragraph.text = (paragraph.text or "") + words
        elif depth == 0 and last is not None:
            last.tail = (last.tail or "") + words
        else:
            last = SubElement(paragraph, SPAN)
            inner = last if depth == 1 else SubElement(last, SPAN)
            inner.text = words
    return paragraph


def _read(paragraph: Element) -> str:
    holder = Element(tag("office:text"))
    holder.append(paragraph)
    (block,) = BlockReader(Styles(()), {}).read(holder)
    return block.text
