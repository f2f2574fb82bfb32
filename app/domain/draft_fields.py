# SPDX-License-Identifier: EUPL-1.2
"""The fields that a template of an act may name, in the clerk's Italian, and their values.

`resources/templates/LEGGIMI.txt` lists them for whoever changes a template; a test holds the two together.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.drafts import ActFacts, BreachFacts, DraftFacts
from app.text import day

_BODIES = {"council": "Consiglio comunale", "executive": "Giunta comunale"}


@dataclass(frozen=True, slots=True)
class FieldValues:
    """What fills a template: texts and the words of their gaps, switches, and lists of rows."""

    texts: Mapping[str, str]
    labels: Mapping[str, str]  # of texts, and of the fields of a list as "list.field"
    switches: Mapping[str, bool]
    lists: Mapping[str, tuple[Mapping[str, str], ...]]
    list_fields: Mapping[str, tuple[str, ...]]


def _day(read: Callable[[DraftFacts], date | None]) -> Callable[[DraftFacts], str]:
    return lambda facts: day(read(facts))


def _term(facts: DraftFacts) -> str:
    if facts.starts_on and facts.ends_on:
        return f"dal {day(facts.starts_on)} al {day(facts.ends_on)}"
    return ""


def _act(name: str, words: str, read: Callable[[DraftFacts], ActFacts]) -> dict[str, tuple[str, "_Read"]]:
    return {
        f"{name}.numero": (f"numero {words}", lambda facts: read(facts).number),
        f"{name}.data": (f"data {words}", lambda facts: day(read(facts).on)),
    }


_Read = Callable[[DraftFacts], str]
FIELDS: dict[str, tuple[str, _Read]] = {
    "oggi": ("data", _day(lambda facts: facts.today)),
    "oggetto": ("oggetto", lambda facts: facts.subject),
    "comune": ("nome del comune", lambda facts: facts.comune),
    "luogo": ("luogo", lambda facts: facts.place),
    "provincia": ("sigla della provincia", lambda facts: facts.province),
    "indirizzo": ("indirizzo del comune", lambda facts: facts.address),
    "pec": ("PEC del comune", lambda facts: facts.pec),
    "telefono": ("telefono del comune", lambda facts: facts.phone),
    "codice_fiscale": ("codice fiscale del comune", lambda facts: facts.fiscal_code),
    "centro": ("centro di aggregazione", lambda facts: facts.centre),
    "capofila": ("ente capofila", lambda facts: facts.lead_authority),
    "centro.pec": ("PEC dell’ente capofila", lambda facts: facts.centre_pec),
    "organo": ("organo che delibera", lambda facts: _BODIES.get(facts.body, "")),
    "organo.motivo": ("perché delibera questo organo", lambda facts: facts.body_reason),
    "firmatario": ("nome di chi firma", lambda facts: facts.signer_name),
    "firmatario.ruolo": ("ruolo di chi firma", lambda facts: facts.signer_role),
    "firmatario.codice_fiscale": ("codice fiscale di chi firma", lambda facts: facts.signer_fiscal_code),
    "rup": ("responsabile del procedimento", lambda facts: facts.rup),
    "segretario": ("segretario comunale", lambda facts: facts.secretary),
    "responsabile_finanziario": ("responsabile del servizio finanziario", lambda facts: facts.finance),
    "referente": ("referente del comune", lambda facts: facts.contact_name),
    "referente.email": ("e-mail del referente", lambda facts: facts.contact_email),
    "referente.telefono": ("telefono del referente", lambda facts: facts.contact_phone),
    "fini": ("fini della convenzione", lambda facts: facts.purpose),
    "durata": ("durata della convenzione", _term),
    "decorrenza": ("data di decorrenza", _day(lambda facts: facts.starts_on)),
    "scadenza": ("data di scadenza", _day(lambda facts: facts.ends_on)),
    "consultazione": ("forme di consultazione", lambda facts: facts.consultation),
    "rapporti_finanziari": ("rapporti finanziari", lambda facts: facts.financial_relations),
    "obblighi": ("obblighi e garanzie", lambda facts: facts.obligations),
    "scadenza_attuale": ("scadenza della convenzione in corso", _day(lambda facts: facts.current_ends_on)),
    "convenzione.data": ("data della convenzione in corso", _day(lambda facts: facts.agreement_on)),
    "preavviso": ("preavviso di recesso previsto dalla convenzione", lambda facts: facts.notice),
    "recesso.data": ("data da cui il recesso ha effetto", _day(lambda facts: facts.leaves_on)),
    "motivo": ("motivazione", lambda facts: facts.reason),
    **_act("proposta", "della proposta", lambda facts: facts.proposal),
    **_act("delibera", "della delibera", lambda facts: facts.resolution),
    "delibera.organo": ("organo che ha deliberato", lambda facts: _BODIES.get(facts.resolution.body, "")),
    "delibera.esecutiva": (
        "data da cui la delibera è esecutiva",
        lambda facts: day(facts.resolution.enforceable_on),
    ),
    **_act("determina", "della determina", lambda facts: facts.determination),
    "parere_tecnico": ("data del parere di regolarità tecnica", _day(lambda facts: facts.technical_opinion_on)),
    "parere_contabile": ("data del parere di regolarità contabile", _day(lambda facts: facts.accounting_opinion_on)),
    "parere_revisore": ("data del parere dell’organo di revisione", _day(lambda facts: facts.auditor_opinion_on)),
    "cup": ("CUP", lambda facts: ", ".join(facts.cups)),
    "cig": ("CIG", lambda facts: ", ".join(facts.cigs)),
    "fornitore": ("nome del fornitore", lambda facts: facts.supplier),
    "fornitore.pec": ("PEC del fornitore", lambda facts: facts.supplier_pec),
    "contratto": ("oggetto del contratto di servizio", lambda facts: facts.contract),
    "contratto.numero": ("numero del contratto di servizio", lambda facts: facts.contract_number),
    "contratto.data": ("data del contratto di servizio", _day(lambda facts: facts.contract_on)),
    "penali.totale": ("totale delle penali contestate", lambda facts: facts.penalties),
    "controdeduzioni.termine": ("termine per le controdeduzioni", _day(lambda facts: facts.reply_by)),
    "riferimento": ("riferimento della pratica", lambda facts: facts.reference),
    "protocollo.numero": ("numero di protocollo", lambda facts: facts.protocol_number),
    "protocollo.data": ("data di protocollo", _day(lambda facts: facts.protocol_on)),
}
"""Name of each field, with what it is, as the gap says it, and where it is read."""

LISTS: dict[str, dict[str, str]] = {
    "servizio": {
        "codice": "codice del servizio",
        "nome": "servizi richiesti",
        "quantita": "quantità",
        "cup": "CUP del servizio",
        "note": "note sul servizio",
    },
    "costo": {"voce": "importo annuo e una tantum, come da atto del centro"},
    "allegato": {"nome": "elenco degli allegati"},
    "mancanza": {
        "indicatore": "livello di servizio non rispettato",
        "periodo": "periodo",
        "limite": "valore promesso",
        "misura": "valore misurato",
        "penale": "penale",
        "calcolo": "calcolo della penale",
        "clausola": "clausola del contratto",
    },
}
"""The lists: a paragraph or a row of a table that names one of their fields is repeated for each of their rows."""
_MAY_BE_EMPTY = {"servizio.quantita", "servizio.cup", "servizio.note", "servizio.codice"}

SWITCHES: dict[str, tuple[str, Callable[[DraftFacts], bool]]] = {
    "adesione": ("la pratica è una prima adesione", lambda facts: facts.kind == "join"),
    "rinnovo": ("la pratica è un rinnovo", lambda facts: facts.kind == "renewal"),
    "recesso": ("la pratica è un recesso", lambda facts: facts.kind == "withdrawal"),
    "consiglio": ("delibera il Consiglio comunale", lambda facts: facts.body == "council"),
    "giunta": ("delibera la Giunta comunale", lambda facts: facts.body == "executive"),
    "immediata": ("si chiede l’immediata eseguibilità", lambda facts: facts.is_immediate),
    "delega": ("firma un delegato del legale rappresentante", lambda facts: facts.is_delegate),
    "penali": ("alle mancanze seguono penali", lambda facts: facts.has_penalties),
    "bozza": ("il testo è una bozza, non il file da firmare", lambda facts: facts.is_draft),
    "prova": ("il comune è quello di prova, inventato", lambda facts: facts.is_example),
}
"""What `{{se NAME}}` may ask beside whether a field or a list is filled."""


def field_values(facts: DraftFacts) -> FieldValues:
    """The facts under the names that templates know."""
    services = tuple(
        {"codice": row.code, "nome": row.name, "quantita": row.quantity, "cup": row.cup, "note": row.note}
        for row in facts.services
    )
    labels = {name: label for name, (label, _read) in FIELDS.items()}
    for name, parts in LISTS.items():
        labels |= {f"{name}.{part}": label for part, label in parts.items() if f"{name}.{part}" not in _MAY_BE_EMPTY}
    return FieldValues(
        texts={name: read(facts).strip() for name, (_label, read) in FIELDS.items()},
        labels=labels,
        switches={name: ask(facts) for name, (_meaning, ask) in SWITCHES.items()},
        lists={
            "servizio": services,
            "costo": tuple({"voce": cost} for cost in facts.costs),
            "allegato": tuple({"nome": name} for name in facts.attachments),
            "mancanza": tuple(_breach(row) for row in facts.breaches),
        },
        list_fields={name: tuple(parts) for name, parts in LISTS.items()},
    )


def _breach(row: BreachFacts) -> dict[str, str]:
    return {
        "indicatore": row.indicator,
        "periodo": row.period,
        "limite": row.limit,
        "misura": row.value,
        "penale": row.penalty,
        "calcolo": row.working,
        "clausola": row.source,
    }
