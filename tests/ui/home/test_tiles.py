# SPDX-License-Identifier: EUPL-1.2
"""The figure of the deadlines as the days go by."""

from dataclasses import replace
from datetime import date

import pytest

from app.actions.overview import look_over
from app.store import Store
from app.ui.home.deadlines import due_groups, next_due
from app.ui.home.reading import HomeView, read_home
from app.ui.home.tiles import Tile, tiles_of
from tests.example import forget_contracts


def _seen_on(store: Store, today: date) -> HomeView:
    return replace(read_home(store), seen=look_over(store, today), today=today)


def _deadline_tile(store: Store, today: date) -> Tile:
    return tiles_of(_seen_on(store, today))[-1]


@pytest.mark.parametrize(
    ("today", "value", "note", "tone"),
    [
        (date(2026, 1, 10), "fra 80 giorni", "martedì 31/03/2026", ""),
        (date(2026, 3, 15), "fra 16 giorni", "martedì 31/03/2026", "warning"),
        (date(2026, 3, 30), "fra 1 giorno", "martedì 31/03/2026", "warning"),
        (date(2026, 3, 31), "oggi", "martedì 31/03/2026", "warning"),
        (date(2026, 4, 1), "2 in ritardo", "poi martedì 30/06/2026, fra 90 giorni", "bad"),
        (date(2040, 1, 1), "3 in ritardo", "nessun'altra scadenza nota", "bad"),
    ],
)
def test_days_are_counted(example: Store, today: date, value: str, note: str, tone: str) -> None:
    forget_contracts(example)
    tile = _deadline_tile(example, today)
    assert (tile.value, tile.note, tile.tone) == (value, note, tone)


def test_no_deadline_is_said_as_such(store: Store) -> None:
    tile = _deadline_tile(store, date(2026, 11, 23))
    assert (tile.value, tile.note) == ("nessuna nota", "nessuna fonte dice un termine")
    assert next_due(read_home(store)) is None


def test_what_falls_due_for_one_reason_stands_together(example: Store) -> None:
    groups = due_groups(read_home(example))
    assert [(due.due_on, due.event, len(due.deadlines)) for due in groups if due.deadlines][:2] == [
        (date(2026, 3, 31), "completion", 2),
        (date(2029, 12, 31), "maintenance", 2),
    ]
    assert [due.event for due in groups if due.duty][:2] == ["publication_ends", "notice_reminder"]
    assert sum(len(due.deadlines) for due in groups) == len(read_home(example).seen.deadlines)


def test_without_contracts_the_third_figure_is_what_is_still_to_come(example: Store) -> None:
    with_contracts = tiles_of(read_home(example))[2]
    assert with_contracts.label == "Canone dovuto nel 2026"
    forget_contracts(example)
    without = tiles_of(read_home(example))[2]
    assert (without.label, without.note) == ("Da erogare", "2 progetti · in rinuncia 3.928,40\N{NO-BREAK SPACE}€")
