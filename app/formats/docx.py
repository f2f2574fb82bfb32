# SPDX-License-Identifier: EUPL-1.2
"""An act as a .docx that Word and LibreOffice open: the same blocks give the same bytes."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

from app.domain.draft_text import Block, Cell, Grid, Look, Run
from app.formats.odt_package import pack

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_FONT = "Arial"
_WIDTH, _MARGIN = 17.0, 2.0  # centimetres
_A4 = (21.0, 29.7)
_FOOT = 8.0  # points
_STEP = 17.0  # points that a level of a list is indented by
_NUMBER = re.compile(r"(\d+)\.")
_CELL_SPACE = 2.5  # points above and below the words of a cell
_LONG_CELL = 1500  # characters above which a row may be cut by the end of a page
_HEAD_TINT = "EEF1F4"


def to_docx(blocks: Iterable[Block], title: str, *, on: date, is_draft: bool) -> bytes:
    """The act with its title and day among the properties, and nobody's name."""
    import docx

    document = docx.Document()
    _prepare(document, title, on)
    _write_foot(document, is_draft=is_draft)
    writer = _Writer(document)
    fresh = iter(document.add_paragraph, None)
    for block in blocks:
        writer.write(block, fresh)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as saved:
        return pack({name: saved.read(name) for name in saved.namelist()})


def _prepare(document: "Document", title: str, on: date) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Cm(_A4[0]), Cm(_A4[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN)
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        style: Any = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(11)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    normal: Any = document.styles["Normal"]
    normal.element.get_or_add_rPr().append(_element("w:lang", {"w:val": "it-IT", "w:eastAsia": "it-IT"}))
    moment = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - a day has no zone
    about = document.core_properties
    about.title, about.author, about.comments, about.language = title, "", "", "it-IT"
    about.last_modified_by, about.created, about.modified = "", moment, moment


def _write_foot(document: "Document", *, is_draft: bool) -> None:
    from docx.shared import Pt

    foot = document.sections[0].footer
    numbers = foot.paragraphs[0]
    for words, code in (("pagina ", "PAGE"), (" di ", "NUMPAGES")):
        numbers.add_run(words)
        numbers._p.append(field := _element("w:fldSimple", {"w:instr": code}))  # noqa: SLF001 - the library has no fields
        shown = numbers.add_run("1")  # until the program that opens it counts
        field.append(shown._r)  # noqa: SLF001 - as above
    style: Any = document.styles["Footer"]
    style.font.size = Pt(_FOOT)
    lines = [numbers, foot.add_paragraph("BOZZA – documento di lavoro", "Footer")] if is_draft else [numbers]
    for line in lines:
        _stand(line, Look(align="center"))


class _Writer:
    """Writes blocks one after the other, numbering each list for itself."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self._numbers: dict[int, int] = {}

    def write(self, block: Block, fresh: Iterator["Paragraph"]) -> None:
        """Add a block; `fresh` gives the empty paragraphs of the place where it goes."""
        if block.grid:
            self._write_table(block.grid)
            return
        paragraph = next(fresh)
        _stand(paragraph, block.look)
        if block.picture:
            from docx.shared import Pt

            picture = block.picture
            paragraph.add_run().add_picture(io.BytesIO(picture.content), Pt(picture.width), Pt(picture.height))
        elif block.kind == "heading":
            paragraph.style = self._document.styles[f"Heading {min(block.level, 3)}"]
        elif block.kind == "item":
            self._mark(paragraph, block)
        for run in block.runs:
            _add_run(paragraph, run, block.look.size)

    def _mark(self, paragraph: "Paragraph", block: Block) -> None:
        """Give a point its number, which Word goes on counting, or its mark as words."""
        from docx.shared import Pt

        stands = paragraph.paragraph_format
        stands.left_indent, stands.first_line_indent = Pt(_STEP * block.level), Pt(-_STEP if block.label else 0)
        number = _NUMBER.fullmatch(block.label)
        if number and block.level == 1:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - the library has no lists
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = self._number_of(block.list_number, int(number[1]))
        elif block.label:
            stands.tab_stops.add_tab_stop(Pt(_STEP * block.level))
            _add_run(paragraph, Run(f"{block.label}\t"), block.look.size)

    def _number_of(self, list_number: int, start: int) -> int:
        if list_number not in self._numbers:
            numbering: Any = self._document.part.numbering_part.element
            style: Any = self._document.styles["List Number"]
            model = numbering.num_having_numId(style.element.pPr.numPr.numId.val)
            number = numbering.add_num(model.abstractNumId.val)
            number.add_lvlOverride(ilvl=0).add_startOverride(start)
            self._numbers[list_number] = number.numId
        return self._numbers[list_number]

    def _write_table(self, grid: Grid) -> None:
        from docx.shared import Cm

        if not grid.rows or not grid.widths:
            return
        table = self._document.add_table(len(grid.rows), len(grid.widths))
        table.autofit = False
        if grid.is_ruled:
            table.style = self._document.styles["Table Grid"]
        for column, width in zip(table.columns, grid.widths, strict=True):
            column.width = Cm(_WIDTH * width / sum(grid.widths))
        for index, row in enumerate(grid.rows):
            self._write_row(table, index, row, grid)

    def _write_row(self, table: "Table", index: int, row: tuple[Cell, ...], grid: Grid) -> None:
        line = table.rows[index]
        if max((len(block.text) for cell in row for block in cell.blocks), default=0) < _LONG_CELL:
            line._tr.get_or_add_trPr().append(_element("w:cantSplit", {}))  # noqa: SLF001 - as above
        if index < grid.heads:
            line._tr.get_or_add_trPr().append(_element("w:tblHeader", {}))  # noqa: SLF001 - as above
        cells = line.cells
        for cell, column in zip(cells, table.columns, strict=True):
            cell.width = column.width
        column = 0
        for each in row:
            target = cells[column]
            if each.span > 1:
                target = target.merge(cells[column + each.span - 1])
            if index < grid.heads and grid.is_ruled:
                shade = {"w:val": "clear", "w:color": "auto", "w:fill": _HEAD_TINT}
                target._tc.get_or_add_tcPr().append(_element("w:shd", shade))  # noqa: SLF001 - as above
            fresh = chain(target.paragraphs[:1], iter(target.add_paragraph, None))  # a cell begins with one
            for block in each.blocks:
                look = replace(block.look, before=_CELL_SPACE, after=_CELL_SPACE) if grid.is_ruled else block.look
                self.write(replace(block, look=look), fresh)
            column += each.span


def _add_run(paragraph: "Paragraph", words: Run, size: float) -> None:
    from docx.enum.text import WD_COLOR_INDEX
    from docx.shared import Pt

    run = paragraph.add_run(words.text)
    run.bold, run.italic = words.is_bold, words.is_italic
    run.font.size = Pt(size)
    if words.is_gap:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _stand(paragraph: "Paragraph", look: Look) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    stands = paragraph.paragraph_format
    stands.alignment = {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
        "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    }[look.align]
    stands.space_before, stands.space_after = Pt(look.before), Pt(look.after)
    stands.left_indent = Pt(look.indent)
    stands.keep_with_next, stands.page_break_before = look.keeps_next, look.breaks_page
    if look.is_boxed:
        sides = {side: {"w:val": "single", "w:sz": "4", "w:space": "4"} for side in ("top", "left", "bottom", "right")}
        box = _element("w:pBdr", {})
        for side, line in sides.items():
            box.append(_element(f"w:{side}", line))
        paragraph._p.get_or_add_pPr().insert_element_before(box, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")  # noqa: SLF001 - the library has no borders


def _element(name: str, attributes: dict[str, str]) -> Any:  # noqa: ANN401 - an element of the library, imported late
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element
