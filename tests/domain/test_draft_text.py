# SPDX-License-Identifier: EUPL-1.2
"""An act as blocks: its words and its gaps."""

from app.domain.draft_text import Block, Cell, Grid, Run, gaps

_GAP = Run("[da completare: importo]", is_gap=True)
_TABLE = Block(
    "table",
    grid=Grid((1, 1), ((Cell((Block("text", (Run("a"),)), Block("text", (_GAP,)))), Cell(())),)),
)


def test_the_words_of_a_table_are_cells_and_lines() -> None:
    assert _TABLE.text == "a\n[da completare: importo]\t"
    assert Block("text", (Run("uno ", is_bold=True), Run("due"))).text == "uno due"


def test_gaps_are_found_in_tables_too_and_told_once() -> None:
    first = Block("text", (Run("x"), Run("[da completare: data]", is_gap=True)))
    assert gaps((first, _TABLE, first)) == ("[da completare: data]", "[da completare: importo]")
    assert gaps((Block("text", (Run("[da completare: detto da una persona]"),)),)) == ()
