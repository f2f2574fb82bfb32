# SPDX-License-Identifier: EUPL-1.2
"""How the parts of an electronic invoice read: numbers as the supplier wrote them, parties, references, details."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from app.text import _, day, language
from app.text.invoice_labels import nature_label

if TYPE_CHECKING:
    from app.domain.invoice_files import InvoiceLine, InvoiceParty
    from app.domain.invoices import InvoiceReference

_MOST = 8  # decimals of a price
PRICE = 2  # at least


def number_words(value: Decimal | None, least: int = 0) -> str:
    """`1.234,5`: a figure with the decimals that it has, at least so many; nothing for none."""
    if value is None:
        return ""
    decimals = min(_MOST, max(least, -int(value.normalize().as_tuple().exponent)))
    plain = f"{value:,.{decimals}f}"
    return plain.translate(str.maketrans(",.", ".,")) if language() == "it" else plain


def rate_words(rate: Decimal | None, nature: str) -> str:
    """`22 %`, or the code of why there is none."""
    if nature and not rate:
        return nature
    return f"{number_words(rate)} %" if rate is not None else ""


def party_lines(party: InvoiceParty, code: str) -> Iterator[str]:
    """Codes and address of a party, one a line."""
    if party.vat:
        yield _("Partita IVA {code}").format(code=party.vat)
    if party.fiscal_code and party.fiscal_code not in party.vat:
        yield _("Codice fiscale {code}").format(code=party.fiscal_code)
    if party.address:
        yield party.address
    if code:
        yield _("Codice univoco ufficio {code}").format(code=code)
    if party.reference:
        yield _("Riferimento: {reference}").format(reference=party.reference)


def reference_words(reference: InvoiceReference) -> str:
    """`12/2025 del 03/02/2025, CIG B1234567AB, CUP J41F22001340006, riga 2`."""
    dated = _("{document} del {day}").format(document=reference.document, day=day(reference.on))
    parts = [
        dated if reference.on else reference.document,
        _("voce {item}").format(item=reference.item) if reference.item else "",
        _("commessa {code}").format(code=reference.convention) if reference.convention else "",
        _("CUP {cup}").format(cup=reference.cup) if reference.cup else "",
        _("CIG {cig}").format(cig=reference.cig) if reference.cig else "",
    ]
    if reference.lines:
        parts.append(_("righe {lines}").format(lines=", ".join(map(str, reference.lines))))
    return ", ".join(part for part in parts if part)


def line_details(line: InvoiceLine, *, is_wide: bool) -> Iterator[str]:
    """What stands in small letters below the description of a line."""
    if not is_wide:
        quantity = " ".join(part for part in (number_words(line.quantity), line.unit) if part)
        price = number_words(line.unit_price, PRICE)
        parts = [_(" per ").join(part for part in (quantity, price) if part), rate_words(line.vat_rate, line.nature)]
        yield ", IVA ".join(part for part in parts if part)
    if line.period_from or line.period_to:
        yield _("dal {first} al {last}").format(first=day(line.period_from), last=day(line.period_to))
    if line.nature and is_wide:
        yield nature_label(line.nature)
    if line.reference:
        yield _("Riferimento: {reference}").format(reference=line.reference)
    for kind, text in line.others:
        yield f"{kind}: {text}"
