# SPDX-License-Identifier: EUPL-1.2
"""Readings and indices: typed, replaced, imported, refused row by row."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.actions.fee_readings import import_indices, list_indices, remove_index, type_index, type_reading
from app.actions.fees import add_fee, show_schedule
from app.actions.history import undo_last
from app.errors import UserError
from app.store import Store
from tests.actions.test_fees import add_contract

_TABLE = """Nome;Mese;Valore;Base;Fonte
FOI;12/2026;120,3;2015;Prova
FOI;gennaio 2027;120.9;2015;
FOI;;1;2015;
;01/2027;1;2015;
FOI;02/2027;zero;2015;
FOI;tredici 2027;1;2015;
FOI;01/2027;121;2015;
"""


def test_a_reading_is_of_a_period_and_can_be_replaced_and_taken_out(store: Store) -> None:
    contract = add_contract(store)
    fee_id, _changes = add_fee(store, contract, model="consumo", unit_price=Decimal("0.5"), period="half_yearly")
    type_reading(store, fee_id, date(2027, 7, 1), Decimal(9), "Rendiconto")
    type_reading(store, fee_id, date(2027, 7, 1), Decimal(10), "Rendiconto 2")
    view = show_schedule(store, contract)
    assert [str(one.net) for one in view.instalments] == ["None", "5.00", "None", "None"]
    assert [one.source for one in view.readings] == ["Rendiconto 2"]
    with pytest.raises(UserError, match=r"fee\.no_such_period"):
        type_reading(store, fee_id, date(2027, 7, 2), Decimal(1))
    with pytest.raises(UserError, match=r"fee\.negative"):
        type_reading(store, fee_id, date(2027, 7, 1), Decimal(-1))
    type_reading(store, fee_id, date(2027, 7, 1), None)
    assert show_schedule(store, contract).readings == ()
    undo_last(store)
    assert len(show_schedule(store, contract).readings) == 1


def test_of_a_fee_per_unit_it_is_the_quantity_from_any_day(store: Store) -> None:
    contract = add_contract(store)
    fee_id, _changes = add_fee(
        store, contract, model="quota_postazione", unit_price=Decimal(48), quantity=Decimal(10), unit="postazione"
    )
    type_reading(store, fee_id, date(2028, 1, 1), Decimal(12))
    assert [str(one.net) for one in show_schedule(store, contract).instalments] == ["480.00", "576.00"]
    plain, _changes = add_fee(store, contract, amount=Decimal(1))
    with pytest.raises(UserError, match=r"fee\.takes_no_reading"):
        type_reading(store, plain, date(2027, 1, 1), Decimal(1))


def test_an_index_is_typed_replaced_and_taken_out(store: Store) -> None:
    type_index(store, "FOI", date(2026, 12, 31), Decimal("120.3"), base="2015", source="Prova")
    type_index(store, " foi ", date(2026, 12, 1), Decimal("120.4"), base="2015", source="Prova 2")
    (kept,) = list_indices(store)
    assert (kept.name, kept.month, kept.value, kept.source) == ("FOI", date(2026, 12, 1), Decimal("120.4"), "Prova 2")
    remove_index(store, kept.id)
    assert list_indices(store) == []
    for name, on, value, code in (
        ("", date(2026, 12, 1), Decimal(1), "index.name_missing"),
        ("FOI", None, Decimal(1), "index.month_missing"),
        ("FOI", date(2026, 12, 1), None, "index.value_missing"),
        ("FOI", date(2026, 12, 1), Decimal(0), "index.value_unlikely"),
    ):
        with pytest.raises(UserError) as refused:
            type_index(store, name, on, value)
        assert refused.value.code == code


def test_a_table_is_rehearsed_imported_and_undone(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "foi.csv"
    file.write_text(_TABLE, encoding="utf-8")
    type_index(store, "FOI", date(2026, 12, 1), Decimal("120.1"), base="2015")
    outcome, changes = import_indices(store, file, is_rehearsal=True)
    assert not changes.concessions
    assert ([one.month for one in outcome.added], [one.month for one in outcome.changed]) == (
        [date(2027, 1, 1)],
        [date(2026, 12, 1)],
    )
    assert [(one.line, one.error.code) for one in outcome.refused] == [
        (4, "index.month_missing"),
        (5, "index.name_missing"),
        (6, "index.value_unlikely"),
        (7, "index.month_unreadable"),
        (8, "index.twice"),
    ]
    assert len(list_indices(store)) == 1
    import_indices(store, file)
    assert [str(one.value) for one in list_indices(store)] == ["120.3", "120.9"]
    assert list_indices(store)[1].source == "foi.csv"
    again, changes = import_indices(store, file)
    assert (again.unchanged, changes.concessions) == (2, False)
    undo_last(store)
    assert [str(one.value) for one in list_indices(store)] == ["120.1"]
