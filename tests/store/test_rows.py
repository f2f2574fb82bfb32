# SPDX-License-Identifier: EUPL-1.2
"""Values of the domain written and read back, field by field, through real tables."""

from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest

from app.actions.history import redo_last, undo_last
from app.domain.concessions import Concession, Contact, ServiceContract
from app.domain.contract_states import ContractState
from app.domain.fees import Fee, IndexValue
from app.domain.invoices import Invoice, InvoiceReference
from app.errors import Stale, UserError
from app.store import Store, rows


def test_an_empty_row_reads_back_empty(store: Store) -> None:
    with store.write("example.filled") as session:
        row_id = rows.add(session, Concession, title="Concessione", kind="other", state="IN_ESEC")
        found = rows.read(session, Concession, row_id)
    assert (found.title, found.value, found.ends_on, found.is_ours, found.note) == (
        "Concessione",
        None,
        None,
        False,
        "",
    )
    assert {one.name for one in fields(found)} == set(Concession.__slots__)


def test_money_is_kept_in_cents_and_prices_with_their_decimals(store: Store) -> None:
    with store.write("example.filled") as session:
        contract = rows.add(session, ServiceContract, title="PEC", state=ContractState.ACTIVE, value=Decimal("1234.50"))
        fee = rows.add(session, Fee, contract_id=contract, model="consumo", unit_price=Decimal("0.012500"))
        assert rows.read(session, ServiceContract, contract).value == Decimal("1234.50")
        assert rows.read(session, ServiceContract, contract).state is ContractState.ACTIVE
        assert str(rows.read(session, Fee, fee).unit_price) == "0.012500"
        assert [one.id for one in rows.every(session, Fee, contract_id=contract)] == [fee]


def test_a_row_that_changed_meanwhile_is_not_overwritten(store: Store) -> None:
    with store.write("example.filled") as session:
        row_id = rows.add(session, IndexValue, name="FOI", month=date(2026, 1, 1), value=Decimal("121.5"), base="2015")
        seen = rows.read(session, IndexValue, row_id).version
        rows.change(session, IndexValue, row_id, seen, value=Decimal("121.6"))
        with pytest.raises(Stale):
            rows.change(session, IndexValue, row_id, seen, value=Decimal("121.7"))
        assert rows.read(session, IndexValue, row_id).value == Decimal("121.6")


def test_entries_of_a_list_come_back_as_values() -> None:
    reference = InvoiceReference("contract", (1, 2), "77", date(2026, 3, 5), "", "", "J41F22000020006", "B00012EADB")
    assert rows._entry(InvoiceReference, rows._plain(reference)) == reference  # noqa: SLF001 - the two ways of one list
    assert rows._shapes(Invoice)["total"] == (Decimal, False, True)  # noqa: SLF001 - money is told by its column


def test_a_row_that_is_gone_is_refused_and_a_strange_field_is_a_bug(store: Store) -> None:
    with store.write("example.filled") as session:
        concession = rows.add(session, Concession, title="Concessione", kind="other", state="IN_ESEC")
        contact = rows.add(session, Contact, concession_id=concession, role="rup", name="Ada")
        rows.remove(session, Contact, contact)
        with pytest.raises(UserError, match=r"record\.gone"):
            rows.read(session, Contact, contact)
        rows.remove_every(session, Concession, title="Concessione")
        assert rows.every(session, Concession) == []
        with pytest.raises(ValueError, match="colour"):
            rows.add(session, Concession, colour="red")


def test_undo_and_redo_bring_back_exact_numbers(store: Store) -> None:
    with store.write("example.filled") as session:
        contract = rows.add(session, ServiceContract, title="PEC", state=ContractState.ACTIVE)
        fee = rows.add(session, Fee, contract_id=contract, model="consumo", unit_price=Decimal("0.010"))
    with store.write("example.filled") as session:
        rows.change(session, Fee, fee, None, unit_price=Decimal("0.0200"))
    undo_last(store)
    with store.read() as session:
        assert str(rows.read(session, Fee, fee).unit_price) == "0.010"
    redo_last(store)
    with store.read() as session:
        assert str(rows.read(session, Fee, fee).unit_price) == "0.0200"


def test_rows_of_several_are_asked_for_together(store: Store) -> None:
    with store.write("example.filled") as session:
        ids = [rows.add(session, Concession, title=f"C{one}", kind="other", state="IN_ESEC") for one in range(3)]
        assert [one.id for one in rows.every(session, Concession, id=frozenset((ids[2], ids[0])))] == [ids[0], ids[2]]
        assert rows.every(session, Concession, id=frozenset()) == []
