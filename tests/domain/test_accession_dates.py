# SPDX-License-Identifier: EUPL-1.2
"""The days that matter in each state, counted from what was recorded."""

from dataclasses import replace
from datetime import date

import pytest

from app.actions.accession_opening import open_accession
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import show_accession
from app.domain.accession_dates import Duty, concession_end, due_of_item, duties, enforceable_day
from app.domain.accession_states import Kind, State, Step
from app.domain.accessions import AccessionId
from app.domain.membership_clock import Reminder
from app.store import Store
from app.text import set_language
from app.text.duty_words import DUTY_KEYS, duty_label, duty_why
from tests.accessions import ANSWERED, CENTRE, ENDS, REGISTERED, SENT, carry, open_join


def days(store: Store, accession_id: AccessionId) -> dict[str, date]:
    return {duty.key: duty.on for duty in duties(show_accession(store, accession_id).case)}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.DRAFT, {}),
        (State.PROPOSED, {}),
        (State.RESOLVED, {"enforceable": date(2026, 10, 3), "publication_ends": date(2026, 10, 7)}),
        (State.ENFORCEABLE, {}),  # the publication is over
        (State.SIGNED, {"request_old": date(2026, 12, 5)}),
        (State.SENT, {"answer": date(2026, 12, 7)}),  # the 6th is a Sunday
        (State.UNDER_REVIEW, {"answer": date(2026, 12, 9)}),
        (State.ACCEPTED, {}),
        (
            State.ACTIVE,
            {
                "starts": date(2027, 1, 1),
                "ends": ENDS,
                "concession_ends": date(2032, 3, 15),  # of the centre of Lecce
                "renewal_opens": date(2035, 12, 31),
                "notice_last": date(2036, 6, 30),
                "renewal_reminder": date(2035, 12, 31),
                "notice_reminder": date(2035, 6, 30),
            },
        ),
    ],
)
def test_each_state_has_its_days(store: Store, state: State, expected: dict[str, date]) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, state)
    assert days(store, accession_id) == expected


def test_additions_stop_the_answer_and_have_their_own_day(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.UNDER_REVIEW)
    record_step(store, accession_id, Step.ASK_ADDITIONS, StepForm(date(2026, 11, 16), reason="Pareri"))
    assert days(store, accession_id) == {"additions": date(2026, 12, 16)}
    by_hand = StepForm(ANSWERED, number="1", reason="A mano", overridden=("additions.no_package",))
    record_step(store, accession_id, Step.SUPPLY_ADDITIONS, by_hand)
    assert days(store, accession_id) == {"answer": date(2026, 12, 14)}  # 30 and 4 days: the 13th is a Sunday


def test_the_day_that_the_centre_sets_comes_before_the_law(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.UNDER_REVIEW)
    form = StepForm(REGISTERED, reason="Altro organo", answer_by=date(2026, 12, 1))
    record_step(store, accession_id, Step.WARN_REJECTION, form)
    assert days(store, accession_id) == {"observations": date(2026, 12, 1)}


def test_after_a_rejection_there_is_the_appeal(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.UNDER_REVIEW)
    record_step(store, accession_id, Step.REJECT, StepForm(ANSWERED, reason="No"))
    assert days(store, accession_id) == {"appeal": date(2027, 1, 19)}


def test_a_notice_of_withdrawal_runs_from_its_delivery(store: Store) -> None:
    member = carry(store, open_join(store), State.ACTIVE)
    leaving, _changes = open_accession(store, CENTRE, Kind.WITHDRAWAL, of_accession_id=member.id)
    carry(store, leaving, State.SENT)
    record_step(store, leaving, Step.GIVE_NOTICE, StepForm(ANSWERED))
    assert days(store, leaving) == {"notice_ends": date(2027, 5, 20)}


def test_the_answer_may_take_as_long_as_the_agreement_says(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.SENT)
    case = show_accession(store, accession_id).case
    longer = replace(case, accession=replace(case.accession, answer_days=60))
    assert duties(longer)[0].on == date(2027, 1, 5)
    assert (duties(longer)[0].on - SENT).days == 60


def test_a_day_of_ours_keeps_the_computed_one_beside_it(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.SENT)
    case = show_accession(store, accession_id).case
    item = next(item for item in case.items if item.key == "outcome")
    own = due_of_item(case, replace(item, due_on=date(2026, 12, 1), due_reason="Promesso"))
    assert own is not None
    assert (own.on, own.computed_on, own.reason) == (date(2026, 12, 1), date(2026, 12, 7), "Promesso")


def test_an_act_declared_immediate_is_enforceable_at_once(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.PROPOSED)
    act = show_accession(store, accession_id).case.act("resolution")
    assert act is not None
    assert enforceable_day(replace(act, is_immediate=True)) == act.on
    assert enforceable_day(replace(act, published_on=None)) is None
    assert enforceable_day(replace(act, enforceable_on=date(2026, 9, 30))) == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("30 novembre 2038", date(2038, 11, 30)),
        ("2038-11-30", date(2038, 11, 30)),
        ("1° dicembre 2020", date(2020, 12, 1)),
        ("Marzo 2034", None),  # no day
        ("30 novembre", None),  # no year
        ("18 anni", None),
    ],
)
def test_the_concession_ends_where_its_centre_says_a_whole_day(store: Store, told: str, expected: date | None) -> None:
    centre = show_accession(store, open_join(store)).case.centre
    assert centre is not None
    facts = tuple(replace(fact, value=told) if fact.field == "concession_end" else fact for fact in centre.facts)
    assert concession_end(replace(centre, facts=facts)) == expected
    assert concession_end(replace(centre, facts=())) is concession_end(None) is None


def test_a_concession_that_ends_after_the_membership_is_no_matter_of_it(store: Store) -> None:
    case = show_accession(store, carry(store, open_join(store), State.ACTIVE).id).case
    sooner = replace(case, accession=replace(case.accession, ends_on=date(2030, 12, 31)))
    assert "concession_ends" not in {duty.key for duty in duties(sooner)}
    without_end = replace(case, accession=replace(case.accession, ends_on=None))
    assert "concession_ends" in {duty.key for duty in duties(without_end)}


def test_the_next_reminder_of_each_window_is_a_day_of_its_own(store: Store) -> None:
    case = show_accession(store, carry(store, open_join(store), State.ACTIVE).id).case
    told: dict[date, dict[str, int]] = {}
    for today in (date(2035, 6, 30), date(2035, 7, 1), date(2036, 10, 1)):
        found = duties(replace(case, today=today))
        told[today] = {one.key: one.clock.months for one in found if isinstance(one.clock, Reminder)}
    assert list(told.values()) == [
        {"renewal_reminder": 12, "notice_reminder": 12},
        {"renewal_reminder": 12, "notice_reminder": 6},
        {},
    ]


def test_a_computed_day_carries_how_it_was_counted(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.RESOLVED)
    found = {duty.key: duty.due for duty in duties(show_accession(store, accession_id).case)}
    assert {key: counted.term.key for key, counted in found.items() if counted} == {
        "enforceable": "enforceability",
        "publication_ends": "publication",
    }


def test_a_day_from_which_one_may_act_is_never_late() -> None:
    after = date(2026, 11, 23)
    assert not Duty("enforceable", date(2026, 10, 3), "publication").is_late(after)
    assert Duty("additions", date(2026, 11, 22), "outcome").is_late(after)
    assert not Duty("additions", after, "outcome").is_late(after)
    stands = [Duty(key, on, "").stands(after) for key in ("enforceable", "additions") for on in (SENT, after)]
    assert stands == [False, True, True, True]


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_kind_of_day_has_its_words(language: str) -> None:
    set_language(language)
    assert len({duty_label(key) for key in DUTY_KEYS}) == len(DUTY_KEYS)
    assert all(duty_why(key) for key in DUTY_KEYS)
