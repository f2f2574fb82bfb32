# SPDX-License-Identifier: EUPL-1.2
"""The words for documents and acts: kinds, origins, the fields that only they have."""

from datetime import date

from app.text import _, day


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_DOCUMENT = {
    "proposal": _n("Proposta di delibera"),
    "resolution": _n("Delibera"),
    "request": _n("Domanda"),
    "agreement": _n("Convenzione"),
    "determination": _n("Determina"),
    "activation": _n("Richiesta di attivazione"),
    "letter": _n("Lettera"),
    "delegation": _n("Delega"),
    "opinion": _n("Parere"),
    "publication": _n("Attestazione di pubblicazione"),
    "receipt_acceptance": _n("Ricevuta di accettazione PEC"),
    "receipt_delivery": _n("Ricevuta di consegna PEC"),
    "package": _n("Pacchetto inviato"),
    "answer": _n("Risposta del centro"),
    "countersigned": _n("Atto controfirmato"),
    "receipt": _n("Ricevuta dell'invio"),
    "acceptance": _n("Verbale di collaudo"),
    "invoice": _n("Fattura elettronica"),
    "trust_list": _n("Certificati riconosciuti"),
    "other": _n("Altro documento"),
}
_ACT = {
    "proposal": _n("Proposta di delibera"),
    "resolution": _n("Delibera"),
    "determination": _n("Determina"),
    "agreement": _n("Convenzione"),
    "accession_deed": _n("Atto di adesione"),
    "delegation": _n("Delega"),
    "other": _n("Altro atto"),
}
_ORIGIN = {
    "added": _n("Aggiunto dall'ufficio"),
    "draft": _n("Generato da qui"),
    "received": _n("Ricevuto"),
    "package": _n("Preparato per l'invio"),
    "receipt": _n("Ricevuta PEC"),
}
_FIELD = {
    "sha256": _n("Impronta SHA-256"),
    "bytes": _n("Grandezza in byte"),
    "accession_id": _n("Pratica"),
    "given_out_id": _n("Copia firmata del documento"),
    "document_id": _n("Documento"),
    "signature": _n("Firma letta"),
    "added_at": _n("Aggiunto"),
}


def document_kind_label(kind: str) -> str:
    """What a document is; a word of no list of ours stands as it is."""
    return _(_DOCUMENT[kind]) if kind in _DOCUMENT else kind


def act_kind_label(kind: str) -> str:
    """What an act is; a word of no list of ours stands as it is."""
    return _(_ACT[kind]) if kind in _ACT else kind


def act_name(kind: str, number: str = "", on: date | None = None) -> str:
    """`Delibera n. 31 del 20/09/2026`, as far as it is known."""
    name = act_kind_label(kind)
    if number and on:
        return _("{kind} n. {number} del {day}").format(kind=name, number=number, day=day(on))
    if number:
        return _("{kind} n. {number}").format(kind=name, number=number)
    return _("{kind} del {day}").format(kind=name, day=day(on)) if on else name


def protocol_words(number: str, on: date | None) -> str:
    """`4512/2026 del 06/11/2026`; nothing where there is no protocol."""
    if number and on:
        return _("{number} del {day}").format(number=number, day=day(on))
    return number or day(on)


def origin_label(origin: str) -> str:
    """Where a document comes from."""
    return _(_ORIGIN[origin]) if origin in _ORIGIN else origin


def document_field_label(field: str) -> str:
    """A field that only documents or acts have; "" where there is no word for it."""
    return _(_FIELD[field]) if field in _FIELD else ""


def document_value(field: str, value: str) -> str:
    """A key of a document or an act in words; "" for a field that holds no keys."""
    if field == "signature":
        return _("letta quando il documento è stato aggiunto")
    words = {"kind": {**_ACT, **_DOCUMENT}, "origin": _ORIGIN}.get(field, {})
    return _(words[value]) if value in words else ""
