# SPDX-License-Identifier: EUPL-1.2
"""Every key of a procedure has its word, in both languages, and the history shows none bare."""

from collections.abc import Callable

import pytest

from app.domain.accession_states import TRANSITIONS, Actor, Kind, State, Step
from app.domain.accessions import Choice
from app.domain.acts import BODIES
from app.domain.checklist import ItemState
from app.models import Base
from app.text import set_language
from app.text.accession_labels import (
    accession_field_label,
    accession_value,
    actor_label,
    body_label,
    choice_label,
    item_state_label,
    kind_label,
    state_label,
    step_label,
    to_do_label,
)
from app.text.labels import field_label, field_value, table_label

EVERY_KEY: list[tuple[Callable[[str], str], list[str]]] = [
    (kind_label, [kind.value for kind in Kind]),
    (state_label, [state.value for state in State]),
    (step_label, [step.value for step in Step]),
    (to_do_label, [way.step.value for way in TRANSITIONS if way.is_recorded]),
    (actor_label, [actor.value for actor in Actor]),
    (body_label, list(BODIES)),
    (item_state_label, [state.value for state in ItemState]),
    (choice_label, [choice.value for choice in Choice]),
]
_OURS = {
    "id",
    "version",
    "accession_id",
    "document_id",
    "given_out_id",
    "of_accession_id",
    "position",
    "key",
    "slots",
} | {
    *("act_kind", "title_en", "why", "why_en", "is_custom", "package_sha256", "answer_sequence", "overridden", "code"),
    *("signature", "bytes", "at"),
}


@pytest.mark.parametrize(("label", "keys"), EVERY_KEY, ids=lambda value: getattr(value, "__name__", ""))
@pytest.mark.parametrize("language", ["it", "en"])
def test_every_key_has_a_word_of_its_own(label: Callable[[str], str], keys: list[str], language: str) -> None:
    set_language(language)
    words = [label(key) for key in keys]
    assert len(set(words)) == len(keys)
    assert not set(words) & set(keys)


def test_the_body_that_deliberates_is_named() -> None:
    assert actor_label("body", "executive") == "Giunta comunale"
    assert actor_label("secretary", "executive") == "Segretario comunale"


@pytest.mark.parametrize("table", ["accession", "accession_item", "accession_service", "accession_step", "act"])
def test_every_field_of_a_procedure_has_a_word_in_the_history(table: str) -> None:
    assert table_label(table) != table
    for column in Base.metadata.tables[table].columns:
        if column.name not in _OURS:
            assert field_label(column.name) != column.name, column.name


def test_values_are_said_as_the_office_says_them() -> None:
    assert field_value("state", "under_review") == "In istruttoria"
    assert field_value("body", "council") == "Consiglio comunale"
    assert field_value("body", "COMUNE DI APRICA") == "COMUNE DI APRICA"
    assert field_value("yearly_cents", "85025") == "850,25\u00a0€"
    assert field_value("ends_on", "2036-12-31") == "31/12/2036"
    assert field_value("signer_is_delegate", "False") == "no"
    assert accession_value("note", "draft") == ""
    assert accession_field_label("nothing") == ""
