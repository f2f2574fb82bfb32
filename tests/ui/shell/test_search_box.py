# SPDX-License-Identifier: EUPL-1.2
"""One box for everything: asks as one types, is answered only for what stands in it, picks by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from app.actions.search import Hit
from app.text.labels import kind_label
from app.ui.shell.search_box import SearchBox
from tests.ui.clerk import Clerk
from tests.ui.widgets.conftest import Show

HITS = [
    Hit("service", "PAB-01", "Pagamenti con pagoPA", "PAB-01 · Piattaforme"),
    Hit("service", "PAB-02", "App IO", ""),
    Hit("project", "7", "1.2 Cloud", "J91C22000000001 · 47.427,00 €"),
]


@pytest.fixture
def box(show: Show) -> SearchBox:
    """The box, with the keyboard, above a button."""
    made = SearchBox()
    show(made, QPushButton("Altro"))
    made.setFocus()
    return made


def lines(box: SearchBox) -> list[str]:
    assert box.popup is not None
    return [box.popup.list.item(row).text() for row in range(box.popup.list.count())]


def is_open(box: SearchBox) -> bool:
    return box.popup is not None and box.popup.isVisible()


def test_it_asks_once_after_the_last_key(box: SearchBox, qtbot: QtBot) -> None:
    wanted = QSignalSpy(box.wanted)
    QTest.keyClicks(box, " pago")
    qtbot.waitUntil(lambda: wanted.count() > 0)
    assert [wanted.at(number) for number in range(wanted.count())] == [["pago"]]
    QTest.keyClicks(box, "   ")
    box.clear()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not is_open(box)


def test_hits_are_grouped_by_kind_and_the_first_is_ready(box: SearchBox) -> None:
    QTest.keyClicks(box, "pago")
    box.show_hits("pago", HITS)
    assert lines(box) == [
        kind_label("service"),
        "Pagamenti con pagoPA\nPAB-01 · Piattaforme",
        "App IO",
        kind_label("project"),
        "1.2 Cloud\nJ91C22000000001 · 47.427,00 €",
    ]
    chosen = QSignalSpy(box.chosen)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert [chosen.at(0)[0], box.text(), is_open(box)] == [HITS[0], "", False]


def test_the_arrows_skip_the_heads(box: SearchBox) -> None:
    QTest.keyClicks(box, "pago")
    box.show_hits("pago", HITS)
    chosen = QSignalSpy(box.chosen)
    for _time in range(2):
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert chosen.at(0)[0] == HITS[2]


def test_a_click_picks(box: SearchBox) -> None:
    QTest.keyClicks(box, "pago")
    box.show_hits("pago", HITS)
    assert box.popup is not None
    chosen = QSignalSpy(box.chosen)
    listed = box.popup.list
    place = listed.visualItemRect(listed.item(2)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.at(0)[0] == HITS[1]
    assert not is_open(box)


def test_an_answer_that_comes_too_late_is_not_shown(box: SearchBox) -> None:
    QTest.keyClicks(box, "pago")
    box.show_hits("pag", HITS)
    assert not is_open(box)
    other = box.window().findChildren(QPushButton)[-1]
    other.setFocus()
    box.show_hits("pago", HITS)
    assert not is_open(box)


def test_nothing_found_is_said_with_what_was_sought_as_it_stands(box: SearchBox) -> None:
    QTest.keyClicks(box, "<b>x</b>")
    box.show_hits("<b>x</b>", [])
    assert box.popup is not None
    assert "<b>x</b>" in box.popup.nothing.text()
    assert box.popup.nothing.textFormat() is Qt.TextFormat.PlainText
    chosen = QSignalSpy(box.chosen)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert chosen.count() == 0


def test_esc_empties_it_and_leaving_closes_the_list(box: SearchBox) -> None:
    QTest.keyClicks(box, "pago")
    box.show_hits("pago", HITS)
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert not is_open(box)
    assert QApplication.focusWidget() is not box
    box.setFocus()
    box.show_hits("pago", HITS)
    assert is_open(box)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), is_open(box)) == ("", False)


def test_the_list_stays_within_the_window(box: SearchBox) -> None:
    QTest.keyClicks(box, "x")
    box.show_hits("x", [Hit("service", str(number), "Nome " * 30, "d" * 200) for number in range(200)])
    assert box.popup is not None
    assert box.window().rect().contains(box.popup.geometry())
    assert box.popup.list.count() == 31
    assert box.popup.list.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("text", ["l'acqua", "12-AB", "C.I.G.", "a OR", '"', "*", "😀", "(" * 300])
def test_the_whole_window_finds_or_says_nothing_for_odd_words(clerk: Clerk, qtbot: QtBot, text: str) -> None:
    box = clerk.window.search
    clerk.types(text, into=box)
    qtbot.waitUntil(lambda: is_open(box))
    assert box.popup is not None
    assert box.popup.nothing.isVisible() or box.popup.list.count() > 1
    assert isinstance(box.popup.list, QListWidget)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_what_is_emptied_is_not_asked_for(box: SearchBox, qtbot: QtBot, key: Qt.Key) -> None:
    """Between the last key and the question the box was left: an answer for nothing would open the list again."""
    QTest.keyClicks(box, "pago")
    box.show_hits("pago", HITS)
    with qtbot.assertNotEmitted(box.wanted, wait=300):
        QTest.keyClick(box, key)
    assert box.text() == ""
    assert not is_open(box)
