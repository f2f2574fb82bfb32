# SPDX-License-Identifier: EUPL-1.2
"""The parts of the card of an invoice that only tell: amounts, payments, what was done, the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from app.domain.file_names import shown_name
from app.domain.invoices import Invoice, InvoiceState
from app.text import _, day, money, weekday
from app.text.distance import days_away
from app.text.invoice_labels import due_vat_label, signature_label, step_label
from app.text.number_words import numbered
from app.ui.invoices.words import contract_name, invoice_title, signed_total
from app.ui.widgets.link import LongLink

if TYPE_CHECKING:
    from app.actions.invoice_views import InvoiceView
    from app.domain.concessions import ServiceContract
    from app.ui.widgets.card import Card


def supplier_words(invoice: Invoice) -> str:
    """`Alfa S.r.l., partita IVA IT01234567890`."""
    code = invoice.supplier_vat or invoice.supplier_fiscal_code
    if not code:
        return invoice.supplier
    told = _("{supplier}, partita IVA {code}") if invoice.supplier_vat else _("{supplier}, codice fiscale {code}")
    return told.format(supplier=invoice.supplier, code=code)


def contract_words(contract: ServiceContract) -> str:
    """`Sito web, contratto 12/2025, CIG B1234567AB`."""
    parts = [contract_name(contract)]
    if contract.reference:
        parts.append(_("contratto {reference}").format(reference=contract.reference))
    if contract.cig:
        parts.append(_("CIG {cig}").format(cig=contract.cig))
    return ", ".join(parts)


def add_amounts(card: Card, view: InvoiceView, today: date) -> None:
    """What it asks for, and until when."""
    invoice, owed = view.invoice, view.money
    card.add_heading(_("Importi"))
    card.add_row(_("Totale"), money(signed_total(invoice)))
    vat = _("{taxable} e IVA {vat}").format(taxable=money(invoice.taxable), vat=money(invoice.vat))
    card.add_row(_("Di cui"), vat)
    if owed.deducted:
        card.add_row(_("Penali detratte"), money(-owed.deducted))
    if owed.split_vat or owed.deducted:
        card.add_row(_("Al fornitore"), money(owed.payable))
    if owed.split_vat:
        card.add_row(_("All'erario"), _("{amount}, {why}").format(amount=money(owed.split_vat), why=due_vat_label("S")))
    if invoice.period_from or invoice.period_to:
        told = _("dal {first} al {last}").format(first=day(invoice.period_from), last=day(invoice.period_to))
        card.add_row(_("Periodo"), told)
    if invoice.due_on and invoice.state not in (InvoiceState.PAID, InvoiceState.REFUSED):
        away = days_away((invoice.due_on - today).days)
        late = "bad" if invoice.due_on < today else ""
        card.add_row(_("Da pagare entro"), f"{weekday(invoice.due_on)} {day(invoice.due_on)}, {away}", tone=late)
    if invoice.iban:
        card.add_row(_("IBAN"), invoice.iban, copy=True, mono=True)


def add_commitment(card: Card, view: InvoiceView, write: Callable[[], object]) -> None:
    """Its impegno is not in the budget: only the clerk knows how much was committed."""
    title = _("L'impegno {number} non è nella spesa del contratto").format(number=view.invoice.commitment)
    told = _("Finché non scrivi quanto è impegnato, nella spesa resta senza impegno ciò che la fattura paga.")
    card.add_callout(title, told, "warning", _("Scrivi la riga di spesa…"), write)


def add_payments(card: Card, view: InvoiceView) -> None:
    """What left for it, and what is still owed."""
    if not view.payments:
        return
    card.add_heading(_("Pagamenti"))
    for payment in view.payments:
        label = _("Mandato {number}").format(number=payment.number) if payment.number else _("Pagamento")
        card.add_row(label, _("{amount} il {day}").format(amount=money(payment.amount), day=day(payment.on)))
    card.add_row(_("Resta da pagare"), money(view.money.left), tone="" if view.money.left else "good")


def add_steps(card: Card, view: InvoiceView) -> None:
    """What the office did, the newest last."""
    if not view.steps:
        return
    card.add_heading(_("Che cosa è stato fatto"))
    for taken in view.steps:
        number = numbered(taken.number)
        card.add_row(step_label(taken.step.value), ", ".join(part for part in (day(taken.on), number) if part))
        if taken.reason:
            card.add_text(taken.reason, muted=True)


def add_file(card: Card, view: InvoiceView, show: Callable[[str, str], object]) -> None:
    """The file as it came, how it is signed, and what else is in it."""
    invoice = view.invoice
    card.add_heading(_("Il file"))
    card.add_text(shown_name(invoice.file_name))
    card.add_pill_row(_("Firma"), signature_label(invoice.signature), _signature_tone(invoice.signature))
    for signer in view.file.signers if view.file is not None else ():
        card.add_text(signer.name, muted=True)
    if invoice.sdi_id:
        card.add_row(_("Numero di SdI"), invoice.sdi_id)
    for other in view.siblings:
        told = _("Nello stesso file: {name}").format(name=invoice_title(other))
        card.add_widget(LongLink(told, _show(show, other)))
    for other in view.linked:
        card.add_widget(LongLink(_("Collegata: {name}").format(name=invoice_title(other)), _show(show, other)))
    card.add_widget(LongLink(_("Apri il documento"), partial(show, "documents", str(view.document.id))))


def _show(show: Callable[[str, str], object], other: Invoice) -> Callable[[], object]:
    return partial(show, "invoices", str(other.id))


def _signature_tone(key: str) -> str:
    return {"none": "neutral", "broken": "bad"}.get(key, "warning")
