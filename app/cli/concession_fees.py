# SPDX-License-Identifier: EUPL-1.2
"""`concession fee ...`: what a contract costs, its suspensions, readings and indices, from the command line."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import click

from app.actions import fee_readings, fees
from app.actions.contracts import find_contract
from app.actions.instalments import show_standings
from app.cli.concession_schedule import schedule_json
from app.cli.days import DAY
from app.cli.grammar import word_group
from app.cli.person import split_field
from app.cli.words import Words, pass_words
from app.domain.dates import read_day
from app.domain.fees import Fee, FeeId
from app.domain.level_numbers import read_number
from app.domain.money import read_amount
from app.errors import UserError
from app.formats.index_table import read_month
from app.text import _, money, ngettext, sentence
from app.text.fee_words import period_label

_YES = ("true", "yes", "1", "sì", "si")


@word_group(help=_("I canoni di un contratto: importi, sospensioni, letture, indici."))
def fee() -> None:
    """Words on fees."""


@fee.command(help=_("Aggiunge un canone a un contratto; i campi come stanno nell'atto."))
@click.argument("key", metavar="ID")
@click.argument("told", nargs=-1, metavar=_("CAMPO=VALORE..."))
@pass_words
def new(words: Words, key: str, told: tuple[str, ...]) -> None:
    """Add a fee."""
    contract_id = find_contract(words.store, key)
    fee_id, _changes = fees.add_fee(words.store, contract_id, **read_fields(told, words.store.today()))
    written = show_standings(words.store, contract_id)
    words.answer({"id": fee_id, **schedule_json(written)}, [_("Canone n. {id} aggiunto.").format(id=fee_id)])


@fee.command(name="list", help=_("Elenca i canoni di un contratto."))
@click.argument("key", metavar="ID")
@pass_words
def list_fees(words: Words, key: str) -> None:
    """The fees of a contract."""
    found = fees.list_fees(words.store, find_contract(words.store, key))
    lines = [_line(one) for one in found] or [_("Nessun canone.")]
    words.answer([{"id": one.id, "title": one.title, "model": one.model, "period": one.period} for one in found], lines)


@fee.command(name="set", help=_("Corregge i campi di un canone; vuoto li svuota."))
@click.argument("fee_id", metavar=_("CANONE"), type=int)
@click.argument("told", nargs=-1, required=True, metavar=_("CAMPO=VALORE..."))
@pass_words
def set_fields(words: Words, fee_id: int, told: tuple[str, ...]) -> None:
    """Correct a fee."""
    seen = fees.read_fee(words.store, FeeId(fee_id)).version
    fees.correct_fee(words.store, FeeId(fee_id), seen, **read_fields(told, words.store.today()))
    words.answer({"id": fee_id}, [_("Canone n. {id} corretto.").format(id=fee_id)])


@fee.command(help=_("Elimina un canone con le sue letture."))
@click.argument("fee_id", metavar=_("CANONE"), type=int)
@pass_words
def remove(words: Words, fee_id: int) -> None:
    """Take a fee out."""
    fees.remove_fee(words.store, FeeId(fee_id))
    words.answer({"id": fee_id}, [_("Canone n. {id} eliminato.").format(id=fee_id)])


@fee.command(help=_("Scrive la lettura del periodo che comincia in una data; vuota la toglie."))
@click.argument("fee_id", metavar=_("CANONE"), type=int)
@click.argument("on", type=DAY)
@click.argument("quantity", metavar=_("QUANTITÀ"))
@click.option("--source", default="", metavar=_("FONTE"), help=_("Da dove viene."))
@pass_words
def read(words: Words, fee_id: int, on: date, quantity: str, source: str) -> None:
    """Type a reading."""
    value = read_number(quantity) if quantity else None
    fee_readings.type_reading(words.store, FeeId(fee_id), on, value, source)
    words.answer({"id": fee_id, "period_on": on.isoformat()}, [_("Lettura scritta.")])


@fee.command(help=_("Sospende i canoni di un contratto da una data."))
@click.argument("key", metavar="ID")
@click.argument("on", type=DAY)
@click.option("--until", type=DAY, default=None, help=_("L'ultimo giorno; se manca, la sospensione dura."))
@click.option("--reason", default="", metavar=_("MOTIVO"), help=_("Perché."))
@pass_words
def suspend(words: Words, key: str, on: date, until: date | None, reason: str) -> None:
    """Write days on which nothing is due."""
    added, _changes = fees.suspend(words.store, find_contract(words.store, key), on, until, reason)
    words.answer({"id": added}, [_("Sospensione scritta.")])


@fee.command(help=_("Scrive l'indice pubblicato per un mese, per esempio FOI 10/2026 121,4."))
@click.argument("name", metavar=_("NOME"))
@click.argument("month", metavar=_("MESE"))
@click.argument("value", metavar=_("VALORE"))
@click.option("--base", default="", metavar=_("ANNO"), help=_("L'anno che vale 100."))
@click.option("--source", default="", metavar=_("FONTE"), help=_("Da dove viene."))
@pass_words
def index(words: Words, name: str, month: str, value: str, base: str, source: str) -> None:
    """Type an index."""
    fee_readings.type_index(words.store, name, read_month(month), read_number(value), base=base, source=source)
    words.answer({"name": name, "month": read_month(month).isoformat()}, [_("Indice scritto.")])


@fee.command(name="import-indices", help=_("Importa una tabella di indici: nome, mese, valore, base, fonte."))
@click.argument("file", type=click.Path(path_type=Path), metavar=_("FILE"))
@click.option("--dry-run", is_flag=True, help=_("Dice solo che cosa farebbe."))
@pass_words
def import_indices(words: Words, file: Path, *, dry_run: bool) -> None:
    """Import a table of indices."""
    done, _changes = fee_readings.import_indices(words.store, file, is_rehearsal=dry_run)
    count = len(done.added) + len(done.changed)
    refused = [{"row": one.line, "reason": sentence(one.error)} for one in done.refused]
    told = {"added": len(done.added), "changed": len(done.changed), "unchanged": done.unchanged, "rejected": refused}
    lines = [ngettext("{count} indice scritto.", "{count} indici scritti.", count).format(count=count)]
    lines += [_("Riga {row}: {reason}").format(**one) for one in refused]
    words.answer(told, lines)


def read_fields(pairs: Iterable[str], today: date) -> dict[str, Any]:
    """`FIELD=VALUE` each; an empty value empties the field."""
    return {name: _value(name, value, today) for name, value in map(split_field, pairs)}


def _value(name: str, value: str, today: date) -> Any:  # noqa: ANN401 - as the field holds it
    hint = get_type_hints(Fee).get(name, str)
    kinds = get_args(hint) or (hint,)
    if bool in kinds:
        return value.strip().lower() in _YES
    if not value:
        return "" if str in kinds else None
    if name == "amount":
        return read_amount(value)
    if date in kinds:
        return read_day(value, today)
    if str in kinds:
        return value
    number = read_number(value)
    if int not in kinds:
        return number
    if number != int(number):
        raise UserError("fee.count_unlikely", value=value, most="3650")
    return int(number)


def _line(one: Fee) -> str:
    amount = money(one.amount) if one.amount is not None else ""
    return f"{one.id}  {one.title}, {period_label(one.period)}  {amount}".rstrip()
