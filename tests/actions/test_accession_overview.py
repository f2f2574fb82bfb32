# SPDX-License-Identifier: EUPL-1.2
"""What the first page tells of the procedures."""

from datetime import date, timedelta

import pytest

from app.actions.accession_items import set_due
from app.actions.accession_opening import open_accession
from app.actions.accession_overview import Counts, Procedures, read_procedures
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import show_accession
from app.actions.overview import look_over
from app.domain.accession_states import Kind, State, Step
from app.domain.accessions import AccessionId
from app.store import Store
from tests.accessions import ANSWERED, CENTRE, ENDS, carry, open_join

TODAY = date(2026, 11, 23)


def read(store: Store, today: date = TODAY) -> Procedures:
    with store.read() as session:
        return read_procedures(store, session, today)


@pytest.fixture
def additions(store: Store) -> AccessionId:
    """A request to which the centre asks for something until 16 December."""
    accession_id = open_join(store)
    carry(store, accession_id, State.UNDER_REVIEW)
    record_step(store, accession_id, Step.ASK_ADDITIONS, StepForm(date(2026, 11, 16), reason="Pareri"))
    return accession_id


def test_an_office_without_procedures_has_none_of_it(store: Store) -> None:
    assert read(store) == Procedures(Counts(0, 0, 0, 0), (), (), (), None)


@pytest.mark.parametrize(
    ("state", "counts"),
    [
        (State.DRAFT, Counts(1, 0, 0, 0)),
        (State.SIGNED, Counts(1, 0, 0, 0)),
        (State.SENT, Counts(0, 1, 0, 0)),
        (State.ACCEPTED, Counts(0, 1, 0, 0)),
        (State.ACTIVE, Counts(0, 0, 1, 0)),
    ],
)
def test_each_stands_in_one_group(store: Store, state: State, counts: Counts) -> None:
    carry(store, open_join(store), state)
    assert read(store).counts == counts


def test_what_ended_is_counted_as_ended(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.UNDER_REVIEW)
    record_step(store, accession_id, Step.REJECT, StepForm(ANSWERED, reason="No"))
    assert read(store).counts == Counts(0, 0, 0, 1)
    assert read(store).underway == ()


def test_near_days_of_procedures_count_among_the_deadlines(store: Store, additions: AccessionId) -> None:
    seen = look_over(store, TODAY)
    assert (seen.overdue, seen.next_30_days, seen.days_to_next) == (0, 1, 23)
    assert [known.key for known in seen.procedures.duties] == [f"{additions}:outcome"]
    late = look_over(store, date(2026, 12, 17))
    assert (late.overdue, late.next_30_days, late.days_to_next) == (1, 0, None)


def test_a_day_from_which_one_may_act_is_not_late_when_it_has_passed(store: Store) -> None:
    carry(store, open_join(store), State.RESOLVED)
    seen = look_over(store, TODAY)
    assert (seen.overdue, seen.next_30_days) == (0, 0)
    assert seen.procedures.standing(TODAY) == ()
    assert [known.duty.key for known in seen.procedures.duties] == ["enforceable", "publication_ends"]


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2026, 11, 15), None), (date(2026, 11, 16), "additions"), (date(2027, 1, 10), "additions")],
)
def test_a_day_of_ours_comes_first_when_it_is_near_or_late(
    store: Store, additions: AccessionId, today: date, expected: str | None
) -> None:
    first = read(store, today).first
    assert (first.duty.key if first else None) == expected
    assert first is None or first.key == f"{additions}:outcome"


def test_the_answer_of_the_centre_is_ours_only_when_it_is_late(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.SENT)
    due = date(2026, 12, 7)
    assert read(store, due).first is None
    late = read(store, due + timedelta(days=1)).first
    assert late is not None
    assert late.duty.key == "answer"


def test_an_enforceable_resolution_is_ours_to_record(store: Store) -> None:
    carry(store, open_join(store), State.RESOLVED)
    assert read(store, date(2026, 10, 2)).first is None
    first = read(store, date(2026, 10, 3)).first
    assert first is not None
    assert (first.duty.key, first.item.key if first.item else "") == ("enforceable", "publication")


def test_a_day_of_the_office_is_told_with_its_line(store: Store) -> None:
    accession_id = open_join(store)
    item = show_accession(store, accession_id).case.items[0]
    set_due(store, item.id, item.version, date(2026, 11, 20), "Chiesto dal segretario")
    first = read(store).first
    assert first is not None
    assert (first.duty.key, first.item) == ("own", show_accession(store, accession_id).case.items[0])


def test_a_membership_waits_for_nobody_until_its_end(store: Store) -> None:
    carry(store, open_join(store), State.ACTIVE)
    assert read(store, date(2036, 11, 1)).first is None
    last = read(store, ENDS - timedelta(days=30)).first
    assert last is not None
    assert last.duty.key == "ends"


def test_answers_of_the_centre_are_news_for_thirty_days(store: Store, additions: AccessionId) -> None:
    told = [(answer.accession.id, answer.step.step) for answer in read(store).answers]
    assert told == [(additions, Step.ASK_ADDITIONS), (additions, Step.REGISTER)]
    assert len(read(store, TODAY + timedelta(days=30)).answers) == 2
    assert read(store, TODAY + timedelta(days=31)).answers == ()


def test_what_a_procedure_of_ours_did_to_the_membership_is_no_answer(store: Store) -> None:
    member = carry(store, open_join(store), State.ACTIVE)
    renewal, _changes = open_accession(store, CENTRE, Kind.RENEWAL, of_accession_id=member.id)
    carry(store, renewal, State.ACTIVE)
    of_the_member = [answer.step.step for answer in read(store).answers if answer.accession.id == member.id]
    assert of_the_member == [Step.COUNTERSIGN, Step.ACCEPT, Step.REGISTER]


def test_what_is_underway_says_what_comes_next(store: Store, additions: AccessionId) -> None:
    (row,) = read(store).underway
    assert (row.accession.id, row.next_item.key if row.next_item else "") == (additions, "commitment")
    assert 0 < row.done < row.total
