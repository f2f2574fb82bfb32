# SPDX-License-Identifier: EUPL-1.2
"""Three clocks on one line."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.clocks import Clock, Layer, effective_end, life_line, longer_than_above

_TODAY = date(2026, 11, 23)
_DAYS = st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31))


def _clocks(*ends: date | None) -> tuple[Clock, ...]:
    return tuple(Clock(layer, layer.value, None, end) for layer, end in zip(Layer, ends, strict=True))


@given(st.tuples(_DAYS, _DAYS, _DAYS))
def test_the_end_is_the_earliest_that_is_known(ends: tuple[date | None, date | None, date | None]) -> None:
    end, known = effective_end(_clocks(*ends)), [day for day in ends if day]
    assert (end.on if end else None) == min(known, default=None)
    if end:
        assert {clock.layer for clock in _clocks(*ends) if clock.ends_on == end.on} == set(end.layers)
        assert len(end.unknown) == ends.count(None)


def test_a_layer_that_outlasts_the_next_known_one_above_is_told() -> None:
    concession, contract = date(2030, 12, 31), date(2031, 12, 31)
    pairs = longer_than_above(_clocks(concession, None, contract))
    assert [(one.longer, one.longer_on, one.shorter, one.shorter_on) for one in pairs] == [
        (Layer.L2, contract, Layer.L0, concession)
    ]
    assert longer_than_above(_clocks(contract, concession, concession)) == ()


def test_the_line_covers_whole_years_and_today() -> None:
    line = life_line([Clock(Layer.L2, "x", date(2027, 3, 1), date(2029, 2, 28))], _TODAY)
    assert line is not None
    assert (line.first_on, line.last_on) == (date(2026, 1, 1), date(2029, 12, 31))
    assert (line.share(line.first_on), line.share(line.last_on)) == (0.0, 1.0)
    assert 0 < line.share(_TODAY) < line.share(date(2027, 3, 1)) < 1
    assert (line.share(date(1999, 1, 1)), line.share(date(2099, 1, 1))) == (0.0, 1.0)


def test_without_a_day_there_is_no_line() -> None:
    assert life_line(_clocks(None, None, None), _TODAY) is None
