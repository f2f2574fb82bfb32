# SPDX-License-Identifier: EUPL-1.2
"""F6 goes around the parts of the window."""

from tests.ui.clerk import Clerk


def test_f6_visits_every_part_and_comes_back(clerk: Clerk) -> None:
    visited = []
    for _step in range(4):
        clerk.presses("F6")
        visited.append(clerk.focus)
    clerk.presses("F6")
    assert len(set(visited)) == 4
    assert clerk.focus is visited[0]
