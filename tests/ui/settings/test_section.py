# SPDX-License-Identifier: EUPL-1.2
"""A part of the settings and its buttons."""

from app.ui.settings.section import Section
from tests.ui.clerk import Clerk


def test_its_buttons_wait_for_the_head_and_do_what_they_say(clerk: Clerk) -> None:
    assert clerk.window.desk is not None
    section = Section(clerk.window.desk, "Di che si tratta")
    done: list[str] = []
    section.add_button("Fai", lambda: done.append("fatto"))
    primary = section.add_button("Salva", lambda: done.append("salvato"), primary=True)
    assert [button.text() for button in section.buttons] == ["Fai", "Salva"]
    assert primary.property("role") == "primary"
    for button in section.buttons:
        button.click()
    assert done == ["fatto", "salvato"]
    section.deleteLater()
