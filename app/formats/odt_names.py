# SPDX-License-Identifier: EUPL-1.2
"""The names of OpenDocument that we read and write, with the prefixes that everybody gives them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, register_namespace

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {
    **{
        prefix: f"{_OASIS}{rest}:1.0"
        for prefix, rest in {
            "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "meta": "meta",
            "fo": "xsl-fo-compatible", "svg": "svg-compatible", "number": "datastyle", "form": "form",
            "script": "script", "config": "config", "chart": "chart", "dr3d": "dr3d", "presentation": "presentation",
            "manifest": "manifest", "smil": "smil-compatible", "anim": "animation",
        }.items()
    },
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "math": "http://www.w3.org/1998/Math/MathML",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "grddl": "http://www.w3.org/2003/g/data-view#",
    "of": "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
    "css3t": "http://www.w3.org/TR/css3-text/",
    "ooo": "http://openoffice.org/2004/office",
    "officeooo": "http://openoffice.org/2009/office",
    "tableooo": "http://openoffice.org/2009/table",
    "drawooo": "http://openoffice.org/2010/draw",
    "rpt": "http://openoffice.org/2005/report",
}  # fmt: skip


def tag(name: str) -> str:
    """`text:p` as the tree spells it."""
    prefix, _colon, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


for _prefix, _space in SPACES.items():
    register_namespace(_prefix, _space)  # so that what we write keeps the prefixes of what we read

PARAGRAPHS = frozenset((tag("text:p"), tag("text:h")))
INLINE = frozenset(tag(name) for name in ("text:span", "text:a", "text:meta", "text:meta-field", "text:ruby-base"))
"""Elements inside a paragraph whose words belong to it; a note, a box or a comment has paragraphs of its own."""
SPACE, TAB, LINE_BREAK = tag("text:s"), tag("text:tab"), tag("text:line-break")
SPAN, STYLE_NAME, COUNT = tag("text:span"), tag("text:style-name"), tag("text:c")
TRACKED = tag("text:tracked-changes")


def paragraphs_in(element: Element) -> Iterator[Element]:
    """The element itself, where it is one, and all paragraphs below it."""
    return (each for each in element.iter() if each.tag in PARAGRAPHS)
