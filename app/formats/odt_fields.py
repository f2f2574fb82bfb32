# SPDX-License-Identifier: EUPL-1.2
"""Fills the fields of a template: repeats what names a list, drops what a condition leaves out, shows gaps.

A value is put in as text once everything was found, so braces or markup inside it stay as they are.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from app.domain.draft_fields import FieldValues
from app.domain.draft_gaps import GAP
from app.errors import UserError
from app.formats.odt_inline import GAP_STYLE, Segment, flatten, put_values, segments
from app.formats.odt_names import PARAGRAPHS, TRACKED, tag

_FIELD = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_CONDITIONS = re.compile(r"\A\s*(?:\{\{\s*se\s[^{}]*\}\}\s*)+", re.IGNORECASE)
_LIST_FIELD = re.compile(r"\{\{(?:\s*se\s(?:\s*non\s)?)?\s*(\w+)\.\w+\s*\}\}", re.IGNORECASE)
_CONDITION_WORDS = re.compile(r"se(?P<negated> non)? (?P<name>\S+)\Z")
_GAP_WORDS = re.compile(r"da completare: ?(?P<what>.+)\Z", re.DOTALL)
_LONGEST_TOLD = 60  # characters of a broken field that the sentence shows
_ROW, _CELL = tag("table:table-row"), tag("table:table-cell")
_ITEM, _LIST = tag("text:list-item"), tag("text:list")
_REPEATED = (_ROW, _ITEM, *PARAGRAPHS)


def fill(root: Element, values: FieldValues, name: str) -> None:
    """Fill a part of a template in place; `name` is that of its file, for the refusals `draft.unknown_field` & co."""
    _Filler(values, name).fill(root, {})
    _add_gap_style(root)


class _Filler:
    def __init__(self, values: FieldValues, name: str) -> None:
        self._values = values
        self._name = name

    def fill(self, parent: Element, row: Mapping[str, str]) -> None:
        """Fill all paragraphs below; `row` holds the fields of the list that is being repeated, if any."""
        for child in list(parent):
            listed = self._list_of(child) if child.tag in _REPEATED and not row else ""
            if child.tag == TRACKED:
                continue
            if listed:
                self._repeat(parent, child, listed)
            elif child.tag in PARAGRAPHS:
                self._fill_paragraph(parent, child, row)
            else:
                self._fill_and_prune(parent, child, row)

    def _fill_and_prune(self, parent: Element, child: Element, row: Mapping[str, str]) -> None:
        had_content = len(child) > 0
        had_words = child.tag == _ROW and _has_words(child)
        self.fill(child, row)
        if had_words and not _has_words(child):
            parent.remove(child)
        if child.tag in (_ITEM, _LIST) and had_content and not len(child):
            parent.remove(child)
        if child.tag == _CELL and not len(child):
            SubElement(child, tag("text:p"))  # a cell must have one

    def _list_of(self, element: Element) -> str:
        """The list whose field an element names in words of its own, not in those of a list inside it; or ""."""
        for paragraph in _own_paragraphs(element):
            for found in _LIST_FIELD.finditer(flatten(segments(paragraph))):
                if found[1].casefold() in self._values.lists:
                    return found[1].casefold()
        return ""

    def _repeat(self, parent: Element, model: Element, listed: str) -> None:
        rows = self._values.lists[listed] or (dict.fromkeys(self._values.list_fields[listed], ""),)
        at = list(parent).index(model)
        parent.remove(model)
        kept = 0
        for row in rows:
            holder = Element("holder")
            holder.append(deepcopy(model))
            self.fill(holder, {f"{listed}.{field}": value for field, value in row.items()})
            for filled in holder:
                parent.insert(at + kept, filled)
                kept += 1

    def _fill_paragraph(self, parent: Element, paragraph: Element, row: Mapping[str, str]) -> None:
        found = list(segments(paragraph))
        text = flatten(found)
        if not self._is_kept(text, row):
            parent.remove(paragraph)
            return
        self._put(found, text, row)
        for inner in _boxes(paragraph):
            self.fill(inner, row)

    def _is_kept(self, text: str, row: Mapping[str, str]) -> bool:
        asked = _CONDITIONS.match(text)
        return all(self._holds(field, row) for field in _FIELD.findall(asked[0])) if asked else True

    def _holds(self, field: str, row: Mapping[str, str]) -> bool:
        condition = _CONDITION_WORDS.match(_plain(field))
        name = condition["name"] if condition else ""
        values = self._values
        for known in (values.switches, row, values.texts, values.lists):
            if condition and name in known:
                return bool(known[name]) is not bool(condition["negated"])
        raise UserError("draft.unknown_field", file=self._name, field=_told(field))

    def _put(self, found: list[Segment], text: str, row: Mapping[str, str]) -> None:
        asked = _CONDITIONS.match(text)
        start = asked.end() if asked else 0
        places = [(0, start, ("", False))] if start else []
        places += [
            (match.start(), match.end(), self._value(match[1], row)) for match in _FIELD.finditer(text, pos=start)
        ]
        rest = _FIELD.sub("", text)
        for brace in ("{{", "}}"):
            if brace in rest:
                broken = rest[rest.index(brace) :] if brace == "{{" else rest[: rest.index(brace) + 2]
                raise UserError("draft.unknown_field", file=self._name, field=_told(broken.strip("{}")))
        put_values(found, places)

    def _value(self, field: str, row: Mapping[str, str]) -> tuple[str, bool]:
        """The text that takes the place of a field, and whether it is a gap."""
        name, values = _plain(field), self._values
        literal = _GAP_WORDS.match(" ".join(field.split()))
        if literal:
            return GAP.format(what=literal["what"]), True
        if name.partition(" ")[0] == "se":
            raise UserError("draft.condition_misplaced", file=self._name, field=_told(field))
        if name not in row and name not in values.texts:
            raise UserError("draft.unknown_field", file=self._name, field=_told(field))
        value = row[name] if name in row else values.texts[name]
        if not value and name in values.labels:
            return GAP.format(what=values.labels[name]), True
        return value, False


def _plain(field: str) -> str:
    return " ".join(field.split()).casefold()


def _told(field: str) -> str:
    return " ".join(field.split())[:_LONGEST_TOLD]


def _own_paragraphs(element: Element) -> Iterator[Element]:
    if element.tag in PARAGRAPHS:
        yield element
    else:
        holders = element if element.tag == _ROW else (element,)
        yield from (child for holder in holders for child in holder if child.tag in PARAGRAPHS)


def _has_words(row: Element) -> bool:
    """Whether a row shows anything: one whose cells were all left out by conditions goes as a whole."""
    return bool("".join(row.itertext()).strip()) or row.find(f".//{tag('draw:frame')}") is not None


def _boxes(paragraph: Element) -> Iterator[Element]:
    """What stands in a paragraph and has paragraphs of its own: notes, comments, text boxes."""
    return (inner for inner in paragraph.iter() if inner is not paragraph and _has_own_paragraphs(inner))


def _has_own_paragraphs(element: Element) -> bool:
    return any(child.tag in PARAGRAPHS for child in element)


def _add_gap_style(root: Element) -> None:
    used = any(span.get(tag("text:style-name")) == GAP_STYLE for span in root.iter(tag("text:span")))
    automatic = root.find(tag("office:automatic-styles"))
    if not used or automatic is None:
        return
    style = {tag("style:name"): GAP_STYLE, tag("style:family"): "text"}
    shown = {tag("fo:background-color"): "#fff3b0"}
    SubElement(SubElement(automatic, tag("style:style"), style), tag("style:text-properties"), shown)
