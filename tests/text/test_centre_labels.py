# SPDX-License-Identifier: EUPL-1.2
"""Every key of a centre and of a comparison has its words."""

import pytest

from app.domain.catalogue import CENTRE_KINDS
from app.domain.centres import FIELDS, InCatchment, Verdict
from app.text.centre_labels import (
    centre_kind_label,
    compared_label,
    place_label,
    short_centre_kind,
    verdict_label,
)


@pytest.mark.parametrize("kind", CENTRE_KINDS)
def test_every_kind_has_a_name(kind: str) -> None:
    assert centre_kind_label(kind) != kind
    assert short_centre_kind(kind)


def test_a_kind_of_another_edition_stands_as_it_is() -> None:
    assert (centre_kind_label("X"), short_centre_kind("X")) == ("X", "X")


def test_every_outcome_has_its_words() -> None:
    assert len({place_label(place.value) for place in InCatchment}) == len(InCatchment)
    assert len({verdict_label(verdict.value) for verdict in Verdict}) == len(Verdict)
    assert all(compared_label("field", name) for name in FIELDS)
    assert compared_label("fact", "members") == "Enti aderenti"
