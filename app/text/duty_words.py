# SPDX-License-Identifier: EUPL-1.2
"""What falls due in a procedure, and what happens when the day passes."""

from datetime import date

from app.text import _, day, ngettext, weekday
from app.text.distance import counted, days_away


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_DUTIES: dict[str, tuple[str, str]] = {
    "own": (_n("Scadenza dell'ufficio"), _n("L'ha scritta l'ufficio.")),
    "publication_ends": (_n("Fine della pubblicazione all'albo"), _n("Quindici giorni (TUEL art. 124).")),
    "enforceable": (_n("La delibera diventa esecutiva"), _n("Prima di quel giorno non si firma (TUEL art. 134).")),
    "request_old": (
        _n("La domanda firmata diventa vecchia"),
        _n("Dopo 30 giorni viene respinta (FAQ ANAC): va firmata di nuovo."),
    ),
    "answer": (
        _n("Il centro deve rispondere"),
        _n("Trenta giorni se la convenzione non dice altro (L. 241/1990 art. 2). Poi si sollecita."),
    ),
    "additions": (
        _n("Mandare le integrazioni"),
        _n("Oltre il termine il centro decide con quello che ha (L. 241/1990 art. 2 c. 7)."),
    ),
    "observations": (
        _n("Mandare le osservazioni"),
        _n("Dieci giorni dal preavviso, poi arriva il rigetto (L. 241/1990 art. 10-bis)."),
    ),
    "appeal": (
        _n("Ultimo giorno per il ricorso al TAR"),
        _n("Sessanta giorni dal rigetto. Si può anche chiedere di nuovo."),
    ),
    "countersign": (_n("Aspettare la controfirma"), _n("L'adesione parte con l'ultima firma.")),
    "starts": (_n("Comincia l'adesione"), _n("La data viene dalla convenzione.")),
    "ends": (
        _n("Finisce l'adesione"),
        _n("Senza rinnovo i servizi si fermano: nessun rinnovo è automatico se la convenzione non lo scrive."),
    ),
    "renewal_opens": (
        _n("Si può avviare il rinnovo"),
        _n("Serve una nuova delibera: il Consiglio va convocato in tempo."),
    ),
    "notice_last": (
        _n("Ultimo giorno per il recesso"),
        _n("Un recesso comunicato dopo vale dalla scadenza seguente: il preavviso è quello della convenzione."),
    ),
    "renewal_reminder": (
        _n("Promemoria del rinnovo"),
        _n("Dodici, sei e tre mesi prima della fine: il Consiglio va convocato in tempo."),
    ),
    "notice_reminder": (
        _n("Promemoria del recesso"),
        _n("Dodici, sei e tre mesi prima dell'ultimo giorno utile: serve una delibera anche per lasciare il centro."),
    ),
    "notice_ends": (_n("Finisce il preavviso di recesso"), _n("Da quel giorno l'adesione è cessata.")),
    "concession_ends": (
        _n("Finisce la concessione dietro il centro"),
        _n("Un servizio finisce al primo dei tre termini: concessione, adesione, contratto."),
    ),
}
_DEEDS = {
    "own": _n("Continua la pratica"),
    "request_old": _n("Invia la domanda firmata"),
    "additions": _n("Manda le integrazioni"),
    "observations": _n("Manda le osservazioni"),
    "ends": _n("Guarda l'adesione che finisce"),
    "enforceable": _n("Registra l'esecutività"),
    "notice_ends": _n("Registra la fine dell'adesione"),
    "answer": _n("Sollecita la risposta del centro"),
}
_FROM_THEN = ("enforceable", "publication_ends", "renewal_opens", "renewal_reminder", "notice_reminder", "starts")
_NOT_A_LIMIT = ("publication_ends", "ends", "notice_ends", "concession_ends", "renewal_reminder", "notice_reminder")
DUTY_KEYS = tuple(_DUTIES)
"""Every kind of day that a procedure knows."""


def duty_label(key: str) -> str:
    """What falls due."""
    return _(_DUTIES[key][0])


def duty_why(key: str) -> str:
    """The rule behind it, and what follows when it passes."""
    return _(_DUTIES[key][1])


def duty_deed(key: str) -> str:
    """What the comune does about it, as a button says it; for the days that are ours to act on."""
    return _(_DEEDS[key])


def duty_day(key: str, on: date) -> str:
    """`entro martedì 01/12/2026` for a limit, `da …` where something may be done from then, else the day alone."""
    if key in _NOT_A_LIMIT:
        words = _("{weekday} {day}")
    else:
        words = _("da {weekday} {day}") if key in _FROM_THEN else _("entro {weekday} {day}")
    return words.format(weekday=weekday(on), day=day(on))


def duty_away(key: str, days: int) -> str:
    """How far it is; a day from which something may be done is not late when it has passed."""
    if days < 0 and key in _FROM_THEN:
        return ngettext("da {count} giorno", "da {count} giorni", -days).format(count=counted(-days))
    return days_away(days)
