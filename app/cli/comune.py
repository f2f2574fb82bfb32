# SPDX-License-Identifier: EUPL-1.2
"""`comune find | set | show`: which comune we are."""

from dataclasses import asdict

import click

from app.actions import municipality
from app.cli.grammar import word_group
from app.cli.person import correct, person
from app.cli.words import Words, pass_words
from app.domain.municipality import Municipality, Office
from app.text import _
from app.text.labels import field_label, field_value, role_label


@word_group(help=_("Quale comune siamo."))
def comune() -> None:
    """Words on the comune."""


@comune.command(help=_("Cerca un comune per nome o per codice."))
@click.argument("text", metavar=_("TESTO"))
@click.option(
    "--limit",
    default=20,
    show_default=True,
    metavar=_("NUMERO"),
    type=click.IntRange(1, 500),
    help=_("Quanti al massimo."),
)
@pass_words
def find(words: Words, text: str, limit: int) -> None:
    """Comuni in force that match."""
    found = municipality.find_municipalities(text, limit)
    words.answer([_as_json(item) for item in found], [_line(item) for item in found])
    if not found:
        words.say(_("Nessun comune si chiama così. Prova con le prime tre lettere del nome."))


@comune.command(
    name="set", help=_("Sceglie il comune per codice ISTAT o catastale; se il suo archivio non c'è, lo crea.")
)
@click.argument("istat", metavar=_("CODICE"))
@pass_words
def set_comune(words: Words, istat: str) -> None:
    """Choose our comune by ISTAT code or codice catastale."""
    store = words.workspace.choose(istat)
    office = municipality.show_office(store)
    told = _("Comune scelto: {name} ({province}). Archivio: {file}")
    words.answer(office_json(office), [told.format(name=office.name, province=office.province, file=store.path.name)])


@comune.command(help=_("Mostra i dati dell'ente."))
@pass_words
def show(words: Words) -> None:
    """Our comune and its people."""
    office = municipality.show_office(words.store)
    people = municipality.list_people(words.store)
    document = office_json(office) | {"people": [person_json(asdict(person)) for person in people]}
    words.answer(document, [*_office_lines(office), *(f"{role_label(item.role)}: {item.name}" for item in people)])


def _office_lines(office: Office) -> list[str]:
    said = {
        name: field_value(name, str(value))
        for name, value in office_json(office).items()
        if value not in ("", None, [])
    }
    return [f"{field_label(name)}: {value}" for name, value in said.items()]


def office_json(office: Office) -> dict[str, object]:
    """Our comune as the answers in JSON show it."""
    content = asdict(office)
    content["previous_istat"] = list(office.previous_istat)
    del content["version"]
    return content


def person_json(content: dict[str, object]) -> dict[str, object]:
    """Someone of the office, with dates as ISO 8601."""
    return {name: str(value) if name in ("since", "until") and value else value for name, value in content.items()}


def _as_json(item: Municipality) -> dict[str, object]:
    return asdict(item) | {"previous_istat": list(item.previous_istat), "ipa_code": item.assumed_ipa_code}


def _line(item: Municipality) -> str:
    name = f"{item.name}/{item.other_name}" if item.other_name else item.name
    return f"{item.istat}  {name} ({item.province}), {item.region}"


comune.add_command(correct)
comune.add_command(person)
