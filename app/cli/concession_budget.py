# SPDX-License-Identifier: EUPL-1.2
"""`concession budget [--year]`: the money of the contracts by financial year and chapter."""

from typing import Any

import click

from app.actions.budget import AHEAD, BudgetView, show_budget
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.domain.budget import YearMoney
from app.formats.spreadsheet import json_cell
from app.text import _
from app.text.budget_words import cell_amount, chapter_words
from app.text.concession_labels import spending_label

_KEYS = ("year", "chapter", "spending", "planned", "planned_from", "committed", "invoiced", "deducted", "paid", "left")


@word(name="budget", help=_("La spesa per esercizio e capitolo: previsto, impegnato, fatturato, pagato, residuo."))
@click.option(
    "--year", type=click.IntRange(1900, 2199), default=None, help=_("L'esercizio; se manca, quello in corso.")
)
@click.option("--ahead", type=click.IntRange(0, 20), default=AHEAD, help=_("Quanti esercizi dopo."))
@pass_words
def budget(words: Words, year: int | None, ahead: int) -> None:
    """The budget."""
    view = show_budget(words.store, year, ahead)
    words.answer(budget_json(view), _lines(view))


def budget_json(view: BudgetView) -> dict[str, Any]:
    """The years, their chapters, and the contracts behind them."""
    return {
        "year": view.year,
        "years": [money_json(total) for total in view.totals],
        "chapters": [money_json(row) for row in view.rows],
        "contracts": [
            {
                "contract": money.contract.id if money.contract else None,
                "concession": money.concession.id if money.concession else None,
                "title": money.title,
                "cig": money.cig,
                "cup": money.cup,
                "years": [money_json(one) for one in money.years if one.year in view.years],
            }
            for money in view.money
        ],
    }


def money_json(money: YearMoney) -> dict[str, Any]:
    """One year or chapter; null where nothing is known."""
    told: dict[str, Any] = {key: json_cell(getattr(money, key)) for key in _KEYS}
    return {**told, "commitments": list(money.commitments), "is_over": money.is_over, "is_partial": money.is_partial}


def _lines(view: BudgetView) -> list[str]:
    lines = []
    for total in view.totals:
        lines.append(_("Esercizio {year}: {money}").format(year=total.year, money=_words(total)))
        for row in view.rows:
            if row.year == total.year:
                name = chapter_words(row.chapter)
                spending = spending_label(row.spending)
                lines.append(f"  {name}{' · ' + spending if spending else ''}: {_words(row)}")
    return lines


def _words(money: YearMoney) -> str:
    told = _("previsto {planned}, impegnato {committed}, fatturato {invoiced}, pagato {paid}, residuo {left}")
    words = told.format(
        planned=cell_amount(money.planned),
        committed=cell_amount(money.committed),
        invoiced=cell_amount(money.invoiced),
        paid=cell_amount(money.paid),
        left=cell_amount(money.left),
    )
    if not money.deducted:
        return words
    return words + ", " + _("penali detratte {amount}").format(amount=cell_amount(money.deducted))
