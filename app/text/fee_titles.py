# SPDX-License-Identifier: EUPL-1.2
"""The names of what is done with fees, as the history and the menus say them."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


FEE_TITLES: dict[str, str] = {
    "fee.added": _n("Canone aggiunto: {name}, {contract}"),
    "fee.corrected": _n("Modifica del canone {name}, {contract}"),
    "fee.removed": _n("Eliminazione del canone {name}, {contract}"),
    "fee.suspended": _n("Canone sospeso: {contract}"),
    "fee.resumed": _n("Canone ripreso: {contract}"),
    "fee.suspension_corrected": _n("Modifica della sospensione: {contract}"),
    "fee.suspension_removed": _n("Eliminazione della sospensione: {contract}"),
    "fee.read": _n("Lettura di {name} dal {on}"),
    "fee.reading_removed": _n("Eliminazione della lettura di {name} dal {on}"),
    "fee.index_typed": _n("Indice {name} di {month}"),
    "fee.index_removed": _n("Eliminazione dell'indice {name} di {month}"),
    "fee.indices_imported": _n("Indici importati da {file}: {count}"),
}
