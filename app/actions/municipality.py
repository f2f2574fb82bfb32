# SPDX-License-Identifier: EUPL-1.2
"""Which comune we are, and who works in its office."""

from datetime import date

from app.actions.changes import Changes
from app.domain import municipality_search
from app.domain.codes import check_ipa
from app.domain.dates import read_day
from app.domain.municipality import ROLES, Municipality, Office, Person, PersonId
from app.domain.working_days import read_patron
from app.errors import UserError
from app.formats.reference import load_municipalities
from app.store import Store
from app.store import municipality as statements
from app.text.labels import field_label

CHANGED = Changes(municipality=True)
_A_LEAP_YEAR = date(2028, 1, 1)  # a patron may be on 29 February


def find_municipalities(text: str, limit: int = 20) -> list[Municipality]:
    """Comuni in force by name, other name or code; forgives accents, case and unfinished words."""
    return list(municipality_search.find_municipalities(text, load_municipalities(), limit))


def municipality_of_code(code: str) -> Municipality:
    """The comune of an ISTAT code, also a former one, or of a codice catastale; UserError if none."""
    wanted = code.strip().upper()
    for municipality in load_municipalities():
        if wanted and wanted in (municipality.istat, municipality.belfiore, *municipality.previous_istat):
            return municipality
    raise UserError("municipality.unknown", code=code)


def found_office(store: Store, municipality: Municipality) -> Changes:
    """Write our comune into a new store; a store that has one is left as it is."""
    with store.write("municipality.chosen", is_undoable=False, name=municipality.name) as session:
        if statements.read_office(session) is None:
            statements.add_office(session, new_office(municipality))
    return CHANGED


def show_office(store: Store) -> Office:
    """Our comune."""
    with store.read() as session:
        office = statements.read_office(session)
    if office is None:
        raise UserError("store.none")
    return office


def new_office(municipality: Municipality, ipa_code: str = "", *, is_example: bool = False) -> Office:
    """Our comune as a new store first holds it; without an IPA code the usual one is assumed."""
    return Office(
        istat=municipality.istat,
        name=municipality.name,
        other_name=municipality.other_name,
        province=municipality.province,
        province_name=municipality.province_name,
        region=municipality.region,
        belfiore=municipality.belfiore,
        previous_istat=municipality.previous_istat,
        population=municipality.population,
        ipa_code=ipa_code or municipality.assumed_ipa_code,
        ipa_code_confirmed=bool(ipa_code),
        fiscal_code="",
        pec="",
        address="",
        phone="",
        website="",
        is_example=is_example,
        version=0,
    )


def correct_office(store: Store, seen: int, **fields: object) -> Changes:
    """Change what the clerk may change of our comune; UserError for a value that cannot be."""
    values = {name: _checked(name, value) for name, value in fields.items()}
    if "ipa_code" in values:
        values["ipa_code_confirmed"] = True
    with store.write("municipality.corrected") as session:
        statements.correct_office(session, seen, values)
    return CHANGED


def office_errors(**fields: object) -> dict[str, UserError]:
    """What `correct_office` would refuse of each field, all at once; empty where it would take them."""
    found: dict[str, UserError] = {}
    for name, value in fields.items():
        try:
            _checked(name, value)
        except UserError as error:
            found[name] = error
    return found


def list_people(store: Store) -> list[Person]:
    """The people of the office."""
    with store.read() as session:
        return statements.list_people(session)


def add_person(
    store: Store,
    role: str,
    name: str,
    email: str = "",
    phone: str = "",
    since: date | None = None,
    until: date | None = None,
) -> PersonId:
    """Add someone to the office; UserError when the name is missing or the dates are reversed."""
    values: dict[str, object] = {
        "role": role, "name": name.strip(), "email": email.strip(), "phone": phone.strip(),
        "since": since, "until": until,
    }  # fmt: skip
    _check_person(values)
    with store.write("person.added", name=name.strip()) as session:
        return statements.add_person(session, values)


def correct_person(store: Store, person_id: PersonId, seen: int, **fields: object) -> Changes:
    """Change someone of the office; UserError as for `add_person`, Stale when changed meanwhile."""
    before = next((person for person in list_people(store) if person.id == person_id), None)
    if before is None:
        raise UserError("record.gone")
    values = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    if unknown := set(values) - set(statements.PERSON_FIELDS):
        raise UserError("municipality.unknown_field", field=field_label(min(unknown)))
    whole: dict[str, object] = {name: getattr(before, name) for name in statements.PERSON_FIELDS} | values
    _check_person(whole)
    with store.write("person.corrected", name=str(whole["name"])) as session:
        statements.correct_person(session, person_id, seen, values)
    return CHANGED


def remove_person(store: Store, person_id: PersonId, seen: int) -> Changes:
    """Remove someone from the office."""
    person = next((person for person in list_people(store) if person.id == person_id), None)
    with store.write("person.removed", name=person.name if person else "") as session:
        statements.remove_person(session, person_id, seen)
    return CHANGED


def _checked(name: str, value: object) -> object:
    if name not in statements.OFFICE_FIELDS:
        raise UserError("municipality.unknown_field", field=field_label(name))
    if name == "population":
        return _population(value)
    text = str(value).strip()
    if name == "patron":
        return _patron(text)
    if name == "name" and not text:
        raise UserError("municipality.name_missing")
    if name == "ipa_code" and not check_ipa(text).is_well_formed:
        raise UserError("municipality.bad_ipa_code", value=text)
    return text


def _patron(text: str) -> str:
    """The day of the patron saint as the store keeps it; typed as `29/6`, `29 giugno` or `06-29`."""
    try:
        read_patron(text)
    except ValueError:
        pass
    else:
        return text
    try:
        day = read_day(text, _A_LEAP_YEAR)
    except UserError as error:
        raise UserError("municipality.bad_patron", value=text) from error
    return f"{day:%m-%d}"


def _population(value: object) -> int | None:
    if value is None or isinstance(value, int):
        number = value
    else:
        text = str(value).strip().replace(".", "")
        if text and not (text.isascii() and text.isdecimal()):
            raise UserError("municipality.bad_population")
        number = int(text) if text else None
    if number is not None and number < 0:
        raise UserError("municipality.bad_population")
    return number


def _check_person(values: dict[str, object]) -> None:
    since, until = values["since"], values["until"]
    if values["role"] not in ROLES:
        raise UserError("person.unknown_role", role=values["role"])
    if not values["name"]:
        raise UserError("person.name_missing")
    if isinstance(since, date) and isinstance(until, date) and until < since:
        raise UserError("person.dates_reversed")
