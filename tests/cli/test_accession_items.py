# SPDX-License-Identifier: EUPL-1.2
"""`accession item ID LINE`."""

from typing import Any

import pytest

from tests.cli.conftest import Say


@pytest.fixture
def opened(aprica: Say) -> Say:
    """The same, with a procedure."""
    assert aprica("accession", "new", "CIT-BRESCIA", "--service", "BAS-05").status == 0
    return aprica


def line(say: Say, key: str, *words: object) -> dict[str, Any]:
    items = say("--json", "accession", "item", 1, key, *words).json["items"]
    return next(one for one in items if one["key"] == key)


def test_a_line_is_set_aside_and_taken_up_again(opened: Say) -> None:
    assert line(opened, "commitment", "--skip", "Nessuna spesa")["state"] == "skipped"
    assert line(opened, "commitment", "--take-up")["state"] == "not_started"
    assert "Non si applica" in opened("accession", "item", 1, "commitment", "--skip", "Nessuna spesa").out


def test_a_line_has_another_day_with_its_reason(opened: Say) -> None:
    due = line(opened, "proposal", "--due", "10/1/2199", "--reason", "Consiglio del 10", "--note", "In sala consiliare")
    assert (due["due"]["key"], due["due"]["on"]) == ("own", "2199-01-10")
    assert line(opened, "proposal", "--computed", "--note", "")["due"] is None
    assert opened("accession", "item", 1, "proposal", "--due", "10/1/2199").is_refusal


def test_a_line_of_our_own_is_added_done_and_dropped(opened: Say) -> None:
    added = opened("--json", "accession", "item", 1, "--add", "Avvisare il Sindaco").json["items"][-1]
    assert (added["title"], added["state"]) == ("Avvisare il Sindaco", "not_started")
    assert line(opened, added["key"], "--done", "oggi")["state"] == "done"
    left = opened("--json", "accession", "item", 1, added["key"], "--drop").json["items"]
    assert added["key"] not in {one["key"] for one in left}
    assert opened("accession", "item", 1, "proposal", "--drop").is_refusal
    assert opened("accession", "item", 1, "altra", "--skip", "x").is_refusal
