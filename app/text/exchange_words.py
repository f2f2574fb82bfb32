# SPDX-License-Identifier: EUPL-1.2
"""The words for what a centre reads of the requests that arrived, and for the outcomes that it answers."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.text import _, day


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_STANDING = {
    "sound": _n("In regola"),
    "to_check": _n("Da controllare"),
    "superseded": _n("Superata"),
    "duplicate": _n("Doppia"),
    "broken": _n("Non leggibile"),
}
_OUTCOME = {
    "registered": _n("Presa in carico"),
    "additions": _n("Richiesta di integrazioni"),
    "rejection_notice": _n("Preavviso di rigetto"),
    "accepted": _n("Accoglimento"),
    "rejected": _n("Rigetto"),
    "countersigned": _n("Controfirma"),
}
_FLAW = {
    "no_service": _n("Non chiede nessun servizio."),
    "cup_wrong": _n("Il CUP {cup} non è scritto come un CUP."),
    "no_signer": _n("Non dice chi firma."),
    "no_delegation": _n("Firma {name} per delega, ma la delega non c'è."),
    "no_contact": _n("Non dice come rispondere: né PEC, né posta, né telefono."),
    "no_act": _n("Manca la delibera."),
    "act_without_number": _n("La delibera non ha numero."),
    "act_after_request": _n("La delibera è del {on}, dopo la richiesta del {made_on}."),
    "act_not_published": _n("Non dice quando la delibera è stata pubblicata."),
    "published_before_act": _n("La delibera risulta pubblicata il {on}, prima di essere approvata."),
    "enforceability_unknown": _n("Non dice da quando la delibera è esecutiva."),
    "act_not_enforceable": _n("La delibera è esecutiva dal {on}, dopo la richiesta del {made_on}."),
    "enforceable_before_act": _n("La delibera risulta esecutiva il {on}, prima di essere approvata."),
    "no_signed_request": _n("Manca la domanda firmata."),
    "request_not_signed": _n("La domanda non risulta firmata."),
    "other_signer": _n("La domanda è firmata da {found}, non da {name}."),
    "signed_before_enforceable": _n(
        "La domanda è firmata il {on}, prima che la delibera fosse esecutiva ({enforceable_on})."
    ),
    "signature_old": _n("La domanda è firmata il {on}, più di {days} giorni prima del pacchetto."),
    "reference_of_two_bodies": _n("Lo stesso riferimento è usato da due enti."),
    "two_versions": _n("Ci sono due pacchetti diversi con lo stesso numero di versione."),
    "same_package": _n("È lo stesso pacchetto di {file}."),
    "later_revision": _n("C'è una versione più recente, la n. {revision}."),
}


def standing_label(key: str) -> str:
    """Whether a package counts, in words."""
    return _(_STANDING[key])


def outcome_label(key: str) -> str:
    """What a centre answers, in words."""
    return _(_OUTCOME[key])


def service_answer_words(before: str, told: str, after: str) -> str:
    """What is then said of a service, and where that is not what was said before or not what the answer says."""
    said = {"accepted": _("accolto"), "refused": _("non accolto")}
    if told != after:
        return _("resta non accolto: una risposta precedente lo rifiuta e solo un accoglimento lo concede")
    if before and before != after:
        return _("{now} (prima: {before})").format(now=said[after], before=said[before])
    return said[after]


def carried_words(codes: Iterable[str]) -> str:
    """That a refusal stands, and how to grant the service after all."""
    told = _("Resta non accolto, come nelle risposte precedenti: {codes}. Per concederlo: --outcome accepted --grant.")
    return told.format(codes=", ".join(codes))


def flaw_sentence(code: str, params: Mapping[str, object]) -> str:
    """What does not fit in a request."""
    told = {name: day(value) if isinstance(value, date) else value for name, value in params.items()}
    return _(_FLAW[code]).format(**told)


def collection_title() -> str:
    """The name of the table of requests."""
    return _("Richieste ricevute")


def collection_headers() -> tuple[str, ...]:
    """The heads of the columns of the table of requests."""
    return (
        *(_("File"), _("Esito"), _("Riferimento"), _("Versione"), _("Pratica"), _("Preparata il")),
        *(_("Ente"), _("Codice ISTAT"), _("Provincia"), _("PEC")),
        *(_("Codice"), _("Servizio"), _("Quantità"), _("Unità"), _("CUP"), _("Nota")),
        *(_("Firma"), _("Referente"), _("Posta elettronica"), _("Telefono")),
        *(_("Delibera"), _("Data della delibera"), _("Protocollo"), _("Data del protocollo"), _("Che cosa non va")),
    )
