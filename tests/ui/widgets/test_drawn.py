# SPDX-License-Identifier: EUPL-1.2
"""Small widgets that mostly draw: what they say to the eye and to a screen reader, and that a look is followed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import TONES, Theme, colour
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.figures import Figure, FigureStrip
from app.ui.widgets.label import Label
from app.ui.widgets.money_bar import MoneyBar, Part
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.panel import Panel, rule
from app.ui.widgets.pill import Pill, pill_size
from app.ui.widgets.step_line import Step, StepLine
from tests.ui.widgets.conftest import Show

HOSTILE = "<img src='x.png'><b>b</b>"


def colours(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(0, picture.height(), 2)}


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_a_label_is_plain_whatever_it_holds_and_changes_its_role(show: Show) -> None:
    label = Label(HOSTILE, "muted")
    show(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    before = label.palette().color(label.foregroundRole())
    label.set_role("bad")
    assert label.palette().color(label.foregroundRole()) != before


def test_a_button_does_one_thing(show: Show) -> None:
    done: list[str] = []
    word = button("Importa", lambda: done.append("importa"))
    show(word)
    word.click()
    word.setFocus()
    QTest.keyClick(word, Qt.Key.Key_Space)
    assert done == ["importa", "importa"]
    assert not word.autoDefault()


def test_icons_follow_a_new_look(show: Show, qapp: QApplication) -> None:
    sign = button("Chiudi", icon="close")
    show(sign)
    before = sign.icon().cacheKey()
    look = Theme(qapp)
    look.apply("dark", 100)
    assert sign.icon().cacheKey() != before
    look.apply("light", 100)
    look.deleteLater()


@pytest.mark.parametrize("tone", [*TONES, "unknown"])
def test_a_callout_has_its_tone_its_words_and_one_thing_to_do(show: Show, tone: str) -> None:
    done: list[str] = []
    callout = Callout("Copia mancante", HOSTILE, tone, "Fai la copia", lambda: done.append("copia"))
    show(callout)
    seen = colours(callout)
    shown = tone if tone in TONES else "neutral"
    assert {colour(shown).name(), colour(f"{shown}_tint").name()} <= seen
    assert callout.accessibleName() == f"Copia mancante {HOSTILE}"
    assert callout.link is not None
    callout.link.click()
    assert done == ["copia"]
    callout.show_words("Tutto bene", "", "good")
    assert words(callout) == ["Tutto bene"]
    assert callout.accessibleName() == "Tutto bene"


def test_a_banner_is_striped_and_says_it(show: Show) -> None:
    done: list[str] = []
    banner = Banner("Dati inventati", "Elimina", lambda: done.append("via"))
    show(banner)
    assert {colour("stripe").name(), colour("on_stripe").name()} <= colours(banner)
    assert banner.accessibleName() == "Dati inventati"
    assert banner.button is not None
    banner.button.click()
    assert done == ["via"]
    assert Banner("Solo lettura").button is None


def test_an_empty_place_explains_and_offers_one_thing(show: Show) -> None:
    done: list[str] = []
    empty = EmptyState("Nessun progetto", "Importa i dati aperti.", "Importa", lambda: done.append("x"), "euro")
    show(empty)
    assert words(empty) == ["Nessun progetto", "Importa i dati aperti."]
    assert not empty.picture.pixmap().isNull()
    assert empty.button is not None
    empty.button.click()
    assert done == ["x"]
    assert not EmptyState("Niente").picture.isVisibleTo(None)  # type: ignore[arg-type] # itself is asked


def test_figures_are_read_as_label_and_value_and_the_side_goes_below(show: Show, qtbot: QtBot) -> None:
    strip, bar = FigureStrip(), MoneyBar()
    window = show(strip, width=1200)
    strip.set_figures([Figure("Concessi", "178.029,80 €"), Figure("Erogati", "46.752,40 €", "good", "cinque progetti")])
    strip.set_side(bar)
    named = {widget.accessibleName(): widget.accessibleDescription() for widget in strip.findChildren(QWidget)}
    assert named["Concessi: 178.029,80 €"] == ""
    assert named["Erogati: 46.752,40 €"] == "cinque progetti"
    qtbot.waitUntil(lambda: bar.geometry().left() > 200)
    assert bar.width() > 240
    window.resize(380, 500)
    qtbot.waitUntil(lambda: bar.geometry().left() < 20)
    strip.set_figures([Figure("Concessi", "0,00 €")])
    qtbot.waitUntil(lambda: "Erogati" not in words(strip))


def test_money_is_a_bar_and_the_same_in_words(show: Show) -> None:
    bar = MoneyBar()
    show(bar)
    bar.set_parts([Part("Erogati", 30, "good"), Part("Da erogare", 70, "warning")], "Erogati 30, da erogare 70")
    assert {colour("bar_good").name(), colour("bar").name()} <= colours(bar)
    assert bar.accessibleName() == bar.caption.text() == "Erogati 30, da erogare 70"
    bar.set_parts([Part("Niente", 0)], "Nessun importo")
    assert colour("raised").name() in colours(bar)
    assert colour("bar_good").name() not in colours(bar)


def test_the_head_of_a_page_has_one_primary_button_at_the_end(show: Show, qtbot: QtBot) -> None:
    done: list[str] = []
    head = PageHeader("Finanziamenti", "8 progetti")
    show(head)
    export = head.add_button("Esporta", lambda: done.append("esporta"))
    head.add_button("Importa", lambda: done.append("importa"), primary=True)
    assert head.primary is not None
    qtbot.waitUntil(lambda: head.primary is not None and head.primary.x() > export.x() > head.title.x())
    head.primary.click()
    assert done == ["importa"]
    assert head.primary.property("role") == "primary"
    assert export.property("role") == "secondary"
    head.set_totals("")
    assert not head.totals.isVisible()
    head.set_title(HOSTILE)
    assert head.title.text() == HOSTILE


def test_a_panel_has_a_heading_or_none(show: Show) -> None:
    panel, bare = Panel("Persone"), Panel()
    show(panel, bare)
    panel.add(QPushButton("Aggiungi"))
    panel.add(rule())
    assert panel.heading.isVisible()
    assert not bare.heading.isVisible()


def test_a_state_is_words_on_its_tint(show: Show) -> None:
    pill = Pill("Erogato", "good")
    show(pill)
    assert colour("good_tint").name() in colours(pill)
    assert pill.sizeHint() == pill_size("Erogato")
    assert pill.minimumSizeHint().width() < pill.sizeHint().width()
    pill.show_state("In ritardo", "bad")
    assert colour("bad_tint").name() in colours(pill)
    pill.show_state("", "bad")
    assert not pill.isVisible()
    assert pill.textFormat() is Qt.TextFormat.PlainText


def test_steps_are_one_sentence_for_who_does_not_see_them(show: Show) -> None:
    line = StepLine([Step("Candidatura", "done"), Step("Contratto", "now"), Step("Erogazione")])
    show(line)
    assert line.accessibleName() == "Candidatura: fatto, Contratto: in corso, Erogazione: da fare"
    assert colour("accent").name() in colours(line) or colour("good").name() in colours(line)
    wide = line.sizeHint().width()
    line.set_steps([Step("Candidatura", "done")])
    assert line.sizeHint().width() < wide
    line.set_steps([])
    assert line.accessibleName() == ""
    line.grab()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_and_by_space(show: Show, key: Qt.Key) -> None:
    pressed = list[bool]()
    made = button("Stampa", lambda: pressed.append(True))
    show(made)
    made.setFocus()
    QTest.keyClick(made, key)
    assert pressed == [True]
