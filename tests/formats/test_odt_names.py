# SPDX-License-Identifier: EUPL-1.2
"""Names with their prefixes."""

from xml.etree.ElementTree import Element, SubElement, tostring

from app.formats.odt_names import paragraphs_in, tag


def test_what_we_write_has_the_prefixes_that_everybody_knows() -> None:
    root = Element(tag("office:text"))
    SubElement(root, tag("text:p"), {tag("fo:color"): "#000000"})
    written = tostring(root, encoding="unicode")
    assert written.startswith("<office:text ")
    assert '<text:p fo:color="#000000"' in written


def test_paragraphs_are_found_at_any_depth() -> None:
    root = Element(tag("text:p"))
    inner = SubElement(SubElement(root, tag("text:note")), tag("text:h"))
    assert list(paragraphs_in(root)) == [root, inner]
