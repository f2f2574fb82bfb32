# SPDX-License-Identifier: EUPL-1.2
"""Words without an end do not push a page out of its window, and come back whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.widgets.expander import Expander
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link, LongLink
from app.ui.widgets.long_words import broken, has_endless_word, shortened

ENDLESS = "x" * 300
HASH = "0123456789abcdef" * 4


@given(st.text())
def test_breaking_adds_nothing_that_is_seen(text: str) -> None:
    shown = broken(text)
    assert shown.replace("\u200b", "") == text.replace("\u200b", "")
    assert not has_endless_word(shown.replace("\u200b", " "))
    assert not has_endless_word(shortened(text))


def test_a_hash_stays_as_it_is() -> None:
    assert broken(HASH) == shortened(HASH) == HASH
    assert not has_endless_word(HASH)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("wraps", [True, False])
def test_a_label_gives_its_text_back_and_stays_narrow(wraps: bool) -> None:  # noqa: FBT001 - a parameter
    label = Label(f"prima {ENDLESS} dopo", wraps=wraps)
    assert label.text() == f"prima {ENDLESS} dopo"
    assert label.minimumSizeHint().width() < 600
    label.setText("corto")
    assert label.text() == "corto"


@pytest.mark.usefixtures("qapp")
def test_links_and_heads_stay_narrow() -> None:
    for widget in (Link(ENDLESS), LongLink(ENDLESS), Expander(ENDLESS)):
        assert widget.minimumSizeHint().width() < 600
