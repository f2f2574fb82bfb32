# SPDX-License-Identifier: EUPL-1.2
"""The procedures of the example: invented, whole, and always with something still to come."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.actions.accessions import AccessionView, list_accessions, show_accession
from app.actions.documents import list_documents, show_document
from app.actions.history import undo_last, undo_state
from app.actions.overview import look_over
from app.actions.workspace import Workspace
from app.domain.accession_states import State
from app.domain.codes import check_cup
from app.domain.coherence import Severity
from app.store import Store


def views(store: Store) -> dict[State, AccessionView]:
    shown = (show_accession(store, accession.id) for accession in list_accessions(store))
    return {view.accession.state: view for view in shown}


@pytest.fixture(params=["2026-11-23", "2026-12-27", "2027-01-01", "2028-02-29", "2027-04-05", "2031-08-16"])
def on_a_day(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """The example, opened for the first time on one of several awkward days."""
    folder = tmp_path / "dati"
    folder.mkdir(mode=0o700)
    made = Workspace(folder, clock=lambda: datetime.fromisoformat(request.param).replace(hour=9, tzinfo=UTC))
    yield made.open_example()
    made.close()


def test_whenever_it_is_opened_it_has_a_membership_and_a_request_half_way(on_a_day: Store) -> None:
    today = on_a_day.today()
    seen = views(on_a_day)
    member, request = seen[State.ACTIVE], seen[State.ENFORCEABLE]
    assert member.done == member.total
    assert 3 < request.done < request.total
    for view in seen.values():
        days = [step.on for step in view.case.steps]
        assert days == sorted(days)
        assert view.accession.opened_on <= days[0] <= days[-1] <= today
    ahead = [known.duty for known in look_over(on_a_day, today).procedures.duties if known.duty.on >= today]
    assert {"ends", "notice_last"} <= {duty.key for duty in ahead}


def test_nothing_of_it_is_somebodys(example: Store) -> None:
    for view in views(example).values():
        accession = view.accession
        assert accession.centre_pec.endswith(".example")
        assert accession.contact_email.endswith(".example")
        assert accession.signer_name == "Ada Inventata"
        assert accession.signer_fiscal_code == accession.contact_phone == ""
        assert all("inventat" in act.subject for act in view.case.acts if act.subject)
        for service in view.case.services:
            assert service.cost_source == "" or "inventato" in service.cost_source
            assert not service.cup or check_cup(service.cup).is_usual


def test_its_request_stands_on_papers_that_are_kept(example: Store) -> None:
    request = views(example)[State.ENFORCEABLE]
    papers = {document.kind: document for document in list_documents(example, request.accession.id)}
    assert set(papers) == {"proposal", "resolution"}
    assert all(show_document(example, paper.id).is_whole for paper in papers.values())
    resolution = request.case.act("resolution")
    assert resolution is not None
    assert resolution.document_id == papers["resolution"].id
    assert [step.on for step in request.case.steps] == [date(2026, 10, 23), date(2026, 11, 5), date(2026, 11, 21)]


def test_what_is_left_to_look_at_does_not_stop_before_its_signature(example: Store) -> None:
    found = views(example)[State.ENFORCEABLE].findings
    assert [finding.code for finding in found if finding.severity is Severity.BLOCK] == ["signature.none"]


def test_its_membership_costs_what_its_invented_act_says(example: Store) -> None:
    costs = views(example)[State.ACTIVE].costs
    assert costs is not None
    assert {service.answer for service in views(example)[State.ACTIVE].case.services} == {"accepted"}


def test_steps_back_end_before_the_request_loses_its_papers(example: Store) -> None:
    while undo_state(example).undo is not None:
        undo_last(example)
    assert set(views(example)) == {State.ACTIVE, State.ENFORCEABLE}
    assert len(list_documents(example)) == 2
