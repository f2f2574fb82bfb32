# SPDX-License-Identifier: EUPL-1.2
"""The funding report, read back from the PDF."""

from datetime import date
from decimal import Decimal

import pytest

from app.actions.funding import ProjectFilter, annotate_project, list_projects
from app.domain.calls import Decree
from app.domain.funding import Status
from app.reports import funding, page
from app.store import Store
from app.text import day, money
from tests.reports import factory
from tests.reports.payloads import PAYLOADS
from tests.reports.reading import drawn, fonts, images, read, squeezed, words


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_every_project_is_printed_with_its_details() -> None:
    report = factory.funding_report()
    text = _plain(words(drawn(funding.draw, report)))
    for project in report.projects:
        assert text.count(project.cup) == 2
        assert text.count(_plain(money(project.amount))) >= 2
        assert project.call in text
        assert project.decree in text
        assert day(project.funded_on) in text
        assert project.measure in text


def test_subtotals_by_state_add_up() -> None:
    report = factory.funding_report()
    text = _plain(words(drawn(funding.draw, report)))
    for status, subtotal in (
        (Status.FUNDED, "51.355,40 €"),
        (Status.RENUNCIATION_PENDING, "10.172,00 €"),
        (Status.PAID, "129.209,00 €"),
        (Status.RENOUNCED, "2.430,00 €"),
    ):
        assert subtotal == _plain(money(sum((row.amount for row in report.of(status)), Decimal("0.00"))))
        assert subtotal in text
    assert "Totale: 4 progetti 129.209,00 €" in text
    assert "Concessi 190.736,40 €" in text


def test_the_composition_of_the_lump_sum_is_written_out() -> None:
    text = _plain(words(drawn(funding.draw, factory.funding_report())))
    assert "9 servizi in aggiornamento + canone" in text
    assert "9 × 4.603,00 € = 41.427,00 €" in text
    assert "dedotto dagli importi inventati" in text
    assert text.count("non danno una somma unica") == 7


def test_a_limit_that_no_source_tells_is_said_to_be_unknown() -> None:
    text = words(drawn(funding.draw, factory.funding_report()))
    assert "entro 90 giorni dalla notifica del decreto" in text
    assert text.count("nessuna fonte consultata dice il termine") == 3


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ProjectFilter(), "nessuno, tutti i progetti"),
        (
            ProjectFilter(status=Status.PAID, call="1.2 Cloud", measure="1.2", text="<b>&"),
            "stato: Erogato; avviso: 1.2 Cloud; misura: 1.2; testo cercato: «<b>&»",
        ),
    ],
)
def test_the_filter_is_written_out_on_each_page(wanted: ProjectFilter, expected: str) -> None:
    content = drawn(funding.draw, factory.funding_report(wanted=wanted))
    for sheet in read(content).pages:
        assert f"Filtro: {expected}" in sheet.extract_text()
        assert page.ATTRIBUTION in sheet.extract_text()


def test_a_filter_that_finds_nothing_says_so() -> None:
    content = drawn(funding.draw, factory.funding_report(wanted=ProjectFilter(text="zzz"), sheets=()))
    assert "Nessun progetto con questo filtro" in words(content)
    assert "pagina 1 di 1" in words(content)


def test_a_note_of_300_lines_is_printed_whole() -> None:
    note = "\n".join(f"riga {number} di <nota> & dell’ufficio" for number in range(300))
    sheets = (factory.sheet(factory.project(0, note=note)),)
    content = drawn(funding.draw, factory.funding_report(sheets=sheets))
    assert squeezed(note) in squeezed(_without_frame(content))
    assert len(read(content).pages) > 5


def _without_frame(content: bytes) -> str:
    """The text without the lines of head and foot of each page."""
    frame = ("Stampato il", "pagina ", "Filtro:", "Dati PNRR", "Comune di Borgo", "Finanziamenti")
    lines = [line for sheet in read(content).pages for line in sheet.extract_text().splitlines()]
    return "\n".join(line for line in lines if not line.startswith(frame))


def test_a_paragraph_longer_than_a_page_and_a_word_wider_than_it() -> None:
    note = "parola " * 3000 + "x" * 500
    content = drawn(funding.draw, factory.funding_report(sheets=(factory.sheet(factory.project(0, note=note)),)))
    assert words(content).count("parola") == 3000
    assert squeezed(_without_frame(content)).count("x" * 500) == 1


def test_giant_texts_in_every_field_do_not_stop_the_print() -> None:
    giant = "titolo " * 1000
    project = factory.project(0, call=giant, decree=giant, source_file=giant)
    text = words(drawn(funding.draw, factory.funding_report(sheets=(factory.sheet(project, same_cup=(project,)),))))
    assert text.count("titolo") == 5000


def test_control_characters_do_not_stop_the_print() -> None:
    note = "prima\x00\x0b\ud800\ufffe dopo"
    text = words(drawn(funding.draw, factory.funding_report(sheets=(factory.sheet(factory.project(0, note=note)),))))
    assert "prima???? dopo" in text
    assert "4 caratteri non si possono stampare" in text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_the_user_becomes_markup(payload: str) -> None:
    project = factory.project(0, call=payload, note=payload, decree=payload, measure=payload, source_file=payload)
    content = drawn(funding.draw, factory.funding_report(sheets=(factory.sheet(project),)))
    assert squeezed(words(content)).count(squeezed(payload)) >= 6
    assert images(content) == 0
    assert b"/URI" not in content


def test_same_report_same_bytes_and_embedded_fonts() -> None:
    content = drawn(funding.draw, factory.funding_report())
    assert content == drawn(funding.draw, factory.funding_report())
    assert all("/FontFile2" in descriptor for descriptor in fonts(content).values())


def test_what_is_missing_in_the_open_data_is_said() -> None:
    bare = factory.project(0, cup="", decree="", window="", funded_on=None, status_on=None, sent_at=None, measure="")
    text = words(drawn(funding.draw, factory.funding_report(sheets=(factory.sheet(bare),))))
    assert text.count("non indicato nei dati aperti") == 3
    assert "non indicata nei dati aperti" in text
    assert "None" not in text


def test_the_same_cup_on_another_project_is_shown() -> None:
    other = factory.project(1, call="Altro avviso con lo stesso CUP")
    content = drawn(
        funding.draw, factory.funding_report(sheets=(factory.sheet(factory.project(0), same_cup=(other,)),))
    )
    assert "Stesso CUP Altro avviso con lo stesso CUP" in words(content)


def test_gather_and_print_the_store(example: Store) -> None:
    report = funding.gather(example, now=factory.NOW)
    assert report.projects == tuple(list_projects(example))
    text = _plain(words(drawn(funding.draw, report)))
    assert report.projects
    for project in report.projects:
        assert project.cup in text
        assert _plain(money(project.amount)) in text


def test_gather_takes_the_filter_of_the_screen(example: Store) -> None:
    wanted = ProjectFilter(status=Status.PAID)
    report = funding.gather(example, wanted, now=factory.NOW)
    assert report.wanted == wanted
    assert report.projects == tuple(list_projects(example, wanted))
    assert all(project.status is Status.PAID for project in report.projects)


def test_the_version_for_publication_holds_no_note(example: Store) -> None:
    first = list_projects(example)[0]
    annotate_project(example, first.id, first.version, "chiedere alla signora Rossi")
    office = words(drawn(funding.draw, funding.gather(example, now=factory.NOW)))
    public = words(drawn(funding.draw, funding.gather(example, now=factory.NOW, for_publication=True)))
    assert "signora Rossi" in office
    assert "non pubblicare" in office
    assert "signora Rossi" not in public
    assert "Versione per la pubblicazione" in public


def test_without_projects_and_filter_it_says_how_to_have_some() -> None:
    text = words(drawn(funding.draw, factory.funding_report(sheets=())))
    assert "importa i dati aperti" in text
    assert page.ATTRIBUTION not in text


def test_a_number_of_decree_that_the_file_does_not_hold_comes_from_the_reference() -> None:
    known = Decree("x", "1", "28", date(2022, 8, 8), "fonte inventata")
    bare = factory.project(0, decree="", funded_on=date(2022, 8, 8))
    text = words(drawn(funding.draw, factory.funding_report(sheets=(factory.sheet(bare, decree=known),))))
    assert "Decreto n. 28 · finestra 1 · del 08/08/2022" in text


@pytest.mark.parametrize("count", range(12, 30))
def test_neither_a_total_nor_a_heading_stands_alone(count: int) -> None:
    projects = (factory.project(1, cup=f"Z41F22{number:09d}") for number in range(count))
    sheets = tuple(factory.sheet(project) for project in projects)
    for sheet in read(drawn(funding.draw, factory.funding_report(sheets=sheets))).pages:
        text = sheet.extract_text()
        before_total, total, _after = text.partition("Totale:")
        assert not total or "Z41F22" in before_total
        for heading in ("Erogati\n", "Schede dei progetti\n", "Come leggere questi dati\n"):
            _before, found, after = text.partition(heading)
            assert not found or len(after) > 100, heading
