# SPDX-License-Identifier: EUPL-1.2
"""The package of an OpenDocument text: its entries within limits, and back with the same bytes each time.

A package that cannot be read is refused as UserError `draft.template_broken` or `draft.template_too_large`, `file`.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from xml.etree.ElementTree import Element, ElementTree, ParseError

from app.errors import UserError

MIMETYPE = "application/vnd.oasis.opendocument.text"
MAX_BYTES = 20 * 1024 * 1024  # of the file, and of all that it unpacks to
_MAX_ENTRIES = 200
_MAX_DEPTH = 100  # elements within elements: an act has about ten
_DATED = (1980, 1, 1, 0, 0, 0)  # the first day that a zip can say
_FIRST = "mimetype"


def unpack(raw: bytes, name: str) -> dict[str, bytes]:
    """The entries of a package by their name; `name` is that of the file, for the refusal."""
    if len(raw) > MAX_BYTES:
        raise UserError("draft.template_too_large", file=name)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            entries = _entries(package, name)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, OSError, EOFError) as error:
        raise UserError("draft.template_broken", file=name) from error
    if entries.get(_FIRST, b"").strip() != MIMETYPE.encode() or "content.xml" not in entries:
        raise UserError("draft.template_broken", file=name)
    return entries


def _entries(package: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    listed = package.infolist()
    if len(listed) > _MAX_ENTRIES or sum(entry.file_size for entry in listed) > MAX_BYTES:
        raise UserError("draft.template_too_large", file=name)
    entries: dict[str, bytes] = {}
    room = MAX_BYTES
    for entry in listed:
        if entry.filename in entries:
            raise UserError("draft.template_broken", file=name)
        with package.open(entry) as opened:
            content = opened.read(room + 1)  # the size in the list may lie
        room -= len(content)
        if room < 0:
            raise UserError("draft.template_too_large", file=name)
        entries[entry.filename] = content
    return entries


def pack(entries: Mapping[str, bytes]) -> bytes:
    """A package without a clock, so that the same entries give the same bytes; its kind first and stored."""
    out = io.BytesIO()
    ordered = sorted(entries, key=lambda name: name != _FIRST)  # the others stay as they came
    with zipfile.ZipFile(out, "w") as package:
        for name in ordered:
            entry = zipfile.ZipInfo(name, _DATED)
            is_plain = name == _FIRST or name.endswith("/")
            entry.compress_type = zipfile.ZIP_STORED if is_plain else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3  # else it tells the system it was made on
            package.writestr(entry, entries[name])
    return out.getvalue()


def parse(content: bytes, name: str) -> Element:
    """The XML of an entry; a document type, an entity or a nesting without end is refused."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise UserError("draft.template_broken", file=name) from error
    if _is_too_deep(root):
        raise UserError("draft.template_broken", file=name)
    return root


def _is_too_deep(root: Element) -> bool:
    level = [root]
    for _depth in range(_MAX_DEPTH):
        level = [child for parent in level for child in parent]
        if not level:
            return False
    return True


def serialise(root: Element) -> bytes:
    """The XML of an entry, with the prefixes that everybody gives to its names."""
    out = io.BytesIO()
    ElementTree(root).write(out, encoding="UTF-8", xml_declaration=True)
    return out.getvalue()
