# SPDX-License-Identifier: EUPL-1.2
"""An invoice is found by its number, its supplier and its codes, and no more once it is gone."""

from app.actions import history
from app.actions.invoices import import_invoices
from app.actions.search import find_everywhere
from app.store import Store
from tests.invoices import agreements, month, write_agreements


def test_an_invoice_is_found_by_all_that_it_names(store: Store) -> None:
    made = agreements()
    write_agreements(store, made.values())
    one = made["monthly"]
    import_invoices(store, [("IT01_zz9.xml", one.sent(one.body("FATT-88", month(1), "100.00")).xml())])
    for words in ("FATT-88", "inventati digitali", "zz9", one.cig):
        found = [hit for hit in find_everywhere(store, words) if hit.kind == "invoice"]
        assert [(hit.key, hit.title) for hit in found] == [("1", "Fattura FATT-88")], words
    history.undo_last(store)
    assert not [hit for hit in find_everywhere(store, "FATT-88") if hit.kind == "invoice"]
