# SPDX-License-Identifier: EUPL-1.2
"""The list of procedures, read back from the PDF."""

from app.domain.accession_states import State
from app.reports import accessions as report
from app.store import Store
from tests.accessions import carry, open_join
from tests.reports import reading


def printed(store: Store, group: str = "all", language: str = "it") -> str:
    return reading.words(reading.drawn(report.draw, report.gather(store, group, now=store.now()), language))


def test_every_procedure_is_there_with_what_comes_next(store: Store) -> None:
    open_join(store, centre="CIT-BRESCIA")
    carry(store, open_join(store), State.SENT)
    text = printed(store)
    assert "2 pratiche" in text
    assert "Bozza" in text
    assert "Inviata" in text
    assert "Proposta di delibera e pareri" in text


def test_the_chip_of_the_screen_is_the_filter_of_the_print(store: Store) -> None:
    open_join(store, centre="CIT-BRESCIA")
    carry(store, open_join(store), State.ACTIVE)
    text = printed(store, "active")
    assert "1 pratica" in text
    assert "Filtro: attive" in text
    assert "Bozza" not in text


def test_without_any_it_says_so(store: Store) -> None:
    assert "0 pratiche" in printed(store)


def test_the_same_list_gives_the_same_bytes(store: Store) -> None:
    open_join(store)
    content = report.gather(store, "all", now=store.now())
    assert reading.drawn(report.draw, content, "it") == reading.drawn(report.draw, content, "it")
