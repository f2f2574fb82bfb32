# SPDX-License-Identifier: EUPL-1.2
"""`level ...`: the service levels of a contract: indicators, readings typed or imported, and what a breach leads to."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from app.actions import levels
from app.actions.contracts import find_contract
from app.actions.level_import import import_readings, preview_readings
from app.cli.concession_fields import fields_of
from app.cli.grammar import word_group
from app.cli.level_json import indicator_json, preview_json, preview_lines, year_json, year_lines
from app.cli.level_steps import contest, deduct, letter, reply, waive
from app.cli.person import split_field
from app.cli.words import Words, pass_words
from app.domain.dates import read_day
from app.domain.level_numbers import read_number
from app.domain.level_periods import read_period
from app.domain.money import read_amount
from app.text import _, ngettext
from app.text.level_words import period_label

_NUMBERS = ("target", "threshold", "penalty_percent", "penalty_step", "cap_percent")
_AMOUNTS = ("penalty_amount", "cap_amount")
_DAYS = ("starts_on", "ends_on")


@word_group(help=_("I livelli di servizio di un contratto: indicatori, letture, contestazioni, penali."))
def level() -> None:
    """Words on service levels."""


@level.command(name="list", help=_("Mostra i livelli di un anno: che cosa è promesso, misurato, dovuto."))
@click.argument("key", metavar="ID")
@click.option("--year", type=click.IntRange(1900, 2199), default=None, help=_("L'anno; se manca, quello in corso."))
@pass_words
def list_levels(words: Words, key: str, year: int | None) -> None:
    """The levels of a year."""
    found = levels.levels_of_year(words.store, find_contract(words.store, key), year)
    words.answer(year_json(found), year_lines(found))


@level.command(valid_words=[fields_of(levels.FIELDS)], help=_("Aggiunge un indicatore, come sta nel contratto."))
@click.argument("key", metavar="ID")
@click.argument("told", nargs=-1, required=True, metavar=_("CAMPO=VALORE..."))
@pass_words
def new(words: Words, key: str, told: tuple[str, ...]) -> None:
    """Add an indicator."""
    contract_id = find_contract(words.store, key)
    indicator_id, _changes = levels.add_indicator(words.store, contract_id, **_fields(told, words.store.today()))
    written = levels.find_indicator(words.store, contract_id, str(indicator_id))
    words.answer(indicator_json(written), [_("Indicatore n. {id} aggiunto.").format(id=indicator_id)])


@level.command(
    name="set", valid_words=[fields_of(levels.FIELDS)], help=_("Corregge i campi di un indicatore; vuoto li svuota.")
)
@click.argument("key", metavar="ID")
@click.argument("name", metavar=_("INDICATORE"))
@click.argument("told", nargs=-1, required=True, metavar=_("CAMPO=VALORE..."))
@pass_words
def set_fields(words: Words, key: str, name: str, told: tuple[str, ...]) -> None:
    """Correct an indicator."""
    contract_id = find_contract(words.store, key)
    known = levels.find_indicator(words.store, contract_id, name)
    levels.correct_indicator(words.store, known.id, known.version, **_fields(told, words.store.today()))
    written = levels.find_indicator(words.store, contract_id, str(known.id))
    words.answer(indicator_json(written), [_("Indicatore n. {id} corretto.").format(id=known.id)])


@level.command(help=_("Elimina un indicatore con le sue letture."))
@click.argument("key", metavar="ID")
@click.argument("name", metavar=_("INDICATORE"))
@pass_words
def remove(words: Words, key: str, name: str) -> None:
    """Take an indicator out."""
    known = levels.find_indicator(words.store, find_contract(words.store, key), name)
    levels.remove_indicator(words.store, known.id)
    words.answer({"id": known.id}, [_("Indicatore n. {id} eliminato.").format(id=known.id)])


@level.command(help=_("Registra che cosa è stato misurato in un periodo: 03/2026, «1° trimestre 2026», 2026."))
@click.argument("key", metavar="ID")
@click.argument("name", metavar=_("INDICATORE"))
@click.argument("period", metavar=_("PERIODO"))
@click.argument("value", metavar=_("VALORE"))
@click.option("--source", default="", metavar=_("FONTE"), help=_("Da dove viene."))
@pass_words
def read(words: Words, key: str, name: str, period: str, value: str, source: str) -> None:
    """Type a reading."""
    contract_id = find_contract(words.store, key)
    known = levels.find_indicator(words.store, contract_id, name)
    start = read_period(period, known.period, words.store.today())
    levels.type_reading(words.store, known.id, start, read_number(value), source)
    told = _("Lettura di {period} registrata.").format(period=period_label(known.period, start))
    words.answer(year_json(levels.levels_of_year(words.store, contract_id, start.year)), [told])


@level.command(name="import", help=_("Importa letture da una tabella CSV o XLSX: Indicatore, Periodo, Valore, Fonte."))
@click.argument("key", metavar="ID")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--dry-run", is_flag=True, help=_("Mostra soltanto che cosa cambierebbe."))
@pass_words
def import_table(words: Words, key: str, file: Path, *, dry_run: bool) -> None:
    """Import readings."""
    preview = preview_readings(words.store, find_contract(words.store, key), file)
    lines = preview_lines(preview)
    if not dry_run and preview.writes:
        import_readings(words.store, preview)
        count = preview.written
        told = ngettext("{count} lettura importata.", "{count} letture importate.", count)
        lines.append(told.format(count=count))
    words.answer(preview_json(preview), lines)


def _fields(told: Iterable[str], today: date) -> dict[str, Any]:
    """`FIELD=VALUE` each, read as the field of an indicator holds it; an empty value empties the field."""
    return {name: _value(name, value, today) for name, value in map(split_field, told)}


def _value(name: str, value: str, today: date) -> Any:  # noqa: ANN401 - as the field holds it
    if name in _NUMBERS:
        return read_number(value) if value else None
    if name in _AMOUNTS:
        return read_amount(value) if value else None
    if name in _DAYS:
        return read_day(value, today) if value else None
    return value


for _word in (contest, letter, reply, waive, deduct):
    level.add_command(_word)
