# SPDX-License-Identifier: EUPL-1.2
"""Importing readings: previewed, written as one action, the same again writes nothing, each fault has its reason."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.actions.history import undo_last
from app.actions.level_import import LevelPreview, import_readings, preview_readings
from app.actions.level_penalties import deduct
from app.actions.levels import levels_of_year, type_reading
from app.domain.concessions import ContractId
from app.domain.level_import import RowKind
from app.domain.service_levels import IndicatorId
from app.errors import UserError
from app.formats.spreadsheet import to_xlsx
from app.store import Store
from tests.conftest import NOW
from tests.levels import add_contract, add_invoice, availability

TABLE = """Indicatore;Periodo;Valore;Fonte
Disponibilità;gennaio 2026;99,8;Rapporto 1
DISPONIBILITA;02/2026;98,4;
Disponibilità;01/03/2026;99,5 %;
Disponibilità;aprile 2026;1.234;
Disponibilità;2026;99;
Tempi;maggio 2026;3;
Disponibilità;02/2026;97;
Disponibilità;giugno 2026;;
Disponibilità;poi;99;
"""
NONE = "none"


def _contract(store: Store) -> tuple[ContractId, IndicatorId]:
    contract = add_contract(store)
    return contract, availability(store, contract)


def _preview(store: Store, contract: ContractId, folder: Path, text: str = TABLE) -> LevelPreview:
    file = folder / "letture.csv"
    file.write_text(text, encoding="utf-8")
    return preview_readings(store, contract, file)


def test_each_row_says_what_it_does_or_why_not(store: Store, tmp_path: Path) -> None:
    contract, indicator = _contract(store)
    type_reading(store, indicator, date(2026, 2, 1), Decimal("98.9"))
    type_reading(store, indicator, date(2026, 3, 1), Decimal("99.50"))
    preview = _preview(store, contract, tmp_path)
    assert [(row.number, row.kind.value, row.reason.code if row.reason else NONE) for row in preview.rows] == [
        (2, "added", NONE),
        (3, "changed", NONE),
        (4, "equal", NONE),
        (5, "refused", "level.number_ambiguous"),
        (6, "refused", "level.period_other"),
        (7, "refused", "level.row_unknown_indicator"),
        (8, "refused", "level.row_repeated"),
        (9, "refused", "level.number_missing"),
        (10, "refused", "level.period_unreadable"),
    ]
    assert preview.rows[1].before == Decimal("98.9")
    assert [preview.count(kind) for kind in RowKind] == [1, 1, 1, 6]


def test_an_import_is_one_action_and_the_same_again_writes_nothing(store: Store, tmp_path: Path) -> None:
    contract, indicator = _contract(store)
    type_reading(store, indicator, date(2026, 2, 1), Decimal("98.9"), "A mano")
    import_readings(store, _preview(store, contract, tmp_path))
    readings = [one.reading for one in levels_of_year(store, contract, 2026).periods if one.reading]
    assert [(one.period_on.month, one.value, one.source) for one in readings] == [
        (1, Decimal("99.8"), "Rapporto 1"),
        (2, Decimal("98.4"), "A mano"),
        (3, Decimal("99.5"), ""),
    ]
    again = _preview(store, contract, tmp_path)
    assert not again.writes
    with pytest.raises(UserError, match="nothing_to_import"):
        import_readings(store, again)
    undo_last(store)
    readings = [one.reading for one in levels_of_year(store, contract, 2026).periods if one.reading]
    assert [one.value for one in readings] == [Decimal("98.9")]


def test_a_spreadsheet_is_read_and_a_percentage_as_fraction_is_refused(store: Store, tmp_path: Path) -> None:
    contract, _indicator = _contract(store)
    rows = [(date(2026, 1, 31), Decimal("99.4")), (date(2026, 2, 28), Decimal("0.99"))]
    file = tmp_path / "letture.xlsx"
    file.write_bytes(to_xlsx("Letture", ["Mese", "Valore"], rows, NOW))
    found = preview_readings(store, contract, file).rows
    assert (found[0].kind, found[0].period_on, found[0].value) == (RowKind.ADDED, date(2026, 1, 1), Decimal("99.4"))
    assert found[0].indicator == "Disponibilità"
    assert found[1].reason is not None
    assert found[1].reason.code == "level.number_fraction"


def test_a_year_typed_as_a_number_is_a_year(store: Store, tmp_path: Path) -> None:
    contract = add_contract(store)
    availability(store, contract, period="yearly")
    file = tmp_path / "letture.xlsx"
    file.write_bytes(to_xlsx("Letture", ["Periodo", "Valore"], [(Decimal(2026), Decimal("99.4"))], NOW))
    assert preview_readings(store, contract, file).rows[0].period_on == date(2026, 1, 1)


def test_what_was_deducted_is_not_changed_by_a_table(store: Store, tmp_path: Path) -> None:
    contract, indicator = _contract(store)
    reading, _changes = type_reading(store, indicator, date(2026, 2, 1), Decimal("98.9"))
    deduct(store, reading, add_invoice(store, contract))
    found = _preview(store, contract, tmp_path).rows[1]
    assert found.reason is not None
    assert found.reason.code == "level.settled"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Indicatore;Valore\nDisponibilità;9\n", "sheet.no_column"),
        ("Indicatore;Periodo\nDisponibilità;2026\n", "sheet.no_column"),
        ("", "sheet.empty"),
    ],
)
def test_a_table_of_something_else_is_refused(store: Store, tmp_path: Path, text: str, code: str) -> None:
    contract, _indicator = _contract(store)
    with pytest.raises(UserError) as refused:
        _preview(store, contract, tmp_path, text)
    assert refused.value.code == code
