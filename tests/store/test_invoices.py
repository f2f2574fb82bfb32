# SPDX-License-Identifier: EUPL-1.2
"""The few things by which invoices are told from one another, read from real tables."""

from app.domain.documents import DocumentId
from app.domain.invoices import Invoice
from app.store import Store, documents, invoices, rows
from tests.many_contracts import Size, fill


def test_names_and_files_are_those_of_the_invoices(store: Store) -> None:
    fill(store, Size(concessions=1, contracts=1, fees=1, invoices=3, to_examine=2, payments=1, indicators=1))
    with store.read() as session:
        whole = rows.every(session, Invoice)
        assert invoices.list_names(session) == [(one.id, one.number, one.document_id, one.state.value) for one in whole]
        kept = [documents.read_document(session, DocumentId(one.document_id)) for one in whole]
        assert invoices.list_files(session) == {one.id: (one.sha256, one.name) for one in kept}
        assert len(kept) == 3
