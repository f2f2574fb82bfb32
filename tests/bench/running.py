# SPDX-License-Identifier: EUPL-1.2
"""The reads of the running concessions at their largest: 44 contracts, 80 indexed fees, 2,000 invoices, 400 payments.

    python -m tests.bench.running [FOLDER] [--pairs 9]

With FOLDER the store is kept there and found again the next time. The floor is one plain read of all invoices.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from app.actions.budget import show_budget
from app.actions.contracts import show_contract, survey_contracts
from app.actions.deadlines import list_deadlines
from app.actions.invoices import list_invoices, show_invoice
from app.actions.overview import look_over
from app.actions.workspace import Workspace
from app.domain.concessions import ContractId
from app.domain.invoices import Invoice, InvoiceId
from app.store import Store, rows
from tests.bench.pairs import asked, compare
from tests.many_contracts import Size, fill

_NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def main() -> int:
    """Measure and print."""
    words = asked(__doc__ or "", has_file=True)
    if words.file:
        words.file.mkdir(mode=0o700, parents=True, exist_ok=True)
        _measure(words.file, words.pairs)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        _measure(Path(scratch), words.pairs)
    return 0


def _measure(folder: Path, pairs: int) -> None:
    is_new = not any(folder.glob("*.sqlite"))
    workspace = Workspace(folder, clock=lambda: _NOW)
    store = workspace.choose("014004") if is_new else workspace.need_store()
    if is_new:
        fill(store, Size())
    today = store.today()
    reads: dict[str, Callable[[], object]] = {
        "list of invoices": partial(list_invoices, store),
        "invoices of one contract": partial(list_invoices, store, ContractId(7)),
        "one invoice, paid": partial(show_invoice, store, InvoiceId(1)),
        "one invoice, to examine": partial(show_invoice, store, InvoiceId(1999)),
        "list of contracts": partial(survey_contracts, store),
        "one contract": partial(show_contract, store, ContractId(7)),
        "budget": partial(show_budget, store),
        "first page": partial(look_over, store, today),
        "days that fall due": partial(list_deadlines, store, today),
    }
    for name, read in reads.items():
        compare(name, read, partial(_floor, store), pairs, "a plain read of the invoices")
    workspace.close()


def _floor(store: Store) -> None:
    with store.read() as session:
        rows.every(session, Invoice)


if __name__ == "__main__":
    sys.exit(main())
