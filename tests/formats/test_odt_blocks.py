# SPDX-License-Identifier: EUPL-1.2
"""Lists, tables, notes and images of a document, as neutral blocks."""

import io

from PIL import Image

from app.domain.draft_fields import field_values
from app.formats.odt import fill_template
from tests.drafts import FULL, fill_body, template

_NUMBERS = """<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"
 style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="●"/>
</text:list-style>"""


def _list(*points: str, style: str = "N", more: str = "") -> str:
    items = "".join(f"<text:list-item><text:p>{point}</text:p></text:list-item>" for point in points)
    return f'<text:list text:style-name="{style}" {more}>{items}</text:list>'


def _points(body: str) -> list[tuple[str, str, int]]:
    blocks = fill_body(body, automatic=_NUMBERS).blocks
    return [(block.label, block.text, block.level) for block in blocks if block.kind == "item"]


def test_numbers_begin_anew_unless_the_list_goes_on() -> None:
    body = _list("a", "b") + _list("c") + _list("d", more='text:continue-numbering="true"') + _list("e", style="B")
    body += _list("f", more='text:continue-list="x"')
    assert _points(body) == [
        ("1.", "a", 1),
        ("2.", "b", 1),
        ("1.", "c", 1),
        ("2.", "d", 1),
        ("•", "e", 1),
        ("3.", "f", 1),
    ]
    numbers = [block.list_number for block in fill_body(body, automatic=_NUMBERS).blocks]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_a_point_has_points_below_and_more_than_one_paragraph() -> None:
    inner = "<text:list><text:list-item><text:p>sotto</text:p></text:list-item></text:list>"
    item = f"<text:list-item><text:p>a</text:p><text:p>ancora</text:p>{inner}</text:list-item>"
    head = "<text:list-header><text:p>senza numero</text:p></text:list-header>"
    assert _points(f'<text:list text:style-name="N">{head}{item}</text:list>') == [
        ("", "senza numero", 1),
        ("1.", "a", 1),
        ("", "ancora", 1),
        ("a)", "sotto", 2),
    ]


def test_a_list_that_no_style_marks_has_dashes() -> None:
    assert _points("<text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>") == [("–", "x", 1)]


def test_tables_have_heads_widths_and_wide_cells() -> None:
    styles = """<style:style style:name="C1" style:family="table-column"><style:table-column-properties
     style:column-width="4cm"/></style:style><style:style style:name="C2" style:family="table-column">
    <style:table-column-properties style:column-width="2cm"/></style:style><style:style style:name="L"
     style:family="table-cell"><style:table-cell-properties fo:border="none" fo:border-top="0.5pt solid #000000"/>
    </style:style>"""
    table = """<table:table><table:table-column table:style-name="C1"/>
    <table:table-column table:style-name="C2" table:number-columns-repeated="2"/><table:table-header-rows>
    <table:table-row><table:table-cell table:style-name="L"><text:p>testa</text:p></table:table-cell></table:table-row>
    </table:table-header-rows><table:table-rows><table:table-row><table:table-cell
     table:number-columns-spanned="2"><text:p>largo</text:p></table:table-cell><table:covered-table-cell/>
    <table:table-cell><text:p>x</text:p></table:table-cell></table:table-row><table:table-row>
    <table:covered-table-cell/><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row>
    </table:table-rows></table:table>"""
    (block,) = fill_body(table, automatic=styles).blocks
    grid = block.grid
    assert grid
    assert (grid.heads, grid.is_ruled) == (1, True)
    assert [round(width) for width in grid.widths] == [113, 57, 57]
    assert [[cell.span for cell in row] for row in grid.rows] == [[1, 1, 1], [2, 1], [1, 1, 1]]
    assert block.text == "testa\t\t\nlargo\tx\n\ty\t"


def test_a_table_in_a_cell_becomes_its_paragraphs() -> None:
    inner = (
        "<table:table><table:table-row><table:table-cell><text:p>dentro</text:p></table:table-cell></table:table-row>"
    )
    table = (
        f"<table:table><table:table-row><table:table-cell>{inner}</table:table></table:table-cell></table:table-row>"
    )
    (block,) = fill_body(f"{table}</table:table>").blocks
    assert block.text == "dentro"
    assert block.grid
    assert len(block.grid.rows) == 1


def test_breaks_tabs_spaces_and_fields_of_the_editor_are_words() -> None:
    body = (
        '<text:p>a<text:line-break/>b<text:tab/>c <text:s text:c="2"/>d   e\n f <text:date>25/11/26</text:date>'
        "<office:annotation><text:p>commento</text:p></office:annotation></text:p>"
    )
    assert [block.text for block in fill_body(body).blocks] == ["a\nb\tc   d e f 25/11/26"]


def test_headings_sections_and_boxes_are_read_in_order() -> None:
    body = (
        '<text:section><text:h text:outline-level="2">Titolo</text:h><text:p>testo</text:p></text:section>'
        "<text:p>prima<draw:frame><draw:text-box><text:p>riquadro</text:p></draw:text-box></draw:frame></text:p>"
    )
    blocks = fill_body(body).blocks
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        ("heading", 2, "Titolo"),
        ("text", 0, "testo"),
        ("text", 0, "prima"),
        ("text", 0, "riquadro"),
    ]


def test_the_arms_of_the_comune_are_an_image() -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (20, 30), "red").save(drawn, "PNG")
    frame = '<draw:frame svg:width="2cm" svg:height="3cm"><draw:image xlink:href="Pictures/stemma.png"/></draw:frame>'
    missing = '<draw:frame><draw:image xlink:href="Pictures/altro.png"/></draw:frame>'
    raw = template(
        "<text:p>testo</text:p>",
        header=f"<text:p>{frame}</text:p><text:p>{missing}{{{{comune}}}}</text:p>",
        extra={"Pictures/stemma.png": drawn.getvalue()},
    )
    blocks = fill_template(raw, "prova.odt", field_values(FULL), "Prova").blocks
    assert [block.kind for block in blocks] == ["image", "text", "text"]
    picture = blocks[0].picture
    assert picture
    assert (round(picture.width), round(picture.height)) == (57, 85)
    assert blocks[1].text == FULL.comune
