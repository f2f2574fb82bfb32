# SPDX-License-Identifier: EUPL-1.2
"""The gaps of a draft, and the field in which each is completed before the draft is made anew."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.draft_fields import FIELDS, LISTS

GAP = "[da completare: {what}]"
"""How a gap stands in the act."""
OFFICE = "office"
"""In place of a line of the checklist: the fields of our comune."""
OFFICE_PEOPLE = "office_people"
"""In place of a line of the checklist: the people of our comune."""
_WITHOUT_THEM_NOTHING = ("firmatario", "comune")
"""Without who asks and who signs there is no request at all."""
_PLACES = {
    "comune": (OFFICE, "name"),
    "luogo": (OFFICE, "name"),
    "indirizzo": (OFFICE, "address"),
    "pec": (OFFICE, "pec"),
    "telefono": (OFFICE, "phone"),
    "codice_fiscale": (OFFICE, "fiscal_code"),
    "rup": (OFFICE_PEOPLE, "rup"),
    "segretario": (OFFICE_PEOPLE, "secretary"),
    "responsabile_finanziario": (OFFICE_PEOPLE, "finance"),
    "firmatario": ("people", "signer_name"),
    "firmatario.ruolo": ("people", "signer_role"),
    "firmatario.codice_fiscale": ("people", "signer_fiscal_code"),
    "referente": ("people", "contact_name"),
    "referente.email": ("people", "contact_email"),
    "referente.telefono": ("people", "contact_phone"),
    "centro.pec": ("sending", "centre_pec"),
    "organo.motivo": ("resolution", "body_reason"),
    "fini": ("proposal", "purpose"),
    "motivo": ("proposal", "purpose"),
    "consultazione": ("proposal", "consultation"),
    "rapporti_finanziari": ("proposal", "financial_relations"),
    "obblighi": ("proposal", "obligations"),
    "durata": ("start", "starts_on"),
    "decorrenza": ("start", "starts_on"),
    "scadenza": ("start", "ends_on"),
    "recesso.data": ("start", "ends_on"),
    "preavviso": ("start", "notice_months"),
    "proposta.numero": ("proposal", "number"),
    "proposta.data": ("proposal", "on"),
    "parere_tecnico": ("proposal", "technical_opinion_on"),
    "parere_contabile": ("proposal", "accounting_opinion_on"),
    "parere_revisore": ("proposal", "auditor_opinion_on"),
    "delibera.numero": ("resolution", "number"),
    "delibera.data": ("resolution", "on"),
    "delibera.organo": ("resolution", "body"),
    "delibera.esecutiva": ("publication", "enforceable_on"),
    "determina.numero": ("commitment", "number"),
    "determina.data": ("commitment", "on"),
    "servizio": ("services", ""),
    "costo": ("services", ""),
    "cup": ("services", ""),
    "cig": ("services", ""),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """What a draft does not say; without a line where the template asks for what we have no field for."""

    what: str  # in the words of the act, as between the brackets
    item_key: str = ""  # a line of the checklist, OFFICE or OFFICE_PEOPLE
    field: str = ""
    is_vital: bool = False  # without it the act is nobody's


def find_gaps(words: Iterable[str]) -> tuple[Gap, ...]:
    """Each gap of a draft with its place, in the order of the page."""
    return tuple(_gap(what) for what in words)


def gap_words(shown: str) -> str:
    """What stands between the brackets."""
    start, end = GAP.split("{what}")
    return shown.removeprefix(start).removesuffix(end)


def _gap(what: str) -> Gap:
    name = _NAMES.get(what, "")
    item_key, field = _PLACES.get(name, _PLACES.get(name.partition(".")[0], ("", "")) if name in _LISTED else ("", ""))
    return Gap(what, item_key, field, name in _WITHOUT_THEM_NOTHING)


_LISTED = {f"{name}.{part}": label for name, parts in LISTS.items() for part, label in parts.items()}
_NAMES = {label: name for name, label in _LISTED.items()} | {label: name for name, (label, _read) in FIELDS.items()}
