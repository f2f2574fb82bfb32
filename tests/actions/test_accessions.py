# SPDX-License-Identifier: EUPL-1.2
"""Looking at procedures, and filling in their fields."""

from datetime import date

import pytest

from app.actions import history
from app.actions.accessions import FIELDS, fill_in, find_accession, list_accessions, show_accession, survey_accessions
from app.domain.accession_states import State, Step
from app.errors import Stale, UserError
from app.store import Store
from tests.accessions import ENDS, STARTS, carry, open_join


def test_a_list_says_how_far_each_has_come_and_what_comes_next(store: Store) -> None:
    draft = open_join(store)
    active = carry(store, open_join(store, centre="CIT-BRESCIA"), State.ACTIVE)
    rows = {row.accession.id: row for row in survey_accessions(store)}
    assert (rows[draft].done, rows[draft].total) == (2, 10)
    coming = rows[draft].next_item
    assert coming is not None
    assert coming.key == "proposal"
    assert rows[draft].blocks > 0
    assert rows[active.id].accession.state is State.ACTIVE


def test_the_page_of_one_holds_its_next_steps_and_its_findings(store: Store) -> None:
    view = show_accession(store, open_join(store))
    assert [way.step for way in view.next_steps] == [Step.PROPOSE]
    assert {finding.item_key for finding in view.findings} <= {line.item.key for line in view.items}
    assert view.item("nothing") is None


def test_what_is_typed_is_kept_at_once_and_is_one_entry(store: Store) -> None:
    accession_id = open_join(store)
    entries = len(history.list_history(store))
    for pec in ("p", "pec", "pec@ente.example"):
        fill_in(store, accession_id, show_accession(store, accession_id).accession.version, centre_pec=pec)
    assert show_accession(store, accession_id).accession.centre_pec == "pec@ente.example"
    assert len(history.list_history(store)) == entries + 1
    history.undo_last(store)
    assert show_accession(store, accession_id).accession.centre_pec == ""


def test_every_field_can_be_filled_in(store: Store) -> None:
    accession_id = open_join(store)
    values: dict[str, object] = dict.fromkeys(FIELDS, "testo")
    values |= {"body": "executive", "signer_is_delegate": True, "starts_on": STARTS, "ends_on": ENDS}
    values |= {"answer_days": 45, "notice_months": 6, "notice_days": 0, "renewal_months": 12}
    values |= {"signer_fiscal_code": "BNCMRA80A01H501U"}
    fill_in(store, accession_id, show_accession(store, accession_id).accession.version, **values)
    accession = show_accession(store, accession_id).accession
    assert {name: getattr(accession, name) for name in FIELDS} == values


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"state": "active"}, "accession.unknown_field"),
        ({"starts_on": date(2027, 1, 1), "ends_on": date(2026, 1, 1)}, "accession.term_reversed"),
        ({"notice_months": -1}, "accession.number_out_of_range"),
        ({"answer_days": 1201}, "accession.number_out_of_range"),
        ({"body": "mayor"}, "accession.unknown_body"),
    ],
)
def test_what_cannot_be_is_refused(store: Store, fields: dict[str, object], code: str) -> None:
    accession_id = open_join(store)
    before = show_accession(store, accession_id).accession
    with pytest.raises(UserError, match=code.replace(".", r"\.")):
        fill_in(store, accession_id, before.version, **fields)
    assert show_accession(store, accession_id).accession == before


def test_a_form_that_was_overtaken_is_told(store: Store) -> None:
    accession_id = open_join(store)
    seen = show_accession(store, accession_id).accession.version
    fill_in(store, accession_id, seen, note="uno")
    with pytest.raises(Stale):
        fill_in(store, accession_id, seen, note="due")
    assert show_accession(store, accession_id).accession.note == "uno"


def test_one_is_found_by_its_number_or_the_beginning_of_its_reference(store: Store) -> None:
    accession_id = open_join(store)
    reference = list_accessions(store)[0].reference
    assert find_accession(store, str(accession_id)) == accession_id
    assert find_accession(store, reference[:8].upper()) == accession_id
    for text in ("", "99", reference[:5], "zzzzzz"):
        with pytest.raises(UserError, match=r"accession\.unknown"):
            find_accession(store, text)
