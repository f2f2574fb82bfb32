# SPDX-License-Identifier: EUPL-1.2
"""Templates of acts in OpenDocument: found, filled, written again, and read as neutral blocks.

What a clerk may put in a template, and what happens when a field is misspelt, stands in
`resources/templates/LEGGIMI.txt`. A file that is none of ours is refused: UserError `draft.template_*`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.domain.draft_fields import FieldValues
from app.domain.draft_text import Block, gaps
from app.errors import UserError
from app.formats.odt_blocks import BlockReader
from app.formats.odt_fields import fill
from app.formats.odt_names import tag
from app.formats.odt_package import MAX_BYTES, pack, parse, serialise, unpack
from app.formats.odt_styles import Styles
from app.formats.plain_text import printable
from app.paths import resources

_CONTENT, _STYLES, _META = "content.xml", "styles.xml", "meta.xml"
_MANIFEST = "META-INF/manifest.xml"
_LEFT_BEHIND = ("META-INF/documentsignatures.xml", "META-INF/macrosignatures.xml", "Thumbnails/thumbnail.png")
"""A signature of the template says nothing of what it was filled with, and its picture shows it with its fields."""


@dataclass(frozen=True, slots=True)
class FilledDraft:
    """An act as a file that LibreOffice opens, and as blocks for the other formats."""

    odt: bytes
    blocks: tuple[Block, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is still to be completed."""
        return gaps(self.blocks)


def shipped_folder() -> Path:
    """The templates that the program brings."""
    return resources() / "templates"


def load_template(file: str, folders: Iterable[Path]) -> bytes:
    """The template in the first folder that has it: the comune's own stands before ours."""
    for folder in folders:
        path = folder / file
        if path.is_file():
            try:
                with path.open("rb") as opened:
                    return opened.read(MAX_BYTES + 1)
            except OSError as error:
                raise UserError("draft.template_missing", file=file) from error
    raise UserError("draft.template_missing", file=file)


def fill_template(raw: bytes, name: str, values: FieldValues, title: str) -> FilledDraft:
    """The act: the same template and values give the same bytes."""
    entries = _without_what_is_of_the_template(unpack(raw, name), name)
    parts = {entry: parse(entries[entry], name) for entry in (_CONTENT, _STYLES) if entry in entries}
    for entry, root in parts.items():
        fill(root, values, name)
        entries[entry] = serialise(root)
    if _META in entries:
        entries[_META] = _meta(title)
    styles, content = parts.get(_STYLES), parts[_CONTENT]
    blocks: list[Block] = []
    if styles is not None:
        reader = BlockReader(Styles((styles,)), entries)
        for header in styles.iter(tag("style:header")):
            blocks += [block for block in reader.read(header) if block.text.strip() or block.picture]
            break  # that of the first kind of page
    body = content.find(f"{tag('office:body')}/{tag('office:text')}")
    if body is None:
        raise UserError("draft.template_broken", file=name)
    looks = Styles((content,) if styles is None else (styles, content))
    blocks += BlockReader(looks, entries).read(body)
    return FilledDraft(pack(entries), tuple(blocks))


def _without_what_is_of_the_template(entries: dict[str, bytes], name: str) -> dict[str, bytes]:
    kept = {entry: content for entry, content in entries.items() if entry not in _LEFT_BEHIND}
    if _MANIFEST in kept and len(kept) < len(entries):
        manifest = parse(kept[_MANIFEST], name)
        for listed in list(manifest):
            if listed.get(tag("manifest:full-path")) in _LEFT_BEHIND:
                manifest.remove(listed)
        kept[_MANIFEST] = serialise(manifest)
    return kept


def _meta(title: str) -> bytes:
    """Who wrote the template, and when, is nobody's business: only the title is told."""
    from xml.etree.ElementTree import Element, SubElement

    root = Element(tag("office:document-meta"), {tag("office:version"): "1.2"})
    inner = SubElement(root, tag("office:meta"))
    SubElement(inner, tag("meta:generator")).text = "Campanile"
    SubElement(inner, tag("dc:title")).text = printable(title)
    SubElement(inner, tag("dc:language")).text = "it-IT"
    return serialise(root)
