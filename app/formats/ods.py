# SPDX-License-Identifier: EUPL-1.2
"""An OpenDocument spreadsheet of one sheet: amounts are numbers, dates are dates, all other cells are text.

Written with the package and the names that the drafts use. odfdo (Apache-2.0, well kept) needs a second for 800 rows
and starts from its own French template; odfpy has not been kept up.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from app.formats.odt_inline import put_text
from app.formats.odt_names import tag
from app.formats.odt_package import pack, serialise
from app.formats.plain_text import printable
from app.text import amount as written_amount
from app.text import day, moment, on_our_clock

Cell = str | int | Decimal | date | datetime | None

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
LONGEST_CELL = 32_767  # characters, as in the other spreadsheet
_VERSION = {tag("office:version"): "1.3"}
_MM_PER_LETTER = 2.2


def to_ods(title: str, headers: Sequence[str], rows: Sequence[Sequence[Cell]], made_at: datetime) -> bytes:
    """The same content gives the same bytes; no cell holds a formula, whatever its text."""
    return pack(
        {
            "mimetype": MIMETYPE.encode(),
            "content.xml": serialise(_content(title, headers, rows)),
            "meta.xml": serialise(_meta(title, made_at)),
            "META-INF/manifest.xml": serialise(_manifest()),
        }
    )


def _content(title: str, headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Element:
    root = Element(tag("office:document-content"), _VERSION)
    _add_styles(root, [_width(header, [row[column] for row in rows]) for column, header in enumerate(headers)])
    sheet = SubElement(SubElement(SubElement(root, tag("office:body")), tag("office:spreadsheet")), tag("table:table"))
    sheet.set(tag("table:name"), " ".join(_letter(one) for one in printable(title).split()) or "1")
    for column in range(len(headers)):
        SubElement(sheet, tag("table:table-column"), {tag("table:style-name"): f"co{column + 1}"})
    head = SubElement(SubElement(sheet, tag("table:table-header-rows")), tag("table:table-row"))
    for header in headers:
        _add_text(SubElement(head, tag("table:table-cell"), {tag("table:style-name"): "head"}), header)
    for row in rows:
        line = SubElement(sheet, tag("table:table-row"))
        for cell in row:
            _add_cell(line, cell)
    return root


def _add_cell(line: Element, cell: Cell) -> None:
    made = SubElement(line, tag("table:table-cell"))
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        _add_text(made, cell)
        return
    if isinstance(cell, datetime):
        clock = on_our_clock(cell).replace(tzinfo=None, microsecond=0)
        _set_value(made, "date", "date-value", clock.isoformat(), "moment", moment(cell))
    elif isinstance(cell, date):
        _set_value(made, "date", "date-value", cell.isoformat(), "day", day(cell))
    elif isinstance(cell, Decimal):
        _set_value(made, "float", "value", f"{cell:f}", "amount", written_amount(cell))
    else:
        _set_value(made, "float", "value", str(cell), "", str(cell))


def _set_value(made: Element, kind: str, name: str, value: str, style: str, shown: str) -> None:
    made.set(tag("office:value-type"), kind)
    made.set(tag(f"office:{name}"), value)
    if style:
        made.set(tag("table:style-name"), style)
    SubElement(made, tag("text:p")).text = shown


def _add_text(made: Element, text: str) -> None:
    made.set(tag("office:value-type"), "string")
    for paragraph in printable(text)[:LONGEST_CELL].split("\n"):
        put_text(SubElement(made, tag("text:p")), paragraph)


def _add_styles(root: Element, widths: Sequence[float]) -> None:
    styles = SubElement(root, tag("office:automatic-styles"))
    for column, width in enumerate(widths, start=1):
        made = _style(styles, f"co{column}", "table-column")
        SubElement(made, tag("style:table-column-properties"), {tag("style:column-width"): f"{width:.1f}mm"})
    number = SubElement(styles, tag("number:number-style"), {tag("style:name"): "amounts"})
    places = {"decimal-places": "2", "min-decimal-places": "2", "min-integer-digits": "1", "grouping": "true"}
    SubElement(number, tag("number:number"), {tag(f"number:{name}"): value for name, value in places.items()})
    _add_date_style(styles, "days", ("day", "/", "month", "/", "year"))
    _add_date_style(styles, "moments", ("day", "/", "month", "/", "year", " ", "hours", ":", "minutes"))
    for name, shape in (("amount", "amounts"), ("day", "days"), ("moment", "moments")):
        _style(styles, name, "table-cell").set(tag("style:data-style-name"), shape)
    bold = SubElement(_style(styles, "head", "table-cell"), tag("style:text-properties"))
    bold.set(tag("fo:font-weight"), "bold")


def _style(styles: Element, name: str, family: str) -> Element:
    return SubElement(styles, tag("style:style"), {tag("style:name"): name, tag("style:family"): family})


def _add_date_style(styles: Element, name: str, parts: Sequence[str]) -> None:
    made = SubElement(styles, tag("number:date-style"), {tag("style:name"): name})
    for part in parts:
        if part.isalpha():
            SubElement(made, tag(f"number:{part}"), {tag("number:style"): "long"})
        else:
            SubElement(made, tag("number:text")).text = part


def _meta(title: str, made_at: datetime) -> Element:
    root = Element(tag("office:document-meta"), _VERSION)
    meta = SubElement(root, tag("office:meta"))
    SubElement(meta, tag("dc:title")).text = printable(title)
    SubElement(meta, tag("meta:creation-date")).text = made_at.replace(tzinfo=None, microsecond=0).isoformat()
    return root


def _manifest() -> Element:
    root = Element(tag("manifest:manifest"), {tag("manifest:version"): "1.3"})
    for path, kind in (("/", MIMETYPE), ("content.xml", "text/xml"), ("meta.xml", "text/xml")):
        entry = {tag("manifest:full-path"): path, tag("manifest:media-type"): kind}
        SubElement(root, tag("manifest:file-entry"), entry)
    return root


def _width(header: str, cells: Sequence[Cell]) -> float:
    longest = max((len(_shown(cell)) for cell in cells), default=0)
    return min(60, max(len(header), longest) + 2) * _MM_PER_LETTER


def _shown(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return written_amount(cell)
    return moment(cell) if isinstance(cell, datetime) else "" if cell is None else str(cell)


def _letter(word: str) -> str:
    """A name of a sheet holds none of the signs that an address of a cell uses."""
    return "".join(" " if sign in "[]*?:/\\'" else sign for sign in word)
