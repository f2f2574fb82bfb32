# SPDX-License-Identifier: EUPL-1.2
"""`concession schedule ID`: the expected instalments of a contract, each with how it was reckoned."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import click

from app.actions.contracts import find_contract
from app.actions.fees import ScheduleView, show_schedule
from app.cli.days import DAY
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.domain.fee_schedule import YearTotal
from app.domain.fees import Instalment
from app.formats.spreadsheet import json_cell
from app.text import _, day, money
from app.text.fee_words import instalment_state, missing_words, state_label, working_lines

_AS_IT_IS = ("fee_id", "number", "model", "title", "starts_on", "ends_on", "due_on", "net", "vat", "gross")
_MORE = ("is_free", "is_funded", "is_split", "spending", "chapter", "year")


@word(name="schedule", help=_("Le rate di un contratto, ciascuna con il suo calcolo, e i totali di ogni anno."))
@click.argument("key", metavar="ID")
@click.option("--until", type=DAY, default=None, help=_("Fino a quando; se manca, fino alla fine del contratto."))
@pass_words
def schedule(words: Words, key: str, until: date | None) -> None:
    """The schedule of a contract."""
    view = show_schedule(words.store, find_contract(words.store, key), until)
    words.answer(schedule_json(view), list(_lines(view)))


def schedule_json(view: ScheduleView) -> dict[str, Any]:
    """The schedule with its years."""
    return {
        "contract": view.contract.id,
        "title": view.contract.title,
        "until": view.until.isoformat(),
        "instalments": [_instalment_json(one) for one in view.instalments],
        "years": [_year_json(one) for one in view.years],
        "gaps": [{"fee_id": fee_id, "missing": list(gaps)} for fee_id, gaps in view.gaps],
    }


def _instalment_json(one: Instalment) -> dict[str, Any]:
    told = {name: json_cell(getattr(one, name)) for name in (*_AS_IT_IS, *_MORE)}
    working = working_lines(one.working)
    return {**told, "state": instalment_state(one), "missing": list(one.missing), "working": working}


def _year_json(total: YearTotal) -> dict[str, Any]:
    sums = ("year", "net", "vat", "gross", "funded", "on_budget", "known")
    return {name: json_cell(getattr(total, name)) for name in sums} | {"missing": list(total.missing)}


def _lines(view: ScheduleView) -> Iterator[str]:
    yield _("Contratto n. {id}: {title}").format(id=view.contract.id, title=view.contract.title)
    for fee_id, gaps in view.gaps:
        yield f"  {view.fee(fee_id).title}: {missing_words(gaps)}"
    for one in view.instalments:
        yield _instalment_line(one)
        yield from (f"      {line}" for line in working_lines(one.working))
    for total in view.years:
        told = _("{year}: imponibile {net}, IVA {vat}, totale {gross}, a carico del bilancio {on_budget}")
        yield told.format(
            year=total.year,
            net=_amount(total.net),
            vat=_amount(total.vat),
            gross=_amount(total.gross),
            on_budget=_amount(total.on_budget),
        )


def _instalment_line(one: Instalment) -> str:
    told = _("{title}, rata {number}, dal {starts_on} al {ends_on}: {gross} ({state}), scadenza {due_on}")
    lacks = missing_words(one.missing)
    line = told.format(
        title=one.title,
        number=one.number,
        starts_on=day(one.starts_on),
        ends_on=day(one.ends_on),
        gross=_amount(one.gross),
        state=state_label(instalment_state(one)),
        due_on=day(one.due_on) or _("da inserire"),
    )
    return f"  {line}. {lacks}" if lacks else f"  {line}"


def _amount(value: Decimal | None) -> str:
    return _("da inserire") if value is None else money(value)
