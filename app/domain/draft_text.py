# SPDX-License-Identifier: EUPL-1.2
"""A written act as neutral blocks: what a .docx and a PDF are made from, without knowing the file it came from."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "text", "item", "table", "image"]
Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; a gap is what somebody has still to complete."""

    text: str  # "\n" is a line break, "\t" a tab
    is_bold: bool = False
    is_italic: bool = False
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph stands; lengths in points."""

    align: Align = "left"
    size: float = 11.0
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    is_boxed: bool = False
    breaks_page: bool = False  # begins a page
    keeps_next: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the template, as for the arms of the comune; lengths in points."""

    content: bytes  # PNG or JPEG
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `span` columns wide."""

    blocks: tuple["Block", ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: shares of the width, rows, how many of them are heads, whether it has lines."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0
    is_ruled: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a point of a list, a table or an image."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    look: Look = Look()
    level: int = 0  # of a heading or of a point, from 1
    label: str = ""  # of a point: "1." or "–"
    list_number: int = 0  # points of the same list bear the same
    grid: Grid | None = None
    picture: Picture | None = None

    @property
    def text(self) -> str:
        """Its words without look; of a table, the cells with a tab between and a line for each row."""
        if self.grid:
            rows = ("\t".join("\n".join(block.text for block in cell.blocks) for cell in row) for row in self.grid.rows)
            return "\n".join(rows)
        return "".join(run.text for run in self.runs)


def gaps(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """What is still to be completed, in the order of the page, without repeating."""
    return tuple(dict.fromkeys(run.text for run in _runs(blocks) if run.is_gap))


def _runs(blocks: tuple[Block, ...]) -> list[Run]:
    found: list[Run] = []
    for block in blocks:
        found += block.runs
        for row in block.grid.rows if block.grid else ():
            for cell in row:
                found += _runs(cell.blocks)
    return found
