# SPDX-License-Identifier: EUPL-1.2
"""The comune's summary, read back from the PDF."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.actions.funding import list_projects
from app.domain.accession_states import State
from app.domain.funding import totals
from app.reports import page, summary
from app.reports.due import group_deadlines
from app.store import Store
from app.text import day, language, money
from tests.accessions import carry, open_join
from tests.reports import factory
from tests.reports.payloads import PAYLOADS
from tests.reports.reading import drawn, fonts, images, read, squeezed, words

LONG_NAME = "Borgo d’Arpa & <Prova> " + "SanGiovanniInValleLunghissima" * 7


def test_a_usual_summary_has_two_pages() -> None:
    content = drawn(summary.draw, factory.summary())
    pages = [sheet.extract_text() for sheet in read(content).pages]
    assert len(pages) == 2
    for number, text in enumerate(pages, start=1):
        assert f"pagina {number} di 2" in text
        assert "Stampato il 22/11/2026 con Campanile" in text
        assert "Comune di Borgo Prova" in text
        assert "Filtro: nessuno" in text
        assert page.ATTRIBUTION in text


def test_every_code_amount_name_and_date_is_printed() -> None:
    report = factory.summary()
    text = words(drawn(summary.draw, report))
    plain = text.replace("\u00a0", " ")
    for project in report.projects:
        assert project.cup in text
        assert project.call in text
        assert money(project.amount).replace("\u00a0", " ") in plain
        assert day(project.status_on) in text
    for person in report.people:
        assert person.name in text
        assert person.email in text
    for year in report.by_year:
        assert str(year.year) in text
        assert money(year.granted).replace("\u00a0", " ") in plain
        assert money(year.paid).replace("\u00a0", " ") in plain
    for deadline in report.deadlines:
        assert day(deadline.due_on) in text
        assert deadline.source in text
    for value in ("190.736,40 €", "129.209,00 €", "51.355,40 €", "2.430,00 €", "10.172,00 €", factory.LATEST):
        assert value in plain


def test_same_summary_same_bytes() -> None:
    assert drawn(summary.draw, factory.summary()) == drawn(summary.draw, factory.summary())


def test_another_summary_other_bytes() -> None:
    other = factory.summary(printed_at=datetime(2026, 11, 23, 9, 42, tzinfo=UTC))
    assert drawn(summary.draw, factory.summary()) != drawn(summary.draw, other)


@pytest.mark.parametrize(("code", "tag"), [("it", "it-IT"), ("en", "en-GB")])
def test_language_title_and_fonts(code: str, tag: str) -> None:
    content = drawn(summary.draw, factory.summary(), code)
    document = read(content)
    root: Any = document.trailer["/Root"]
    assert root["/Lang"] == tag
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] is not None
    assert document.metadata is not None
    assert "Comune di Borgo Prova" in (document.metadata.title or "")
    assert document.metadata.author
    assert document.metadata.subject
    assert language() == "it"
    used = fonts(content)
    assert used
    for name, descriptor in used.items():
        assert "Titillium" in name
        assert "/FontFile2" in descriptor


def test_a_long_name_with_signs_is_printed_whole() -> None:
    report = factory.summary(office=factory.office(name=LONG_NAME))
    content = drawn(summary.draw, report)
    assert len(LONG_NAME) >= 200
    assert squeezed(LONG_NAME) in squeezed(words(content))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_the_user_becomes_markup(payload: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first = factory.project(0, call=payload, source_file=payload)
    report = factory.summary(
        office=factory.office(name=payload, address=payload),
        people=(factory.person(1, "rup", payload),),
        projects=(first,),
        deadlines=(replace(factory.deadline(first), source=payload),),
    )
    content = drawn(summary.draw, report)
    text = squeezed(words(content))
    assert text.count(squeezed(payload)) >= 5
    assert images(content) == 0
    assert b"/URI" not in content
    assert list(tmp_path.iterdir()) == []


def test_the_version_for_publication_names_nobody() -> None:
    people = factory.summary().people
    text = words(drawn(summary.draw, factory.summary(people=(), is_publication=True)))
    assert "Versione per la pubblicazione" in text
    assert "Persone dell’ufficio" not in text
    for person in people:
        assert person.name not in text
        assert person.email not in text


def test_the_version_for_the_office_says_not_to_publish() -> None:
    assert "non pubblicare" in words(drawn(summary.draw, factory.summary()))


def test_the_example_comune_is_marked_on_each_page_and_credits_nobody() -> None:
    content = drawn(summary.draw, factory.summary(office=factory.office(is_example=True)))
    for sheet in read(content).pages:
        assert "DATI DI PROVA" in sheet.extract_text()
        assert page.ATTRIBUTION not in sheet.extract_text()
    assert "DATI DI PROVA" not in words(drawn(summary.draw, factory.summary()))


def test_what_is_not_known_is_said() -> None:
    office = factory.office(population=None, pec="", ipa_code_confirmed=False, name="Borgo 👍")
    known = tuple(row for row in factory.summary().deadlines if row.cup != "Z41F22000000000")
    text = words(drawn(summary.draw, factory.summary(office=office, deadlines=known)))
    assert "non ancora scritti: abitanti di oggi, PEC." in text
    assert "Il codice IPA è presunto" in text
    assert "Nessuna fonte consultata dice il termine di questi progetti: Z41F22000000000." in text
    assert "1 carattere non si può stampare" in text


def test_an_empty_store_makes_a_summary_that_says_so() -> None:
    report = factory.summary(
        people=(), edition=None, last_import=None, totals=totals(()), by_year=(), projects=(), deadlines=()
    )
    text = words(drawn(summary.draw, report))
    assert "Nessun dato aperto importato" in text
    assert "mai importati" in text
    assert "nessuna edizione caricata" in text
    assert page.ATTRIBUTION not in text


def test_many_projects_and_a_giant_title_go_on_to_further_pages() -> None:
    projects = tuple(factory.project(number % 8, cup=f"Z99F{number:011d}") for number in range(120))
    giant = factory.project(0, call="titolo " * 1000)
    content = drawn(summary.draw, factory.summary(projects=(giant, *projects)))
    text = words(content)
    assert all(project.cup in text for project in projects)
    assert text.count("titolo") == 1000
    assert len(read(content).pages) > 6


def test_giant_texts_of_the_office_do_not_stop_the_print() -> None:
    giant = "indirizzo " * 1000
    report = factory.summary(office=factory.office(address=giant), people=(factory.person(1, "rup", giant),))
    assert words(drawn(summary.draw, report)).count("indirizzo") == 2000


def test_deadlines_of_one_day_and_reason_stand_together_by_day() -> None:
    groups = group_deadlines(factory.summary().deadlines)
    assert [len(group.projects) for group in groups] == [2, 1, 1, 2]
    assert [group.due_on for group in groups] == sorted(group.due_on for group in groups)


def test_a_passed_day_is_said_to_be_passed_until_done() -> None:
    report = factory.summary()
    assert words(drawn(summary.draw, report)).count("(passata)") == 1
    done = tuple(replace(row, is_done=True) for row in report.deadlines)
    text = words(drawn(summary.draw, factory.summary(deadlines=done)))
    assert "(passata)" not in text
    assert "Completamento delle attività: fatto" in text


def test_the_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "riepilogo.pdf"
    target.write_bytes(b"vecchio")
    summary.draw(factory.summary(), target)
    assert target.read_bytes() == drawn(summary.draw, factory.summary())
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_raises_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        summary.draw(factory.summary(), tmp_path / "manca" / "riepilogo.pdf")
    assert list(tmp_path.iterdir()) == []


def test_characters_of_what_is_not_printed_are_not_counted() -> None:
    noted = factory.summary(projects=(factory.project(0, note="👍" * 1500),))
    assert "non si possono stampare" not in words(drawn(summary.draw, noted))
    named = factory.summary(projects=(factory.project(0, call="👍" * 1500),))
    assert "1.500 caratteri non si possono stampare" in words(drawn(summary.draw, named))


def test_an_empty_summary_fits_one_page() -> None:
    empty = factory.summary(
        people=(), last_import=None, totals=totals(()), by_year=(), projects=(), deadlines=(), edition=None
    )
    content = drawn(summary.draw, empty)
    assert len(read(content).pages) == 1
    assert "Scadenze note" not in words(content)


def test_who_names_nobody_is_not_told_to_hide_it() -> None:
    assert "non pubblicare" not in words(drawn(summary.draw, factory.summary(people=())))


def test_residents_of_the_census_are_said_to_be_of_then() -> None:
    text = words(drawn(summary.draw, factory.summary(office=factory.office(population=None), census=1588)))
    assert "Abitanti 1.588 al censimento del 2011" in text
    assert "censimento ISTAT del 2011" in text
    own = words(drawn(summary.draw, factory.summary(census=1588)))
    assert "Abitanti 1.432" in own
    assert "censimento" not in own


def test_gather_takes_the_residents_of_the_census(store: Store) -> None:
    assert summary.gather(store, now=factory.NOW).census == 1588


def test_gather_and_print_the_store(example: Store) -> None:
    report = summary.gather(example, now=factory.NOW)
    assert report.projects == tuple(list_projects(example))
    assert report.totals == totals(report.projects)
    assert report.projects
    assert report.printed_at == factory.NOW
    text = words(drawn(summary.draw, report))
    for project in report.projects:
        assert project.cup in text
        assert money(project.amount).replace("\u00a0", " ") in text.replace("\u00a0", " ")
    assert report.office.name in text


def test_procedures_are_a_short_section_of_it(store: Store) -> None:
    assert "Adesioni" not in words(drawn(summary.draw, summary.gather(store, now=factory.NOW)))
    carry(store, open_join(store), State.SENT)
    text = words(drawn(summary.draw, summary.gather(store, now=store.now())))
    for told in ("Adesioni", "CST del Comune di Lecce", "Inviata", "Il centro deve rispondere", "07/12/2026"):
        assert told in text


def test_gather_for_publication_holds_nobody(example: Store) -> None:
    report = summary.gather(example, now=factory.NOW, for_publication=True)
    assert report.people == ()
    assert report.is_publication


def test_the_day_of_the_print_is_that_of_rome() -> None:
    late = factory.summary(printed_at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    assert day(late.today) == "23/11/2026"
