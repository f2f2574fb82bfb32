# SPDX-License-Identifier: EUPL-1.2
"""What falls due on paper, read back from the PDF."""

from datetime import UTC, datetime

from app.domain.accession_states import State
from app.reports import deadlines as report
from app.store import Store
from tests.accessions import carry, open_join
from tests.reports import reading


def printed(store: Store, within: int | None = None, language: str = "it", now: datetime | None = None) -> str:
    content = report.gather(store, within, now=now or store.now())
    return reading.words(reading.drawn(report.draw, content, language))


def test_what_is_late_stands_before_what_is_to_come(example: Store) -> None:
    carry(example, open_join(example), State.SIGNED)
    text = printed(example)
    places = [text.index(words) for words in ("In ritardo", "31/03/2026", "Da qui in avanti", "05/12/2026")]
    assert places == sorted(places)
    assert "La domanda firmata diventa vecchia" in text
    assert "CST del Comune di Lecce" in text
    assert "J91C22000000001" in text
    assert "I dati aperti non dicono se le attività sono già concluse" in text
    assert "Dati inventati" in text


def test_the_days_asked_for_are_the_filter_of_the_print(store: Store) -> None:
    carry(store, open_join(store), State.SENT)
    assert "07/12/2026" not in printed(store, 7)
    assert "Filtro: in ritardo e nei prossimi 7 giorni" in printed(store, 7)
    assert "07/12/2026" in printed(store, 30)
    assert "Filtro: nessuno" in printed(store)
    assert "CC BY 4.0" not in printed(store)


def test_without_any_it_says_so(store: Store) -> None:
    text = printed(store)
    assert "Nessuna scadenza nota." in text
    assert "In ritardo" not in text


def test_a_late_day_of_a_procedure_is_not_blamed_on_the_open_data(store: Store) -> None:
    carry(store, open_join(store), State.SENT)
    text = printed(store, now=datetime(2027, 1, 10, 9, tzinfo=UTC))
    assert "1 in ritardo, 0 da qui in avanti" in text
    assert "I dati aperti" not in text


def test_the_same_report_gives_the_same_bytes_and_every_word_in_english_fits(store: Store) -> None:
    carry(store, open_join(store), State.ACTIVE)
    content = report.gather(store, now=store.now())
    assert reading.drawn(report.draw, content, "it") == reading.drawn(report.draw, content, "it")
    assert "{" not in printed(store, language="en")
