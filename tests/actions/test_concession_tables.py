# SPDX-License-Identifier: EUPL-1.2
"""Contracts, concessions and instalments as lists for a spreadsheet."""

from pathlib import Path

from app.actions.concession_tables import concessions_table, schedule_table
from app.actions.contracts import survey_contracts
from app.actions.export import export_table
from app.actions.fees import show_schedule
from app.store import Store
from tests.contracts import a_concession, a_contract


def test_contracts_come_before_the_concessions_behind_them(store: Store) -> None:
    concession_id = a_concession(store)
    contract_id = a_contract(store, concession_id=concession_id)
    table = concessions_table(store)
    assert [row[:2] for row in table.rows] == [("L2", contract_id), ("L0", concession_id)]
    states = [table.said(row)[table.keys.index("state")] for row in table.rows]
    assert not {str(row[table.keys.index("state")]) for row in table.rows} & set(map(str, states)), "our keys"


def test_the_instalments_are_those_of_every_contract(example: Store, tmp_path: Path) -> None:
    table = schedule_table(example)
    every = [one for row in survey_contracts(example) for one in show_schedule(example, row.contract.id).instalments]
    assert len(table.rows) == len(every) > 0
    gross = [row[table.keys.index("gross")] for row in table.rows]
    assert gross == [one.gross for one in every]
    for name, rows in (("schedule", len(every)), ("concessions", len(concessions_table(example).rows))):
        for suffix in ("csv", "xlsx", "ods", "json"):
            assert export_table(example, name, tmp_path / f"{name}.{suffix}") == rows
