# SPDX-License-Identifier: EUPL-1.2
"""The lines of a checklist that the clerk shapes: a day of ours, a line that does not apply, one more line."""

from datetime import date

import pytest

from app.actions import history
from app.actions.accession_items import add_item, drop_item, mark_done, note_item, set_due, skip_item, take_up_item
from app.actions.accessions import ItemView, show_accession
from app.domain.accession_states import Actor
from app.domain.accessions import AccessionId
from app.domain.checklist import ItemState
from app.errors import Stale, UserError
from app.store import Store
from tests.accessions import open_join

DAY = date(2026, 12, 4)


def line(store: Store, accession_id: AccessionId, key: str) -> ItemView:
    found = show_accession(store, accession_id).item(key)
    assert found is not None
    return found


def test_a_day_of_ours_wants_a_reason_and_is_one_of_the_days_that_matter(store: Store) -> None:
    accession_id = open_join(store)
    item = line(store, accession_id, "proposal").item
    with pytest.raises(UserError, match=r"accession\.due_reason_missing"):
        set_due(store, item.id, item.version, DAY, " ")
    set_due(store, item.id, item.version, DAY, "Consiglio convocato")
    view = show_accession(store, accession_id)
    assert [(duty.on, duty.item_key, duty.reason) for duty in view.duties] == [(DAY, "proposal", "Consiglio convocato")]
    item = line(store, accession_id, "proposal").item
    set_due(store, item.id, item.version, None, "")
    assert show_accession(store, accession_id).duties == ()


def test_a_line_that_does_not_apply_no_longer_counts(store: Store) -> None:
    accession_id = open_join(store)
    total = show_accession(store, accession_id).total
    item = line(store, accession_id, "commitment").item
    with pytest.raises(UserError, match=r"accession\.skip_reason_missing"):
        skip_item(store, item.id, item.version, "")
    skip_item(store, item.id, item.version, "Nessuna spesa")
    assert line(store, accession_id, "commitment").state is ItemState.SKIPPED
    assert show_accession(store, accession_id).total == total - 1
    item = line(store, accession_id, "commitment").item
    take_up_item(store, item.id, item.version)
    assert line(store, accession_id, "commitment").state is ItemState.NOT_STARTED


def test_a_line_of_ours_is_added_done_and_taken_out(store: Store) -> None:
    accession_id = open_join(store)
    item_id, _changes = add_item(store, accession_id, " Avvisare la Giunta ", Actor.SECRETARY)
    added = show_accession(store, accession_id).items[-1]
    assert (added.item.id, added.item.title, added.item.actor) == (item_id, "Avvisare la Giunta", Actor.SECRETARY)
    assert added.state is ItemState.NOT_STARTED
    mark_done(store, item_id, added.item.version, DAY)
    assert show_accession(store, accession_id).items[-1].state is ItemState.DONE
    drop_item(store, item_id)
    assert show_accession(store, accession_id).items[-1].item.key == "start"
    history.undo_last(store)
    assert show_accession(store, accession_id).items[-1].state is ItemState.DONE


def test_the_lines_of_the_template_are_never_taken_out_nor_ticked(store: Store) -> None:
    accession_id = open_join(store)
    item = line(store, accession_id, "proposal").item
    with pytest.raises(UserError, match=r"accession\.item_not_ours"):
        drop_item(store, item.id)
    with pytest.raises(UserError, match=r"accession\.item_not_ours"):
        mark_done(store, item.id, item.version, DAY)
    with pytest.raises(UserError, match=r"accession\.item_without_title"):
        add_item(store, accession_id, "\t")


def test_a_note_typed_in_one_go_is_one_entry(store: Store) -> None:
    accession_id = open_join(store)
    entries = len(history.list_history(store))
    first = line(store, accession_id, "people").item
    for note in ("Ch", "Chiedere", "Chiedere a Maria"):
        item = line(store, accession_id, "people").item
        note_item(store, item.id, item.version, note)
    assert len(history.list_history(store)) == entries + 1
    with pytest.raises(Stale):
        note_item(store, first.id, first.version, "vecchia")
