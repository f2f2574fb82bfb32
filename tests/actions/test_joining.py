# SPDX-License-Identifier: EUPL-1.2
"""What there is to choose from before joining, and what starting does: a new procedure, or more in one on its way."""

from datetime import date

import pytest

from app.actions import joining
from app.actions.accessions import list_accessions, show_accession
from app.actions.history import list_history
from app.domain.accession_states import Kind, State
from app.domain.centres import InCatchment
from app.errors import UserError
from app.store import Store
from tests.accessions import carry, open_join


def test_centres_shown_to_offer_it_come_first(store: Store) -> None:
    plan = joining.plan_joining(store, ["SIT-01"])
    assert [option.centre.code for option in plan.offering()] == ["CST-LECCO", "CST-LECCE"]
    assert [option.centre.code for option in plan.options][:2] == ["CST-LECCO", "CST-LECCE"]
    assert len(plan.options) == 5
    assert all(option.place is not InCatchment.INSIDE for option in plan.options)


def test_a_service_that_nobody_is_shown_to_offer_has_no_offering_centre(store: Store) -> None:
    plan = joining.plan_joining(store, ["ITI-01"])
    assert plan.offering() == ()
    assert len(plan.options) == 5


def test_the_template_of_the_centre_says_what_is_needed(store: Store) -> None:
    option = joining.plan_joining(store, ["BAS-02"]).option("CIT-BRESCIA")
    assert option.template.centre == "CIT-BRESCIA"
    assert option.template.kind is Kind.JOIN


def test_nothing_is_written_by_looking(store: Store) -> None:
    before = len(list_history(store))
    joining.plan_joining(store, ["SIT-01"])
    joining.plan_joining(store)
    assert len(list_history(store)) == before


def test_starting_opens_a_procedure_with_what_it_needs(store: Store) -> None:
    accession_id, changes = joining.start_joining(store, "CST-LECCE", ["SIT-01"])
    assert changes.accessions
    codes = {one.code for one in show_accession(store, accession_id).case.services}
    assert "SIT-01" in codes
    assert len(codes) > 1


def test_a_second_service_goes_into_the_request_on_its_way(store: Store) -> None:
    first, _changes = joining.start_joining(store, "CST-LECCE", ["BAS-05"])
    plan = joining.plan_joining(store, ["SIT-01"])
    option = plan.option("CST-LECCE")
    assert option.open_one is not None
    assert (option.open_one.id, option.takes_services, option.member) == (first, True, None)
    second, _changes = joining.start_joining(store, "CST-LECCE", ["SIT-01"])
    assert second == first
    assert {"BAS-05", "SIT-01"} <= {one.code for one in show_accession(store, first).case.services}
    assert len(list_accessions(store)) == 1


def test_a_request_that_left_takes_nothing_more(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.SENT)
    assert not joining.plan_joining(store, ["SIT-01"]).option("CST-LECCE").takes_services
    with pytest.raises(UserError, match=r"accession\.services_closed"):
        joining.start_joining(store, "CST-LECCE", ["SIT-01"])
    assert joining.start_joining(store, "CST-LECCE", [])[0] == accession_id


def test_a_membership_is_told_and_a_new_request_may_be_opened(store: Store) -> None:
    member = open_join(store)
    carry(store, member, State.ACTIVE)
    option = joining.plan_joining(store, ["SIT-01"]).option("CST-LECCE")
    assert option.member is not None
    assert (option.member.id, option.open_one, option.member.starts_on) == (member, None, date(2027, 1, 1))
    assert joining.start_joining(store, "CST-LECCE", ["SIT-01"])[0] != member


def test_unknown_codes_are_refused(store: Store) -> None:
    with pytest.raises(UserError, match=r"catalogue\.unknown_service"):
        joining.plan_joining(store, ["XXX"])
    with pytest.raises(UserError, match=r"catalogue\.unknown_centre"):
        joining.start_joining(store, "XXX", [])
