# SPDX-License-Identifier: EUPL-1.2
"""What an action changed: every table of the store has a screen that reads again."""

from dataclasses import fields

from app.actions.changes import Changes, changes_of_tables
from app.models import Base


def test_every_table_moves_some_screen() -> None:
    for table in Base.metadata.tables:
        if not table.startswith("history_"):
            told = changes_of_tables({table})
            moved = (told.municipality, told.catalogue, told.funding, told.accessions, told.concessions)
            assert sum(moved) == 1, table


def test_tables_together_are_their_changes_together() -> None:
    assert changes_of_tables({"project", "person"}) == Changes(municipality=True, funding=True)
    assert changes_of_tables({"service_mark"}) == Changes(catalogue=True)
    assert changes_of_tables(set()) == Changes()


def test_all_is_all() -> None:
    assert all(getattr(Changes.all(), field.name) for field in fields(Changes))
    assert Changes.all() | Changes() == Changes.all()
