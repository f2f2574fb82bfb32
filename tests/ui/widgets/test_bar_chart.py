# SPDX-License-Identifier: EUPL-1.2
"""The bars by year: as high as their values, told apart without colours, said in words."""

from PySide6.QtGui import QColor, QImage

from app.ui.theme import colour
from app.ui.widgets.bar_chart import Bar, BarChart
from tests.ui.widgets.conftest import Show

_BARS = (Bar("2022", 200.0, "200,00", 50.0, "50,00"), Bar("2023", 100.0, "100,00"))


def _count(picture: QImage, wanted: QColor, columns: range) -> int:
    name = wanted.name()
    return sum(picture.pixelColor(x, y).name() == name for x in columns for y in range(picture.height()))


def _drawn(show: Show, *bars: Bar, second: str = "Erogati") -> QImage:
    chart = BarChart("Soldi")
    chart.set_bars(bars, "Concessi", second)
    show(chart, width=500, height=260)
    return chart.grab().toImage()


def test_bars_are_as_high_as_their_values(show: Show) -> None:
    picture = _drawn(show, *_BARS)
    middle = (picture.width() + 80) // 2  # the names of the series stand left of the bars
    first = _count(picture, colour("bar"), range(80, middle))
    second = _count(picture, colour("bar"), range(middle, picture.width()))
    assert first > 0
    assert abs(first - 2 * second) < first * 0.1


def test_second_series_is_hatched_so_that_it_is_told_without_colour(show: Show) -> None:
    picture = _drawn(show, Bar("2022", 0.0, "", 100.0, "100,00"))
    solid = _count(picture, colour("bar_good"), range(80, picture.width()))
    alone = _drawn(show, Bar("2022", 100.0, "100,00", 0.0, ""))
    whole = _count(alone, colour("bar"), range(80, alone.width()))
    assert 0 < solid < whole * 0.8


def test_words_say_every_value_to_who_does_not_see_the_bars() -> None:
    chart = BarChart("Soldi per anno")
    chart.set_bars(_BARS, "Concessi", "Erogati")
    assert chart.accessibleName() == "Soldi per anno"
    assert chart.accessibleDescription().startswith("2022: Concessi 200,00, Erogati 50,00; 2023: Concessi 100,00")
    assert chart.toolTip().splitlines()[0] == "2022: Concessi 200,00, Erogati 50,00"


def test_no_value_is_a_dash_below_the_bars() -> None:
    assert _BARS[1].values() == ((100.0, "100,00"), (0.0, "–"))


def test_chart_without_bars_or_with_zeros_draws_nothing_in_colour(show: Show) -> None:
    for bars in ((), (Bar("2022", 0.0, "0,00"),)):
        picture = _drawn(show, *bars)
        assert _count(picture, colour("bar"), range(90, picture.width())) == 0
