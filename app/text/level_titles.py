# SPDX-License-Identifier: EUPL-1.2
"""The names of what is done with service levels, as the history and the menus say them."""


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


LEVEL_TITLES: dict[str, str] = {
    "level.indicator_added": _n("Indicatore aggiunto: {name}"),
    "level.indicator_corrected": _n("Modifica dell'indicatore {name}"),
    "level.indicator_removed": _n("Eliminazione dell'indicatore {name}"),
    "level.read": _n("Lettura di {name}, {period}"),
    "level.reading_corrected": _n("Modifica della lettura di {name}, {period}"),
    "level.reading_removed": _n("Eliminazione della lettura di {name}, {period}"),
    "level.imported": _n("Letture importate da {file}: {count}"),
    "level.contested": _n("Contestazione: {name}, {period}"),
    "level.contestation_removed": _n("Contestazione annullata: {name}, {period}"),
    "level.letter_kept": _n("Lettera di contestazione: {contract}"),
    "level.replied": _n("Risposta alla contestazione: {name}, {period}"),
    "level.decided": _n("Penale decisa: {name}, {period}"),
    "level.waived": _n("Penale non applicata: {name}, {period}"),
    "level.taken_up": _n("Penale di nuovo dovuta: {name}, {period}"),
    "level.deducted": _n("Penale detratta dalla fattura {invoice}: {name}, {period}"),
    "level.deduction_removed": _n("Detrazione annullata: {name}, {period}"),
}
