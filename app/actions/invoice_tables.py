# SPDX-License-Identifier: EUPL-1.2
"""Invoices as a list for a spreadsheet or another program, and which of them a chip and a search leave."""

from collections.abc import Iterable, Mapping, Sequence

from app.actions.invoice_views import InvoiceRow
from app.actions.invoices import list_invoices
from app.actions.tables import Row, Table, saying
from app.domain.file_names import shown_name
from app.domain.folding import fold, matches
from app.domain.invoice_groups import GROUPS, group_of
from app.domain.invoices import InvoiceId, InvoiceState, InvoiceStep, InvoiceStepTaken
from app.store import Store, rows
from app.text import _
from app.text.invoice_labels import due_vat_label, state_label, type_label
from app.text.invoice_words import cause_label, check_label


def words_of(row: InvoiceRow) -> str:
    """All by which an invoice is looked for."""
    invoice, contract = row.invoice, row.contract
    codes = [code for one in invoice.references for code in (one.cig, one.cup, one.document)]
    of_contract = [contract.title, contract.cig, contract.reference] if contract is not None else []
    own = (invoice.number, invoice.supplier, invoice.supplier_vat, invoice.purpose, invoice.commitment, invoice.note)
    return " ".join((*own, *of_contract, *codes))


def chosen(rows: Iterable[InvoiceRow], group: str, wanted: str) -> list[InvoiceRow]:
    """Those of a group (any other key: all) in which the words are found."""
    folded = fold(wanted)
    kept = (row for row in rows if group not in GROUPS or group_of(row.invoice.state) == group)
    return [row for row in kept if matches(folded, fold(words_of(row)))]


def set_aside(store: Store) -> dict[InvoiceId, InvoiceStepTaken]:
    """By invoice, the approval that set checks aside with a reason; the last one where there were several."""
    with store.read() as session:
        taken = rows.every(session, InvoiceStepTaken)
    return {one.invoice_id: one for one in taken if one.step is InvoiceStep.APPROVE and one.overridden}


def invoices_table(store: Store, order: Sequence[int] = ()) -> Table:
    """Invoices, in the order of the screen where one is given, and then only those; a credit note takes away."""
    keys = (
        *("id", "type", "number", "on", "supplier", "supplier_vat", "contract", "cig", "state", "taxable", "vat"),
        *("total", "due_vat", "deducted", "payable", "split_vat", "paid", "left"),
        *("due_on", "received_on", "refusal_until"),
        *("checks", "commitment", "refusal_cause", "file", "sdi_id", "note"),
    )
    headers = (
        *(_("Numero"), _("Tipo"), _("Numero della fattura"), _("Data"), _("Fornitore"), _("Partita IVA")),
        *(_("Contratto"), _("CIG"), _("Stato"), _("Imponibile"), _("IVA"), _("Totale"), _("Esigibilità dell'IVA")),
        *(_("Penali detratte"), _("Da pagare al fornitore"), _("IVA da versare"), _("Pagato"), _("Resta")),
        *(
            _("Da pagare entro"),
            _("Consegnata il"),
            _("Si rifiuta entro"),
            _("Controlli che non tornano"),
            _("Impegno"),
        ),
        *(_("Causa del rifiuto"), _("File"), _("Numero di SdI"), _("Nota")),
    )
    place = {one: position for position, one in enumerate(order)}
    known = [row for row in list_invoices(store) if not order or row.invoice.id in place]
    known.sort(key=lambda row: place.get(row.invoice.id, 0))
    aside = set_aside(store)
    said = saying(
        keys, type=type_label, state=state_label, due_vat=due_vat_label, checks=_checks_words, refusal_cause=cause_label
    )
    return Table(_("Fatture"), keys, headers, tuple(_row(row, wrong_of(row, aside)) for row in known), said)


def wrong_of(row: InvoiceRow, aside: Mapping[InvoiceId, InvoiceStepTaken]) -> tuple[str, ...]:
    """Codes of the checks that fail, or that failed when it was approved."""
    if row.invoice.state in (InvoiceState.RECEIVED, InvoiceState.REFUSED):
        return row.wrong
    taken = aside.get(row.invoice.id)
    return taken.overridden if taken is not None else ()


def _row(row: InvoiceRow, wrong: Sequence[str]) -> Row:
    invoice, contract, owed, sign = row.invoice, row.contract, row.money, row.invoice.sign
    return (
        *(invoice.id, invoice.type, invoice.number, invoice.on, invoice.supplier, invoice.supplier_vat),
        *(contract.title if contract else "", contract.cig if contract else "", invoice.state.value),
        *(invoice.taxable * sign, invoice.vat * sign, invoice.total * sign, invoice.due_vat),
        *(owed.deducted, owed.payable, owed.split_vat, owed.paid, owed.left, invoice.due_on, invoice.received_on),
        *(row.clock.due_on, " ".join(wrong), invoice.commitment, invoice.refusal_cause),
        *(shown_name(invoice.file_name), invoice.sdi_id, invoice.note),
    )


def _checks_words(codes: str) -> str:
    return ", ".join(check_label(code) for code in codes.split())
