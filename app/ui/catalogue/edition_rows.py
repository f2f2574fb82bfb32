# SPDX-License-Identifier: EUPL-1.2
"""What an edition would change, row by row: ours first, then what is withdrawn, changed and new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.text import _, in_language
from app.text.edition_words import edition_field_label, outcome_label, use_words
from app.ui.theme import unit
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.actions.editions import EditionPreview
    from app.domain.catalogue import Centre, Service
    from app.domain.editions import Difference, FieldChange

_TONES = {"withdrawn": "warning", "changed": "info", "added": "good"}
_ORDER = tuple(_TONES)
_SHORT = 80  # characters of a text that is shown as it was and as it becomes


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A service or a centre that the edition touches."""

    outcome: str  # "added", "changed" or "withdrawn"
    code: str
    name: str
    ours: str  # why it matters to us, or ""
    words: str  # which fields change

    @property
    def place(self) -> tuple[bool, int, str]:
        """What one must look at comes first."""
        return (not self.ours, _ORDER.index(self.outcome), self.code)


def rows_of(preview: EditionPreview) -> list[EditionRow]:
    """Everything that the edition touches."""
    ours = {code: ", ".join(use_words(use.kind, use.detail) for use in uses) for code, uses in preview.uses.items()}
    centres = dict.fromkeys(preview.own_centres, _("abbiamo una pratica con questo centro"))
    others = dict.fromkeys(preview.told_by_others, _("finora lo descriveva un altro editore"))
    rows = [*_rows(preview.difference.services, ours, others), *_rows(preview.difference.centres, centres, {})]
    return sorted(rows, key=lambda row: row.place)


def rows_table() -> DataTable:
    """The rows; the widest column says what changes."""
    columns = [
        Column("outcome", _("Esito"), lambda row: outcome_label(row.outcome), _place, "status", tone=_tone),
        Column("code", _("Codice"), lambda row: row.code, kind="code", width=120),
        Column("name", _("Nome"), lambda row: row.name, width=230, tooltip=lambda row: row.name),
        Column("ours", _("Noi"), lambda row: row.ours, stretch=True, width=130, tooltip=lambda row: row.ours),
        Column("words", _("Che cosa cambia"), lambda row: row.words, stretch=True, width=130, tooltip=_words),
    ]
    table = DataTable(columns, name=_("Che cosa cambia nel catalogo"), identity=lambda row: (row.outcome, row.code))
    table.setMinimumHeight(unit(170))
    return table


def _rows(
    difference: Difference[Service] | Difference[Centre], ours: dict[str, str], others: dict[str, str]
) -> Iterator[EditionRow]:
    for outcome, found in (("withdrawn", difference.withdrawn), ("added", difference.added)):
        for one in found:
            yield EditionRow(outcome, one.code, _name(one), ours.get(one.code, ""), "")
    for change in difference.changed:
        told = "; ".join(part for part in (_fields(change.fields), others.get(change.new.code, "")) if part)
        yield EditionRow("changed", change.new.code, _name(change.new), ours.get(change.new.code, ""), told)


def _fields(changes: Iterable[FieldChange]) -> str:
    """The fields by name; a short text with what it was and what it becomes."""
    return ", ".join(_field(change) for change in changes)


def _field(change: FieldChange) -> str:
    label = edition_field_label(change.field)
    values = (change.old, change.new)
    if all(isinstance(value, str) and len(value) <= _SHORT for value in values):
        return _("{field}: «{old}», ora «{new}»").format(field=label, old=change.old, new=change.new)
    return label


def _name(one: Service | Centre) -> str:
    return in_language(one.name, getattr(one, "name_en", ""))


def _place(row: EditionRow) -> tuple[bool, int, str]:
    return row.place


def _tone(row: EditionRow) -> str:
    return _TONES[row.outcome]


def _words(row: EditionRow) -> str:
    return row.words
