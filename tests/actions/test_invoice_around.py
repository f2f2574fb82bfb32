# SPDX-License-Identifier: EUPL-1.2
"""What bears on an invoice: as much of it whether all are read or one, and no more compared than may be alike."""

from collections.abc import Callable

import pytest

from app.actions import invoice_around
from app.actions.invoice_cases import case_of, instalments_of
from app.actions.invoices import list_invoices, show_invoice
from app.domain import invoice_amounts
from app.domain.invoices import Invoice
from app.store import Store, invoices, rows
from tests.invoices import Body, Ref, Sent, agreements, month, write_agreements
from tests.many_contracts import Size, fill

_SIZE = Size(concessions=3, contracts=4, fees=6, invoices=24, to_examine=16, payments=2, indicators=4)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How often instalments are proposed and two invoices are compared."""
    found = {"propose": 0, "is_duplicate": 0}

    def counting(name: str, ask: Callable[..., object]) -> Callable[..., object]:
        def asked(*told: object) -> object:
            found[name] += 1
            return ask(*told)

        return asked

    for name in found:
        monkeypatch.setattr(invoice_amounts, name, counting(name, getattr(invoice_amounts, name)))
    return found


def test_a_list_proposes_once_for_each_invoice_and_compares_only_those_of_one_number(
    store: Store, counted: dict[str, int]
) -> None:
    fill(store, _SIZE)
    list_invoices(store)
    assert counted == {"propose": _SIZE.to_examine, "is_duplicate": 0}


def test_one_invoice_is_looked_at_as_in_the_list_of_all(store: Store) -> None:
    fill(store, _SIZE)
    rows_of = {row.invoice.id: row for row in list_invoices(store)}
    assert len(rows_of) == _SIZE.invoices
    for row in rows_of.values():
        view = show_invoice(store, row.invoice.id)
        assert view.money == row.money
        if row.wrong:
            assert view.wrong == row.wrong


def test_what_is_read_for_one_is_what_bears_on_it_of_all(store: Store) -> None:
    fill(store, _SIZE)
    _bring_in_a_credit_note(store)
    with store.read() as session:
        of_all = invoice_around.read_around(store, session)
        read, linked = [], 0
        for one in rows.every(session, Invoice):
            due = instalments_of(session, one.contract_id, of_all.today, one.period_to)
            of_one = invoice_around.read_around_one(store, session, one)
            assert case_of(of_one, one, None, due) == case_of(of_all, one, None, due)
            linked += bool(of_all.others_of(one))
            read.append(len(of_one.invoices))
        assert max(read) <= 3  # out of 27
        assert linked == 3  # two bodies of one file, and the credit note for the first
        assert len(invoices.list_names(session)) == len(of_all.invoices)
        assert set(invoices.list_files(session)) == {one.document_id for one in of_all.invoices}


def _bring_in_a_credit_note(store: Store) -> None:
    from app.actions.invoices import import_invoices

    agreed = agreements()["other"]
    write_agreements(store, [agreed])
    first = agreed.sent(agreed.body("77", month(1), "200.00"), agreed.body("78", month(2), "200.00"))
    note = Body("79", month(3)[0], "TD04", refs=(Ref("DatiFattureCollegate", "77", month(1)[1]),))
    import_invoices(store, [("IT1.xml", first.xml()), ("IT2.xml", Sent((note,), vat=agreed.vat).xml())])
