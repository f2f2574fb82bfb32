# SPDX-License-Identifier: EUPL-1.2
"""What a signed file is, in the words of the office: intact and of whom, never valid; and what to do about it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from app.text import _, day, moment
from app.text.term_words import short_day


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


@dataclass(frozen=True, slots=True)
class MatchWords:
    """How a signed file relates to the one given out, as people read it."""

    label: str
    text: str
    what_to_do: str  # "" where nothing is to be done


_KINDS = {
    "pades": _n("Firma dentro il PDF (PAdES)"),
    "cades": _n("Busta firmata .p7m (CAdES)"),
    "none": _n("Senza firma"),
}
_TRUST = {
    "not_checked": (
        _n("Firma non verificata con le autorità"),
        _n("Per controllare chi ha emesso il certificato carica l'elenco delle autorità, o usa il programma di firma."),
    ),
    "trusted": (
        _n("Certificato emesso da un'autorità dell'elenco caricato"),
        _n("Non è stato controllato se il certificato è stato revocato: lo dice il programma di firma."),
    ),
    "untrusted": (
        _n("Certificato non emesso da un'autorità dell'elenco caricato"),
        _n("Controlla la firma con il programma di firma prima di usare il file, o aggiorna l'elenco delle autorità."),
    ),
}
_MATCHES = {
    "same": (_n("È il file generato"), _n("Il file firmato è quello generato {day}, byte per byte."), ""),
    "altered": (
        _n("Cambiato prima della firma"),
        _n(
            "Il file firmato non è quello generato {day}: prima della firma è stato timbrato, compilato o convertito, "
            "oppure ne è stata firmata un'altra versione."
        ),
        _n("Fai firmare il file come è stato generato, senza timbri e senza convertirlo. Il timbro va su una copia."),
    ),
    "changed_after": (
        _n("Cambiato dopo la firma"),
        _n("Il file firmato non è più quello generato {day}: è cambiato dopo la firma, per esempio con un timbro."),
        _n("Aggiungi il file come è uscito dal programma di firma. Il timbro del protocollo va su una copia."),
    ),
    "broken": (
        _n("Firma non integra"),
        _n("Il contenuto è quello generato {day}, ma la firma non torna: il file si è rovinato o è stato toccato."),
        _n("Scaricalo di nuovo dal programma di firma. Se non basta fallo firmare un'altra volta."),
    ),
    "other": (
        _n("Firmato un altro file"),
        _n("Il file firmato non è quello generato {day}: è un altro file, o un programma lo ha riscritto."),
        _n("Riscarica il file generato e fallo firmare senza aprirlo con altri programmi e senza convertirlo."),
    ),
    "not_signed": (
        _n("Non firmato"),
        _n("Il file non porta nessuna firma digitale, mentre quello generato {day} va firmato."),
        _n("Fai firmare il file, poi aggiungi quello che esce dal programma di firma."),
    ),
}


class _Signer(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def fiscal_code(self) -> str: ...

    @property
    def organisation(self) -> str: ...

    @property
    def certificate_from(self) -> date: ...

    @property
    def certificate_until(self) -> date: ...

    @property
    def issuer(self) -> str: ...

    @property
    def signed_at(self) -> datetime | None: ...

    @property
    def has_timestamp(self) -> bool: ...

    @property
    def is_intact(self) -> bool: ...

    @property
    def was_certificate_valid(self) -> bool | None: ...


class _Signed(Protocol):
    @property
    def kind(self) -> str: ...

    @property
    def covers_whole_file(self) -> bool: ...

    @property
    def has_changes_after(self) -> bool: ...


def kind_label(kind: str) -> str:
    """`Busta firmata .p7m (CAdES)`."""
    return _(_KINDS[kind])


def trust_label(trust: str) -> str:
    """`Firma non verificata con le autorità`: what was found out about who issued the certificates."""
    return _(_TRUST[trust][0])


def trust_help(trust: str) -> str:
    """What that leaves open, and how to find out."""
    return _(_TRUST[trust][1])


def match_words(match: str, generated_on: date | None = None) -> MatchWords:
    """The label, the sentence and what to do; `generated_on` is the day on which the file was given out."""
    label, text, what_to_do = _MATCHES[match]
    when = _("il {day}").format(day=short_day(generated_on)) if generated_on else _("da Campanile")
    return MatchWords(_(label), _(text).format(day=when), _(what_to_do))


def signature_words(signer: _Signer) -> str:
    """`Firma integra, certificato di MARIA BIANCHI`: it says no more than what was checked."""
    name = signer.name or _("nome non indicato")
    if signer.is_intact:
        return _("Firma integra, certificato di {name}").format(name=name)
    return _("Firma non integra, certificato di {name}").format(name=name)


def signer_lines(signer: _Signer) -> tuple[str, ...]:
    """The facts of one signature, one a line, each with whose word it is."""
    return tuple(filter(None, (_person(signer), _time(signer), _certificate(signer), _validity(signer))))


def changes_words(signed: _Signed) -> str:
    """What happened to the file after signing, or "" if nothing did."""
    if signed.has_changes_after:
        return _("Dopo la firma è stato aggiunto qualcosa che la firma non copre.")
    if signed.kind == "pades" and not signed.covers_whole_file:
        return _("Dopo la firma sono state aggiunte solo le prove della firma stessa.")
    return ""


def _person(signer: _Signer) -> str:
    if signer.fiscal_code and signer.organisation:
        return _("Codice fiscale {code}, per {organisation}").format(
            code=signer.fiscal_code, organisation=signer.organisation
        )
    if signer.fiscal_code:
        return _("Codice fiscale {code}").format(code=signer.fiscal_code)
    return _("Per {organisation}").format(organisation=signer.organisation) if signer.organisation else ""


def _time(signer: _Signer) -> str:
    if signer.signed_at is None:
        return _("Data della firma non indicata")
    when = moment(signer.signed_at)
    if signer.has_timestamp:
        return _("Firmato il {when}, secondo chi ha firmato; c'è anche una marca temporale").format(when=when)
    return _("Firmato il {when}, secondo chi ha firmato").format(when=when)


def _certificate(signer: _Signer) -> str:
    start, end = day(signer.certificate_from), day(signer.certificate_until)
    if signer.issuer:
        return _("Certificato dal {start} al {end}, emesso da {issuer}").format(
            start=start, end=end, issuer=signer.issuer
        )
    return _("Certificato dal {start} al {end}").format(start=start, end=end)


def _validity(signer: _Signer) -> str:
    if signer.was_certificate_valid is False:
        return _("Il giorno della firma il certificato non era in corso: fai firmare di nuovo con uno in corso.")
    return ""
