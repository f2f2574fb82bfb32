# SPDX-License-Identifier: EUPL-1.2
"""The state of the signatures of a document in one or two words, and its tone: never "valid"."""

from app.text import _, ngettext


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_WORDS = {
    "unreadable": _n("Firma illeggibile"),
    "none": _n("Senza firma"),
    "broken": _n("Firma non integra"),
    "intact": _n("Firma integra"),
}
_SHORT = {
    "unreadable": _n("Illeggibile"),
    "none": _n("Senza firma"),
    "broken": _n("Non integra"),
    "intact": _n("Integra"),
}
_ICONS = {"unreadable": "warning", "none": "", "broken": "warning", "intact": "shield"}
_TONES = {"unreadable": "warning", "broken": "bad", "intact": "good"}


def signature_state_label(state: str, count: int = 1) -> str:
    """A state of `domain.signature_note`, of so many signatures; nothing for a kind of file without them."""
    if state == "intact" and count > 1:
        return ngettext("{count} firma integra", "{count} firme integre", count).format(count=count)
    return _(_WORDS[state]) if state in _WORDS else ""


def signature_short(state: str) -> str:
    """The same in one word, under a head that says "Firma"."""
    return _(_SHORT[state]) if state in _SHORT else ""


def signature_icon(state: str) -> str:
    """The picture before the word."""
    return _ICONS.get(state, "")


def signature_tone(state: str) -> str:
    """The tone of a state."""
    return _TONES.get(state, "neutral")
