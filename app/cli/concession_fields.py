# SPDX-License-Identifier: EUPL-1.2
"""Fields of concessions, contracts and their parts as they are written on the command line."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import click

from app.actions.concessions import find_concession
from app.actions.contracts import find_contract
from app.cli.person import split_field
from app.cli.words import Words
from app.domain.concessions import Owner
from app.domain.dates import read_day
from app.domain.money import read_amount
from app.errors import UserError
from app.text import _

_YES, _NO = ("true", "yes", "1", "sì", "si"), ("false", "no", "0", "")
_LONGEST_NUMBER = 9

layer_option = click.option(
    "--layer",
    type=click.Choice(["L0", "L2"]),
    default="L2",
    help=_("Di che cosa è il numero: L2 un contratto, L0 una concessione."),
)
"""Whether a number is that of a contract or of a concession."""


def fields_of(known: Sequence[str]) -> Callable[[], str]:
    """What stands under the help of a word that takes fields."""
    return lambda: _("CAMPO è uno di: {known}.").format(known=", ".join(known))


def owner_of(words: Words, key: str, layer: str) -> Owner:
    """The contract or the concession that a number means."""
    if layer == "L0":
        return Owner(concession_id=find_concession(words.store, key))
    return Owner(contract_id=find_contract(words.store, key))


def read_typed(kind: type[Any], pairs: Iterable[str], today: date) -> dict[str, Any]:
    """`FIELD=VALUE` each, read as the field of the kind holds it; an empty value empties the field."""
    hints = get_type_hints(kind)
    return {name: _value(hints.get(name, str), value, today) for name, value in map(split_field, pairs)}


def _value(hint: Any, value: str, today: date) -> Any:  # noqa: ANN401 - as the field holds it
    kinds = [getattr(one, "__supertype__", one) for one in get_args(hint) or (hint,)]
    if bool in kinds:
        return _truth(value)
    if str in kinds:
        return value
    if not value:
        return None
    if date in kinds:
        return read_day(value, today)
    return read_amount(value) if Decimal in kinds else _number(value)


def _number(value: str) -> int:
    if not value.isascii() or not value.isdigit() or len(value) > _LONGEST_NUMBER:
        raise UserError("accession.number_unreadable", text=value)
    return int(value)


def _truth(value: str) -> bool:
    if value.lower() in _YES:
        return True
    if value.lower() in _NO:
        return False
    raise UserError("accession.neither_yes_nor_no", text=value)
