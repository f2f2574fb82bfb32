# SPDX-License-Identifier: EUPL-1.2
"""The list of actions."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.domain.history import EntryId
from app.ui.history.table import history_table
from tests.ui.history.test_words import entry


def test_the_newest_stands_first_with_time_of_rome_and_who(show: Callable[[QWidget], None]) -> None:
    table = history_table()
    show(table)
    table.show_rows([replace(entry(), id=EntryId(number)) for number in (1, 3, 2)])
    assert [row.id for row in table.rows()] == [3, 2, 1]
    cells = [table.model.index(0, column).data() for column in range(4)]
    assert cells == ["23/11/2026 09:00", "Stella a PAB-01", "Anna", "Fatta"]
