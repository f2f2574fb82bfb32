# SPDX-License-Identifier: EUPL-1.2
"""`history | undo | redo`: who changed what, and the step back."""

from typing import Any

import click

from app.actions import history as actions
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.domain.history import EntryKind, HistoryEntry
from app.text import _, action_title, moment


@word(help=_("La cronologia, dalla voce più recente."))
@click.option(
    "--limit",
    default=50,
    show_default=True,
    metavar=_("NUMERO"),
    type=click.IntRange(1, 1_000_000),
    help=_("Quante voci."),
)
@pass_words
def history(words: Words, limit: int) -> None:
    """The newest entries first."""
    entries = actions.list_history(words.store, limit)
    words.answer([entry_json(entry) for entry in entries], [_line(entry) for entry in entries])


@word(help=_("Annulla l'ultima azione."))
@pass_words
def undo(words: Words) -> None:
    """One step back."""
    entry, _changes = actions.undo_last(words.store)
    title = action_title(entry.title, entry.params)
    words.answer(entry_json(entry), [_("Annullata: {action}").format(action=title)])


@word(help=_("Ripete l'ultima azione annullata."))
@pass_words
def redo(words: Words) -> None:
    """One step forward."""
    entry, _changes = actions.redo_last(words.store)
    title = action_title(entry.title, entry.params)
    words.answer(entry_json(entry), [_("Ripetuta: {action}").format(action=title)])


def entry_json(entry: HistoryEntry) -> dict[str, Any]:
    """An entry of the history as the answers in JSON show it."""
    return {
        "id": entry.id,
        "at": entry.at.isoformat().replace("+00:00", "Z"),
        "who": entry.who,
        "kind": entry.kind.value,
        "action": entry.title,
        "title": action_title(entry.title, entry.params),
        "params": entry.params,
        "is_undone": entry.is_undone,
        "is_undoable": entry.is_undoable,
    }


def _line(entry: HistoryEntry) -> str:
    kinds = {EntryKind.ACTION: "", EntryKind.UNDO: _("Annullata: "), EntryKind.REDO: _("Ripetuta: ")}
    mark = _(" (annullata)") if entry.is_undone else ""
    title = action_title(entry.title, entry.params)
    return f"{entry.id:>5}  {moment(entry.at)}  {entry.who}  {kinds[entry.kind]}{title}{mark}"
