# SPDX-License-Identifier: EUPL-1.2
"""Invoices: listing and showing them, saying to which contract they belong and when they came."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.actions.changes import Changes
from app.actions.invoice_views import ImportOutcome, InvoiceRow, InvoiceView, RefusalNotice
from app.domain.concessions import ContractId
from app.domain.fees import FeeId
from app.domain.invoice_matching import Proposal
from app.domain.invoices import InvoiceId, InvoiceStep
from app.store import Store
from app.store.attachments import IsCancelled

Progress = Callable[[int, int], None]


def import_invoices(
    store: Store,
    sources: Sequence[Path | tuple[str, bytes]],
    progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> ImportOutcome:
    """Keep and read files, or all .xml and .p7m of folders; each file is one action, all or nothing."""
    raise NotImplementedError


def list_invoices(store: Store, contract_id: ContractId | None = None) -> list[InvoiceRow]:
    """All invoices, or those of a contract, the newest first."""
    raise NotImplementedError


def show_invoice(store: Store, invoice_id: InvoiceId) -> InvoiceView:
    """One invoice; UserError `invoice.unknown`."""
    raise NotImplementedError


def assign_contract(store: Store, invoice_id: InvoiceId, contract_id: ContractId | None) -> Changes:
    """Say of which contract an invoice is; its matches to instalments of another one go."""
    raise NotImplementedError


def set_received(store: Store, invoice_ids: Sequence[InvoiceId], on: date | None) -> Changes:
    """Say when SdI delivered invoices: the 15 days run from then."""
    raise NotImplementedError


def correct_invoice(store: Store, invoice_id: InvoiceId, seen: int | None, **fields: Any) -> Changes:  # noqa: ANN401 - fields below
    """Change `note`, `sdi_id` or `commitment` as it is typed; all else stays as it came."""
    raise NotImplementedError


def match(store: Store, invoice_id: InvoiceId, pairs: Iterable[Proposal | tuple[FeeId, date, Decimal]]) -> Changes:
    """Say which instalments an invoice pays, in addition to those already said."""
    raise NotImplementedError


def unmatch(store: Store, invoice_id: InvoiceId, match_ids: Iterable[int] = ()) -> Changes:
    """Take matches back; none named: all."""
    raise NotImplementedError


def record_invoice_step(
    store: Store,
    invoice_id: InvoiceId,
    step: InvoiceStep,
    on: date,
    number: str = "",
    reason: str = "",
    overridden: Sequence[str] = (),
    cause: str = "",
    amount: Decimal | None = None,
) -> Changes:
    """Approve, refuse, commit, settle or pay, or take the last step back.

    Args:
        store: the store.
        invoice_id: the invoice.
        step: what was done.
        on: when.
        number: of the impegno, of the act, of the mandato.
        reason: why it is approved although checks failed, or taken back; the motivation of a refusal.
        overridden: codes of the failed checks that are set aside for `reason`.
        cause: of a refusal, a key of REFUSAL_CAUSES.
        amount: paid to the supplier; None: all that is left.
    """
    raise NotImplementedError


def refusal_notice(store: Store, invoice_id: InvoiceId, cause: str, reason: str = "") -> RefusalNotice:
    """The text for the notice of refusal (esito committente), to be copied; nothing is written."""
    raise NotImplementedError


def remove_invoice(store: Store, invoice_id: InvoiceId) -> Changes:
    """Take out all the invoices of a file and its document, while nothing was done with any of them."""
    raise NotImplementedError
