# SPDX-License-Identifier: EUPL-1.2
"""The request of a procedure, read back from the PDF: figures only from acts, people only where they may be named."""

from datetime import date
from decimal import Decimal

from app.actions.accession_services import correct_service, have_already
from app.actions.accessions import fill_in, show_accession
from app.domain.accession_states import State
from app.domain.accessions import AccessionId
from app.reports import accession_request as report
from app.store import Store
from tests.accessions import MAYOR, carry, open_join
from tests.reports import reading


def gathered(store: Store, accession_id: int, *, for_publication: bool = False) -> report.RequestReport:
    return report.gather(store, str(accession_id), now=store.now(), for_publication=for_publication)


def costed(store: Store) -> int:
    accession_id = open_join(store, ("PAB-02", "BAS-05"))
    for service in show_accession(store, accession_id).case.services:
        if service.code != "PAB-02":
            continue
        correct_service(
            store, service.id, service.version, once=Decimal("1200.50"), yearly=Decimal("850.25"),
            cost_source="Delibera C.P. 34/2025", quantity=5, unit="terminali", cup="J41F22000340006",
        )  # fmt: skip
    return accession_id


def test_figures_are_those_of_the_acts_and_what_has_none_is_counted(store: Store) -> None:
    content = gathered(store, costed(store))
    costs = content.costs
    assert costs is not None
    assert (costs.once, costs.yearly, costs.total) == (Decimal("1200.50"), Decimal("850.25"), None)
    assert costs.without_figures == ("BAS-01", "BAS-05", "PAB-01")
    text = reading.words(reading.drawn(report.draw, content))
    for expected in ("1.200,50", "850,25", "Delibera C.P. 34/2025", "5 terminali", "J41F22000340006"):
        assert expected in text
    assert "Per 3 servizi nessun atto dà una cifra" in text


def test_without_any_figure_nothing_is_estimated(store: Store) -> None:
    content = gathered(store, open_join(store))
    assert content.costs is None
    assert "il costo non si stima" in reading.words(reading.drawn(report.draw, content))


def test_over_the_term_the_total_says_how_it_was_counted(store: Store) -> None:
    accession_id = costed(store)
    version = show_accession(store, AccessionId(accession_id)).accession.version
    fill_in(store, AccessionId(accession_id), version, starts_on=date(2027, 1, 1), ends_on=date(2028, 6, 30))
    content = gathered(store, accession_id)
    assert content.costs is not None
    assert content.costs.total == Decimal("2473.55")  # 1200.50 + 850.25 + 182/366 of 850.25
    text = reading.words(reading.drawn(report.draw, content))
    assert "2.473,55" in text
    assert "per 1 anno e 182 giorni su 366" in text


def test_what_is_had_already_says_from_where(store: Store) -> None:
    accession_id = open_join(store)
    have_already(store, accession_id, "PAB-01", "Contratto del 2024")
    text = reading.words(reading.drawn(report.draw, gathered(store, accession_id)))
    assert "Già nostro" in text
    assert "Contratto del 2024" in text


def test_the_acts_carry_number_publication_and_enforceability(store: Store) -> None:
    accession = carry(store, open_join(store), State.RESOLVED)
    text = reading.words(reading.drawn(report.draw, gathered(store, accession.id)))
    for expected in ("31 del 20/09/2026", "22/09/2026", "03/10/2026", "Convenzione del 20/11/2026"):
        assert expected in text


def test_a_version_for_publication_names_nobody(store: Store) -> None:
    accession_id = open_join(store)
    assert MAYOR in reading.words(reading.drawn(report.draw, gathered(store, accession_id)))
    public = reading.words(reading.drawn(report.draw, gathered(store, accession_id, for_publication=True)))
    for name in (MAYOR, "Carla Verdi", "rup@comune.example"):
        assert name not in public
    assert "per pubblicazione" in public


def test_same_data_same_bytes(store: Store) -> None:
    content = gathered(store, costed(store))
    assert reading.drawn(report.draw, content) == reading.drawn(report.draw, content)
