# SPDX-License-Identifier: EUPL-1.2
"""What importing a row of readings does, in words."""

from app.domain.level_import import RowKind
from app.text import _


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_KINDS = {
    RowKind.ADDED: _n("Nuova"),
    RowKind.CHANGED: _n("Cambia"),
    RowKind.EQUAL: _n("Uguale"),
    RowKind.REFUSED: _n("Saltata"),
}


def row_kind(kind: RowKind) -> str:
    """What a row does."""
    return _(_KINDS[kind])
