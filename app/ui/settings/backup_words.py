# SPDX-License-Identifier: EUPL-1.2
"""How a copy reads: why it was made, what it holds, how large it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text import _

if TYPE_CHECKING:
    from app.store.backup import BackupFile

_THOUSAND = 1000


def reason_label(reason: str) -> str:
    """Why a copy was made."""
    return {
        "asked": _("Chiesta a mano"),
        "daily": _("Del giorno"),
        "migration": _("Prima di un aggiornamento"),
        "restore": _("Prima di un ripristino"),
    }.get(reason, _("Non si sa"))


def contents(copy: BackupFile) -> list[tuple[str, int]]:
    """What a copy holds, in the words of the office, with how many of each; tables of the program are left out."""
    words = {
        "project": _("Progetti finanziati"),
        "funding_import": _("Importazioni di dati aperti"),
        "person": _("Persone dell'ufficio"),
        "service_mark": _("Stelle e note sui servizi"),
        "service": _("Servizi del catalogo"),
        "history_entry": _("Azioni nella cronologia"),
    }
    return [(said, copy.rows[name]) for name, said in words.items() if name in copy.rows]


def contents_lines(copy: BackupFile) -> str:
    """The same, one below the other."""
    return "\n".join(f"{said}: {count}" for said, count in contents(copy))


def size(count: int) -> str:
    """`412 kB`, `1,3 MB`."""
    if count < _THOUSAND * _THOUSAND:
        return f"{max(1, round(count / _THOUSAND))} kB"
    return f"{count / _THOUSAND / _THOUSAND:.1f} MB".replace(".", ",")
