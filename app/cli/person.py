# SPDX-License-Identifier: EUPL-1.2
"""`comune correct` and `comune person`: what the office says of itself and who works in it, without a window."""

from datetime import date

import click

from app.actions import municipality
from app.cli.days import DAY
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.domain.municipality import ROLES
from app.errors import UserError
from app.text import _
from app.text.labels import role_label


@word(help=_("Corregge i dati dell'ente, per esempio: comune correct pec=ente@pec.it patron=29/6."))
@click.argument("fields", metavar=_("CAMPO=VALORE..."), nargs=-1, required=True)
@pass_words
def correct(words: Words, fields: tuple[str, ...]) -> None:
    """Change fields of our comune."""
    values = dict(split_field(field) for field in fields)
    store = words.store
    municipality.correct_office(store, municipality.show_office(store).version, **values)
    words.answer({"changed": sorted(values)}, [_("Dati dell'ente salvati")])


@word(help=_("Aggiunge una persona all'ente; RUOLO è uno di: {roles}.").format(roles=", ".join(ROLES)))
@click.argument("role", metavar=_("RUOLO"))
@click.argument("name", metavar=_("NOME"))
@click.option("--email", default="", help=_("Posta elettronica."))
@click.option("--phone", default="", help=_("Telefono."))
@click.option("--since", type=DAY, help=_("Dal."))
@click.option("--until", type=DAY, help=_("Al."))
@pass_words
def person(words: Words, role: str, name: str, email: str, phone: str, since: date | None, until: date | None) -> None:
    """Add someone to the office."""
    added = municipality.add_person(words.store, role, name, email, phone, since, until)
    words.answer({"id": added, "role": role, "name": name}, [f"{role_label(role)}: {name}"])


def split_field(field: str) -> tuple[str, str]:
    """The two sides of `name=value`; UserError where there is no sign between them."""
    name, sign, value = field.partition("=")
    if not sign or not name.strip():
        raise UserError("words.no_field", text=field)
    return name.strip(), value.strip()
