# SPDX-License-Identifier: EUPL-1.2
"""What an act must be before it is written down, and the days that the law gives it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.act_rules import FIELDS, checked_act, computed_enforceable, computed_until
from app.domain.acts import Act, ActId
from app.errors import UserError

EMPTY = Act(
    ActId(1), None, "resolution", "council", "", None, "", is_immediate=False, published_on=None, published_until=None,
    publication_place="", enforceable_on=None, enforceable_reason="", technical_opinion_on=None,
    accounting_opinion_on=None, auditor_opinion_on=None, document_id=None, note="", version=1,
)  # fmt: skip
RESOLVED, PUBLISHED = date(2026, 9, 20), date(2026, 9, 22)


def act(**values: object) -> Act:
    return replace(EMPTY, **values)  # type: ignore[arg-type] # each test says fields of an act


def code_of(before: Act | None, **fields: object) -> str:
    with pytest.raises(UserError) as told:
        checked_act(before, fields)
    return told.value.code


def test_every_field_of_an_act_may_be_written_but_for_its_number_in_the_register() -> None:
    assert set(FIELDS) == set(Act.__slots__) - {"id", "version"}


def test_texts_are_trimmed_and_only_what_was_given_is_written() -> None:
    assert checked_act(EMPTY, {"number": " 31 ", "on": RESOLVED}) == {"number": "31", "on": RESOLVED}


def test_an_act_needs_a_kind_and_knows_its_bodies() -> None:
    assert code_of(None, number="31") == "act.unknown_kind"
    assert code_of(EMPTY, kind="boh") == "act.unknown_kind"
    assert code_of(EMPTY, body="boh") == "act.unknown_body"
    assert code_of(EMPTY, version=3) == "act.unknown_field"
    assert checked_act(None, {"kind": "agreement"}) == {"kind": "agreement"}


def test_days_do_not_run_backwards_whichever_is_typed_last() -> None:
    assert code_of(act(published_on=PUBLISHED), published_until=RESOLVED) == "act.publication_reversed"
    assert code_of(act(on=PUBLISHED), published_on=RESOLVED) == "act.published_before"
    assert code_of(act(published_on=RESOLVED), on=PUBLISHED) == "act.published_before"
    own = {"enforceable_on": RESOLVED, "enforceable_reason": "per legge"}
    assert code_of(act(on=PUBLISHED), **own) == "act.enforceable_before"


def test_an_own_day_of_enforceability_wants_a_reason_but_for_the_computed_one() -> None:
    published = act(on=RESOLVED, published_on=PUBLISHED)
    computed = computed_enforceable(published)
    assert computed == date(2026, 10, 3)
    assert code_of(published, enforceable_on=date(2026, 10, 8)) == "act.enforceable_reason_missing"
    assert checked_act(published, {"enforceable_on": computed})
    assert checked_act(published, {"enforceable_on": date(2026, 10, 8), "enforceable_reason": "dalla fine"})
    assert checked_act(published, {"enforceable_on": None})
    assert code_of(act(on=RESOLVED), enforceable_on=PUBLISHED) == "act.enforceable_reason_missing"


def test_the_days_of_the_law() -> None:
    assert computed_enforceable(act(on=RESOLVED, is_immediate=True)) == RESOLVED
    assert computed_enforceable(act(on=RESOLVED)) is None
    assert computed_until(act(published_on=PUBLISHED)) == date(2026, 10, 7)
    assert computed_until(EMPTY) is None


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60), st.integers(0, 60))
def test_days_in_order_are_always_taken(on: date, later: int, longer: int) -> None:
    since = on + timedelta(days=later)
    fields = {"on": on, "published_on": since, "published_until": since + timedelta(days=longer)}
    assert checked_act(EMPTY, fields) == fields
