# SPDX-License-Identifier: EUPL-1.2
"""The keys of the centres: whose, since when, for what; one that was stolen is revoked by one click, and back."""

from datetime import date

from PySide6.QtWidgets import QPushButton

from app.actions.editions import import_edition
from app.formats.signing_keys import new_key, rotate
from app.ui.settings.keys import KeysSection
from tests.editions import BRESCIA, KEY, signed_edition
from tests.ui.clerk import Clerk
from tests.ui.settings.conftest import open_part

PIN = KEY.public.fingerprint


def takes(clerk: Clerk, edition: bytes, fingerprint: str = "") -> None:
    clerk.window.tasks.act(clerk.window, lambda store: import_edition(store, edition, pin_fingerprint=fingerprint))
    clerk.waits()


def section(clerk: Clerk) -> KeysSection:
    part = open_part(clerk, "keys").sections["keys"]
    assert isinstance(part, KeysSection)
    return part


def test_without_a_key_it_says_how_one_comes(clerk: Clerk) -> None:
    part = section(clerk)
    assert clerk.sees("La prima arriva con un'edizione firmata", part)
    assert part.revoke_button is None


def test_a_key_is_shown_with_its_fingerprint(clerk: Clerk) -> None:
    part = section(clerk)
    takes(clerk, signed_edition(), PIN)
    assert [one.pinned.publisher for one in part.table.rows()] == [BRESCIA]
    assert clerk.sees(PIN, part.card)
    assert clerk.sees("23/11/2026", part.card)
    assert clerk.sees("CIT-BRESCIA", part.card)
    assert clerk.sees("In uso", part.card)


def test_one_is_revoked_and_taken_back(clerk: Clerk) -> None:
    part = section(clerk)
    takes(clerk, signed_edition(), PIN)
    assert part.revoke_button is not None
    clerk.clicks(part.revoke_button)
    assert clerk.sees("Revocata: nulla di ciò che firma entra più", part.card)
    assert part.revoke_button is None
    clerk.clicks(clerk.finds(QPushButton, "Annulla"))
    assert clerk.sees("In uso", part.card)


def test_a_key_that_handed_over_says_to_which(clerk: Clerk) -> None:
    part = section(clerk)
    takes(clerk, signed_edition(), PIN)
    other = new_key()
    rotation = rotate(KEY, other.public, BRESCIA, date(2026, 11, 10))
    takes(clerk, signed_edition(other, sequence=2, rotations=(rotation,)))
    part.table.select(lambda known: known.pinned.key == KEY.public)
    clerk.waits()
    assert clerk.sees("Sostituita", part.card)
    assert clerk.sees(other.public.key_id, part.card)


def test_the_button_leads_to_the_import(clerk: Clerk) -> None:
    from PySide6.QtWidgets import QFileDialog

    part = section(clerk)
    clerk.clicks(part.buttons[0])
    assert clerk.window.pages.name == "catalogue"
    clerk.dialog(QFileDialog).close()
