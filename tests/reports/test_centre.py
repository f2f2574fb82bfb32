# SPDX-License-Identifier: EUPL-1.2
"""One centre on paper, read back: every fact with its source, its services, where we stand."""

import pytest

from app.errors import UserError
from app.reports.centre import draw, gather
from app.store import Store
from tests.accessions import open_join
from tests.conftest import NOW
from tests.reports.reading import drawn, squeezed, words


@pytest.mark.parametrize("code", ["CIT-BRESCIA", "cst-lecco"])
def test_every_fact_is_printed_with_its_source(store: Store, code: str) -> None:
    report = gather(store, code, now=NOW)
    printed = squeezed(words(drawn(draw, report)))
    centre = report.view.centre
    assert len(centre.facts) > 3
    for told in (centre.name, centre.lead_authority, *centre.services):
        assert squeezed(told) in printed
    for fact in centre.facts:
        for word in (*fact.value.split(), *fact.source.split()):
            assert squeezed(word) in printed
    assert squeezed("Nessuna pratica con questo centro.") in printed


def test_our_procedure_stands_in_it(store: Store) -> None:
    accession_id = open_join(store)
    printed = words(drawn(draw, gather(store, "CST-LECCE", now=NOW)))
    assert f"Adesione n. {accession_id}: bozza" in printed


def test_a_centre_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(UserError):
        gather(store, "NESSUNO", now=NOW)


def test_the_same_data_give_the_same_bytes(store: Store) -> None:
    report = gather(store, "CIT-BRESCIA", now=NOW)
    assert drawn(draw, report, "en") == drawn(draw, report, "en")
