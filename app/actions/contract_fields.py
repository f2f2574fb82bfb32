# SPDX-License-Identifier: EUPL-1.2
"""What is refused of the fields of a contract, a concession and their parts, before the store would."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.accession_states import State
from app.domain.concessions import ASSEVERATIONS, SPENDINGS, Concession
from app.domain.dates import FIRST_YEAR, LAST_YEAR
from app.domain.money import checked_amount
from app.errors import UserError
from app.store import Session, accessions, catalogue, rows

FIELDS = (
    *("concession_id", "accession_id", "service_code", "title", "supplier", "supplier_vat", "reference", "signed_on"),
    *("starts_on", "ends_on", "cig", "cup", "iban", "office_code", "determination", "determination_on", "value"),
    *("spending", "chapter", "account", "dpa", "dpa_on", "cloud_level", "cloud_id", "cloud_until", "completed_on"),
    *("asseveration", "funded_until", "is_funded", "paid_on", "note"),
)
"""What a clerk may type into a contract; its state is the outcome of steps."""
_MOST_EURO = Decimal(10_000_000_000)


def in_order(fields: Mapping[str, Any], codes: Iterable[str] = ()) -> dict[str, Any]:
    """The fields as they are kept: codes in capitals without spaces, all else as it was typed."""
    kept = dict(fields)
    for name in codes:
        if isinstance(kept.get(name), str):
            kept[name] = "".join(kept[name].split()).upper()
    for name, value in kept.items():
        if isinstance(value, date) and not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise UserError("contract.year_unlikely", on=value, name=name)
    return kept


def only(fields: Mapping[str, Any], known: Collection[str]) -> None:
    """Refuse a field that is none of these."""
    unknown = [name for name in fields if name not in known]
    if unknown:
        raise UserError("contract.unknown_field", name=", ".join(unknown), known=", ".join(known))


def check_key(name: str, value: str, known: Collection[str]) -> None:
    """Refuse a key that is none of the list."""
    if value not in known:
        raise UserError("contract.unknown_key", name=name, value=value, known=", ".join(one for one in known if one))


def check_term(starts_on: date | None, ends_on: date | None) -> None:
    """Refuse an end before its start."""
    if starts_on and ends_on and ends_on < starts_on:
        raise UserError("contract.term_reversed", starts_on=starts_on, ends_on=ends_on)


def check_amount(amount: Decimal | None, *, may_be_less: bool = False) -> None:
    """Refuse an amount that no contract of a comune has, parts of a cent, and less than zero where none makes sense."""
    if amount is None:
        return
    checked_amount(amount)
    if (amount < 0 and not may_be_less) or abs(amount) > _MOST_EURO:
        raise UserError("contract.amount_out_of_range")


def checked_fields(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a contract as they are kept; UserError for one that is none."""
    only(fields, FIELDS)
    return in_order(fields, codes=("cig", "cup", "iban", "office_code"))


def check_contract(session: Session, values: dict[str, Any]) -> None:
    """Refuse what cannot be: no title, an end before the start, a service or an owner that is not there."""
    if not values["title"].strip():
        raise UserError("contract.no_title")
    check_term(values["starts_on"], values["ends_on"])
    check_amount(values["value"])
    check_key("spending", values["spending"], ("", *SPENDINGS))
    check_key("asseveration", values["asseveration"], ASSEVERATIONS)
    if values["service_code"]:
        catalogue.read_service(session, values["service_code"])
    if values["concession_id"] is not None:
        rows.read(session, Concession, values["concession_id"])
    if values["accession_id"] is not None:
        accession = accessions.read_accession(session, values["accession_id"])
        if accession.state in (State.DRAFT, State.PROPOSED):
            raise UserError("contract.accession_is_draft", centre=accession.centre_name)


def taken_over(session: Session, values: Mapping[str, Any]) -> dict[str, Any]:
    """What is still empty of a contract and stands in the concession that it hangs on: supplier, VAT number, CUP."""
    if values["concession_id"] is None:
        return {}
    concession = rows.read(session, Concession, values["concession_id"])
    found = {"supplier": concession.concessionaire, "cup": concession.cup}
    if values["supplier"] in ("", concession.concessionaire):
        found["supplier_vat"] = concession.concessionaire_vat  # of another supplier it would be wrong
    return {name: value for name, value in found.items() if value and not values[name]}
