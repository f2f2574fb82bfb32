# SPDX-License-Identifier: EUPL-1.2
"""The first thing to do: what the one primary button of Inizio says, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text import _
from app.text.contract_duty_words import contract_duty_deed
from app.text.duty_words import duty_deed

if TYPE_CHECKING:
    from app.actions.overview import Overview

PRINT = "print"
PROCEDURE = "procedure"
CONTRACT = "contract"
_ORDER = ("open_data", "office", "backup")
_PLACES = {
    "comune": ("settings", "folder"),
    "open_data": ("funding", "import"),
    "catalogue": ("catalogue", ""),
    "backup": ("settings", "backup"),
}


def first_thing(seen: Overview) -> str:
    """What to do first: the line of a PROCEDURE or of a CONTRACT that is late or near, a starting point, or PRINT."""
    of_procedure, of_contract = seen.procedures.first, seen.running.first
    if of_contract and (of_procedure is None or of_contract.duty.on < of_procedure.duty.on):
        return CONTRACT
    if of_procedure:
        return PROCEDURE
    missing = {point.key for point in seen.starting_points if not point.is_done}
    return next((key for key in _ORDER if key in missing), PRINT)


def place_of(key: str, seen: Overview) -> tuple[str, str]:
    """Where it is done: a page and a key of it."""
    if key == PROCEDURE and seen.procedures.first:
        return "accession", seen.procedures.first.key
    if key == CONTRACT and seen.running.first:
        return seen.running.first.page, seen.running.first.key
    if key == "office":
        return "settings", "people" if seen.office.pec and missing_in_office(seen) else "office"
    return _PLACES[key]


def missing_in_office(seen: Overview) -> list[str]:
    """What the office still lacks, in words."""
    roles = {person.role for person in seen.people}
    wanted = (
        (_("RUP"), "rup" in roles),
        (_("segretario"), "secretary" in roles),
        (_("PEC"), bool(seen.office.pec)),
    )
    return [name for name, is_there in wanted if not is_there]


def first_deed(seen: Overview) -> str:
    """What the one primary button says."""
    key, of_procedure, of_contract = first_thing(seen), seen.procedures.first, seen.running.first
    if key == CONTRACT and of_contract:
        return contract_duty_deed(of_contract.duty.key)
    return duty_deed(of_procedure.duty.key) if key == PROCEDURE and of_procedure else deed(key)


def deed(key: str) -> str:
    """What a starting point asks to do, as a button says it."""
    return {
        "comune": _("Cambia comune"),
        "office": _("Completa i dati dell'ufficio"),
        "open_data": _("Importa dati aperti"),
        "catalogue": _("Apri il catalogo"),
        "backup": _("Fai la prima copia di sicurezza"),
        PRINT: _("Stampa il riepilogo"),
    }[key]
