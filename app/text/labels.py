# SPDX-License-Identifier: EUPL-1.2
"""The words for the keys of the domain: states, roles, fee models, fields, kinds of centre."""

from datetime import UTC, date, datetime
from decimal import Decimal

from app.text import _, day, in_language, moment, money
from app.text.accession_labels import accession_field_label, accession_value
from app.text.document_labels import document_field_label, document_value


def _n(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_STATUS = {
    "funded": _n("Finanziato"),
    "paid": _n("Erogato"),
    "renounced": _n("Rinunciato"),
    "renunciation_pending": _n("Rinuncia in corso"),
}
_ROLE = {
    "mayor": _n("Sindaco"),
    "secretary": _n("Segretario comunale"),
    "rup": _n("RUP, responsabile unico del progetto"),
    "rtd": _n("RTD, responsabile della transizione digitale"),
    "finance": _n("Responsabile del servizio finanziario"),
    "dpo": _n("RPD, responsabile della protezione dei dati"),
    "dec": _n("DEC, direttore dell'esecuzione"),
    "other": _n("Altro"),
}
_EVENT = {
    "contract": _n("Contratto"),
    "completion": _n("Completamento delle attività"),
    "maintenance": _n("Fine dell'obbligo di mantenimento"),
}
_DIFFERENCE = {
    "added": _n("Nuovo"),
    "changed": _n("Cambiato"),
    "unchanged": _n("Uguale"),
    "older": _n("Più vecchio di quello che c'è"),
}
_ENTRY_KIND = {"action": _n("Azione"), "undo": _n("Annullamento"), "redo": _n("Ripetizione")}
_KIND = {
    "service": _n("Servizi"),
    "accession": _n("Adesioni"),
    "concession": _n("Concessioni"),
    "contract": _n("Contratti"),
    "invoice": _n("Fatture"),
    "document": _n("Documenti"),
    "act": _n("Atti"),
    "project": _n("Progetti finanziati"),
    "call": _n("Avvisi"),
    "centre": _n("Centri di aggregazione"),
}
_FIELD = {
    "name": _n("Nome"),
    "other_name": _n("Altro nome"),
    "istat": _n("Codice ISTAT"),
    "belfiore": _n("Codice catastale"),
    "province": _n("Provincia"),
    "province_name": _n("Nome della provincia"),
    "region": _n("Regione"),
    "previous_istat": _n("Codici ISTAT precedenti"),
    "population": _n("Abitanti"),
    "ipa_code": _n("Codice IPA"),
    "ipa_code_confirmed": _n("Codice IPA confermato"),
    "fiscal_code": _n("Codice fiscale"),
    "pec": _n("PEC"),
    "email": _n("Posta elettronica"),
    "address": _n("Indirizzo"),
    "phone": _n("Telefono"),
    "website": _n("Sito"),
    "is_example": _n("Dati di prova"),
    "role": _n("Ruolo"),
    "since": _n("Dal"),
    "until": _n("Al"),
    "call": _n("Avviso"),
    "measure": _n("Misura"),
    "cup": _n("CUP"),
    "body": _n("Ente"),
    "amount": _n("Importo"),
    "amount_cents": _n("Importo"),
    "status": _n("Stato"),
    "status_on": _n("Data dello stato"),
    "sent_at": _n("Candidatura inviata"),
    "funded_on": _n("Data del decreto"),
    "decree": _n("Decreto"),
    "window": _n("Finestra"),
    "protocol": _n("Protocollo"),
    "source_file": _n("File"),
    "as_of": _n("Dati fino al"),
    "note": _n("Nota"),
    "is_starred": _n("Stella"),
    "imported_at": _n("Importato"),
    "added": _n("Progetti nuovi"),
    "changed": _n("Progetti cambiati"),
    "unchanged": _n("Progetti uguali"),
    "number": _n("Numero"),
    "title": _n("Titolo"),
    "publisher": _n("Pubblicato da"),
    "published_on": _n("Pubblicato il"),
    "area": _n("Area"),
    "summary": _n("Che cos'è"),
}
_DAYS = {"since", "until", "status_on", "funded_on", "as_of", "published_on", "published_until", "enforceable_on"} | {
    *("starts_on", "ends_on", "opened_on", "due_on", "done_on", "on", "number_on", "answer_by", "protocol_on"),
    *(
        "document_on",
        "technical_opinion_on",
        "accounting_opinion_on",
        "auditor_opinion_on",
        "valid_from",
        "valid_until",
    ),
}
_YES_NO = {"ipa_code_confirmed", "is_example", "is_starred", "signer_is_delegate", "is_immediate", "is_withdrawn"}
_MOMENTS = {"sent_at", "imported_at", "loaded_at", "added_at", "pinned_at"}
_CENTS = {"amount_cents", "once_cents", "yearly_cents"}
_TABLE = {
    "municipality": _n("Ente"),
    "person": _n("Persona"),
    "project": _n("Progetto"),
    "funding_import": _n("Importazione"),
    "funding_change": _n("Novità"),
    "service": _n("Servizio"),
    "service_mark": _n("Servizio"),
    "centre": _n("Centro"),
    "catalogue_edition": _n("Edizione del catalogo"),
    "publisher_key": _n("Chiave di chi pubblica"),
    "accession": _n("Pratica"),
    "accession_item": _n("Riga della lista"),
    "accession_service": _n("Servizio della richiesta"),
    "accession_step": _n("Passo"),
    "act": _n("Atto"),
    "document": _n("Documento"),
}


_DECREE_SOURCES = (
    _n("dati aperti PA digitale 2026: una sola data per avviso e finestra"),
    _n("dati aperti PA digitale 2026: una sola data per avviso e finestra fino a marzo 2023"),
    _n("dati aperti PA digitale 2026: una sola data per avviso e finestra fino a ottobre 2023"),
)
_MONTHS = {
    "gennaio": "January",
    "febbraio": "February",
    "marzo": "March",
    "aprile": "April",
    "maggio": "May",
    "giugno": "June",
    "luglio": "July",
    "agosto": "August",
    "settembre": "September",
    "ottobre": "October",
    "novembre": "November",
    "dicembre": "December",
}


def call_month(label: str) -> str:
    """The short name of a call with its month in the language in use: `1.2 Cloud · April 2022`."""
    name, point, when = label.rpartition(" · ")
    month, space, year = when.partition(" ")
    return name + point + in_language(month, _MONTHS.get(month, month)) + space + year


def decree_source_label(source: str) -> str:
    """Where the number and the day of a decree come from; sources of no table of ours stand as they are."""
    return _(source)


def status_label(status: str) -> str:
    """The state of a project."""
    return _(_STATUS[status])


def role_label(role: str) -> str:
    """The role of someone in the office."""
    return _(_ROLE[role])


def event_label(event: str) -> str:
    """What a time limit is about."""
    return _(_EVENT[event])


def difference_label(difference: str) -> str:
    """What an import does to a project."""
    return _(_DIFFERENCE[difference])


def kind_label(kind: str) -> str:
    """A group of things found."""
    return _(_KIND[kind])


def entry_kind_label(kind: str) -> str:
    """What a line of the history is: an action, or a step over one."""
    return _(_ENTRY_KIND[kind])


def field_label(field: str) -> str:
    """A field of the history or of an import; the key itself where there is no word for it."""
    if field in _FIELD:
        return _(_FIELD[field])
    return accession_field_label(field) or document_field_label(field) or field


def table_label(table: str) -> str:
    """The kind of thing a history line is about."""
    return _(_TABLE[table]) if table in _TABLE else table


def field_value(field: str, value: str | None) -> str:
    """A value of the history as people read it."""
    if value is None:
        return ""
    if field == "status" and value in _STATUS:
        return status_label(value)
    if field == "role" and value in _ROLE:
        return role_label(value)
    words = accession_value(field, value) or document_value(field, value)
    if words:
        return words
    return _plain_value(field, value) if value else ""


def _plain_value(field: str, value: str) -> str:
    if field in _DAYS:
        return day(date.fromisoformat(value))
    if field in _MOMENTS:
        return moment(_in_utc(value))
    if field == "amount":
        return money(Decimal(value))
    if field in _CENTS:
        return money(Decimal(value).scaleb(-2))
    if field == "previous_istat":
        return value.strip("[]").replace("'", "")
    if field in _YES_NO:
        return _("sì") if value == "True" else _("no")
    return value


def _in_utc(value: str) -> datetime:
    read = datetime.fromisoformat(value)
    return read if read.tzinfo else read.replace(tzinfo=UTC)
