# SPDX-License-Identifier: EUPL-1.2
"""The register of acts on the page: registering, writing, the days of the law and those of the clerk."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from app.actions import acts
from app.ui.documents.new_act import NewAct
from app.ui.documents.page import DocumentsPage
from tests.accessions import RESOLVED
from tests.ui.clerk import Clerk
from tests.ui.documents.conftest import does, no_dialogs, seen


@pytest.fixture
def register(clerk: Clerk, page: DocumentsPage) -> DocumentsPage:
    """The page with its first act on the card."""
    clerk.opens("documents", "act:1")
    return page


def field(page: DocumentsPage, name: str) -> QLineEdit:
    form = page.acts.card.form
    assert form is not None
    inside = form.entries[name].field.field
    assert isinstance(inside, QLineEdit)
    return inside


def types(clerk: Clerk, page: DocumentsPage, **texts: str) -> None:
    for name, text in texts.items():
        inside = field(page, name)
        inside.setFocus()
        inside.selectAll()
        clerk.types(text, inside)
        clerk.presses("Tab")


def test_an_act_is_registered_and_written_on_its_card(clerk: Clerk, page: DocumentsPage) -> None:
    clerk.clicks(page.act_button)
    dialog = clerk.dialog(NewAct)
    dialog.entries["kind"].show("determination")
    clerk.types("124", dialog.entries["number"].field.field)
    clerk.types("12/10/26", dialog.entries["on"].field.field)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    clerk.window.activateWindow()  # the system does so
    clerk.waits()
    assert no_dialogs()
    assert clerk.sees("Determina n. 124 del 12/10/2026", page.acts.card)
    types(clerk, page, subject="Impegno di spesa", published_on="14/10/26")
    act = seen(clerk).acts[0].act
    assert (act.subject, act.published_on) == ("Impegno di spesa", date(2026, 10, 14))
    assert clerk.sees("Quindici giorni all'albo: fino al 29/10/2026", page.acts.card)
    clerk.presses("Ctrl+Z")
    clerk.presses("Ctrl+Z")
    assert [row.act.id for row in seen(clerk).acts] == [1]


def test_what_was_typed_and_not_registered_is_there_again(clerk: Clerk, page: DocumentsPage) -> None:
    page.register_act()
    dialog = clerk.dialog(NewAct)
    clerk.types("99", dialog.entries["number"].field.field)
    clerk.types("31/2", dialog.entries["on"].field.field)
    clerk.clicks(dialog.register_button)
    assert dialog.entries["on"].field.error.isVisible()
    dialog.reject()
    page.register_act()
    again = clerk.dialog(NewAct)
    assert (again.entries["number"].text, again.entries["on"].text) == ("99", "31/2")
    again.reject()


def test_an_own_day_of_enforceability_waits_for_its_reason(clerk: Clerk, register: DocumentsPage) -> None:
    form = register.acts.card.form
    assert form is not None
    form.own.open()
    types(clerk, register, enforceable_on="18/10/26")
    assert form.entries["enforceable_on"].field.error.text().startswith("Un giorno di esecutività scritto a mano")
    assert seen(clerk).acts[0].act.enforceable_on is None
    types(clerk, register, enforceable_reason="dalla fine della pubblicazione")
    act = seen(clerk).acts[0].act
    assert (act.enforceable_on, act.enforceable_reason) == (date(2026, 10, 18), "dalla fine della pubblicazione")
    assert clerk.sees("Esecutivo da sabato 03/10/2026", register.acts.card), "the computed day is never lost"
    assert field(register, "enforceable_on").text() == "18/10/2026"


def test_days_that_run_backwards_are_said_beside_their_field(clerk: Clerk, register: DocumentsPage) -> None:
    types(clerk, register, published_on="1/9/26")
    form = register.acts.card.form
    assert form is not None
    assert "viene prima dell'atto" in form.entries["published_on"].field.error.text()
    assert seen(clerk).acts[0].act.published_on == date(2026, 9, 22)
    form.entries["is_immediate"].field.field.setFocus()
    clerk.presses("Space")
    assert seen(clerk).acts[0].act.is_immediate
    assert clerk.sees("Eseguibile subito, da domenica 20/09/2026", register.acts.card)


def test_a_similar_act_is_told_as_the_number_is_typed(clerk: Clerk, register: DocumentsPage) -> None:
    does(clerk, lambda store: acts.register_act(store, kind="resolution", body="council", number="3", on=RESOLVED))
    clerk.opens("documents", "act:2")
    assert not register.acts.card.similar.isVisible()
    types(clerk, register, number="31")
    assert clerk.sees("Nel registro c'è già Delibera n. 31 del 20/09/2026", register.acts.card)
    clerk.clicks(clerk.finds(QPushButton, "Guardalo"))
    view = register.acts.card.view
    assert view is not None
    assert view.act.id == 1


def test_an_act_is_removed_and_taken_back_its_file_stays(clerk: Clerk, register: DocumentsPage) -> None:
    clerk.clicks(register.acts.card.remove_button)
    assert clerk.sees("Eliminato: Delibera n. 31 del 20/09/2026")
    assert clerk.sees("Ancora nessun atto")
    assert len(seen(clerk).documents) == 3
    clerk.clicks(clerk.finds(QPushButton, "Annulla"))
    assert [row.act.number for row in seen(clerk).acts] == ["31"]
