# SPDX-License-Identifier: EUPL-1.2
"""A day on the command line, as a clerk types it."""

from datetime import date

import click
import pytest

from app.cli.days import DAY


@pytest.mark.parametrize("text", ["2026-11-03", "3/11/2026", "03112026", "3 novembre 2026"])
def test_it_is_read_as_in_the_window(text: str) -> None:
    assert DAY.convert(text, None, None) == date(2026, 11, 3)


def test_a_day_stays_a_day() -> None:
    assert DAY.convert(date(2026, 11, 3), None, None) == date(2026, 11, 3)


@pytest.mark.parametrize("text", ["", "31/2/2026", "boh"])
def test_what_is_no_day_is_a_wrong_word_with_its_sentence(text: str) -> None:
    with pytest.raises(click.BadParameter) as caught:
        DAY.convert(text, None, None)
    assert caught.value.message.endswith(".")
