# SPDX-License-Identifier: EUPL-1.2
"""The names of what is done with fees."""

from app.text import action_title
from app.text.fee_titles import FEE_TITLES
from app.text.titles import TITLES


def test_each_is_known_to_the_history_and_takes_what_it_names() -> None:
    told = dict.fromkeys(("name", "contract", "on", "month", "file", "count"), "x")
    for code, words in FEE_TITLES.items():
        assert TITLES[code] == words
        assert "{" not in action_title(code, told)
