# SPDX-License-Identifier: EUPL-1.2
"""`payment add | list | remove`: money that left for a contract or for a concession of the comune's own."""

from datetime import date
from typing import Any

import click

from app.actions import payments
from app.actions.concessions import show_concession
from app.actions.contracts import show_contract
from app.cli.accession_fields import read_option_amount
from app.cli.days import DAY
from app.cli.grammar import word_group
from app.cli.words import Words, pass_words
from app.domain.concessions import ConcessionId, ContractId
from app.domain.invoices import InvoiceId, Payment
from app.errors import UserError
from app.formats.spreadsheet import json_cell
from app.text import _, day, money

_KEYS = ("id", "contract_id", "concession_id", "invoice_id", "on", "number", "amount", "chapter", "year", "note")


@word_group(help=_("I pagamenti dei contratti e delle concessioni."))
def payment() -> None:
    """Words on payments."""


@payment.command(help=_("Registra un pagamento di un contratto o di una concessione."))
@click.argument("amount", metavar=_("IMPORTO"))
@click.option("--on", type=DAY, required=True, help=_("La data."))
@click.option("--contract", type=int, default=None, metavar="ID", help=_("Il contratto."))
@click.option("--concession", type=int, default=None, metavar="ID", help=_("La concessione."))
@click.option("--number", default="", metavar=_("NUMERO"), help=_("Il numero del mandato."))
@click.option("--invoice", type=int, default=None, metavar="ID", help=_("La fattura che paga."))
@click.option("--chapter", default="", metavar=_("TESTO"), help=_("Il capitolo; se manca, quello del contratto."))
@click.option("--year", type=int, default=None, help=_("L'esercizio; se manca, quello della data."))
@click.option("--note", default="", metavar=_("TESTO"), help=_("Una nota."))
@pass_words
def add(words: Words, /, amount: str, on: date, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Register a payment."""
    read = read_option_amount(amount)
    if read is None:
        raise UserError("payment.amount_missing")
    invoice = given.pop("invoice")
    payment_id, _changes = payments.pay(
        words.store,
        on=on,
        amount=read,
        contract_id=given.pop("contract"),
        concession_id=given.pop("concession"),
        invoice_id=InvoiceId(invoice) if invoice else None,
        **given,
    )
    made = next(one for one in payments.list_payments(words.store) if one.id == payment_id)
    told = _("Registrato con il n. {id}: {payment}").format(id=payment_id, payment=_line(made))
    words.answer(_json(made), [told])


@payment.command(name="list", help=_("Elenca i pagamenti, dal più recente."))
@click.option("--contract", type=int, default=None, metavar="ID", help=_("Solo quelli di un contratto."))
@click.option("--concession", type=int, default=None, metavar="ID", help=_("Solo quelli di una concessione."))
@pass_words
def list_payments(words: Words, contract: int | None, concession: int | None) -> None:
    """The payments."""
    found = payments.list_payments(
        words.store,
        contract_id=ContractId(contract) if contract else None,
        concession_id=ConcessionId(concession) if concession else None,
    )
    lines = [f"{one.id}  {_line(one)}: {_owner(words, one)}" for one in found] or [_("Nessun pagamento.")]
    words.answer([_json(one) for one in found], lines)


@payment.command(help=_("Elimina un pagamento registrato per errore."))
@click.argument("payment_id", metavar="ID", type=int)
@pass_words
def remove(words: Words, payment_id: int) -> None:
    """Take a payment out."""
    payments.remove_payment(words.store, payment_id)
    words.answer({"id": payment_id}, [_("Eliminato il pagamento n. {id}.").format(id=payment_id)])


def _json(one: Payment) -> dict[str, Any]:
    return {key: json_cell(getattr(one, key)) for key in _KEYS}


def _owner(words: Words, one: Payment) -> str:
    """What it was paid for, by number and name."""
    if one.contract_id is not None:
        contract = show_contract(words.store, one.contract_id).contract
        return _("contratto {id}, {title}").format(id=contract.id, title=contract.title)
    concession = show_concession(words.store, ConcessionId(one.concession_id or 0)).concession
    return _("concessione {id}, {title}").format(id=concession.id, title=concession.title)


def _line(one: Payment) -> str:
    number = _(", mandato {number}").format(number=one.number) if one.number else ""
    return _("{amount} del {day}").format(amount=money(one.amount), day=day(one.on)) + number
