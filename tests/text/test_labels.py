# SPDX-License-Identifier: EUPL-1.2
"""Values of the history as people read them."""

import pytest

from app.text.labels import field_value


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
