# SPDX-License-Identifier: EUPL-1.2
"""Procedures in lines: every word that the next command takes stands in what `accession show` says."""

import pytest

from app.actions.accessions import show_accession
from app.actions.drafts import draft_keys
from app.cli.accession_lines import service_lines, view_lines
from app.domain.accession_states import State
from app.store import Store
from app.store import accessions as statements
from tests.accessions import carry, open_join
from tests.cli.conftest import Say


def test_the_lines_name_every_line_of_the_list_and_every_step(store: Store) -> None:
    accession = carry(store, open_join(store), State.UNDER_REVIEW)
    view = show_accession(store, accession.id)
    said = "\n".join(view_lines(view))
    assert all(item.item.title in said for item in view.items)
    assert "Presa in carico del centro" in said


@pytest.mark.parametrize("state", [State.DRAFT, State.SIGNED, State.UNDER_REVIEW])
def test_every_word_to_type_next_is_said(store: Store, state: State) -> None:
    view = show_accession(store, carry(store, open_join(store), state).id)
    said = "\n".join(view_lines(view)).split()
    assert {item.item.key for item in view.items} <= set(said)
    assert {way.step.value for way in view.next_steps} <= set(said)
    assert set(draft_keys(view.case)) <= set(said)
    lacking = {one.name for item in view.items for one in item.missing if one.code == "document"}
    assert {f"({kind})" for kind in lacking} <= set(said)


def test_a_service_that_came_along_says_for_whom(aprica: Say) -> None:
    opened = aprica("accession", "new", "CIT-BRESCIA", "--service", "PAB-01").out.splitlines()
    assert [line for line in opened if "serve prima per PAB-01" in line and "BAS-01" in line]
    assert not [line for line in opened if line.startswith("  PAB-01") and "serve prima" in line]


def test_the_answer_of_the_centre_to_each_service_is_said(store: Store) -> None:
    accession_id = open_join(store)
    first, second = show_accession(store, accession_id).case.services[:2]
    with store.write("example.filled") as session:
        statements.change_requested(session, first.id, None, answer="accepted")
        statements.change_requested(session, second.id, None, answer="refused")
    one, other, *_more = service_lines(show_accession(store, accession_id))
    assert (one.endswith("; concesso dal centro"), other.endswith("; non concesso dal centro")) == (True, True)
