# SPDX-License-Identifier: EUPL-1.2
"""Money of a year in words: where the plan comes from, what is left of what, what is over."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

from app.text import _, money

MISSING = "—"
_ZERO = Decimal("0.00")


class Money(Protocol):
    """What these words look at: `domain.budget.YearMoney`, which lies above this package."""

    @property
    def planned(self) -> Decimal | None:
        """What is planned; None while nobody typed it."""

    @property
    def committed(self) -> Decimal | None:
        """What is committed; None while nobody typed it."""

    @property
    def invoiced(self) -> Decimal:
        """What invoices ask for."""

    @property
    def deducted(self) -> Decimal:
        """Of what is invoiced, the penalties taken from it."""

    @property
    def owed(self) -> Decimal:
        """What is invoiced, without those penalties."""

    @property
    def paid(self) -> Decimal:
        """What left."""

    @property
    def left(self) -> Decimal | None:
        """What may still be paid."""

    @property
    def left_of(self) -> str:
        """What `left` is left of."""

    @property
    def planned_from(self) -> str:
        """Where the plan comes from."""

    @property
    def is_partial(self) -> bool:
        """Whether an amount of the plan is missing."""

    @property
    def before_vat(self) -> Decimal:
        """The net of what is missing for want of its VAT."""

    @property
    def split_vat(self) -> Decimal:
        """Of what was paid, the VAT for the treasury."""


def known_money(value: Decimal | None) -> str:
    """An amount; that it must still be typed where nobody did."""
    return money(value) if value is not None else _("da inserire")


def cell_amount(value: Decimal | None) -> str:
    """An amount in a table; a dash where nothing is known."""
    return money(value) if value is not None else MISSING


def sum_words(amounts: Iterable[Decimal]) -> str:
    """What several amounts come to; nothing where there are none."""
    told = tuple(amounts)
    return money(sum(told, _ZERO)) if told else ""


def chapter_words(chapter: str) -> str:
    """The chapter, or that it must still be told."""
    return chapter or _("senza capitolo")


def plan_source(key: str) -> str:
    """Where the plan comes from, in a few words."""
    told = {"line": _("riga di spesa"), "schedule": _("rate del canone"), "": ""}
    return told.get(key, _("riga di spesa e rate del canone"))


def plan_words(year: Money) -> str:
    """Where the plan comes from."""
    told = {
        "line": _("Dalle righe di spesa."),
        "schedule": _("Dalle rate del canone, IVA compresa."),
        "": _("Nessuna riga di spesa e nessuna rata con un importo."),
    }.get(year.planned_from, _("Dalle righe di spesa, e dalle rate del canone dove non ce ne sono."))
    return f"{told} {missing_words(year)}" if year.is_partial else told


def missing_words(year: Money) -> str:
    """What the plan still lacks."""
    if year.before_vat:
        told = _("Di rate per {amount} manca l'aliquota IVA, da scrivere nel canone.")
        return told.format(amount=money(year.before_vat))
    return _("Di qualche rata manca ancora l'importo.")


def invoiced_words(year: Money) -> str:
    """What counts as invoiced, and what of it nobody pays."""
    told = _("Fatture non rifiutate, meno le note di credito.")
    if not year.deducted:
        return told
    less = _("Ne sono detratti {amount} di penali, che non si pagano.").format(amount=money(year.deducted))
    return f"{told} {less}"


def paid_words(year: Money) -> str:
    """What counts as paid."""
    if not year.split_vat:
        return _("I pagamenti registrati.")
    told = _("I pagamenti registrati, e {vat} di IVA che per la scissione dei pagamenti va all'erario.")
    return told.format(vat=money(year.split_vat))


def left_words(year: Money) -> str:
    """What may still be paid, and of what."""
    left = year.left
    if left is None:
        return missing_words(year) if year.is_partial else _("Nulla di previsto né di impegnato.")
    over, rest = {
        "committed": (_("Pagati {amount} più dell'impegnato"), _("Restano {amount} dell'impegnato")),
        "planned": (
            _("Pagati {amount} più del previsto, senza impegno"),
            _("Restano {amount} del previsto, senza impegno"),
        ),
    }.get(
        year.left_of,
        (_("Pagati {amount} più di quanto è impegnato e previsto"), _("Restano {amount} tra impegnato e previsto")),
    )
    return (over if left < 0 else rest).format(amount=money(abs(left)))


def bar_words(year: Money) -> str:
    """The bar in words."""
    parts = [left_words(year)]
    due = year.owed - year.paid
    if due > 0:
        parts.append(_("{amount} fatturati e da pagare").format(amount=money(due)))
    if year.deducted:
        parts.append(_("{amount} di penali detratte").format(amount=money(year.deducted)))
    free = (year.planned or Decimal(0)) - (year.committed or Decimal(0))
    if year.planned is not None and year.committed is not None and free > 0:
        parts.append(_("{amount} previsti e non impegnati").format(amount=money(free)))
    return " · ".join(parts)
