# SPDX-License-Identifier: EUPL-1.2
"""The card of an entry: who did it when, and every field from its old to its new value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from app.domain.history import EntryKind, FieldChange, HistoryEntry
from app.text import _, moment, ngettext
from app.text.labels import field_label, field_value, table_label
from app.ui.history.words import entry_state, entry_title
from app.ui.widgets.card import Card

_MOST_THINGS = 25
_NAMES = ("name", "cup", "code", "title", "call")
_DERIVED = ("funding_change",)  # said again by the rows of the projects themselves
_COUNTED = ("service", "centre")  # an edition brings them by the dozen: the catalogue shows them better


class HistoryCard(Card):
    """Built anew for each entry."""

    def __init__(self) -> None:
        super().__init__(_("Azione scelta"))
        self.show_nothing()

    def show_nothing(self) -> None:
        """No entry is chosen."""
        self.show_empty(_("Scegli un'azione"), _("Qui vedi che cosa ha cambiato, campo per campo."), "clock")

    def show_entry(self, entry: HistoryEntry, *, is_next: bool) -> None:
        """Everything about an entry; `is_next` is true of the one that a step back would take back."""
        self.clear()
        self.set_title(entry_title(entry))
        words, tone = entry_state(entry)
        self.add_pill_row(_("Stato"), words, tone)
        self.add_row(_("Quando"), moment(entry.at))
        self.add_row(_("Chi"), entry.who)
        things = list(_things(entry))
        for (table, row), changes in things[:_MOST_THINGS]:
            self._add_thing(table, row, changes)
        if len(things) > _MOST_THINGS:
            left = len(things) - _MOST_THINGS
            told = ngettext("E un'altra voce.", "E altre {count} voci.", left)
            self.add_text(told.format(count=left), muted=True)
        counts = self._add_counts(entry)
        if not things and not counts:
            self.add_heading(_("Che cosa è cambiato"))
            self.add_text(_("Riguarda l'archivio intero: nessun campo è stato riscritto a mano."), muted=True)
        self.set_footer(_way_back(entry, is_next=is_next))

    def _add_thing(self, table: str, row: str, changes: list[FieldChange]) -> None:
        self.add_heading(_heading(table, row, changes)).setWordWrap(True)
        for change in changes:
            self.add_row(field_label(change.field), _said(change))

    def _add_counts(self, entry: HistoryEntry) -> Counter[str]:
        rows = {(change.table, change.row) for change in entry.changes if change.table in _COUNTED}
        counts = Counter(table for table, _row in rows)
        for table, count in sorted(counts.items()):
            self.add_heading(table_label(table))
            told = ngettext("{count} voce, da guardare nel catalogo", "{count} voci, da guardare nel catalogo", count)
            self.add_text(told.format(count=count))
        return counts


def _things(entry: HistoryEntry) -> Iterator[tuple[tuple[str, str], list[FieldChange]]]:
    """The rows touched with their fields that have a word and a value."""
    for key, group in groupby(entry.changes, lambda change: (change.table, change.row)):
        shown = [change for change in group if _is_shown(change)]
        if shown and key[0] not in _DERIVED + _COUNTED:
            yield key, shown


def _is_shown(change: FieldChange) -> bool:
    if field_label(change.field) == change.field:
        return False  # a field of the program's own
    return bool(field_value(change.field, change.old) or field_value(change.field, change.new))


def _heading(table: str, row: str, changes: list[FieldChange]) -> str:
    thing = table_label(table)
    name = _name(changes) or ("" if row.isdecimal() else row)
    words = thing
    if all(change.old is None for change in changes):
        words = _("{thing}: voce nuova").format(thing=thing)
    elif all(change.new is None for change in changes):
        words = _("{thing}: voce eliminata").format(thing=thing)
    return f"{words} · {name}" if name else words


def _name(changes: list[FieldChange]) -> str:
    by_field = {change.field: change.new or change.old for change in changes}
    return next((name for field in _NAMES if (name := by_field.get(field))), "")


def _said(change: FieldChange) -> str:
    old, new = field_value(change.field, change.old), field_value(change.field, change.new)
    if change.old is None:
        return new
    if change.new is None:
        return old
    empty = _("(vuoto)")
    return f"{old or empty} → {new or empty}"


def _way_back(entry: HistoryEntry, *, is_next: bool) -> str:
    if entry.kind is not EntryKind.ACTION:
        return _("È un passo nella cronologia: non si annulla a sua volta.")
    if entry.is_undone:
        return _("È già stata annullata.")
    if not entry.is_undoable:
        return _("Non si annulla: per tornare indietro riprendi una copia di sicurezza.")
    if is_next:
        return _("È l'ultima azione: si annulla con Ctrl+Z.")
    return _("Si annulla dopo quelle più recenti, una alla volta, con Ctrl+Z.")
