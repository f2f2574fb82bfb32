# SPDX-License-Identifier: EUPL-1.2
"""What falls due in a running concession, the rule behind it, and what is done about it."""

from datetime import date

from app.text import _, day, weekday
from app.text.concession_labels import milestone_label


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_DUTIES: dict[str, tuple[str, str]] = {
    "invoice_refusal": (
        _n("Ultimo giorno per rifiutare la fattura"),
        _n("Quindici giorni dalla consegna di SdI, e solo per le cause del DM 132/2020. Poi resta la nota di credito."),
    ),
    "invoice_payment": (
        _n("Pagare la fattura"),
        _n("Il giorno scritto nella fattura o trenta giorni dalla consegna (D.Lgs. 231/2002)."),
    ),
    "guarantee_ends": (
        _n("Scade la garanzia o la polizza"),
        _n("Il contratto chiede che sia in vigore: va chiesto il rinnovo o lo svincolo. La data viene dalla polizza."),
    ),
    "mandate_ends": (
        _n("Scade un incarico"),
        _n("Senza incarico non si firma per il contratto: la data viene dall'atto di nomina."),
    ),
    "cloud_ends": (
        _n("Scade la qualificazione cloud"),
        _n("Il servizio deve stare su un'infrastruttura qualificata da ACN: la data viene dalla scheda di ACN."),
    ),
    "milestone": (_n("Punto del piano di attivazione"), _n("La data viene dal piano concordato con il fornitore.")),
    "service_ends": (
        _n("Finisce il servizio"),
        _n("Al primo dei tre termini: concessione, adesione, contratto. Prima si completa l'elenco della fine."),
    ),
    "concession_ends": (
        _n("Finisce la concessione"),
        _n("Non si proroga (D.Lgs. 36/2023, art. 178 c. 5): prima si prepara la riconsegna."),
    ),
    "funded_ends": (
        _n("Ultimo giorno pagato dal finanziamento"),
        _n("Da domani il canone è a carico del bilancio: serve l'impegno (TUEL art. 183)."),
    ),
    "index": (
        _n("Adeguamento del canone all'indice"),
        _n("La data, l'indice e la quota vengono dalla clausola del contratto: serve il valore dell'indice."),
    ),
    "reply": (
        _n("Il fornitore deve rispondere alla contestazione"),
        _n("Il termine è quello scritto nella lettera. Poi si decide sulla penale."),
    ),
    "suspension_ends": (_n("Finisce la sospensione"), _n("La data viene dall'atto che ha sospeso il contratto.")),
    "substitution": (
        _n("Ultimo giorno perché i finanziatori indichino chi subentra"),
        _n("Centoventi giorni dalla comunicazione della risoluzione (D.Lgs. 36/2023, art. 190 c. 3)."),
    ),
    "maintenance_ends": (
        _n("Fine dell'obbligo di tenere attivo il servizio"),
        _n("Cinque anni dal 31 dicembre dell'anno dell'erogazione (FAQ di PA digitale 2026)."),
    ),
}
_DEEDS = {
    "invoice_refusal": _n("Guarda la fattura da esaminare"),
    "invoice_payment": _n("Paga la fattura"),
    "milestone": _n("Registra il punto del piano"),
    "reply": _n("Registra la risposta del fornitore"),
}
_BY_THEN = ("invoice_refusal", "invoice_payment", "milestone", "reply", "substitution")
CONTRACT_DUTY_KEYS = tuple(_DUTIES)
"""Every kind of day that a running concession knows."""


def contract_duty_label(key: str, name: str = "", point: str = "") -> str:
    """What falls due, with what tells it from others of its kind: typed words, or the key of a point of the plan."""
    told = _(_DUTIES[key][0])
    which = milestone_label(point) if point else name
    return f"{told} ({which})" if which else told


def contract_duty_why(key: str) -> str:
    """The law or the act behind it, and what follows."""
    return _(_DUTIES[key][1])


def contract_duty_deed(key: str) -> str:
    """What the office does about it, as a button says it; for those that ask for us."""
    return _(_DEEDS[key])


def is_limit(key: str) -> bool:
    """Something must be done by then; the others are days on which something ends or begins."""
    return key in _BY_THEN


def limit_day(on: date, *, is_limit: bool) -> str:
    """`entro martedì 01/12/2026` for a limit, else the day alone."""
    words = _("entro {weekday} {day}") if is_limit else _("{weekday} {day}")
    return words.format(weekday=weekday(on), day=day(on))


def no_contract() -> str:
    """Of what a day is, where an invoice belongs to no contract yet."""
    return _("Fattura senza contratto")
