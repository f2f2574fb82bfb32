# SPDX-License-Identifier: EUPL-1.2
"""The .docx of every draft, read back with python-docx."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.domain.draft_text import Block, Cell, Grid, Look, Picture, Run
from app.domain.drafts import Draft
from app.formats.docx import to_docx
from app.formats.plain_text import printable
from tests.drafts import EMPTY, FULL, TODAY, every_case, filled

CASES = pytest.mark.parametrize(("draft", "kind"), list(every_case()), ids=lambda value: getattr(value, "key", value))


def _written(blocks: tuple[Block, ...], *, is_draft: bool = True) -> Document:
    return docx.Document(io.BytesIO(to_docx(blocks, "Titolo & <b>", on=TODAY, is_draft=is_draft)))


def _words(document: Document) -> str:
    found = []
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            found += [cell.text for row in part.rows for cell in row.cells]
        else:
            found.append(part.text)
    return " ".join(" ".join(found).split())


def _expected(blocks: tuple[Block, ...]) -> str:
    numbered = (f"{block.label}\t{block.text}" if _is_words(block) else block.text for block in blocks)
    return " ".join(" ".join(numbered).split())


def _number_of(paragraph: Any) -> int | None:  # noqa: ANN401 - an element of the library
    """The list by which Word counts a paragraph."""
    listed = paragraph.pPr.numPr
    return None if listed is None else int(listed.numId.val)


def _is_words(block: Block) -> bool:
    """A number is counted by Word; a dash is written."""
    return bool(block.label) and not re.fullmatch(r"\d+\.", block.label)


@CASES
def test_every_word_of_a_draft_is_there(draft: Draft, kind: str) -> None:
    for facts in (FULL, EMPTY):
        blocks = filled(draft.key, replace(facts, kind=kind)).blocks
        assert _words(_written(blocks)) == _expected(blocks)


@CASES
def test_gaps_are_marked(draft: Draft, kind: str) -> None:
    done = filled(draft.key, replace(EMPTY, kind=kind))
    document = _written(done.blocks)
    paragraphs = [
        *document.paragraphs,
        *(p for t in document.tables for r in t.rows for c in r.cells for p in c.paragraphs),
    ]
    marked = {run.text for p in paragraphs for run in p.runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW}
    assert marked == set(done.gaps)


@CASES
def test_the_same_facts_give_the_same_bytes(draft: Draft, kind: str) -> None:
    blocks = filled(draft.key, replace(FULL, kind=kind)).blocks
    assert to_docx(blocks, "t", on=TODAY, is_draft=True) == to_docx(blocks, "t", on=TODAY, is_draft=True)


def test_its_properties_are_a_title_and_a_day_and_nobodys_name() -> None:
    about = _written((Block("text", (Run("x"),)),)).core_properties
    assert (about.title, about.author, about.last_modified_by, about.comments) == ("Titolo & <b>", "", "", "")
    assert about.created
    assert about.created.date() == TODAY
    assert about.language == "it-IT"


def test_the_sheet_is_an_a4_that_counts_its_pages() -> None:
    content = to_docx((), "t", on=date(2026, 1, 1), is_draft=True)
    section = docx.Document(io.BytesIO(content)).sections[0]
    assert section.page_width
    assert section.page_height
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        foot = "".join(package.read(name).decode() for name in package.namelist() if "footer" in name)
    assert 'w:instr="PAGE"' in foot
    assert "BOZZA" in foot
    final = to_docx((), "t", on=TODAY, is_draft=False)
    assert b"BOZZA" not in b"".join(zipfile.ZipFile(io.BytesIO(final)).read(name) for name in ("word/footer1.xml",))


def test_lists_are_numbered_each_for_itself() -> None:
    points = [("1.", 1), ("2.", 1), ("3.", 2), ("4.", 2), ("a)", 3), ("–", 4), ("", 4)]
    blocks = tuple(Block("item", (Run(f"punto {n}"),), level=1, label=label, list_number=n) for label, n in points)
    paragraphs = _written(blocks).paragraphs
    numbers = [_number_of(p._p) for p in paragraphs]  # noqa: SLF001 - the library has no lists
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    assert numbers[4:] == [None, None, None]
    assert [p.text for p in paragraphs[4:]] == ["a)\tpunto 3", "–\tpunto 4", "punto 4"]
    document = _written(blocks)
    numbering = document.part.numbering_part.element
    starts = [num.lvlOverride_lst[0].startOverride.val for num in numbering.num_lst[-2:]]
    assert starts == [1, 3]


def test_looks_tables_and_images_are_kept() -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (4, 4)).save(drawn, "PNG")
    look = Look(align="center", size=14, before=3, after=4, is_boxed=True, breaks_page=True, keeps_next=True)
    wide = Grid(
        (1, 2, 1), ((Cell((Block("text", (Run("testa"),)),), 2), Cell(())), (Cell(()), Cell(()), Cell(()))), heads=1
    )
    blocks = (
        Block("heading", (Run("Titolo", is_bold=True, is_italic=True),), look, level=7),
        Block("table", grid=wide),
        Block("table", grid=Grid((), ())),
        Block("image", picture=Picture(drawn.getvalue(), 72, 36)),
    )
    document = _written(blocks)
    heading = document.paragraphs[0]
    assert heading.style
    assert heading.style.name == "Heading 3"
    assert heading.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert (heading.runs[0].bold, heading.runs[0].italic) == (True, True)
    assert heading.paragraph_format.page_break_before
    assert "w:pBdr" in heading._p.xml  # noqa: SLF001 - the library has no borders
    (table,) = document.tables
    assert table.rows[0].cells[0].text == "testa"
    assert table.rows[0].cells[0]._tc.grid_span == 2  # noqa: SLF001 - as above
    assert "w:tblHeader" in table.rows[0]._tr.xml  # noqa: SLF001 - as above
    (image,) = document.inline_shapes
    assert (image.width.pt, image.height.pt) == (72, 36)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60).map(printable))
def test_any_words_come_back(words: str) -> None:
    document = _written((Block("text", (Run(words),)),))
    assert document.paragraphs[0].text == words
