# SPDX-License-Identifier: EUPL-1.2
"""How an entry of the history reads: its title, its state, the tone of the state."""

from __future__ import annotations

from app.domain.history import EntryKind, HistoryEntry
from app.text import _, action_title


def entry_title(entry: HistoryEntry) -> str:
    """What was done; a step back or forward says so first."""
    title = action_title(entry.title, entry.params)
    if entry.kind is EntryKind.UNDO:
        return _("Annullato: {title}").format(title=title)
    if entry.kind is EntryKind.REDO:
        return _("Ripetuto: {title}").format(title=title)
    return title


def entry_state(entry: HistoryEntry) -> tuple[str, str]:
    """The state in words and its tone."""
    if entry.kind is not EntryKind.ACTION:
        words = _("Passo indietro") if entry.kind is EntryKind.UNDO else _("Passo avanti")
        return words, "info"
    if entry.is_undone:
        return _("Annullata"), "warning"
    return (_("Fatta"), "good") if entry.is_undoable else (_("Definitiva"), "neutral")


def shortened(text: str, most: int) -> str:
    """The text, cut at a word where it is longer than so many letters."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,:;") + "…"
