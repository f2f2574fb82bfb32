# SPDX-License-Identifier: EUPL-1.2
"""The codes of our comune with their source."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from app.actions.sources import MUNICIPALITIES, source_of
from app.ui.settings.codes import CodesCard
from tests.ui.settings.test_office_form import OFFICE


@pytest.mark.usefixtures("qapp")
def test_codes_come_with_their_list_and_invented_ones_say_so() -> None:
    card = CodesCard()
    note = source_of(MUNICIPALITIES)
    card.show_codes(replace(OFFICE, previous_istat=("090003",)), note)
    words = [label.text() for label in card.findChildren(QLabel)]
    assert {"014004", "A337", "090003", "Sondrio (SO)"} <= set(words)
    assert any(note.sources[0] in word for word in words)
    card.show_codes(replace(OFFICE, is_example=True), note)
    assert "Comune di esempio: codici inventati." in [label.text() for label in card.findChildren(QLabel)]
    card.deleteLater()
