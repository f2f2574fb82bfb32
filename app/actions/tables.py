# SPDX-License-Identifier: EUPL-1.2
"""A list that can be written to a file: its keys for programs, its words for people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.formats.spreadsheet import Cell
from app.text import _

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A list with its keys (for programs), its headers (for people) and its rows."""

    title: str
    keys: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    said: Callable[[Row], Row] = tuple  # a row with the words of the office in place of our keys


def saying(keys: Sequence[str], **words: Callable[[str], str]) -> Callable[[Row], Row]:
    """Rows whose cells of some columns are said with the words of the office."""

    def say(row: Row) -> Row:
        cells = zip(keys, row, strict=True)
        return tuple(words[key](str(cell)) if key in words and cell not in (None, "") else cell for key, cell in cells)

    return say


def yes_or_no(value: str) -> str:
    """The words for 1 and 0."""
    return _("sì") if value == "1" else _("no")
