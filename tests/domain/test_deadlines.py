# SPDX-License-Identifier: EUPL-1.2
"""Deadlines follow only from what is known."""

from dataclasses import replace
from datetime import date

import pytest

from app.actions import funding
from app.domain.deadlines import known_deadlines
from app.domain.funding import Project
from app.domain.open_data import Status
from app.formats.reference import load_time_limits
from app.store import Store

GENERAL = tuple(limit for limit in load_time_limits() if not limit.call)


@pytest.fixture
def project(example: Store) -> Project:
    return funding.list_projects(example)[0]


def test_a_funded_project_has_the_general_end(project: Project) -> None:
    (deadline,) = known_deadlines(replace(project, status=Status.FUNDED), GENERAL)
    assert (deadline.due_on, deadline.event, deadline.is_done) == (date(2026, 3, 31), "completion", False)
    assert "39/2025" in deadline.source


@pytest.mark.parametrize(
    ("paid_on", "until"), [(date(2024, 4, 5), 2029), (date(2024, 12, 31), 2029), (date(2025, 1, 1), 2030)]
)
def test_a_paid_project_is_kept_for_five_years_from_the_end_of_the_year(
    project: Project, paid_on: date, until: int
) -> None:
    (deadline,) = known_deadlines(replace(project, status=Status.PAID, status_on=paid_on), GENERAL)
    assert (deadline.due_on, deadline.event) == (date(until, 12, 31), "maintenance")


@pytest.mark.parametrize("status", [Status.RENOUNCED, Status.RENUNCIATION_PENDING])
def test_what_is_renounced_has_none(project: Project, status: Status) -> None:
    assert known_deadlines(replace(project, status=status), GENERAL) == ()


def test_limits_from_days_we_are_not_told_give_none(project: Project) -> None:
    limits = tuple(limit for limit in load_time_limits() if limit.call and not limit.on)
    assert any(limit.is_known for limit in limits)
    assert known_deadlines(replace(project, status=Status.FUNDED), limits) == ()


def test_a_call_that_names_the_general_day_gives_one_deadline_with_its_source(project: Project) -> None:
    own = tuple(limit for limit in load_time_limits() if "ANNCSU" in limit.call)
    for limits in (GENERAL + own, own + GENERAL):
        (deadline,) = known_deadlines(replace(project, status=Status.FUNDED), limits)
        assert (deadline.due_on, deadline.event) == (date(2026, 3, 31), "completion")
        assert "012-anncsu" in deadline.source
