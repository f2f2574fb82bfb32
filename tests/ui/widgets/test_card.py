# SPDX-License-Identifier: EUPL-1.2
"""The card of the selected row: what it says can be copied, and nothing of the row before is left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.widgets.button import button
from app.ui.widgets.card import Card
from app.ui.widgets.link import Link
from tests.ui.widgets.conftest import Show


def shown(card: Card) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible() and label.text()]


def test_it_reads_from_top_to_bottom(show: Show, qtbot: QtBot) -> None:
    card = Card("Progetto")
    show(card)
    card.set_title("1.2 Cloud", "Avviso di aprile 2022")
    card.add_row("CUP", "J41C22000020006", copy=True, mono=True)
    card.add_heading("Scadenze")
    card.add_text("Nessuna scadenza nota.")
    card.add_source("Dati aperti del 22/08/2026")
    qtbot.waitUntil(lambda: len(shown(card)) == 7)
    placed = sorted(
        (label for label in card.findChildren(QLabel) if label.text()),
        key=lambda label: label.mapTo(card, label.pos()).y(),
    )
    assert placed[0].text() == "1.2 Cloud"
    assert placed[-1].text() == "Dati aperti del 22/08/2026"


def test_a_value_is_copied_by_the_link_beside_it(show: Show) -> None:
    card = Card("Progetto")
    show(card)
    card.add_row("CUP", "J41C22000020006", copy=True, mono=True)
    (link,) = card.findChildren(Link)
    assert link.accessibleName() == "Copia CUP"
    link.click()
    assert QApplication.clipboard().text() == "J41C22000020006"


def test_values_may_be_selected_and_are_plain_text(show: Show) -> None:
    card = Card("Progetto")
    show(card)
    words = [card.add_row("Nota", "<b>x</b>"), card.add_text("<b>x</b>"), card.add_source("<b>x</b>")]
    for label in words:
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_nothing_of_the_row_before_is_left(show: Show, qtbot: QtBot) -> None:
    card = Card("Progetto")
    show(card)
    card.set_title("Primo")
    card.set_footer("Fonte del primo", button("Apri"))
    card.clear()
    card.set_title("Secondo")
    qtbot.waitUntil(lambda: shown(card) == ["Secondo"])
    assert [one.text() for one in card.findChildren(QPushButton) if one.isVisible()] == []


def test_an_empty_card_says_what_would_stand_here(show: Show, qtbot: QtBot) -> None:
    card = Card("Progetto")
    show(card)
    card.show_empty("Scegli un progetto", "Qui si vede la sua scheda.")
    qtbot.waitUntil(lambda: shown(card) == ["Scegli un progetto", "Qui si vede la sua scheda."])
