# SPDX-License-Identifier: EUPL-1.2
"""What importing a row of readings does, in words."""

from app.text import _


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_KINDS = {
    "added": _n("Nuova"),
    "changed": _n("Cambia"),
    "equal": _n("Uguale"),
    "refused": _n("Saltata"),
}


def row_kind(kind: str) -> str:
    """What a row does."""
    return _(_KINDS[kind])
