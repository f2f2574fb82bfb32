# SPDX-License-Identifier: EUPL-1.2
"""The cost of a request in words: what it is made of, what was left out, why it cannot be known."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from app.text import _, money, ngettext
from app.text.term_words import counted_days


class _Span(Protocol):
    @property
    def years(self) -> int: ...

    @property
    def days(self) -> int: ...

    @property
    def days_in_year(self) -> int: ...


class _Part(Protocol):
    @property
    def key(self) -> str: ...

    @property
    def amount(self) -> Decimal: ...


class _Cost(Protocol):
    @property
    def yearly(self) -> Decimal | None: ...

    @property
    def span(self) -> _Span | None: ...

    @property
    def parts(self) -> Sequence[_Part]: ...

    @property
    def total(self) -> Decimal | None: ...

    @property
    def without_figures(self) -> Sequence[str]: ...


def span_words(span: _Span) -> str:
    """`10 anni`, `1 anno e 184 giorni`, `184 giorni`."""
    years = ngettext("{count} anno", "{count} anni", span.years).format(count=span.years)
    if not span.days:
        return years
    days = counted_days(span.days)
    return _("{years} e {days}").format(years=years, days=days) if span.years else days


def cost_words(cost: _Cost | None) -> tuple[str, ...]:
    """One sentence for each part, the total, and what is missing; no figure stands where none was typed."""
    if cost is None:
        return (_("Nessuna cifra è stata scritta dall'atto: il costo non si può calcolare."),)
    words = [_part(part, cost) for part in cost.parts]
    if cost.total is None:
        words.append(_("Mancano l'inizio o la fine: il costo su tutta la durata non si può calcolare."))
    else:
        words.append(_total(cost.total, cost.span))
    if cost.without_figures:
        codes = ", ".join(cost.without_figures)
        words.append(_("Cifre non scritte, quindi non comprese: {codes}.").format(codes=codes))
    return tuple(words)


def _total(total: Decimal, span: _Span | None) -> str:
    if span is None:
        return _("In tutto: {amount}.").format(amount=money(total))
    return _("In tutto, per {span}: {amount}.").format(span=span_words(span), amount=money(total))


def _part(part: _Part, cost: _Cost) -> str:
    amount, span = money(part.amount), cost.span
    if part.key == "once" or span is None:
        return _("Una volta sola: {amount}.").format(amount=amount)
    yearly = money(cost.yearly or Decimal(0))
    if part.key == "years":
        return ngettext(
            "{count} anno a {yearly} l'anno: {amount}.", "{count} anni a {yearly} l'anno: {amount}.", span.years
        ).format(count=span.years, yearly=yearly, amount=amount)
    return _("{days} su {year} a {yearly} l'anno: {amount}.").format(
        days=counted_days(span.days), year=span.days_in_year, yearly=yearly, amount=amount
    )
