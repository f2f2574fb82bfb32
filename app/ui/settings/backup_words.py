# SPDX-License-Identifier: EUPL-1.2
"""How a copy reads: why it was made, what it holds, how large it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.text import _, ngettext

if TYPE_CHECKING:
    from app.actions.backup import CheckOutcome
    from app.store.backup import BackupFile

_MOST_NAMES = 8

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
        "accession": _("Adesioni"),
        "document": _("Documenti"),
        "act": _("Atti"),
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


def lacking_words(copy: BackupFile) -> str:
    """The documents whose file a copy lacks, by name; nothing where it has them all."""
    if not copy.lacking:
        return ""
    count = len(copy.lacking)
    told = ngettext(
        "Manca il file di {count} documento: {names}", "Mancano i file di {count} documenti: {names}", count
    )
    return told.format(count=count, names=_some(copy.lacking))


def checked_words(outcome: CheckOutcome) -> str:
    """What the check found of the files of documents, by name."""
    count = outcome.documents
    read = ngettext("Riletto {count} file di documenti.", "Riletti {count} file di documenti.", count)
    loose = ngettext(
        "{count} file non è di nessun documento: resta per «Annulla».",
        "{count} file non sono di nessun documento: restano per «Annulla».",
        outcome.orphans,
    )
    parts = [
        read.format(count=count) if count else "",
        _("Mancano: {names}.").format(names=_some(outcome.missing)) if outcome.missing else "",
        _("Sono cambiati: {names}.").format(names=_some(outcome.changed)) if outcome.changed else "",
        loose.format(count=outcome.orphans) if outcome.orphans else "",
    ]
    return " ".join(part for part in parts if part)


def _some(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = len(names) - _MOST_NAMES
    told = ", ".join(names[:_MOST_NAMES])
    return _("{names} e altri {count}").format(names=told, count=more) if more > 0 else told


def size(count: int) -> str:
    """`412 kB`, `1,3 MB`."""
    if count < _THOUSAND * _THOUSAND:
        return f"{max(1, round(count / _THOUSAND))} kB"
    return f"{count / _THOUSAND / _THOUSAND:.1f} MB".replace(".", ",")
