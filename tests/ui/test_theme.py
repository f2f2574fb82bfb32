# SPDX-License-Identifier: EUPL-1.2
"""The three looks: every word and every edge stands out from its ground (WCAG 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import resources
from app.settings import ZOOMS
from app.ui.theme import BASE_POINTS, PALETTES, TONES, Theme, colour, points, style_sheet, unit

TEXT = 4.5
EDGE = 3.0
GROUNDS = ("page", "panel", "raised", "hover", "accent_tint")
EACH = pytest.mark.parametrize("name", sorted(PALETTES))


def luminance(value: str) -> float:
    seen = QColor(value)
    red, green, blue = (_linear(part) for part in (seen.redF(), seen.greenF(), seen.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def weak(name: str, pairs: list[tuple[str, str]], least: float) -> dict[tuple[str, str], float]:
    tokens = PALETTES[name]
    found = {pair: round(contrast(tokens[pair[0]], tokens[pair[1]]), 2) for pair in pairs}
    return {pair: value for pair, value in found.items() if value < least}


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert round(contrast("#0066CC", "#FFFFFF"), 2) == 5.57  # ux.md section 3


@EACH
def test_words_stand_out_from_every_ground(name: str) -> None:
    pairs = [(word, ground) for word in ("text", "muted", "accent", "bad") for ground in GROUNDS]
    pairs += [(tone, f"{tone}_tint") for tone in TONES] + [(tone, "panel") for tone in TONES]
    pairs += [("text", f"{tone}_tint") for tone in TONES]
    pairs += [("on_accent", one) for one in ("accent", "accent_hover", "accent_pressed")] + [("on_stripe", "stripe")]
    assert weak(name, pairs, TEXT) == {}


@EACH
def test_edges_bars_and_the_ring_stand_out(name: str) -> None:
    pairs = [("border", ground) for ground in ("page", "panel", "raised")]
    pairs += [("focus_out", "focus_in"), ("accent", "panel"), ("bar_good", "panel")]
    assert weak(name, pairs, EDGE) == {}


@EACH
def test_all_looks_know_the_same_tokens(name: str) -> None:
    assert set(PALETTES[name]) == set(PALETTES["light"])
    assert all(QColor(value).isValid() for value in PALETTES[name].values())


@EACH
@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_style_sheet_is_filled_in_every_look_and_size(qapp: QApplication, name: str, zoom: int) -> None:
    look = Theme(qapp)
    look.apply(name, zoom)
    sheet = style_sheet()
    assert not re.search(r"@\w", sheet)
    assert unit(100) == zoom
    assert qapp.font().pointSizeF() == pytest.approx(points(BASE_POINTS)) == pytest.approx(12 * zoom / 100)
    assert qapp.palette().color(QPalette.ColorRole.Window) == colour("page") == QColor(PALETTES[name]["page"])
    look.apply("light", 100)
    look.deleteLater()


@EACH
def test_the_tick_of_a_box_stands_out(qapp: QApplication, name: str) -> None:
    look = Theme(qapp)
    look.apply(name, 100)
    found = re.search(r'image: url\("(\S+/check_\w+\.svg)"\)', style_sheet())
    assert found
    drawn = re.search(r'stroke="(#\w+)"', Path(found[1]).read_text(encoding="utf-8"))
    assert drawn
    assert contrast(drawn[1], PALETTES[name]["accent"]) >= EDGE
    look.apply("light", 100)
    look.deleteLater()


def test_every_role_that_is_asked_for_is_in_the_style_sheet() -> None:
    text = (resources() / "style" / "campanile.qss").read_text(encoding="utf-8")
    known = set(re.findall(r'role="(\w+)"', text))
    assert {"title", "heading", "muted", "primary", "danger", "link", "chip", "place"} <= known


def test_a_new_look_is_told_and_the_system_is_followed_only_on_wish(qapp: QApplication, qtbot: QtBot) -> None:
    look = Theme(qapp)
    with qtbot.waitSignal(look.changed):
        look.apply("dark", 100)
    assert look.name == "dark"
    look.apply("system", 100)
    assert colour("page").name().upper() in {PALETTES["light"]["page"], PALETTES["dark"]["page"]}
    look.apply("light", 100)
    look.deleteLater()
