# SPDX-License-Identifier: EUPL-1.2
"""`invoice import | list | show | receive | assign | match | unmatch | save | remove` and the steps of an invoice."""

from datetime import date
from pathlib import Path

import click

from app.actions import document_files
from app.actions import invoices as actions
from app.cli.days import DAY
from app.cli.grammar import word_group
from app.cli.invoice_json import answer_with, outcome_json, outcome_lines, row_json, row_line, view_json, view_lines
from app.cli.invoice_steps import STEP_WORDS
from app.cli.words import Words, pass_words
from app.domain.concessions import ContractId
from app.domain.invoices import InvoiceId, InvoiceState
from app.errors import UserError
from app.text import _

_STATES = click.Choice([one.value for one in InvoiceState])


@word_group(help=_("Le fatture elettroniche ricevute."))
def invoice() -> None:
    """Words on invoices."""


@invoice.command(name="import", help=_("Aggiunge file .xml e .p7m, o tutti quelli di una cartella, così come sono."))
@click.argument("files", metavar=_("FILE_O_CARTELLA..."), nargs=-1, required=True, type=click.Path(path_type=Path))
@pass_words
def import_(words: Words, files: tuple[Path, ...]) -> None:
    """Take invoices in; exit status 1 when a file was refused."""
    outcome = actions.import_invoices(words.store, files, words.progress(_("Importo le fatture")))
    words.answer(outcome_json(outcome), outcome_lines(outcome))
    words.exit_status = 1 if outcome.refused else 0


@invoice.command(name="list", help=_("Elenca le fatture, con i controlli che non tornano."))
@click.option("--contract", type=int, default=None, metavar="ID", help=_("Solo quelle di un contratto."))
@click.option("--state", type=_STATES, default=None, help=_("Solo quelle a questo punto."))
@pass_words
def list_invoices(words: Words, contract: int | None, state: str | None) -> None:
    """All invoices, the newest first."""
    found = actions.list_invoices(words.store, ContractId(contract) if contract is not None else None)
    wanted = [row for row in found if state in (None, row.invoice.state.value)]
    words.answer([row_json(row) for row in wanted], [row_line(row) for row in wanted])


@invoice.command(help=_("Mostra una fattura con i controlli, le rate proposte e ciò che è stato fatto."))
@click.argument("invoice_id", metavar="ID", type=int)
@pass_words
def show(words: Words, invoice_id: int) -> None:
    """All that is known of an invoice."""
    answer_with(words, invoice_id)


@invoice.command(help=_("Scrive quando SdI ha consegnato le fatture: i 15 giorni partono da lì."))
@click.argument("invoice_ids", metavar="ID...", nargs=-1, required=True, type=int)
@click.option("--on", required=True, type=DAY, help=_("Il giorno della consegna."))
@pass_words
def receive(words: Words, invoice_ids: tuple[int, ...], on: date) -> None:
    """Say when invoices came."""
    ids = [InvoiceId(one) for one in invoice_ids]
    actions.set_received(words.store, ids, on)
    views = [actions.show_invoice(words.store, one) for one in ids]
    words.answer([view_json(one) for one in views], [line for one in views for line in view_lines(one)])


@invoice.command(help=_("Lega una fattura a un contratto; senza contratto la slega."))
@click.argument("invoice_id", metavar="ID", type=int)
@click.argument("contract_id", metavar=_("CONTRATTO"), type=int, required=False)
@pass_words
def assign(words: Words, invoice_id: int, contract_id: int | None) -> None:
    """Say of which contract an invoice is."""
    contract = ContractId(contract_id) if contract_id is not None else None
    actions.assign_contract(words.store, InvoiceId(invoice_id), contract)
    answer_with(words, invoice_id)


@invoice.command(help=_("Abbina una fattura alle rate di una delle proposte che «show» elenca."))
@click.argument("invoice_id", metavar="ID", type=int)
@click.option("--proposal", "group", type=int, default=1, metavar=_("NUMERO"), help=_("Quale proposta; 1 è la prima."))
@pass_words
def match(words: Words, invoice_id: int, group: int) -> None:
    """Match an invoice as proposed."""
    view = actions.show_invoice(words.store, InvoiceId(invoice_id))
    wanted = [one for one in view.proposals if one.group == group]
    if not wanted:
        raise UserError("invoice.no_such_proposal", group=group)
    actions.match(words.store, InvoiceId(invoice_id), wanted)
    answer_with(words, invoice_id)


@invoice.command(help=_("Stacca una fattura da tutte le rate."))
@click.argument("invoice_id", metavar="ID", type=int)
@pass_words
def unmatch(words: Words, invoice_id: int) -> None:
    """Take all matches back."""
    actions.unmatch(words.store, InvoiceId(invoice_id))
    answer_with(words, invoice_id)


@invoice.command(help=_("Salva il file di una fattura, byte per byte come è arrivato."))
@click.argument("invoice_id", metavar="ID", type=int)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@pass_words
def save(words: Words, invoice_id: int, file: Path) -> None:
    """Write the bytes of an invoice to a file."""
    view = actions.show_invoice(words.store, InvoiceId(invoice_id))
    target = document_files.save_document_as(words.store, view.document.id, file)
    words.answer({"file": str(target)}, [_("Salvato in {file}").format(file=target)])


@invoice.command(help=_("Elimina tutte le fatture di un file con cui non è stato fatto nulla; «undo» le rimette."))
@click.argument("invoice_id", metavar="ID", type=int)
@pass_words
def remove(words: Words, invoice_id: int) -> None:
    """Take a file of invoices out."""
    actions.remove_invoice(words.store, InvoiceId(invoice_id))
    words.answer({"id": invoice_id}, [_("Fattura n. {id} eliminata.").format(id=invoice_id)])


for _word in STEP_WORDS:
    invoice.add_command(_word)
