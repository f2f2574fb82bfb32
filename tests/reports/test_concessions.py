# SPDX-License-Identifier: EUPL-1.2
"""The list of contracts on paper: each with its end, its fee and what is due next; an unknown fee is no zero."""

from pathlib import Path

from app.actions.contracts import survey_contracts
from app.actions.reporting import prepare_report
from app.reports import concessions
from app.store import Store
from tests.reports import reading


def test_it_lists_the_contracts_of_the_chosen_group(example: Store) -> None:
    every = concessions.gather(example, now=example.now())
    assert [row.contract.id for row in every.rows] == [row.contract.id for row in survey_contracts(example)]
    running = concessions.gather(example, "running", now=example.now())
    assert 0 < len(running.rows) < len(every.rows)
    text = reading.words(reading.drawn(concessions.draw, every))
    for row in every.rows:
        assert row.contract.title in text
    assert "8 contratti" in text
    assert "da inserire" in text
    assert "dovuti quest'anno" in text
    assert "Filtro: attive" in reading.words(reading.drawn(concessions.draw, running))


def test_an_empty_office_has_an_empty_list(store: Store) -> None:
    report = concessions.gather(store, now=store.now())
    assert "0 contratti" in reading.words(reading.drawn(concessions.draw, report))
    assert concessions.concession_section(report.rows) == []


def test_it_is_reached_by_its_name(example: Store, tmp_path: Path) -> None:

    target = tmp_path / "concessioni.pdf"
    prepare_report(example, "concessions", "", "it")(target)
    assert "Illuminazione pubblica" in reading.words(target.read_bytes())
    sheet = tmp_path / "scheda.pdf"
    prepare_report(example, "concession", "8", "it", for_publication=True)(sheet)
    text = reading.words(sheet.read_bytes())
    assert "Carla Esempi" not in text
    assert len(reading.read(sheet.read_bytes()).pages) == 2
