# SPDX-License-Identifier: EUPL-1.2
"""Inizio as a clerk sees it: figures, what is late, what is new, the first thing to do, the print."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from app.actions import backup, municipality
from app.actions.workspace import Workspace
from app.ui.home.page import HomePage
from app.ui.widgets.link import Link
from app.ui.widgets.pdf_preview import PdfPreview
from tests.conftest import NOW
from tests.example import forget_contracts
from tests.reports.reading import words
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat


def _page(clerk: Clerk) -> HomePage:
    page = clerk.page
    assert isinstance(page, HomePage)
    return page


def _primary(clerk: Clerk) -> QPushButton:
    shown = [
        button
        for button in clerk.page.findChildren(QPushButton)
        if button.isVisible() and button.property("role") == "primary"
    ]
    assert len(shown) == 1, "one primary button a page"
    return shown[0]


@pytest.fixture
def complete_folder(tmp_path: Path) -> Path:
    """The example without contracts, with its first copy: nothing is missing."""
    return _quiet(tmp_path / "completo", is_copied=True)


def _quiet(folder: Path, *, is_copied: bool) -> Path:
    """Where no contract asks for anything."""
    folder.mkdir(mode=0o700)
    made = Workspace(folder, clock=lambda: NOW)
    store = made.open_example()
    forget_contracts(store)
    if is_copied:
        backup.back_up(made, store)
    made.close()
    return folder


def test_figures_say_amounts_and_what_stands_behind(clerk: Clerk) -> None:
    shown = list(clerk.reads(_page(clerk).tiles))
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in shown] == [
        *("Concessi", "178.029,80 €", "8 progetti · più 1 rinunciato · da erogare 127.349,00 €"),
        *("Erogati", "46.752,40 €", "5 progetti"),
        *("Canone dovuto nel 2026", "24.200,41 €", "6 contratti attivi · 1 da inserire · 2 fatture da esaminare"),
        *("Scadenze", "4 in ritardo", "poi mercoledì 25/11/2026, fra 2 giorni"),
    ]


def test_day_and_freshness_stand_below_the_title(clerk: Clerk) -> None:
    told = "lunedì 23/11/2026 · 9 progetti · dati aperti al 01/08/2026 · catalogo n. 1"
    assert _page(clerk).header.totals.text() == told


def test_empty_home_explains_and_offers_the_import(new_clerk: Clerk) -> None:
    page = _page(new_clerk)
    assert new_clerk.sees("Non ci sono ancora progetti.")
    assert _primary(new_clerk).text() == "Importa dati aperti"
    for panel in (page.tiles, page.deadlines, page.news, page.years, page.measures):
        assert not panel.isVisible()


def test_first_copy_is_made_by_the_primary_button_and_ticks_itself(seat: Seat, tmp_path: Path) -> None:
    clerk = seat(_quiet(tmp_path / "senza copia", is_copied=False))
    assert _primary(clerk).text() == "Fai la prima copia di sicurezza"
    clerk.clicks(_primary(clerk))
    copies = backup.list_backups(clerk.window.workspace)
    assert [copy.is_verified for copy in copies] == [True]
    assert not _page(clerk).points.isVisible()
    assert _primary(clerk).text().startswith("Stampa il riepilogo")


def test_list_is_hidden_for_good(new_clerk: Clerk) -> None:
    new_clerk.clicks(new_clerk.finds(Link, "Nascondi l'elenco Per iniziare"))
    assert not _page(new_clerk).points.isVisible()
    assert new_clerk.window.workspace.settings.hides_getting_started
    _page(new_clerk).refresh()
    new_clerk.waits()
    assert not _page(new_clerk).points.isVisible()


def test_list_that_cannot_be_hidden_says_so_and_stays(new_clerk: Clerk, tmp_path: Path) -> None:
    folder = new_clerk.window.workspace.folder
    folder.rename(tmp_path / "chiavetta tolta")
    new_clerk.clicks(new_clerk.finds(Link, "Nascondi l'elenco Per iniziare"))
    (tmp_path / "chiavetta tolta").rename(folder)
    box = new_clerk.dialog(QMessageBox)
    assert folder.name in box.text()
    box.close()
    assert _page(new_clerk).points.isVisible()
    assert not new_clerk.window.workspace.settings.hides_getting_started


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Completa i dati dell'ufficio", ("settings", "office")),
        ("Importa dati aperti", ("funding", "import")),
        ("Vedi: Catalogo: 93 servizi", ("catalogue", "")),
        ("Fai la prima copia di sicurezza", ("settings", "backup")),
        ("Vedi: Comune: Aprica", ("settings", "folder")),
    ],
)
def test_each_point_leads_to_where_it_is_done(
    new_clerk: Clerk, monkeypatch: pytest.MonkeyPatch, name: str, place: tuple[str, str]
) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(new_clerk.window.pages, "open", lambda page, key="": asked.append((page, key)))
    new_clerk.clicks(new_clerk.finds(Link, name))
    assert asked == [place]


def test_primary_button_leads_to_the_same_place(new_clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(new_clerk.window.pages, "open", lambda page, key="": asked.append((page, key)))
    new_clerk.clicks(_primary(new_clerk))
    assert asked == [("funding", "import")]


def test_office_that_lacks_only_people_leads_to_them(new_clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    new_clerk.window.tasks.act(
        new_clerk.page, lambda store: municipality.correct_office(store, 1, pec="comune@pec.aprica.example")
    )
    new_clerk.waits()
    assert new_clerk.sees("Ufficio: manca RUP, segretario")
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(new_clerk.window.pages, "open", lambda page, key="": asked.append((page, key)))
    new_clerk.clicks(new_clerk.finds(Link, "Completa i dati dell'ufficio"))
    assert asked == [("settings", "people")]


def test_late_deadline_opens_its_project(clerk: Clerk) -> None:
    panel = _page(clerk).deadlines
    assert clerk.sees("In ritardo", panel)
    assert clerk.sees("in ritardo di 237 giorni", panel)
    assert clerk.sees("entro martedì 31/03/2026", panel)
    assert clerk.sees("Lo dice: Decreto 39/2025-PNRR del 14/02/2025", panel)
    clerk.clicks(clerk.finds(Link, "Apri il progetto 1.2 Cloud · aprile 2022, CUP J91C22000000001"))
    assert clerk.window.pages.name == "funding"
    assert clerk.sees("J91C22000000001")


def test_late_point_of_a_plan_is_the_first_thing_and_opens_its_part(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _primary(clerk).text() == "Registra il punto del piano"
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(clerk.window.pages, "open", lambda page, key="": asked.append((page, key)))
    clerk.clicks(_primary(clerk))
    name = "Apri la concessione: Sito comunale conforme al modello Comuni, Punto del piano di attivazione (Formazione)"
    clerk.clicks(clerk.finds(Link, name))
    assert asked[0] == asked[1] == ("contract", "5:activation")


def test_news_tell_old_and_new_and_open_the_project(clerk: Clerk) -> None:
    panel = _page(clerk).news
    assert clerk.sees("1 nuovo, 4 cambiati, 4 uguali", panel)
    assert clerk.sees("Stato: Finanziato 30/01/2023 → Erogato 14/05/2025", panel)
    assert clerk.sees("Nuovo", panel)
    link = next(link for link in panel.findChildren(Link) if "1.3.1 ANNCSU" in link.text())
    clerk.clicks(link)
    assert clerk.window.pages.name == "funding"


def test_charts_say_every_value_in_words(clerk: Clerk) -> None:
    page = _page(clerk)
    told = page.years.chart.accessibleDescription()
    assert "2022: Concessi € 56.534,00, Erogati € 0,00" in told
    assert "2024: Concessi € 0,00, Erogati € 29.824,00" in told
    measures = [text.replace("\N{NO-BREAK SPACE}", " ") for text in clerk.reads(page.measures)]
    assert "14.498,40 €\ntutti erogati" in measures
    assert "79.922,00 €\nnon erogati" in measures


def test_undo_of_the_import_is_seen_at_once(clerk: Clerk) -> None:
    for _time in range(5):  # the note and three stars came after it
        clerk.window.undo()
        clerk.waits()
    shown = [text.replace("\N{NO-BREAK SPACE}", " ") for text in clerk.reads(_page(clerk).tiles)]
    assert "46.752,40 €" not in shown
    clerk.window.redo()
    clerk.waits()
    assert "46.752,40 €" in [text.replace("\N{NO-BREAK SPACE}", " ") for text in clerk.reads(_page(clerk).tiles)]


def test_print_shows_the_summary_for_the_offices(seat: Seat, complete_folder: Path) -> None:
    clerk = seat(complete_folder)
    assert _primary(clerk).text().startswith("Stampa il riepilogo")
    clerk.window.print_page()
    clerk.waits()
    preview = clerk.dialog(PdfPreview)
    assert preview.windowTitle() == "Riepilogo del comune"
    assert preview.save_button.isEnabled()
    preview.close()


def test_menu_prints_the_version_for_publication_without_names(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[bytes] = []

    def keep(_title: str, draw: object, name: str) -> None:
        assert callable(draw)
        draw(tmp_path / name)
        drawn.append((tmp_path / name).read_bytes())

    monkeypatch.setattr(clerk.window, "show_preview", keep)
    for action in _page(clerk).print_button.menu().actions():
        action.trigger()
        clerk.waits()
    office, published, due = (words(content) for content in drawn)
    assert "Carla Esempi" in office
    assert "Carla Esempi" not in published
    assert "Versione per la pubblicazione" in published
    assert "4 in ritardo" in due


@pytest.mark.parametrize(("size", "zoom"), [((1366, 768), 100), ((911, 512), 100), ((1366, 768), 200)])
def test_nothing_is_wider_than_the_window(seat: Seat, example_folder: Path, size: tuple[int, int], zoom: int) -> None:
    clerk = seat(example_folder, size=size, zoom=zoom)
    assert clerk.page.width() <= clerk.window.pages.width()
    assert _page(clerk).columns.is_narrow is (size != (1366, 768) or zoom > 100)


def test_archive_that_is_gone_is_told_in_a_sentence(clerk: Clerk) -> None:
    clerk.window.tasks.swap(clerk.page, lambda: None)
    _page(clerk).refresh()
    clerk.waits()
    assert clerk.sees("Non è ancora stato scelto un comune.")
    assert not _page(clerk).tiles.isVisible()


def test_whole_page_is_reached_by_tab(clerk: Clerk) -> None:
    primary = _primary(clerk)
    primary.setFocus()
    reached = set()
    for _time in range(60):
        clerk.presses("Tab")
        reached.add(clerk.focus.accessibleName() or getattr(clerk.focus, "text", str)())
    assert "Nascondi l'elenco Per iniziare" in reached
    assert "Apri il progetto 1.2 Cloud · aprile 2022, CUP J91C22000000001" in reached
