# SPDX-License-Identifier: EUPL-1.2
"""Inizio with procedures: what is ours to do comes first, their days stand among the deadlines, answers are news."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import CHANGED
from app.domain.accession_states import State, Step
from app.store import Store
from app.ui.home.page import HomePage
from app.ui.widgets.link import Link
from tests.accessions import carry, open_join
from tests.ui.clerk import Clerk

CENTRES = ("CST-LECCE", "CIT-BRESCIA", "CST-LECCO", "SMART-CITY-BRESCIA", "ARZACHENA")


def _ask_additions(store: Store) -> object:
    """A request to which the centre of Lecce asks for something until 16 December."""
    accession_id = open_join(store)
    carry(store, accession_id, State.UNDER_REVIEW)
    record_step(store, accession_id, Step.ASK_ADDITIONS, StepForm(date(2026, 11, 16), reason="Mancano i pareri"))
    return CHANGED


def _draft(store: Store) -> object:
    open_join(store, centre="CIT-BRESCIA")
    return CHANGED


def _membership(store: Store) -> object:
    carry(store, open_join(store), State.ACTIVE)
    return CHANGED


def _seen(clerk: Clerk, act: object) -> HomePage:
    assert callable(act)
    clerk.window.tasks.act(clerk.window, act)
    clerk.waits()
    page = clerk.page
    assert isinstance(page, HomePage)
    return page


@pytest.fixture
def asked(new_clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The pages that were asked for; none is opened."""
    places: list[tuple[str, str]] = []
    monkeypatch.setattr(new_clerk.window.pages, "open", lambda page, key="": places.append((page, key)))
    return places


def test_what_a_centre_waits_for_is_the_first_thing_to_do(new_clerk: Clerk, asked: list[tuple[str, str]]) -> None:
    page = _seen(new_clerk, _ask_additions)
    assert page.primary.text() == "Manda le integrazioni"
    assert page.primary.isVisible()
    new_clerk.clicks(page.primary)
    assert asked == [("accession", "1:outcome")]


def test_its_day_stands_among_the_deadlines_and_leads_to_its_line(
    new_clerk: Clerk, asked: list[tuple[str, str]]
) -> None:
    panel = _seen(new_clerk, _ask_additions).deadlines
    shown = list(new_clerk.reads(panel))
    for words in ("Nei prossimi 30 giorni", "Mandare le integrazioni", "fra 23 giorni", "entro mercoledì 16/12/2026"):
        assert words in shown
    assert "Nessuna scadenza nota." not in shown
    assert not new_clerk.sees("I dati aperti non dicono", panel)
    new_clerk.clicks(new_clerk.finds(Link, "Apri la pratica: CST del Comune di Lecce, Mandare le integrazioni"))
    assert asked == [("accession", "1:outcome")]


def test_what_is_on_its_way_says_how_far_it_is_and_who_acts(new_clerk: Clerk, asked: list[tuple[str, str]]) -> None:
    panel = _seen(new_clerk, _draft).procedures
    assert new_clerk.sees("Bozza", panel)
    assert new_clerk.sees("fatto 2 di ", panel)
    assert new_clerk.sees(" · Proposta di delibera e pareri · RUP", panel)
    new_clerk.clicks(new_clerk.finds(Link, "Apri la pratica: CIT della Provincia di Brescia, Bozza"))
    assert asked == [("accession", "1:proposal")]


def test_a_draft_alone_does_not_come_before_the_import(new_clerk: Clerk) -> None:
    page = _seen(new_clerk, _draft)
    assert page.primary.text() == "Importa dati aperti"
    assert not page.deadlines.isVisible()
    assert not page.news.isVisible()


def test_answers_of_the_centre_are_news(new_clerk: Clerk, asked: list[tuple[str, str]]) -> None:
    panel = _seen(new_clerk, _ask_additions).news
    told = ["Risposta", "CST del Comune di Lecce", "Richiesta di integrazioni, 16/11/2026: Mancano i pareri"]
    shown = list(new_clerk.reads(panel))
    assert sorted(shown) == sorted(["Che cosa è cambiato", *told])  # not that it was registered before
    links = [link for link in panel.findChildren(QPushButton) if "Richiesta di integrazioni" in link.accessibleName()]
    new_clerk.clicks(links[0])
    assert asked == [("accession", "1")]


def test_a_membership_has_its_days_but_is_not_on_its_way(new_clerk: Clerk) -> None:
    page = _seen(new_clerk, _membership)
    assert not page.procedures.isVisible()
    assert new_clerk.sees("Comincia l'adesione", page.deadlines)
    assert new_clerk.sees("da venerdì 01/01/2027", page.deadlines)


def test_more_procedures_than_fit_are_counted(new_clerk: Clerk, asked: list[tuple[str, str]]) -> None:
    def fill(store: Store) -> object:
        for centre in CENTRES:
            open_join(store, centre=centre)
        return CHANGED

    _seen(new_clerk, fill)
    new_clerk.clicks(new_clerk.finds(QPushButton, "Vedi 1 altra pratica"))
    assert asked == [("accessions", "")]
