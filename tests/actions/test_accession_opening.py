# SPDX-License-Identifier: EUPL-1.2
"""Opening a procedure from its template, and letting go of one that never left."""

from datetime import date

import pytest

from app.actions import history, municipality
from app.actions.accession_opening import open_accession, remove_accession
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import list_accessions, show_accession
from app.domain.accession_states import Kind, State, Step
from app.errors import UserError
from app.store import Store
from app.text import action_title, sentence
from app.text.command_sentences import command_sentence
from tests.accessions import ANSWERED, CENTRE, MAYOR, attach, carry, open_join


def test_it_starts_with_what_the_store_knows(store: Store) -> None:
    view = show_accession(store, open_join(store))
    accession = view.accession
    assert (accession.state, accession.kind, accession.revision) == (State.DRAFT, Kind.JOIN, 1)
    assert (accession.signer_name, accession.signer_role) == (MAYOR, "Sindaco")
    assert (accession.contact_name, accession.contact_email) == ("Carla Verdi", "rup@comune.example")
    assert accession.lead_authority == "Comune di Lecce"
    assert len(accession.reference) == 32
    assert view.total == len(view.items) == 10
    assert accession.starts_on is None


def test_nobody_signs_before_the_day_on_which_they_take_office(store: Store) -> None:
    municipality.add_person(store, "mayor", "Luca Neri", since=date(2027, 6, 1))
    accession_id, _changes = open_accession(store, CENTRE, Kind.JOIN)
    assert show_accession(store, accession_id).accession.signer_name == ""


def test_a_centre_with_its_own_template_has_its_own_lines(store: Store) -> None:
    view = show_accession(store, open_join(store, centre="CIT-BRESCIA"))
    assert view.items[-1].item.key == "activation"
    assert "provincia.brescia.it" in view.template.body_source


def test_the_comune_s_own_template_is_used(store: Store) -> None:
    folder = store.path.parent / "procedures"
    folder.mkdir()
    (folder / "join.json").write_text(
        '{"kind":"join","centre":"","body":"executive","body_source":"Statuto","note":"","note_en":"","items":'
        '[{"key":"services","title":"Servizi","title_en":"Services","actor":"clerk","act_kind":"","law":"",'
        '"why":"","why_en":"","slots":[]}]}',
        encoding="utf-8",
    )
    view = show_accession(store, open_join(store))
    assert [line.item.key for line in view.items] == ["services"]
    assert view.accession.body == "executive"


def test_a_second_one_of_the_kind_is_refused_while_the_first_is_open(store: Store) -> None:
    first = open_join(store)
    with pytest.raises(UserError, match=r"accession\.already_open") as caught:
        open_join(store)
    assert caught.value.params["id"] == first
    assert len(list_accessions(store)) == 1


def test_an_unknown_centre_or_service_opens_nothing(store: Store) -> None:
    with pytest.raises(UserError, match=r"catalogue\.unknown_centre"):
        open_accession(store, "NOWHERE")
    with pytest.raises(UserError, match=r"catalogue\.unknown_service"):
        open_accession(store, CENTRE, codes=["ZZZ-99"])
    assert list_accessions(store) == []


def test_it_is_one_action_with_one_way_back(store: Store) -> None:
    open_join(store)
    entry = history.list_history(store)[0]
    assert action_title(entry.title, entry.params) == "Adesione a CST del Comune di Lecce"
    history.undo_last(store)
    assert list_accessions(store) == []
    history.redo_last(store)
    assert len(show_accession(store, list_accessions(store)[0].id).items) == 10


def test_a_draft_is_let_go_of_and_its_papers_are_kept(store: Store) -> None:
    accession_id = open_join(store)
    attach(store, accession_id, "people", "delegation")
    remove_accession(store, accession_id)
    assert list_accessions(store) == []
    history.undo_last(store)
    assert [doc.kind for doc in show_accession(store, accession_id).case.documents] == ["delegation"]


def test_what_went_on_is_kept_for_ever(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.RESOLVED)
    with pytest.raises(UserError, match=r"accession\.not_a_draft"):
        remove_accession(store, accession_id)
    assert len(list_accessions(store)) == 1


@pytest.mark.parametrize("kind", [Kind.RENEWAL, Kind.WITHDRAWAL])
def test_renewal_and_withdrawal_want_an_active_membership(store: Store, kind: Kind) -> None:
    accession_id = open_join(store)
    with pytest.raises(UserError, match=r"accession\.no_membership"):
        open_accession(store, CENTRE, kind)
    with pytest.raises(UserError, match=r"accession\.membership_not_active"):
        open_accession(store, CENTRE, kind, of_accession_id=accession_id)


def test_who_leaves_while_renewing_is_told_of_the_renewal(store: Store) -> None:
    member = carry(store, open_join(store), State.ACTIVE)
    renewal, _changes = open_accession(store, CENTRE, Kind.RENEWAL, of_accession_id=member.id)
    with pytest.raises(UserError) as refused:
        open_accession(store, CENTRE, Kind.WITHDRAWAL, of_accession_id=member.id)
    assert (refused.value.code, refused.value.params) == (
        "accession.renewal_open",
        {"id": renewal, "parent": member.id},
    )
    assert f"n. {renewal}" in sentence(refused.value)
    assert f"«accession remove {renewal}»" in command_sentence(refused.value)


def test_a_renewal_asks_for_the_same_again_and_moves_the_membership(store: Store) -> None:
    member = carry(store, open_join(store), State.ACTIVE)
    renewal, _changes = open_accession(store, CENTRE, Kind.RENEWAL, of_accession_id=member.id)
    view = show_accession(store, renewal)
    assert [service.code for service in view.case.requested] == ["BAS-01", "BAS-05"]
    assert view.accession.centre_pec == member.centre_pec
    assert show_accession(store, member.id).accession.state is State.RENEWING
    remove_accession(store, renewal)
    assert show_accession(store, member.id).accession.state is State.ACTIVE


def test_a_withdrawal_has_no_services_and_ends_the_membership(store: Store) -> None:
    member = carry(store, open_join(store), State.ACTIVE)
    leaving, _changes = open_accession(store, CENTRE, Kind.WITHDRAWAL, of_accession_id=member.id)
    assert show_accession(store, leaving).items[0].item.key == "people"
    carry(store, leaving, State.SENT)
    record_step(store, leaving, Step.GIVE_NOTICE, StepForm(ANSWERED))
    states = [show_accession(store, one).accession.state for one in (leaving, member.id)]
    assert states == [State.WITHDRAWING, State.WITHDRAWING]
    record_step(store, leaving, Step.CEASE, StepForm(ANSWERED))
    states = [show_accession(store, one).accession.state for one in (leaving, member.id)]
    assert states == [State.CEASED, State.CEASED]
