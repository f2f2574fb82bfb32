# SPDX-License-Identifier: EUPL-1.2
"""The list of projects in one go: rows of a filter, counts beside it, totals of all."""

from app.actions.funding import ProjectFilter, list_projects, survey_projects
from app.domain.open_data import Status
from app.store import Store


def test_survey_without_a_filter_has_all(example: Store) -> None:
    seen = survey_projects(example)
    assert list(seen.projects) == list_projects(example)
    assert seen.by_status == {
        Status.FUNDED: 2,
        Status.PAID: 5,
        Status.RENOUNCED: 1,
        Status.RENUNCIATION_PENDING: 1,
    }
    assert seen.labels["1.2 Abilitazione al cloud - Comuni - Aprile 2022"] == "1.2 Cloud · aprile 2022"
    assert seen.last_import is not None
    assert seen.last_import.files == ("candidature_di_prova_2026-08.csv",)


def test_each_count_leaves_its_own_part_of_the_filter_aside(example: Store) -> None:
    wanted = ProjectFilter(status=Status.PAID, measure="1.4.3 Adozione PagoPA e AppIO")
    seen = survey_projects(example, wanted)
    assert len(seen.projects) == 2
    assert seen.by_status == {Status.PAID: 2}
    assert sum(count for _measure, count in seen.by_measure) == 5
    assert dict(seen.by_call) == {
        "1.4.3 - app IO - Comuni - Aprile 2022": 1,
        "1.4.3 - pagoPA - Comuni - Aprile 2022": 1,
    }
    assert seen.totals.projects == 9


def test_survey_and_list_agree_on_every_filter(example: Store) -> None:
    for status in (None, *Status):
        for text in ("", "pagopa", "J91C", "niente di simile"):
            wanted = ProjectFilter(status=status, text=text)
            assert list(survey_projects(example, wanted).projects) == list_projects(example, wanted)


def test_survey_of_nothing(store: Store) -> None:
    seen = survey_projects(store)
    assert (seen.projects, seen.by_call, seen.by_measure, seen.last_import) == ((), (), (), None)
