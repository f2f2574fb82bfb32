# SPDX-License-Identifier: EUPL-1.2
"""`concession schedule ID`: the expected instalments of a contract, each with how it was reckoned."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import click

from app.actions.contracts import find_contract
from app.actions.instalments import StandingView, show_standings
from app.cli.days import DAY
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.domain.fee_schedule import YearTotal
from app.domain.fees import Instalment
from app.domain.instalment_standing import Standing
from app.formats.spreadsheet import json_cell
from app.text import _, day, money
from app.text.fee_words import instalment_state, missing_words, working_lines
from app.text.instalment_words import due_day, due_told, invoices_told, paid_days, standing_key, standing_label

_AS_IT_IS = ("fee_id", "number", "model", "title", "starts_on", "ends_on", "due_on", "net", "vat", "gross")
_MORE = ("is_free", "is_funded", "is_split", "spending", "chapter", "year")


@word(name="schedule", help=_("Le rate di un contratto, ciascuna con il suo calcolo, e i totali di ogni anno."))
@click.argument("key", metavar="ID")
@click.option("--until", type=DAY, default=None, help=_("Fino a quando; se manca, fino alla fine del contratto."))
@pass_words
def schedule(words: Words, key: str, until: date | None) -> None:
    """The schedule of a contract."""
    view = show_standings(words.store, find_contract(words.store, key), until)
    words.answer(schedule_json(view), list(_lines(view)))


def schedule_json(view: StandingView) -> dict[str, Any]:
    """The schedule with its years."""
    return {
        "contract": view.contract.id,
        "title": view.contract.title,
        "until": view.until.isoformat(),
        "instalments": [_instalment_json(one, view.standing(one)) for one in view.instalments],
        "years": [_year_json(one) for one in view.years],
        "gaps": [{"fee_id": fee_id, "missing": list(gaps)} for fee_id, gaps in view.gaps],
    }


def _instalment_json(one: Instalment, standing: Standing) -> dict[str, Any]:
    told = {name: json_cell(getattr(one, name)) for name in (*_AS_IT_IS, *_MORE)}
    working = working_lines(one.working)
    done = {
        "payable_on": json_cell(standing.open_on),
        "invoices": [invoice.number for invoice in standing.invoices],
        "invoiced": json_cell(standing.invoiced),
        "paid_on": [json_cell(paid) for paid in standing.paid_on],
        "standing": standing_key(one, standing),
    }
    return {**told, **done, "state": instalment_state(one), "missing": list(one.missing), "working": working}


def _year_json(total: YearTotal) -> dict[str, Any]:
    sums = ("year", "net", "vat", "gross", "funded", "on_budget", "known")
    return {name: json_cell(getattr(total, name)) for name in sums} | {"missing": list(total.missing)}


def _lines(view: StandingView) -> Iterator[str]:
    yield _("Contratto n. {id}: {title}").format(id=view.contract.id, title=view.contract.title)
    for fee_id, gaps in view.gaps:
        yield f"  {view.fee(fee_id).title}: {missing_words(gaps)}"
    for one in view.instalments:
        yield _instalment_line(one, view.standing(one))
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


def _instalment_line(one: Instalment, standing: Standing) -> str:
    told = _("{title}, rata {number}, dal {starts_on} al {ends_on}: {gross} ({state}), scadenza {due_on}")
    paid = _("Pagata il {day}").format(day=paid_days(standing)) if standing.paid_on else ""
    more = (due_told(one, standing), invoices_told(standing), paid, missing_words(one.missing))
    line = told.format(
        title=one.title,
        number=one.number,
        starts_on=day(one.starts_on),
        ends_on=day(one.ends_on),
        gross=_amount(one.gross),
        state=standing_label(one, standing),
        due_on=due_day(one) or _("da inserire"),
    )
    return "  " + ". ".join((line, *(one for one in more if one)))


def _amount(value: Decimal | None) -> str:
    return _("da inserire") if value is None else money(value)
