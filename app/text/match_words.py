# SPDX-License-Identifier: EUPL-1.2
"""Why a signed file is not the one that was given out, and what to do: two halves of one sentence."""

from app.text import _


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_WORDS = {
    "altered": (
        _n("prima della firma è stato cambiato, con un timbro, una conversione o un nuovo salvataggio"),
        _n("Salva di nuovo quello generato e firmalo senza aprirlo con altri programmi."),
    ),
    "changed_after": (
        _n("dopo la firma è stato cambiato, per esempio dal timbro del protocollo"),
        _n("Aggiungi il file come è uscito dalla firma, prima del timbro."),
    ),
    "broken": (
        _n("la firma non corrisponde più al contenuto"),
        _n("Firmalo di nuovo."),
    ),
    "other": (
        _n("è stato firmato un altro documento"),
        _n("Salva di nuovo quello generato e firma quello."),
    ),
    "not_signed": (
        _n("non è firmato"),
        _n("Firmalo e aggiungi il file che esce dalla firma."),
    ),
}


def match_words(match: str) -> tuple[str, str]:
    """Why, and what to do, for a key of `domain.signatures.Match`; empty where it is the one given out."""
    why, todo = _WORDS.get(match, ("", ""))
    return _(why), _(todo)
