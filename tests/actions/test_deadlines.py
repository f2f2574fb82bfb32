# SPDX-License-Identifier: EUPL-1.2
"""What falls due, from projects, procedures and contracts alike."""

from datetime import date

import pytest

from app.actions.accession_items import set_due
from app.actions.accession_opening import open_accession
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import show_accession
from app.actions.deadlines import about_words, list_deadlines, what_words, why_words
from app.actions.overview import look_over
from app.domain.accession_states import Kind, State, Step
from app.store import Store
from tests.accessions import ANSWERED, CENTRE, carry, open_join

TODAY = date(2026, 11, 23)


def test_an_empty_store_knows_none(store: Store) -> None:
    assert list_deadlines(store, TODAY) == []


def test_those_of_projects_and_procedures_stand_by_day_and_are_those_of_the_first_page(example: Store) -> None:
    carry(example, open_join(example), State.SIGNED)
    rows = list_deadlines(example, TODAY)
    assert [row.on for row in rows] == sorted(row.on for row in rows)
    assert {"project", "accession", "contract", "concession"} <= {row.subject for row in rows}
    seen = look_over(example, TODAY)
    assert sum(row.is_late for row in rows) == seen.overdue > 0
    assert sum(0 <= (row.on - TODAY).days <= 30 for row in rows) == seen.next_30_days > 0


def test_a_day_of_a_contract_says_what_of_what_by_which_rule_and_where(example: Store) -> None:
    rows = [row for row in list_deadlines(example, TODAY) if row.event == "milestone"]
    assert [what_words(row) for row in rows][:2] == [
        "Punto del piano di attivazione (Formazione)",
        "Punto del piano di attivazione (Collaudo)",
    ]
    assert rows[0].is_late
    assert about_words(rows[0]) == "Sito comunale conforme al modello Comuni"
    assert why_words(rows[0]) == "La data viene dal piano concordato con il fornitore."
    assert rows[0].key.endswith(":activation")


@pytest.mark.parametrize(("within", "count"), [(0, 0), (13, 0), (14, 1), (None, 1)])
def test_so_many_days_ahead(store: Store, within: int | None, count: int) -> None:
    carry(store, open_join(store), State.SENT)
    assert len(list_deadlines(store, TODAY, within)) == count


def test_what_is_late_stays_however_few_days_are_asked_for(store: Store) -> None:
    carry(store, open_join(store), State.SENT)
    (row,) = list_deadlines(store, date(2027, 3, 1), 0)
    assert (row.is_late, row.event, row.on) == (True, "answer", date(2026, 12, 7))


def test_a_row_says_what_of_what_and_by_which_rule(store: Store) -> None:
    member = carry(store, open_join(store), State.ACTIVE)
    leaving, _changes = open_accession(store, CENTRE, Kind.WITHDRAWAL, of_accession_id=member.id)
    carry(store, leaving, State.SENT)
    record_step(store, leaving, Step.GIVE_NOTICE, StepForm(ANSWERED))
    rows = {row.key: row for row in list_deadlines(store, TODAY)}
    row = rows[f"{leaving}:end"]
    assert what_words(row) == "Finisce il preavviso di recesso"
    assert about_words(row) == "Recesso: CST del Comune di Lecce"
    assert why_words(row) == "Da quel giorno l'adesione è cessata."


def test_a_day_of_the_office_is_told_by_its_line_and_its_reason(store: Store) -> None:
    accession_id = open_join(store)
    item = show_accession(store, accession_id).case.items[0]
    set_due(store, item.id, item.version, date(2026, 12, 1), "Chiesto dal segretario")
    (row,) = list_deadlines(store, TODAY)
    assert (what_words(row), about_words(row)) == ("Servizi da chiedere", "CST del Comune di Lecce")
    assert why_words(row) == "Chiesto dal segretario"
