# SPDX-License-Identifier: EUPL-1.2
"""The words inside a paragraph of an OpenDocument text, which the editor splits into spans as it likes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from app.formats.odt_names import COUNT, INLINE, LINE_BREAK, SPACE, SPAN, STYLE_NAME, TAB
from app.formats.plain_text import printable

GAP_STYLE = "CampanileGap"
"""The style of the words that somebody has still to complete."""

_MARK = re.compile("\x01(\\d+)\x02")  # no XML can hold these characters
_BREAKING = re.compile(r"(\n|\t|(?:(?<= )|\A) +| +\Z)")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of words: the text of an element, or what follows it inside its parent."""

    element: Element
    parent: Element | None  # None: the text inside the element; else the words after it
    text: str


def segments(paragraph: Element) -> Iterator[Segment]:
    """The words of a paragraph in order, through its spans and links but not into notes or boxes."""
    yield Segment(paragraph, None, paragraph.text or "")
    for child in paragraph:
        if child.tag in INLINE:
            yield from segments(child)
        yield Segment(child, paragraph, child.tail or "")


def flatten(found: Iterable[Segment]) -> str:
    """The words as one text."""
    return "".join(segment.text for segment in found)


def put_values(found: Sequence[Segment], places: Sequence[tuple[int, int, tuple[str, bool]]]) -> None:
    """Put values in place of stretches of the flat text: start, end, the text and whether it is a gap.

    A value takes the look of the character that the stretch begins with.
    """
    texts = [segment.text for segment in found]
    starts = [sum(map(len, texts[:index])) for index in range(len(texts))]
    for number, (start, end, _value) in reversed(list(enumerate(places))):
        mark = f"\x01{number}\x02"
        for index in reversed(range(len(found))):
            low, high = max(start, starts[index]), min(end, starts[index] + len(found[index].text))
            if low < high:
                begin = low - starts[index]
                word = mark if low == start else ""
                texts[index] = texts[index][:begin] + word + texts[index][high - starts[index] :]
    for segment, text in reversed(list(zip(found, texts, strict=True))):
        _write(segment, _pieces(text, [value for _start, _end, value in places]))


def put_text(holder: Element, text: str) -> None:
    """Write a text into an empty paragraph, its tabs and runs of spaces kept."""
    _write(Segment(holder, None, ""), _value_pieces(text))


def _pieces(text: str, values: Sequence[tuple[str, bool]]) -> list[str | Element]:
    pieces: list[str | Element] = []
    for index, part in enumerate(_MARK.split(text)):
        if not index % 2:
            pieces.append(part)
            continue
        value, is_gap = values[int(part)]
        pieces += [_gap(value)] if is_gap else _value_pieces(value)
    return pieces


def _gap(words: str) -> Element:
    span = Element(SPAN, {STYLE_NAME: GAP_STYLE})
    _write(Segment(span, None, ""), _value_pieces(words))
    return span


def _value_pieces(value: str) -> list[str | Element]:
    """A value with its lines, tabs and runs of spaces as the format writes them."""
    pieces: list[str | Element] = []
    for part in _BREAKING.split(printable(value)):
        if part == "\n":
            pieces.append(Element(LINE_BREAK))
        elif part == "\t":
            pieces.append(Element(TAB))
        elif part and not part.strip(" "):
            pieces.append(Element(SPACE, {COUNT: str(len(part))}))
        else:
            pieces.append(part)
    return pieces


def _write(segment: Segment, pieces: Iterable[str | Element]) -> None:
    """Put words and elements where a stretch of words stood."""
    element, parent = segment.element, segment.parent
    holder = element if parent is None else parent
    at = 0 if parent is None else list(parent).index(element) + 1
    last = None if parent is None else element
    _set_words(element, last, "")
    for piece in pieces:
        if isinstance(piece, Element):
            holder.insert(at, piece)
            at, last = at + 1, piece
        else:
            _add_words(holder, last, piece)


def _set_words(holder: Element, last: Element | None, words: str) -> None:
    if last is None:
        holder.text = words
    else:
        last.tail = words


def _add_words(holder: Element, last: Element | None, words: str) -> None:
    so_far = holder.text if last is None else last.tail
    _set_words(holder, last, (so_far or "") + words)
