# SPDX-License-Identifier: EUPL-1.2
"""Terms on one scale: said in words, drawn at the right place, faded where a day is not known."""

from datetime import date

import pytest

from app.ui.widgets.timeline import Span, Timeline, _scale, _years

pytestmark = pytest.mark.usefixtures("qapp")
TODAY = date(2026, 11, 25)
LONG = Span("Concessione: dal 01/12/2020 al 30/11/2038", date(2020, 12, 1), date(2038, 11, 30), "neutral")
SHORT = Span("Contratto: dal 01/01/2026 al 31/12/2027", date(2026, 1, 1), date(2027, 12, 31), "accent")
OPEN = Span("Adesione: dal 01/01/2026, senza fine scritta", date(2026, 1, 1), None, "info")
UNKNOWN = Span("Adesione: date da inserire", None, None)


def drawn(*spans: Span, end: date | None = None) -> Timeline:
    line = Timeline()
    line.show_spans(spans, TODAY, end)
    line.resize(600, line.sizeHint().height())
    return line


def test_everything_drawn_is_said_in_words() -> None:
    line = drawn(LONG, SHORT, UNKNOWN)
    for span in (LONG, SHORT, UNKNOWN):
        assert span.words in line.accessibleName()
    assert not line.grab().isNull()


def test_a_day_lies_in_proportion_and_never_outside() -> None:
    scale = _scale([LONG], TODAY)
    width = 1000.0
    assert (
        0 < scale.place(date(2020, 12, 1), width) < scale.place(TODAY, width) < scale.place(date(2038, 11, 30), width)
    )
    assert scale.place(date(1900, 1, 1), width) == 0
    assert scale.place(date(2199, 1, 1), width) == width


def test_today_and_an_open_end_are_on_the_line() -> None:
    scale = _scale([OPEN], TODAY)
    assert scale.first < date(2026, 1, 1)
    assert scale.last > date(2027, 1, 1)


def test_the_years_are_few_however_long_the_term() -> None:
    for first, last in ((2026, 2027), (2020, 2038), (1900, 2199)):
        years = _years(_scale([Span("x", date(first, 1, 1), date(last, 12, 31))], TODAY))
        assert 1 <= len(years) <= 9
        assert years == sorted(years)


def test_the_bar_shows_its_term_and_leaves_the_rest() -> None:
    line = drawn(SHORT, LONG, end=date(2027, 12, 31))
    picture = line.grab().toImage()
    accents = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert len(accents) > 4
    line.show_spans([], TODAY)
    assert line.accessibleName() == ""
