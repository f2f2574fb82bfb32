# SPDX-License-Identifier: EUPL-1.2
"""A draft of an act as a PDF: sober, black on white, with its own letterhead and the pages counted."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, Literal

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Image, PageBreak, Paragraph, Spacer

from app.domain.draft_text import Block, Cell, Grid, Look, Picture, Run
from app.reports import page, style
from app.text import _, speaking

_LANGUAGE = "it"  # of an act, whatever the language of the window
_ALIGNED: dict[str, Literal[0, 1, 2, 4]] = {
    "left": TA_LEFT,
    "center": TA_CENTER,
    "right": TA_RIGHT,
    "justify": TA_JUSTIFY,
}
_PLACED: dict[str, Literal["CENTER", "RIGHT"]] = {"center": "CENTER", "right": "RIGHT"}
_LEADING = 1.32
_STEP = 20.0  # points that a level of a list is indented by
_BOX = 4.0  # points between the words and their box
_TABLE_ROOM = 140.0  # points that what introduces a table wants with its first rows
_TALL_CELL = 20  # lines above which a row may be cut by the end of a page
_LETTER = 6.0  # points, about, of a wide letter in a cell
_GAP_TINT = "#FFF1B8"
_ROOM = (21 * mm, 24 * mm)
_FOOT_SIZE = 9.0
_NUMBER_ROOM = 90.0  # points of "pagina 10 di 12" and the space before it


@dataclass(frozen=True, slots=True)
class DraftPrint:
    """What is printed of a draft."""

    title: str
    comune: str
    blocks: tuple[Block, ...]
    is_draft: bool = True
    is_example: bool = False


def draw(draft: DraftPrint, target: Path | BinaryIO) -> None:
    """Write the act as a PDF: the same draft gives the same bytes."""
    with speaking(_LANGUAGE):
        titles = page.Titles(draft.title, draft.comune, _("Bozza di un atto") if draft.is_draft else draft.title)
        page.write_pages(
            titles,
            lambda: _story(draft),
            lambda canvas, pages: _decorate(canvas, draft, pages),
            target,
            _LANGUAGE,
            _ROOM,
        )


def count_missing(draft: DraftPrint) -> int:
    """How many of its characters the typeface cannot print: a file to be signed should have none."""
    return style.count_missing(draft)


def _story(draft: DraftPrint) -> list[Flowable]:
    story: list[Flowable] = []
    for block, following in zip(draft.blocks, (*draft.blocks[1:], None), strict=True):
        if block.look.breaks_page and story:
            story.append(PageBreak())
        if block.grid:
            story += _table(block.grid)
        elif block.look.keeps_next and following and following.grid:
            story += [CondPageBreak(_TABLE_ROOM), _paragraph(block, keeps_next=False)]
        else:
            story.append(_flowable(block))
    return story


def _flowable(block: Block) -> Flowable:
    if block.picture:
        return _image(block.picture, block.look)
    if not block.text.strip():
        return Spacer(0, block.look.size * _LEADING)
    return _paragraph(block, keeps_next=block.look.keeps_next)


def _paragraph(block: Block, *, keeps_next: bool) -> Paragraph:
    level = block.level if block.kind == "item" else 0
    look = _style(block.look, level, keeps_next=keeps_next)
    return Paragraph(_markup(block.runs), look, bulletText=style.clean(block.label) or None)


@cache
def _style(look: Look, level: int, *, keeps_next: bool) -> ParagraphStyle:
    indent = look.indent + _STEP * level + (_BOX if look.is_boxed else 0)
    boxed: dict[str, Any] = {"borderWidth": 0.6, "borderPadding": _BOX, "borderColor": style.INK}
    return ParagraphStyle(
        "act",
        style.BODY,
        fontSize=look.size,
        leading=look.size * _LEADING,
        alignment=_ALIGNED[look.align],
        leftIndent=indent,
        rightIndent=_BOX if look.is_boxed else 0,
        bulletIndent=indent - _STEP if level else 0,
        bulletFontSize=look.size,
        spaceBefore=look.before + (_BOX if look.is_boxed else 0),
        spaceAfter=look.after + (_BOX if look.is_boxed else 0),
        keepWithNext=int(keeps_next),
        **(boxed if look.is_boxed else {}),
    )


def _markup(runs: tuple[Run, ...]) -> str:
    return "".join(_marked(run) for run in runs)


def _marked(run: Run) -> str:
    words = style.safe(run.text)
    if run.is_italic:
        words = f'<font name="{style.ITALIC}">{words}</font>'
    elif run.is_bold:
        words = f'<font name="{style.SEMIBOLD}">{words}</font>'
    return f'<font backColor="{_GAP_TINT}">{words}</font>' if run.is_gap else words


def _image(picture: Picture, look: Look) -> Image:
    image = Image(io.BytesIO(picture.content), picture.width, picture.height)
    image.hAlign = _PLACED.get(look.align, "LEFT")
    return image


def _table(grid: Grid) -> Iterator[Flowable]:
    if not grid.rows or not grid.widths:
        return
    widths = style.spread(grid.widths)
    commands: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 5),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    if grid.is_ruled:
        commands += [("GRID", (0, 0), (-1, -1), 0.5, style.QUIET)]
        commands += [("BACKGROUND", (0, 0), (-1, grid.heads - 1), style.TINT)] if grid.heads else []
    may_cut = any(
        _lines(cell, width) > _TALL_CELL for row in grid.rows for cell, width in zip(row, widths, strict=False)
    )
    if not (grid.is_ruled or may_cut):
        commands.append(("NOSPLIT", (0, 0), (-1, -1)))  # a place and the signature beside it
    cells = []
    for index, row in enumerate(grid.rows):
        line: list[Any] = []
        for cell in row:
            if cell.span > 1:
                commands.append(("SPAN", (len(line), index), (len(line) + cell.span - 1, index)))
            line += [_cell(cell), *[""] * (cell.span - 1)]
        cells.append(line)
    yield style.Grid(
        cells, colWidths=widths, repeatRows=grid.heads, splitInRow=int(may_cut), style=commands, hAlign="LEFT"
    )


def _lines(cell: Cell, width: float) -> int:
    """About how many lines a cell takes, at the most."""
    texts = (line for block in cell.blocks for line in block.text.split("\n"))
    return sum(1 + int(len(text) * _LETTER / width) for text in texts)


def _cell(cell: Cell) -> Any:  # noqa: ANN401 - what a table takes: a paragraph, flowables or nothing
    """One paragraph where it can be, for only that can be cut by the end of a page."""
    blocks = [block for block in cell.blocks if block.picture or block.text.strip()]
    if any(block.picture for block in blocks):
        return [_flowable(block) for block in blocks]
    if not blocks:
        return ""
    lines = "<br/>".join(f"{style.safe(_label(block))}{_markup(block.runs)}" for block in blocks)
    plain = Look(align=blocks[0].look.align, size=blocks[0].look.size)
    return Paragraph(lines, _style(plain, 0, keeps_next=False))


def _label(block: Block) -> str:
    return f"{block.label} " if block.label else ""


def _decorate(canvas: Canvas, draft: DraftPrint, pages: int) -> None:
    """A foot that says on each sheet what it is a page of, and that it is a draft."""
    base, left, right = 16 * mm, style.MARGIN, style.MARGIN + style.WIDTH
    canvas.setStrokeColor(style.RULE)
    canvas.setLineWidth(0.6)
    canvas.line(left, base + 12, right, base + 12)
    if draft.is_draft:
        mark = _("BOZZA")
        canvas.setFillColor(style.INK)
        canvas.setFont(style.BOLD, _FOOT_SIZE)
        canvas.drawString(left, base, mark)
        left += stringWidth(mark, style.BOLD, _FOOT_SIZE) + 8
    canvas.setFillColor(style.QUIET)
    canvas.setFont(style.REGULAR, _FOOT_SIZE)
    number = _("pagina {page} di {pages}").format(page=canvas.getPageNumber(), pages=pages)
    words = style.cut(f"{draft.title} – {draft.comune}", style.REGULAR, _FOOT_SIZE, right - left - _NUMBER_ROOM)
    canvas.drawString(left, base, words)
    canvas.drawRightString(right, base, number)
    if draft.is_example:
        page.draw_example_band(canvas)
