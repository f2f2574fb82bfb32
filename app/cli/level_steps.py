# SPDX-License-Identifier: EUPL-1.2
"""`level letter | contest | reply | waive | deduct`: what is done with a breach, from the command line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from app.actions.contracts import find_contract
from app.actions.document_files import save_document_as
from app.actions.drafts import FORMS
from app.actions.level_letter import keep_letter, prepare_letter
from app.actions.level_penalties import contest as contest_readings
from app.actions.level_penalties import deduct as deduct_penalty
from app.actions.level_penalties import find_reading, record_reply
from app.actions.level_penalties import waive as waive_penalty
from app.actions.levels import find_indicator, levels_of_year
from app.cli.days import DAY
from app.cli.grammar import word
from app.cli.level_json import year_json
from app.cli.words import Words, pass_words
from app.domain.invoices import InvoiceId
from app.domain.level_periods import read_period
from app.domain.service_levels import Reading
from app.text import _, day


def _named(function: Callable[..., Any]) -> Callable[..., Any]:
    """The contract, the indicator and the period of a reading."""
    for name, shown in (("period", _("PERIODO")), ("name", _("INDICATORE")), ("key", "ID")):
        function = click.argument(name, metavar=shown)(function)
    return function


@word(help=_("Registra la contestazione di una mancanza, inviata in una data."))
@_named
@click.option("--on", type=DAY, required=True, help=_("Quando è stata inviata."))
@click.option("--protocol", default="", metavar=_("NUMERO"), help=_("Il protocollo."))
@click.option("--reply-by", type=DAY, default=None, help=_("Entro quando il fornitore risponde."))
@pass_words
def contest(words: Words, /, on: date, protocol: str, reply_by: date | None, **named: str) -> None:
    """Register a contestation."""
    reading = _reading(words, **named)
    contest_readings(words.store, (reading.id,), on, protocol, reply_by)
    _answer(words, reading, named["key"], _("Contestazione del {day} registrata.").format(day=day(on)))


@word(help=_("Scrive la lettera di contestazione di una mancanza e la tiene con il contratto."))
@_named
@click.option(
    "--output", required=True, metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), help=_("Il file.")
)
@click.option("--reply-by", type=DAY, default=None, help=_("Entro quando il fornitore risponde."))
@pass_words
def letter(words: Words, /, output: Path, reply_by: date | None, **named: str) -> None:
    """Write the letter."""
    reading = _reading(words, **named)
    form = output.suffix.removeprefix(".").lower() or FORMS[0]
    prepared = prepare_letter(words.store, (reading.id,), form, reply_by)
    document_id, _changes = keep_letter(words.store, find_contract(words.store, named["key"]), prepared)
    written = save_document_as(words.store, document_id, output)
    lines = [_("Scritto {file}").format(file=written), *prepared.gaps]
    words.answer({"file": str(written), "document": document_id, "gaps": list(prepared.gaps)}, lines)


@word(help=_("Registra la risposta del fornitore."))
@_named
@click.option("--on", type=DAY, required=True, help=_("Quando è arrivata."))
@click.option("--text", default="", metavar=_("TESTO"), help=_("Che cosa risponde."))
@pass_words
def reply(words: Words, /, on: date, text: str, **named: str) -> None:
    """Register an answer."""
    reading = _reading(words, **named)
    record_reply(words.store, reading.id, reading.version, on, text)
    _answer(words, reading, named["key"], _("Risposta del {day} registrata.").format(day=day(on)))


@word(help=_("Non applica una penale, e dice perché."))
@_named
@click.option("--reason", required=True, metavar=_("MOTIVO"), help=_("Perché non si applica."))
@pass_words
def waive(words: Words, /, reason: str, **named: str) -> None:
    """Waive a penalty."""
    reading = _reading(words, **named)
    waive_penalty(words.store, reading.id, reading.version, reason)
    _answer(words, reading, named["key"], _("La penale non si applica."))


@word(help=_("Detrae una penale da una fattura del contratto."))
@_named
@click.option(
    "--invoice", type=int, required=True, metavar=_("FATTURA"), help=_("Il numero della fattura nell'elenco.")
)
@click.option("--on", type=DAY, default=None, help=_("Quando; se manca, oggi."))
@pass_words
def deduct(words: Words, /, invoice: int, on: date | None, **named: str) -> None:
    """Take a penalty from an invoice."""
    reading = _reading(words, **named)
    deduct_penalty(words.store, reading.id, InvoiceId(invoice), on)
    _answer(words, reading, named["key"], _("Penale detratta."))


def _reading(words: Words, key: str, name: str, period: str) -> Reading:
    indicator = find_indicator(words.store, find_contract(words.store, key), name)
    start = read_period(period, indicator.period, words.store.today())
    return find_reading(words.store, indicator.id, start)


def _answer(words: Words, reading: Reading, key: str, told: str) -> None:
    year = levels_of_year(words.store, find_contract(words.store, key), reading.period_on.year)
    words.answer(year_json(year), [told])
