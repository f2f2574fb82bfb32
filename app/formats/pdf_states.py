# SPDX-License-Identifier: EUPL-1.2
"""The states that a PDF went through: each save behind the others leaves the bytes before it as they were.

To be imported late, as `pdf_seals`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign import diff_analysis as changes
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel, SuspiciousModification
from pyhanko.sign.diff_analysis.constants import ACROFORM_EXEMPT_STRICT_COMPARISON, ROOT_EXEMPT_STRICT_COMPARISON

from app.domain.signatures import Earlier

MOST_STATES = 100
_END = b"%%EOF"
_BLANKS = b"\n\r "
_MOST_BLANKS = 4  # a file may end with a line break or two: which of them were its own cannot be seen any more


class _Before(HistoricalResolver):
    """A state that may not have been signed yet: pyHanko compares signed ones only, and those have a form."""

    @property
    def root(self) -> DictionaryObject:
        """The catalogue, with an empty form if it has none."""
        root = super().root
        if "/AcroForm" in root:
            return root
        with_form = DictionaryObject({key: root.raw_get(key) for key in root})
        with_form.container_ref = root.container_ref
        with_form["/AcroForm"] = DictionaryObject({"/Fields": ArrayObject()})
        return with_form


def _policy(catalogue: frozenset[str] = frozenset(), form: frozenset[str] = frozenset()) -> changes.StandardDiffPolicy:
    """The rules of pyHanko, where these entries of the catalogue and of the form may change too.

    An object may be called free that was never there: iText says so of its own table in each save. One that was there
    may not: no rule explains it.
    """
    default = changes.DEFAULT_DIFF_POLICY
    fields = default.form_rule.field_rules if default.form_rule else []
    others = [rule for rule in default.global_rules if not isinstance(rule, changes.CatalogModificationRule)]
    return changes.StandardDiffPolicy(
        [changes.CatalogModificationRule(ROOT_EXEMPT_STRICT_COMPARISON | catalogue), *others],
        changes.FormUpdatingRule(fields, ACROFORM_EXEMPT_STRICT_COMPARISON | form),
        reject_object_freeing=False,
    )


AFTER_SIGNING = _policy()
_FIRST_SIGNATURE = _policy(frozenset({"/Perms"}), frozenset({"/SigFlags"}))  # only a first one adds these


class States:
    """Where each state of a PDF ends, and what it was."""

    def __init__(self, reader: PdfFileReader, content: bytes) -> None:
        self._reader = reader
        self._content = content
        self._ends = list(self._found_ends())
        self._resolved: dict[int, _Before] = {}

    @property
    def end(self) -> int:
        """Where the last state ends."""
        return max(self._ends)

    def before(self, state: int) -> bytes | None:
        """The file as it was before a state was added, or None where that cannot be told apart."""
        if not state:
            return None
        end = self._ends[state - 1]
        return self._content[: end + len(self._line_break(end))]

    def earlier(self, signed: Sequence[int], names: frozenset[str]) -> tuple[Earlier, ...]:
        """Each state before the last of the signed ones, once for each place where it may have ended."""
        found: list[Earlier] = []
        seen = hashlib.sha256()
        start = 0
        for state in range(max(signed)):
            end = self._ends[state]
            if end == self._ends[state + 1]:
                continue  # written for the web: one file in two parts, which are told as one
            seen.update(memoryview(self._content)[start:end])
            start = end
            is_untouched = self._is_untouched(state, min(each for each in signed if each > state), names)
            found += (Earlier(digest, is_untouched) for digest in self._digests(seen, end))
        return tuple(found)

    def _found_ends(self) -> Iterator[int]:
        furthest = 0
        for state in range(self._reader.xrefs.total_revisions):
            table_ends = self._reader.xrefs.get_xref_container_info(state).end_location
            place = self._content.find(_END, table_ends)
            furthest = max(furthest, len(self._content) if place < 0 else place + len(_END))
            yield furthest

    def _digests(self, seen: hashlib._Hash, end: int) -> Iterator[str]:
        yield seen.hexdigest()
        longer = seen.copy()
        for place in range(end, end + _MOST_BLANKS):
            blank = self._content[place : place + 1]
            if not blank or blank not in _BLANKS:
                return
            longer.update(blank)
            yield longer.hexdigest()

    def _line_break(self, end: int) -> bytes:
        behind = self._content[end : end + 2]
        return behind if behind == b"\r\n" else behind[:1] if behind[:1] in {b"\r", b"\n"} else b""

    def _before(self, state: int) -> _Before:
        if state not in self._resolved:
            self._resolved[state] = _Before(self._reader, state)
        return self._resolved[state]

    def _is_untouched(self, state: int, signed: int, names: frozenset[str]) -> bool:
        """True if from this state to the signed one nothing but signatures was added."""
        old = self._before(state)
        try:
            return all(
                has_only_signatures(_FIRST_SIGNATURE.apply(old, self._before(each)), names)
                for each in range(state + 1, signed + 1)
            )
        except (SuspiciousModification, PdfError, LookupError):
            return False


def has_only_signatures(change: DiffResult, names: frozenset[str]) -> bool:
    """True for a change that fills in the signatures of these names, adds their evidence, or nothing at all."""
    return change.modification_level <= ModificationLevel.FORM_FILLING and change.changed_form_fields <= names
