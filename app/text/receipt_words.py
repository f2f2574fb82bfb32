# SPDX-License-Identifier: EUPL-1.2
"""The words for receipts of certified mail: what each one is, and what does not fit."""

from app.text import _


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_KIND = {
    "accettazione": _n("Ricevuta di accettazione"),
    "non-accettazione": _n("Avviso di mancata accettazione"),
    "presa-in-carico": _n("Ricevuta di presa in carico"),
    "avvenuta-consegna": _n("Ricevuta di avvenuta consegna"),
    "mancata-consegna": _n("Avviso di mancata consegna"),
    "errore": _n("Avviso di errore"),
    "posta-certificata": _n("Messaggio ricevuto"),
}
_FINDING = {
    "failed": _n("Il messaggio non è arrivato: va inviato di nuovo."),
    "other_message": _n("L'oggetto non porta il riferimento di questa pratica: controlla che sia la ricevuta giusta."),
    "other_recipient": _n("Il destinatario non è la PEC del centro scritta nella pratica: controlla l'indirizzo."),
    "other_id": _n("Riguarda un messaggio diverso da quello delle altre ricevute: controlla che sia lo stesso invio."),
    "not_certified": _n(
        "Manca il certificato del gestore (daticert.xml): scarica la ricevuta intera dalla casella PEC."
    ),
}


def receipt_label(kind: str) -> str:
    """What a receipt certifies."""
    return _(_KIND[kind])


def receipt_finding(code: str) -> str:
    """What does not fit, and what to do."""
    return _(_FINDING[code])
