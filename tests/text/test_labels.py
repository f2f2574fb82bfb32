# SPDX-License-Identifier: EUPL-1.2
"""Values of the history as people read them."""

import pytest

from app.formats.reference import load_calls, load_decrees
from app.text import set_language
from app.text.labels import call_month, decree_source_label, field_value


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("since", "2027-03-05", "05/03/2027"),
        ("sent_at", "2022-09-02T21:09:40+00:00", "02/09/2022 23:09"),
        ("sent_at", "2022-09-02T21:09:40", "02/09/2022 23:09"),
        ("amount", "47427.00", "47.427,00\u00a0€"),
        ("amount_cents", "4742700", "47.427,00\u00a0€"),
        ("status", "paid", "Erogato"),
        ("role", "mayor", "Sindaco"),
        ("is_starred", "True", "sì"),
        ("note", "True", "True"),
        ("previous_istat", "['090003']", "090003"),
        ("previous_istat", "[]", ""),
        ("until", None, ""),
        ("phone", "", ""),
    ],
)
def test_values_read_as_the_office_writes_them(field: str, value: str | None, said: str) -> None:
    assert field_value(field, value) == said


def test_a_call_has_its_month_in_the_language_in_use() -> None:
    label = "1.4.1 Esperienza del cittadino · settembre 2022"
    assert call_month(label) == label
    set_language("en")
    assert call_month(label) == "1.4.1 Esperienza del cittadino · September 2022"
    assert call_month("senza mese") == "senza mese"


def test_every_call_has_a_month_that_english_knows() -> None:
    set_language("en")
    months = {call_month(call.label).rpartition(" · ")[2].partition(" ")[0] for call in load_calls()}
    assert months <= {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    }  # fmt: skip


def test_every_source_of_a_decree_is_said_in_english() -> None:
    sources = {decree.source for decree in load_decrees()}
    assert [decree_source_label(source) for source in sources] == list(sources)
    set_language("en")
    said = {decree_source_label(source) for source in sources}
    assert len(said) == len(sources)
    assert all(text.startswith("PA digitale 2026 open data: one single date for each call and window") for text in said)
