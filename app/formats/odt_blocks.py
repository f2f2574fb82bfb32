# SPDX-License-Identifier: EUPL-1.2
"""A filled OpenDocument text as neutral blocks: paragraphs, points, tables, images, in the order of the page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from xml.etree.ElementTree import Element

from app.domain.draft_text import Block, Cell, Grid, Picture, Run
from app.formats.odt_inline import GAP_STYLE
from app.formats.odt_names import (
    COUNT,
    INLINE,
    LINE_BREAK,
    PARAGRAPHS,
    SPACE,
    SPAN,
    STYLE_NAME,
    TAB,
    TRACKED,
    paragraphs_in,
    tag,
)
from app.formats.odt_pictures import picture_of
from app.formats.odt_styles import Styles

_HEADING, _LIST, _TABLE = tag("text:h"), tag("text:list"), tag("table:table")
_CELL, _COVERED = tag("table:table-cell"), tag("table:covered-table-cell")
_FRAME, _NOTE, _COMMENT = tag("draw:frame"), tag("text:note"), tag("office:annotation")
_MOST_REPEATED = 50  # columns or rows that a table says by a number


class BlockReader:
    """Reads the blocks of one part of a document; `pictures` are the entries that its images name."""

    def __init__(self, styles: Styles, pictures: Mapping[str, bytes]) -> None:
        self._styles = styles
        self._pictures = pictures
        self._counts: dict[str, int] = {}
        self._lists = 0

    def read(self, parent: Element) -> Iterator[Block]:
        """The blocks below an element, whatever stands between."""
        for child in parent:
            if child.tag in PARAGRAPHS:
                yield from self._paragraph(child)
            elif child.tag == _LIST:
                yield from self._list(child, 1, "")
            elif child.tag == _TABLE:
                yield self._table(child)
            elif child.tag != TRACKED:
                yield from self.read(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        style = paragraph.get(STYLE_NAME, "")
        look = self._styles.look(style)
        bold, italic = self._styles.weight("paragraph", style)
        runs = tuple(_joined(self._runs(paragraph, Run("", bool(bold), bool(italic)))))
        frames = list(paragraph.iter(_FRAME))
        for picture in filter(None, (self._picture(frame) for frame in frames)):
            yield Block("image", look=look, picture=picture)
        if runs or not frames:
            level = paragraph.get(tag("text:outline-level"), "1")
            if paragraph.tag == _HEADING:
                yield Block("heading", runs, look, level=int(level) if level.isdigit() else 1)
            else:
                yield Block("text", runs, look)
        for frame in frames:
            for box in frame.iter(tag("draw:text-box")):
                yield from self.read(box)

    def _picture(self, frame: Element) -> Picture | None:
        image = frame.find(tag("draw:image"))
        content = self._pictures.get(image.get(tag("xlink:href"), "").removeprefix("./")) if image is not None else None
        return picture_of(content, frame) if content else None

    def _runs(self, element: Element, look: Run) -> Iterator[Run]:
        yield replace(look, text=_collapsed(element.text))
        for child in element:
            yield from self._inner(child, look)
            yield replace(look, text=_collapsed(child.tail))

    def _inner(self, child: Element, look: Run) -> Iterator[Run]:
        if child.tag in INLINE:
            yield from self._runs(child, self._span_look(child, look) if child.tag == SPAN else look)
        elif child.tag == SPACE:
            count = child.get(COUNT, "1")
            yield replace(look, text=" " * min(int(count) if count.isdigit() else 1, _MOST_REPEATED))
        elif child.tag in (TAB, LINE_BREAK):
            yield replace(look, text="\t" if child.tag == TAB else "\n")
        elif child.tag == _NOTE:
            body = child.find(tag("text:note-body"))
            words = "" if body is None else " ".join(" ".join(body.itertext()).split())
            yield replace(look, text=f" ({words})" if words else "")
        elif child.tag not in (_FRAME, _COMMENT):
            yield replace(look, text="".join(child.itertext()))

    def _span_look(self, span: Element, look: Run) -> Run:
        style = span.get(STYLE_NAME, "")
        bold, italic = self._styles.weight("text", style)
        return replace(
            look,
            is_bold=look.is_bold if bold is None else bold,
            is_italic=look.is_italic if italic is None else italic,
            is_gap=look.is_gap or style == GAP_STYLE,
        )

    def _list(self, listed: Element, level: int, inherited: str) -> Iterator[Block]:
        style = listed.get(STYLE_NAME, "") or inherited or self._list_style_inside(listed)
        marks = self._styles.level(style, level)
        goes_on = listed.get(tag("text:continue-numbering")) == "true" or tag("text:continue-list") in listed.keys()  # noqa: SIM118 - an element is no mapping
        key = f"{style}/{level}"
        if not goes_on or key not in self._counts:
            self._counts[key] = marks.start - 1
            self._lists += 1
        number = self._lists
        for item in listed:
            is_point = item.tag == tag("text:list-item")
            if is_point:
                self._counts[key] += 1
            label = marks.label(self._counts[key]) if is_point else ""
            for part in item:
                if part.tag == _LIST:
                    yield from self._list(part, level + 1, style)
                elif part.tag in PARAGRAPHS:
                    yield from self._point(part, level, label, number)
                    label = ""

    def _point(self, paragraph: Element, level: int, label: str, number: int) -> Iterator[Block]:
        for block in self._paragraph(paragraph):
            if block.kind == "text":
                yield replace(block, kind="item", level=level, label=label, list_number=number)
            else:
                yield block

    def _list_style_inside(self, listed: Element) -> str:
        found = next(paragraphs_in(listed), None)
        return "" if found is None else self._styles.list_of(found.get(STYLE_NAME, ""))

    def _table(self, table: Element) -> Block:
        widths: list[float] = []
        for column in _parts(table, tag("table:table-column")):
            width = self._styles.column_width(_style(column))
            widths += [width] * _repeats(column, "table:number-columns-repeated")
        heads = table.find(tag("table:table-header-rows"))
        rows = [tuple(self._cells(row)) for row in _parts(table, tag("table:table-row"))]
        columns = max((sum(cell.span for cell in row) for row in rows), default=0)
        widths = widths[:columns] + [0.0] * (columns - len(widths))
        grid = Grid(
            widths=tuple(widths) if all(widths) else (1.0,) * columns,
            rows=tuple(_filled_up(row, columns) for row in rows),
            heads=0 if heads is None else len(heads.findall(tag("table:table-row"))),
            is_ruled=any(self._styles.is_ruled(_style(cell)) for cell in table.iter(_CELL)),
        )
        return Block("table", grid=grid)

    def _cells(self, row: Element) -> Iterator[Cell]:
        covered = 0
        for cell in row:
            if cell.tag == _CELL:
                span = _repeats(cell, "table:number-columns-spanned")
                covered = span - 1
                yield Cell(tuple(_flat(self.read(cell))), span)
            elif cell.tag == _COVERED:
                if not covered:
                    yield Cell(())  # below a cell of several rows
                covered = max(covered - 1, 0)


def _parts(table: Element, name: str) -> Iterator[Element]:
    """The columns or rows of a table, those of groups too, but not those of a table in a cell."""
    for child in table:
        if child.tag == name:
            yield child
        elif child.tag not in (tag("table:table-row"), tag("table:table-column")):
            yield from _parts(child, name)


def _flat(blocks: Iterator[Block]) -> Iterator[Block]:
    """A table inside a cell becomes its paragraphs: an act has no need of more."""
    for block in blocks:
        if block.grid is None:
            yield block
            continue
        for row in block.grid.rows:
            for cell in row:
                yield from cell.blocks


def _style(cell: Element) -> str:
    return cell.get(tag("table:style-name"), "")


def _repeats(element: Element, name: str) -> int:
    told = element.get(tag(name), "1")
    return min(max(int(told), 1), _MOST_REPEATED) if told.isdigit() else 1


def _filled_up(row: tuple[Cell, ...], columns: int) -> tuple[Cell, ...]:
    """The row with empty cells at its end, where some are missing."""
    lacking = columns - sum(cell.span for cell in row)
    return (*row, *(Cell(()) for _each in range(lacking)))


def _collapsed(text: str | None) -> str:
    """Spaces in a row, and the lines of the file, count as one space in this format."""
    return re.sub("[ \\t\\r\\n]+", " ", text or "")


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Runs of one look made one, the empty ones and the space in front left out."""
    for look, alike in groupby(runs, key=lambda run: replace(run, text="")):
        text = "".join(run.text for run in alike)
        if text:
            yield replace(look, text=text)
