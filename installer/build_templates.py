# SPDX-License-Identifier: EUPL-1.2
"""Builds the templates of `resources/templates`, and the list of their fields, from the texts of `installer/acts`.

    python -m installer.build_templates

The same texts give the same files. A comune that wants its own changes the .odt files in LibreOffice, not these texts.

In a text an empty line ends a paragraph, and what one begins with says what it is: `# ` title, `## ` the body that
acts, `### ` heading, `#! ` heading of a page to be taken away, `= ` subject, `! ` box, `>+ ` the comune, `> `
centred, `>> ` addressee, `- ` point, `-- ` point below it, `1. ` numbered point, `~ ` small note, `~- ` point of a
note; else it is text. A table is one paragraph: `|4 8 5` widths in centimetres (`|_` without lines), then a line for
each row with its cells between bars, where `¶` begins a paragraph and `|!` a head. `**words**` are bold, `{{...}}` is
a field, and `@ name` alone stands for the text of that name in `parti`.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from app.domain.draft_fields import FIELDS, LISTS, SWITCHES
from app.domain.drafts import DRAFTS, Draft
from app.formats.odt_names import SPACES
from app.formats.odt_package import MIMETYPE, pack
from installer.act_styles import AUTOMATIC, STYLES

_ROOT = Path(__file__).resolve().parent.parent
TARGET = _ROOT / "resources" / "templates"
_ACTS = _ROOT / "installer" / "acts"
_SPACES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
_VERSION = 'office:version="1.2"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MANIFEST = f"""{_HEAD}<manifest:manifest xmlns:manifest="{SPACES["manifest"]}" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{MIMETYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""
_KEEPING = "_introduzione"  # the style that stays with what follows
_MARKS = {
    "### ": ("h", "Atto_titoletto", 3), "## ": ("h", "Atto_organo", 2), "# ": ("h", "Atto_titolo", 1),
    "#! ": ("h", "Atto_titoletto_pagina", 3),
    "= ": ("p", "Atto_oggetto", 0), "! ": ("p", "Atto_riquadro", 0), ">+ ": ("p", "Atto_ente", 0),
    ">> ": ("p", "Atto_destinatario", 0), "> ": ("p", "Atto_centrato", 0), "~ ": ("p", "Atto_nota", 0),
}  # fmt: skip
_POINTS = {"~- ": ("Punti", "Atto_nota", 1), "-- ": ("Punti", "Atto_punto", 2), "- ": ("Punti", "Atto_punto", 1),
           "1. ": ("Numeri", "Atto_numero", 1)}  # fmt: skip


def main() -> int:
    """Write all templates."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for draft in DRAFTS.values():
        (TARGET / draft.file).write_bytes(template(draft))
    (TARGET / "LEGGIMI.txt").write_text(guide(), encoding="utf-8", newline="\n")
    return 0


def template(draft: Draft) -> bytes:
    """One template as a file."""
    title = f"{draft.title} – modello"
    meta = f"<office:meta><meta:generator>Campanile</meta:generator><dc:title>{escape(title)}</dc:title></office:meta>"
    writer = _Writer()
    body = "\n".join(writer.write(_text(draft.key)))
    widths = "\n".join(writer.column_styles())
    content = (
        f"{_HEAD}<office:document-content {_SPACES} {_VERSION}>\n"
        f"<office:automatic-styles>\n{AUTOMATIC}{widths}\n</office:automatic-styles>\n"
        f"<office:body><office:text>\n{body}\n</office:text></office:body>\n</office:document-content>\n"
    )
    entries = {
        "mimetype": MIMETYPE,
        "content.xml": content,
        "styles.xml": f"{_HEAD}<office:document-styles {_SPACES} {_VERSION}>\n{STYLES}</office:document-styles>\n",
        "meta.xml": f"{_HEAD}<office:document-meta {_SPACES} {_VERSION}>{meta}</office:document-meta>\n",
        "META-INF/manifest.xml": _MANIFEST,
    }
    return pack({name: entry.encode() for name, entry in entries.items()})


class _Writer:
    """Turns the text of an act into the body of a document."""

    def __init__(self) -> None:
        self._widths: list[str] = []
        self._tables = 0
        self._lists = 0
        self._numbered = ""  # the list whose numbers go on

    def write(self, text: str) -> Iterator[str]:
        """The paragraphs, lists and tables, in order."""
        points: list[tuple[str, str, bool]] = []
        paragraphs = [*_paragraphs(text), ""]
        for paragraph, following in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
            keeps = paragraph.rstrip("*").endswith(":") or following.startswith("|_")  # a signature is never alone
            mark = next((mark for mark in _POINTS if paragraph.startswith(mark)), "")
            if points and (not mark or _POINTS[mark][0] != _POINTS[points[0][0]][0]):
                yield self._list(points)
                points = []
            if mark:
                points.append((mark, paragraph.removeprefix(mark), keeps))
            elif paragraph.startswith("|"):
                yield self._table(paragraph)
            elif paragraph:
                yield self._paragraph(paragraph, keeps=keeps)

    def column_styles(self) -> Iterator[str]:
        """The style of each width of a column that a table has asked for."""
        for width in dict.fromkeys(self._widths):
            yield (
                f'<style:style style:name="{_column(width)}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width}cm"/></style:style>'
            )

    def _paragraph(self, paragraph: str, *, keeps: bool) -> str:
        mark = next((mark for mark in _MARKS if paragraph.startswith(mark)), "")
        element, style, level = _MARKS.get(mark, ("p", "Atto_testo", 0))
        if style == "Atto_organo":
            self._numbered = ""
        outline = f' text:outline-level="{level}"' if level else ""
        if not mark and keeps:
            style += _KEEPING
        words = _inline(paragraph.removeprefix(mark))
        return f'<text:{element} text:style-name="{style}"{outline}>{words}</text:{element}>'

    def _list(self, points: list[tuple[str, str, bool]]) -> str:
        list_style = _POINTS[points[0][0]][0]
        self._lists += 1
        name = f"lista{self._lists}"
        goes_on = f' text:continue-list="{self._numbered}"' if list_style == "Numeri" and self._numbered else ""
        if list_style == "Numeri":
            self._numbered = name
        items: list[str] = []
        for mark, words, keeps in points:
            _list_style, style, level = _POINTS[mark]
            style += _KEEPING if keeps else ""
            paragraph = f'<text:p text:style-name="{style}">{_inline(words)}</text:p>'
            point = f"<text:list-item>{paragraph}</text:list-item>"
            if level > 1:
                items[-1] = (
                    items[-1].removesuffix("</text:list-item>") + f"<text:list>{point}</text:list></text:list-item>"
                )
            else:
                items.append(point)
        return f'<text:list xml:id="{name}" text:style-name="{list_style}"{goes_on}>{"".join(items)}</text:list>'

    def _table(self, table: str) -> str:
        first, *lines = table.split("\n")
        is_ruled = not first.startswith("|_")
        widths = first.lstrip("|_").split()
        self._widths += widths
        self._tables += 1
        columns = "".join(f'<table:table-column table:style-name="{_column(width)}"/>' for width in widths)
        heads = [_row(line, "Cella_testata", "Atto_cella_testata") for line in lines if line.startswith("|!")]
        cell = "Cella" if is_ruled else "Cella_libera"
        words = "Atto_cella" if is_ruled else "Atto_firma"
        rows = [_row(line, cell, words) for line in lines if not line.startswith("|!")]
        head = f"<table:table-header-rows>{''.join(heads)}</table:table-header-rows>" if heads else ""
        return (
            f'<table:table table:name="Tabella{self._tables}" table:style-name="Tabella">{columns}{head}{"".join(rows)}'
            f'</table:table><text:p text:style-name="Atto_stacco"/>'
        )


def _text(name: str) -> str:
    return (_ACTS / f"{name}.txt").read_text(encoding="utf-8")


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs with the parts that they name put in; those of a table keep their lines."""
    for block in re.split(r"\n\s*\n", text.strip()):
        if block.startswith("@ "):
            yield from _paragraphs(_text(f"parti/{block.removeprefix('@ ').strip()}"))
        elif block.startswith("|"):
            yield block
        else:
            yield " ".join(block.split("\n"))


def _row(line: str, cell: str, style: str) -> str:
    cells = ""
    for words in line.removeprefix("|").removeprefix("!").split("|"):
        paragraphs = "".join(f'<text:p text:style-name="{style}">{_inline(part)}</text:p>' for part in words.split("¶"))
        cells += (
            f'<table:table-cell table:style-name="{cell}" office:value-type="string">{paragraphs}</table:table-cell>'
        )
    return f"<table:table-row>{cells}</table:table-row>"


def _inline(words: str) -> str:
    bold = r'<text:span text:style-name="Grassetto">\1</text:span>'
    return re.sub(r"\*\*(.+?)\*\*", bold, escape(words.strip()))


def _column(width: str) -> str:
    return f"Colonna{width.replace('.', '_')}"


def guide() -> str:
    """The text of LEGGIMI.txt: how a template is changed, and every field that it may name."""
    drafts = "\n".join(f"  {draft.file:<34} {draft.title}" for draft in DRAFTS.values())
    fields = "\n".join(f"  {'{{' + name + '}}':<34} {label}" for name, (label, _read) in FIELDS.items())
    lists = "\n".join(
        f"  {'{{' + name + '.' + part + '}}':<34} {label}"
        for name, parts in LISTS.items()
        for part, label in parts.items()
    )
    switches = "\n".join(f"  {'{{se ' + name + '}}':<34} {meaning}" for name, (meaning, _ask) in SWITCHES.items())
    return _text("parti/LEGGIMI").format(drafts=drafts, fields=fields, lists=lists, switches=switches)


if __name__ == "__main__":
    sys.exit(main())
