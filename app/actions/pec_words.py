# SPDX-License-Identifier: EUPL-1.2
"""The words of the message to the centre: a letter of an Italian office, in Italian whatever the window speaks."""

from collections.abc import Iterable

from app.domain.accession_case import AccessionCase
from app.domain.accession_states import Kind, State
from app.domain.documents import Document
from app.text import day

_WHAT = {
    Kind.JOIN: "la richiesta di adesione al centro di aggregazione",
    Kind.RENEWAL: "la richiesta di rinnovo dell'adesione al centro di aggregazione",
    Kind.WITHDRAWAL: "il recesso dal centro di aggregazione",
}
_SUBJECT = {
    Kind.JOIN: "Richiesta di adesione a",
    Kind.RENEWAL: "Richiesta di rinnovo con",
    Kind.WITHDRAWAL: "Recesso da",
}


def subject_of(case: AccessionCase, mark: str) -> str:
    """One line with the mark by which the receipts are told from others."""
    accession = case.accession
    what = "Integrazioni alla pratica con" if accession.state is State.ADDITIONS else _SUBJECT[accession.kind]
    return f"Comune di {case.office.name} - {what} {accession.centre_name} - rif. {mark} v{accession.revision}"


def body_of(case: AccessionCase, package: Document, enclosed: Iterable[str]) -> str:
    """The text of the message, with the hash of the file that goes with it and the titles of what is in it."""
    accession, office = case.accession, case.office
    titles = tuple(enclosed)
    lines = [
        f"Spett.le {accession.lead_authority or accession.centre_name},",
        "",
        *_opening(case),
        "",
        f"In allegato: {package.name}",
        f"Impronta SHA-256 dell'allegato: {package.sha256}",
        *(["L'allegato contiene:"] if titles else []),
        *(f"- {title}" for title in titles),
        "",
        "L'allegato va tenuto com'è: aperto e richiuso con altri programmi cambierebbe impronta.",
        *_asking(case),
        "",
        f"Riferimento della pratica: {accession.reference}, versione {accession.revision}",
        *_contact(case),
        "",
        f"Comune di {office.name} ({office.province})",
        *([f"PEC: {office.pec}"] if office.pec else []),
    ]
    return "\n".join(lines) + "\n"


def _opening(case: AccessionCase) -> list[str]:
    accession, act = case.accession, case.act("resolution")
    signer = f", sottoscritta con firma digitale da {accession.signer_name}" if accession.signer_name else ""
    if accession.kind is Kind.WITHDRAWAL:
        signer = signer.replace("sottoscritta", "sottoscritto")
    ground = f" in esecuzione della deliberazione n. {act.number} del {day(act.on)}" if act and act.number else ""
    if accession.state is State.ADDITIONS:
        return [f"si trasmettono le integrazioni chieste per {_WHAT[accession.kind]} «{accession.centre_name}»."]
    return [f"si trasmette {_WHAT[accession.kind]} «{accession.centre_name}»{signer}{',' if signer else ''}{ground}."]


def _asking(case: AccessionCase) -> list[str]:
    if case.accession.kind is Kind.WITHDRAWAL:
        return ["", "Si chiede riscontro, citando il riferimento."]
    return ["", "Si chiede di comunicare il numero di protocollo assegnato e l'esito, citando il riferimento."]


def _contact(case: AccessionCase) -> list[str]:
    accession = case.accession
    told = [text for text in (accession.contact_name, accession.contact_email, accession.contact_phone) if text]
    return [f"Referente: {', '.join(told)}"] if told else []
