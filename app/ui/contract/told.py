# SPDX-License-Identifier: EUPL-1.2
"""What the list of parts says of fees, invoices, money and service levels: what is to be done first, else how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text import _, money, ngettext

if TYPE_CHECKING:
    from app.actions.contract_summary import ContractSummary
    from app.domain.budget import YearMoney

Told = tuple[str, str]  # words and their tone


def fees_told(summary: ContractSummary) -> Told:
    """`4 rate nel 2026, 1 in ritardo`."""
    if not summary.has_fee:
        return _("da inserire"), ""
    count = summary.instalments
    words = (
        ngettext("{count} rata nel {year}", "{count} rate nel {year}", count) if count else _("nessuna rata nel {year}")
    )
    told = words.format(count=count, year=summary.year)
    if not summary.late:
        return told, ""
    return _("{told}, {count} in ritardo").format(told=told, count=summary.late), "bad"


def invoices_told(summary: ContractSummary) -> Told:
    """`1 da esaminare`, else how many there are."""
    if summary.to_examine:
        return _("{count} da esaminare").format(count=summary.to_examine), "warning"
    count = summary.invoices
    return (ngettext("{count} fattura", "{count} fatture", count).format(count=count) if count else _("nessuna")), ""


def money_told(year: YearMoney) -> Told:
    """`restano 17.262,71 €` of the running year."""
    if year.left is None:
        return _("da inserire"), ""
    if year.left < 0:
        return _("superato di {amount} nel {year}").format(amount=money(-year.left), year=year.year), "bad"
    words = _("restano {amount} nel {year}").format(amount=money(year.left), year=year.year)
    return words, "bad" if year.is_over else ""


def levels_told(summary: ContractSummary) -> Told:
    """What the office is next to do, else how many indicators there are."""
    count = summary.indicators
    if not count:
        return _("nessun indicatore"), ""
    parts = (
        _("{count} da contestare").format(count=summary.to_contest) if summary.to_contest else "",
        _("{count} da decidere").format(count=summary.to_decide) if summary.to_decide else "",
        _("{count} da leggere").format(count=summary.to_read) if summary.to_read else "",
    )
    to_do = ", ".join(part for part in parts if part)
    if to_do:
        return to_do, "bad" if summary.to_contest else "warning"
    return ngettext("{count} indicatore", "{count} indicatori", count).format(count=count), ""
