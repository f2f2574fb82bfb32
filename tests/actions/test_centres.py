# SPDX-License-Identifier: EUPL-1.2
"""The centres with where we stand: in the catchment or not, a procedure of ours or none, side by side."""

import pytest

from app.actions import centres
from app.domain.accession_states import State
from app.domain.centres import InCatchment, Verdict
from app.errors import UserError
from app.store import Store
from tests.accessions import carry, open_join


def test_a_centre_that_is_not_for_us_is_listed_all_the_same(store: Store) -> None:
    survey = centres.survey_centres(store)
    assert survey.province == "SO"
    assert {row.centre.code for row in survey.rows} == {centre.code for centre in centres.list_centres(store)}
    assert survey.count(InCatchment.INSIDE) == 0
    assert survey.rows[-1].place is InCatchment.UNKNOWN


def test_a_row_says_when_the_concession_ends(store: Store) -> None:
    ends = {row.centre.code: (row.end_of_concession, row.end_year) for row in centres.survey_centres(store).rows}
    assert ends["CST-LECCE"] == ("15 marzo 2032", 2032)
    assert ends["CIT-BRESCIA"] == ("", 0)


def test_the_view_of_a_centre_holds_its_services_and_our_procedures(store: Store) -> None:
    assert centres.look_at_centre(store, "cst-lecce").latest is None
    first = open_join(store)
    view = centres.look_at_centre(store, "cst-lecce")
    assert {service.code for service in view.services} == set(view.centre.services)
    assert view.latest is not None
    assert (view.latest.id, view.place, view.expired_on) == (first, InCatchment.OUTSIDE, None)


def test_what_is_open_comes_before_the_membership(store: Store) -> None:
    member = open_join(store)
    carry(store, member, State.ACTIVE)
    second = open_join(store, ("SIT-01",))
    assert [one.id for one in centres.look_at_centre(store, "CST-LECCE").ours] == [second, member]
    row = next(row for row in centres.survey_centres(store).rows if row.centre.code == "CST-LECCE")
    assert row.ours is not None
    assert row.ours.id == second


def test_two_or_three_are_compared(store: Store) -> None:
    comparison = centres.compare(store, ["CST-LECCO", "cst-lecce"])
    assert [centre.code for centre in comparison.centres] == ["CST-LECCO", "CST-LECCE"]
    assert comparison.count(Verdict.SAME)
    assert comparison.count(Verdict.DIFFERENT)
    assert {service.code for service in comparison.services} == {
        code for centre in comparison.centres for code in centre.services
    }


@pytest.mark.parametrize(
    "codes", [[], ["CST-LECCO"], ["CST-LECCO", "cst-lecco"], ["A", "B", "C", "D"]], ids=["none", "one", "twice", "four"]
)
def test_another_number_is_refused(store: Store, codes: list[str]) -> None:
    with pytest.raises(UserError, match=r"centre\.wrong_number"):
        centres.compare(store, codes)


def test_an_unknown_centre_is_refused(store: Store) -> None:
    for look in (centres.show_centre, centres.look_at_centre):
        with pytest.raises(UserError, match=r"catalogue\.unknown_centre"):
            look(store, "XXX")
    with pytest.raises(UserError, match=r"catalogue\.unknown_centre"):
        centres.compare(store, ["CST-LECCO", "XXX"])
