# SPDX-License-Identifier: EUPL-1.2
"""`invoice approve | refuse | commit | settle | pay | reopen ID --on DATE ...`, and the text of a refusal."""

from datetime import date
from decimal import Decimal

import click

from app.actions.invoice_steps import StepFacts
from app.actions.invoices import record_invoice_step, refusal_notice
from app.cli.days import DAY
from app.cli.grammar import word
from app.cli.invoice_json import answer_with
from app.cli.words import Words, pass_words
from app.domain.invoices import InvoiceId, InvoiceStep
from app.domain.money import read_amount
from app.domain.refusal import REFUSAL_CAUSES
from app.text import _

_ID = click.argument("invoice_id", metavar="ID", type=int)
_ON = click.option("--on", required=True, type=DAY, help=_("Quando è avvenuto."))
_NUMBER = click.option("--number", required=True, metavar=_("NUMERO"), help=_("Il numero dell'atto."))
_CAUSE = click.option("--cause", required=True, type=click.Choice(REFUSAL_CAUSES), help=_("La causa ammessa."))


@word(help=_("Approva una fattura; se un controllo non torna serve il motivo."))
@_ID
@_ON
@click.option("--reason", default="", metavar=_("TESTO"), help=_("Perché la approvi lo stesso."))
@pass_words
def approve(words: Words, invoice_id: int, on: date, reason: str) -> None:
    """Approve an invoice."""
    record_invoice_step(words.store, InvoiceId(invoice_id), InvoiceStep.APPROVE, on, reason=reason)
    answer_with(words, invoice_id)


@word(help=_("Registra il rifiuto di una fattura, entro 15 giorni e per una delle cinque cause ammesse."))
@_ID
@_ON
@_CAUSE
@click.option("--reason", default="", metavar=_("TESTO"), help=_("Che cosa è sbagliato: va nella notifica a SdI."))
@click.option("--received", type=DAY, help=_("Quando SdI l'ha consegnata, se non è già scritto."))
@pass_words
def refuse(words: Words, invoice_id: int, on: date, cause: str, reason: str, received: date | None) -> None:
    """Refuse an invoice."""
    told = StepFacts(cause=cause, reason=reason, received_on=received)
    record_invoice_step(words.store, InvoiceId(invoice_id), InvoiceStep.REFUSE, on, **told)
    answer_with(words, invoice_id)


@word(help=_("Scrive la motivazione di un rifiuto, da copiare nella notifica a SdI; non registra nulla."))
@_ID
@_CAUSE
@click.option("--reason", default="", metavar=_("TESTO"), help=_("Che cosa aggiungere alla motivazione."))
@pass_words
def notice(words: Words, invoice_id: int, cause: str, reason: str) -> None:
    """The text of a refusal."""
    found = refusal_notice(words.store, InvoiceId(invoice_id), cause, reason)
    due_on = found.due_on.isoformat() if found.due_on else None
    words.answer({"cause": found.cause, "text": found.text, "refuse_by": due_on}, [found.text])


@word(help=_("Registra il numero dell'impegno di una fattura."))
@_ID
@_ON
@_NUMBER
@pass_words
def commit(words: Words, invoice_id: int, on: date, number: str) -> None:
    """Name the impegno of an invoice."""
    record_invoice_step(words.store, InvoiceId(invoice_id), InvoiceStep.COMMIT, on, number=number)
    answer_with(words, invoice_id)


@word(help=_("Registra l'atto di liquidazione di una fattura."))
@_ID
@_ON
@_NUMBER
@pass_words
def settle(words: Words, invoice_id: int, on: date, number: str) -> None:
    """Settle an invoice."""
    record_invoice_step(words.store, InvoiceId(invoice_id), InvoiceStep.SETTLE, on, number=number)
    answer_with(words, invoice_id)


@word(help=_("Registra il mandato di pagamento di una fattura, per tutto o per una parte."))
@_ID
@_ON
@_NUMBER
@click.option("--amount", default="", metavar=_("IMPORTO"), help=_("Quanto è stato pagato; altrimenti tutto."))
@pass_words
def pay(words: Words, invoice_id: int, on: date, number: str, amount: str) -> None:
    """Pay an invoice."""
    paid: Decimal | None = read_amount(amount) if amount else None
    record_invoice_step(words.store, InvoiceId(invoice_id), InvoiceStep.PAY, on, number=number, amount=paid)
    answer_with(words, invoice_id)


@word(help=_("Riprende l'ultimo passo di una fattura, con il motivo."))
@_ID
@_ON
@click.option("--reason", required=True, metavar=_("TESTO"), help=_("Il motivo."))
@pass_words
def reopen(words: Words, invoice_id: int, on: date, reason: str) -> None:
    """Take the last step back."""
    record_invoice_step(words.store, InvoiceId(invoice_id), InvoiceStep.REOPEN, on, reason=reason)
    answer_with(words, invoice_id)


STEP_WORDS = (approve, refuse, notice, commit, settle, pay, reopen)
"""The words that say what was done with an invoice."""
