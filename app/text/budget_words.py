# SPDX-License-Identifier: EUPL-1.2
"""Money of a year in words: where the plan comes from, what is left of what, what is over."""

from collections.abc import Iterable
from decimal import Decimal

from app.domain.budget import COMMITTED, FROM_LINE, FROM_SCHEDULE, NOTHING, PLANNED, YearMoney
from app.domain.invoices import Payment
from app.text import _, money

MISSING = "—"


def known_money(value: Decimal | None) -> str:
    """An amount; that it must still be typed where nobody did."""
    return money(value) if value is not None else _("da inserire")


def cell_amount(value: Decimal | None) -> str:
    """An amount in a table; a dash where nothing is known."""
    return money(value) if value is not None else MISSING


def paid_sum(payments: Iterable[Payment]) -> str:
    """What the payments come to; nothing where there are none."""
    amounts = [one.amount for one in payments]
    return money(sum(amounts, NOTHING)) if amounts else ""


def chapter_words(chapter: str) -> str:
    """The chapter, or that it must still be told."""
    return chapter or _("senza capitolo")


def plan_source(key: str) -> str:
    """Where the plan comes from, in a few words."""
    told = {FROM_LINE: _("riga di spesa"), FROM_SCHEDULE: _("rate del canone"), "": ""}
    return told.get(key, _("riga di spesa e rate del canone"))


def plan_words(year: YearMoney) -> str:
    """Where the plan comes from."""
    told = {
        FROM_LINE: _("Dalle righe di spesa."),
        FROM_SCHEDULE: _("Dalle rate del canone, IVA compresa."),
        "": _("Nessuna riga di spesa e nessuna rata con un importo."),
    }.get(year.planned_from, _("Dalle righe di spesa, e dalle rate del canone dove non ce ne sono."))
    return told + (" " + _("Di qualche rata manca ancora l'importo.") if year.is_partial else "")


def paid_words(year: YearMoney) -> str:
    """What counts as paid."""
    if not year.split_vat:
        return _("I pagamenti registrati.")
    told = _("I pagamenti registrati, e {vat} di IVA che per la scissione dei pagamenti va all'erario.")
    return told.format(vat=money(year.split_vat))


def left_words(year: YearMoney) -> str:
    """What may still be paid, and of what."""
    left = year.left
    if left is None:
        return _("Nulla di previsto né di impegnato.")
    over, rest = {
        COMMITTED: (_("Pagati {amount} più dell'impegnato"), _("Restano {amount} dell'impegnato")),
        PLANNED: (
            _("Pagati {amount} più del previsto, senza impegno"),
            _("Restano {amount} del previsto, senza impegno"),
        ),
    }.get(
        year.left_of,
        (_("Pagati {amount} più di quanto è impegnato e previsto"), _("Restano {amount} tra impegnato e previsto")),
    )
    return (over if left < 0 else rest).format(amount=money(abs(left)))


def bar_words(year: YearMoney) -> str:
    """The bar in words."""
    parts = [left_words(year)]
    due = year.invoiced - year.paid
    if due > 0:
        parts.append(_("{amount} fatturati e da pagare").format(amount=money(due)))
    free = (year.planned or Decimal(0)) - (year.committed or Decimal(0))
    if year.planned is not None and year.committed is not None and free > 0:
        parts.append(_("{amount} previsti e non impegnati").format(amount=money(free)))
    return " · ".join(parts)
