# SPDX-License-Identifier: EUPL-1.2
"""A step recorded with its act: both are written, or neither is."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.actions import history
from app.actions.accession_acts import record_with_act
from app.actions.accession_steps import StepForm
from app.actions.accessions import show_accession
from app.actions.draft_facts import document_title
from app.domain.accession_states import State, Step
from app.domain.accessions import AccessionId
from app.errors import UserError
from app.store import Store
from tests.accessions import ENFORCED, PROPOSED, PUBLISHED, RESOLVED, open_join


def carry_to_resolved(store: Store) -> AccessionId:
    accession_id = open_join(store)
    record_with_act(
        store, accession_id, Step.PROPOSE, StepForm(PROPOSED), technical_opinion_on=PROPOSED,
        accounting_opinion_on=PROPOSED,
    )  # fmt: skip
    record_with_act(store, accession_id, Step.RESOLVE, StepForm(RESOLVED, number="31"))
    return accession_id


def test_the_act_goes_into_the_register_with_the_step(store: Store) -> None:
    case = show_accession(store, carry_to_resolved(store)).case
    assert [(act.kind, act.body, act.number, act.on) for act in case.acts] == [
        ("proposal", "", "", PROPOSED),
        ("resolution", "council", "31", RESOLVED),
    ]
    assert case.accession.state is State.RESOLVED


def test_the_publication_completes_the_same_act(store: Store) -> None:
    accession_id = carry_to_resolved(store)
    record_with_act(store, accession_id, Step.ENFORCE, StepForm(ENFORCED), published_on=PUBLISHED)
    case = show_accession(store, accession_id).case
    assert [(act.kind, act.published_on) for act in case.acts] == [("proposal", None), ("resolution", PUBLISHED)]
    assert case.accession.state is State.ENFORCEABLE


def test_both_are_one_action_that_one_step_back_undoes(store: Store) -> None:
    accession_id = open_join(store)
    before = len(history.list_history(store))
    record_with_act(store, accession_id, Step.PROPOSE, StepForm(PROPOSED))
    assert len(history.list_history(store)) == before + 1
    history.undo_last(store)
    case = show_accession(store, accession_id).case
    assert (case.acts, case.accession.state) == ((), State.DRAFT)


@pytest.mark.parametrize(
    ("step", "form", "act", "code"),
    [
        (Step.ENFORCE, StepForm(ENFORCED), {}, "accession.enforceability_unknown"),
        (Step.ENFORCE, StepForm(RESOLVED), {"published_on": PUBLISHED}, "accession.not_enforceable_yet"),
        (Step.ENFORCE, StepForm(ENFORCED), {"enforceable_on": ENFORCED}, "term.reason_missing"),
        (Step.ENFORCE, StepForm(date(2026, 12, 24)), {"published_on": PUBLISHED}, "accession.step_in_future"),
        (Step.SEND, StepForm(ENFORCED), {"published_on": PUBLISHED}, "accession.step_without_act"),
        (Step.ENFORCE, StepForm(ENFORCED), {"kind": "other"}, "accession.unknown_field"),
    ],
)
def test_a_refused_step_leaves_the_act_as_it_was(
    store: Store, step: Step, form: StepForm, act: dict[str, Any], code: str
) -> None:
    accession_id = carry_to_resolved(store)
    before = show_accession(store, accession_id).case
    with pytest.raises(UserError, match=code.replace(".", r"\.")):
        record_with_act(store, accession_id, step, form, **act)
    assert show_accession(store, accession_id).case == before


def test_the_file_of_an_act_is_kept_with_it(store: Store, tmp_path: Path) -> None:
    accession_id = open_join(store)
    record_with_act(store, accession_id, Step.PROPOSE, StepForm(PROPOSED))
    file = tmp_path / "delibera.pdf"
    file.write_bytes(b"%PDF-1.7")
    entries = len(history.list_history(store))
    record_with_act(store, accession_id, Step.RESOLVE, StepForm(RESOLVED, number="31"), file=file)
    case = show_accession(store, accession_id).case
    (document,) = case.documents
    assert (document.kind, document.item_key, document.name) == ("resolution", "resolution", "delibera.pdf")
    assert document.title == "Delibera"
    assert document_title(case, document) == "Delibera n. 31 del 20/09/2026"
    assert [act.document_id for act in case.acts] == [None, document.id]
    assert case.steps[-1].document_id == document.id
    assert len(history.list_history(store)) == entries + 1
    publication = tmp_path / "referta.pdf"
    publication.write_bytes(b"%PDF-1.7 referta")
    record_with_act(store, accession_id, Step.ENFORCE, StepForm(ENFORCED), file=publication, published_on=PUBLISHED)
    case = show_accession(store, accession_id).case
    assert [doc.kind for doc in case.documents] == ["resolution", "publication"]
    assert case.acts[1].document_id == document.id  # the resolution stays the file of the act


def test_the_file_of_an_act_is_of_a_kind_that_its_line_takes(store: Store, tmp_path: Path) -> None:
    accession_id = open_join(store)
    record_with_act(store, accession_id, Step.PROPOSE, StepForm(PROPOSED))
    before = show_accession(store, accession_id)
    file = tmp_path / "LICENSE"
    file.write_text("EUPL", encoding="utf-8")
    with pytest.raises(UserError, match=r"document\.wrong_format"):
        record_with_act(store, accession_id, Step.RESOLVE, StepForm(RESOLVED, number="31"), file=file)
    assert show_accession(store, accession_id) == before


def test_a_refused_step_keeps_no_document(store: Store, tmp_path: Path) -> None:
    accession_id = open_join(store)
    file = tmp_path / "delibera.pdf"
    file.write_bytes(b"%PDF-1.7")
    with pytest.raises(UserError, match=r"accession\.step_not_now"):
        record_with_act(store, accession_id, Step.RESOLVE, StepForm(RESOLVED, number="31"), file=file)
    record_with_act(store, accession_id, Step.PROPOSE, StepForm(PROPOSED))
    with pytest.raises(UserError, match=r"accession\.number_missing"):
        record_with_act(store, accession_id, Step.RESOLVE, StepForm(RESOLVED), file=file)
    assert show_accession(store, accession_id).case.documents == ()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"published_on": date(2026, 9, 1)}, "act.published_before"),
        ({"published_on": PUBLISHED, "published_until": date(2026, 9, 21)}, "act.publication_reversed"),
        ({"enforceable_on": date(2026, 9, 1), "enforceable_reason": "Visto"}, "act.enforceable_before"),
    ],
)
def test_days_that_run_backwards_never_come_into_the_register(store: Store, fields: dict[str, Any], code: str) -> None:
    accession_id = carry_to_resolved(store)
    with pytest.raises(UserError) as told:
        record_with_act(store, accession_id, Step.ENFORCE, StepForm(ENFORCED), **fields)
    assert told.value.code == code
    case = show_accession(store, accession_id).case
    assert (case.accession.state, case.acts[-1].published_on) == (State.RESOLVED, None)
