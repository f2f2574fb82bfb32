# SPDX-License-Identifier: EUPL-1.2
"""The look of the printed reports: one accent colour, styles of paragraphs, tables."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer, Table

from app.reports.typeface import BOLD, ITALIC, MISSING, REGULAR, SEMIBOLD, clean, count_missing, load_fonts, safe

__all__ = ["BOLD", "ITALIC", "MISSING", "REGULAR", "SEMIBOLD", "clean", "count_missing", "load_fonts", "safe"]

INK = HexColor("#1A1A1A")
ACCENT = HexColor("#004D99")
QUIET = HexColor("#455A6B")
RULE = HexColor("#B8C2CC")
TINT = HexColor("#EEF3F8")

MARGIN = 20 * mm
WIDTH = A4[0] - 2 * MARGIN  # points that the text may fill

_CELL_PADDING, _ROW_PADDING = 14.0, 7.0
_HEADING_ROOM = 40.0  # points of a heading with the space around it
_TALLEST_OPENING = 400.0  # above this the rows are cut by the end of a page anyway
_LONG_LINES = 40  # of the widest letters, in a column
_LONG_CELL = 600  # characters above which a row may be cut by the end of a page
BODY = ParagraphStyle(
    "body",
    fontName=REGULAR,
    bulletFontName=REGULAR,
    fontSize=11,
    leading=15.5,
    textColor=INK,
    splitLongWords=1,
    allowWidows=0,
    allowOrphans=0,
)
TITLE = ParagraphStyle("title", BODY, fontName=SEMIBOLD, fontSize=23, leading=28, textColor=ACCENT)
SUBTITLE = ParagraphStyle("subtitle", BODY, fontSize=12, leading=17, textColor=QUIET)
HEADING = ParagraphStyle(
    "heading",
    BODY,
    fontName=SEMIBOLD,
    fontSize=14.5,
    leading=19,
    textColor=ACCENT,
    spaceBefore=13,
    spaceAfter=4,
    keepWithNext=1,
)
HEADING_OF_TABLE = ParagraphStyle("heading of table", HEADING, keepWithNext=0)
SUBHEADING = ParagraphStyle(
    "subheading", BODY, fontName=SEMIBOLD, fontSize=11.5, spaceBefore=9, spaceAfter=2, keepWithNext=1
)
CARD = ParagraphStyle(
    "card",
    SUBHEADING,
    spaceBefore=14,
    spaceAfter=7,
    backColor=TINT,
    leftIndent=6,
    rightIndent=6,
    borderPadding=5,
)
LEAD = ParagraphStyle("lead", BODY, fontSize=13, leading=19)
ITEM = ParagraphStyle("item", BODY, leftIndent=13, bulletIndent=1, spaceAfter=2)
CELL = ParagraphStyle("cell", BODY, fontSize=10.5, leading=14)
CELL_STRONG = ParagraphStyle("cell strong", CELL, fontName=SEMIBOLD)
CELL_RIGHT = ParagraphStyle("cell right", CELL, alignment=TA_RIGHT)
CELL_RIGHT_STRONG = ParagraphStyle("cell right strong", CELL_STRONG, alignment=TA_RIGHT)
LABEL = ParagraphStyle("label", CELL, textColor=QUIET)
NOTE_LABEL = ParagraphStyle("note label", LABEL, keepWithNext=1)
HEAD = ParagraphStyle("head", CELL_STRONG, textColor=ACCENT)
HEAD_RIGHT = ParagraphStyle("head right", HEAD, alignment=TA_RIGHT)
SMALL = ParagraphStyle("small", BODY, fontSize=10, leading=13.5, textColor=QUIET)
FIGURE = ParagraphStyle("figure", BODY, fontName=SEMIBOLD, fontSize=15.5, leading=20)


def text(words: str, style: ParagraphStyle = BODY) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(safe(words), style)


def item(words: str) -> Paragraph:
    """A line of a list."""
    return Paragraph(safe(words), ITEM, bulletText="–")


def long_text(words: str, style: ParagraphStyle = BODY) -> list[Flowable]:
    """Text of any length: one paragraph a line, so that a page can end between any two of them."""
    lines = clean(words).split("\n")
    return [text(line, style) if line.strip() else Spacer(0, style.leading / 2) for line in lines]


class Grid(Table):
    """A table that a page may end in, but where `opening` says so not before its first rows."""

    opening = 0.0  # points that its heads and first two rows take


def section(heading: str, *content: Flowable) -> list[Flowable]:
    """A heading that does not part from what follows it."""
    first = content[0] if content else None
    if isinstance(first, Grid) and first.opening:
        return [CondPageBreak(first.opening + _HEADING_ROOM), text(heading, HEADING_OF_TABLE), *content]
    return [text(heading, HEADING), *content]


def together(*content: Flowable) -> Flowable:
    """Content that moves to the next page as a whole, where it fits in one."""
    return KeepTogether(list(content))


def cut(words: str, face: str, size: float, width: float) -> str:
    """One line of text, shortened with an ellipsis to a width in points."""
    line = " ".join(clean(words).split())
    if pdfmetrics.stringWidth(line, face, size) <= width:
        return line
    while line and pdfmetrics.stringWidth(line + "…", face, size) > width:
        line = line[:-1]
    return line.rstrip() + "…"


def facts(rows: Iterable[tuple[str, str]], label_width: float = 44 * mm, width: float = WIDTH) -> Table:
    """Labels on the left, values on the right."""
    known = list(rows)
    cells = [[text(label, LABEL), text(value, CELL)] for label, value in known]
    tight = [("TOPPADDING", (0, 0), (-1, -1), 0.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5)]
    widths = [label_width, width - label_width]
    return _grid(cells, widths, tight, may_cut=_has_long_cell(known, widths))


def listing(
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[float],
    right: Iterable[int] = (),
    total: Sequence[str] | None = None,
) -> Grid:
    """A table whose heads come back on each page; `widths` in points, `right` the columns of amounts."""
    to_right = set(right)
    body = [list(row) for row in rows]
    cells = [_cells(heads, to_right, HEAD, HEAD_RIGHT)]
    cells += [_cells(row, to_right, CELL, CELL_RIGHT) for row in body]
    commands: list[Any] = [("LINEBELOW", (0, 1), (-1, -1), 0.5, RULE)]
    if total is not None:
        cells.append(_cells(total, to_right, CELL_STRONG, CELL_RIGHT_STRONG))
        commands += [("BACKGROUND", (0, -1), (-1, -1), TINT), ("LINEABOVE", (0, -1), (-1, -1), 0.9, INK)]
    commands.append(("LINEBELOW", (0, 0), (-1, 0), 1.1, ACCENT))  # last: over the line that a split leaves there
    may_cut = _has_long_cell(body, widths)
    if total is not None and not may_cut:
        commands.append(("NOSPLIT", (0, -2), (-1, -1)))  # a total alone on a page is of nothing
    commands += [("RIGHTPADDING", (column, 0), (column, -1), 14) for column in sorted(to_right)]
    table = _grid(cells, widths, commands, repeat=1, may_cut=may_cut)
    table.opening = min(_height(cells[:3], widths), _TALLEST_OPENING)
    return table


def _height(rows: Iterable[Sequence[Paragraph]], widths: Sequence[float]) -> float:
    """About the points that rows take: the tallest cell of each, and its padding."""
    return sum(
        max(cell.wrap(width - _CELL_PADDING, A4[1])[1] for cell, width in zip(row, widths, strict=True)) + _ROW_PADDING
        for row in rows
    )


def figures(boxes: Sequence[tuple[str, str, str]], width: float = WIDTH) -> Table:
    """The figures that matter side by side: label, amount, count."""
    cells = [[[text(label, LABEL), text(value, FIGURE), text(count, LABEL)] for label, value, count in boxes]]
    lines = [("LINEBEFORE", (column, 0), (column, 0), 0.8, RULE) for column in range(1, len(boxes))]
    frame = [
        ("BACKGROUND", (0, 0), (-1, -1), TINT),
        ("LINEABOVE", (0, 0), (-1, 0), 1.1, ACCENT),
        ("LEFTPADDING", (0, 0), (-1, -1), 9),
        ("TOPPADDING", (0, 0), (-1, -1), 7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
        *lines,
    ]
    return _grid(cells, spread([1] * len(boxes), width), frame)


def spread(weights: Sequence[float], width: float = WIDTH) -> list[float]:
    """Column widths in points that share the width by weight."""
    return [width * weight / sum(weights) for weight in weights]


def hatch(
    x: float, y: float, width: float, height: float, step: float = 4.0
) -> list[tuple[float, float, float, float]]:
    """The strokes at 45 degrees that fill a rectangle: black and white tells patterns apart, not colours."""
    strokes = []
    for start in (index * step for index in range(1, int((width + height) / step) + 1)):
        low, high = max(0.0, start - height), min(start, width)
        if high > low:
            strokes.append((x + low, y + start - low, x + high, y + start - high))
    return strokes


def _has_long_cell(rows: Iterable[Sequence[str]], widths: Sequence[float]) -> bool:
    """Whether a row may be higher than a page: a narrow column makes many lines of few words."""
    most = [min(_LONG_CELL, _LONG_LINES * width / CELL.fontSize) for width in widths]
    return any(len(cell) > letters for row in rows for cell, letters in zip(row, most, strict=True))


def _cells(row: Sequence[str], right: set[int], style: ParagraphStyle, right_style: ParagraphStyle) -> list[Paragraph]:
    return [text(words, right_style if index in right else style) for index, words in enumerate(row)]


def _grid(
    cells: Sequence[list[Any]],
    widths: Sequence[float],
    commands: Sequence[Any],
    *,
    repeat: int = 0,
    may_cut: bool = False,
) -> Grid:
    common: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
    ]
    return Grid(
        cells,
        colWidths=widths,
        repeatRows=repeat,
        splitInRow=int(may_cut),
        style=[*common, *commands],
        hAlign="LEFT",
    )
