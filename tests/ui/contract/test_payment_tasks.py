# SPDX-License-Identifier: EUPL-1.2
"""T7 of the task scripts, by mouse and by keyboard, within the clicks and keys that it allows.

Record a payment of 1.234,50 typed with the keypad as `1234.50`, dated `5/3/27`, on concession Y; then undo and redo.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.actions.budget import money_of
from app.actions.payments import list_payments
from app.domain.concessions import ContractId
from app.domain.invoices import Payment
from app.domain.money import to_cents
from app.ui.concessions.page import ConcessionsPage
from app.ui.contract.payment_dialog import PaymentDialog
from app.ui.pictures import settle
from tests.concessions_money import add_contract
from tests.ui.accession.test_tasks import Counting
from tests.ui.conftest import Seat

CLICKS, KEYS = 5, 9
Y = "Lampade votive"
_KEYS = {".": Qt.Key.Key_Period, **{str(digit): Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10)}}


@pytest.fixture
def clerk(seat: Seat, aprica_folder: Path) -> Counting:
    """Before the screen of the scripts, 1366 x 768 at 125 %, with three contracts."""
    counting = Counting(seat(aprica_folder, zoom=125, size=(1366, 768)))
    for title in ("Protocollo informatico", Y, "Sito istituzionale"):
        _asks(counting, partial(add_contract, title=title))
    counting.window.pages.forget()  # they are made anew, with the contracts
    counting.opens("home")
    return counting


def test_t7_by_mouse(clerk: Counting, qtbot: QtBot) -> None:
    clerk.clicks(clerk.finds(QPushButton, "Concessioni"))
    page = clerk.page
    assert isinstance(page, ConcessionsPage)
    place = next(number for number, row in enumerate(page.table.rows()) if row.title == Y)
    clerk.clicks_row(page.table.view, place)
    qtbot.waitUntil(lambda: page.card.pay_button is not None)
    clerk.waits()
    assert page.card.pay_button is not None
    clerk.clicks(page.card.pay_button)
    dialog = _types_the_payment(clerk)
    clerk.clicks(dialog.register_button)
    _is_registered(clerk)
    clerk.clicks(clerk.finds(QPushButton, "Annulla"))
    _is_undone(clerk)
    clerk.presses("Ctrl+Shift+Z")
    _is_registered(clerk)
    assert clerk.made <= CLICKS, clerk.made
    assert clerk.pressed <= KEYS, clerk.pressed


def test_t7_by_keyboard(clerk: Counting, qtbot: QtBot) -> None:
    clerk.presses("Ctrl+K")
    with qtbot.waitSignal(clerk.window.search.wanted):
        clerk.types_here(Y)
    clerk.waits()
    clerk.presses("Return")
    clerk.presses("Ctrl+Shift+P")
    _types_the_payment(clerk)
    clerk.presses("Return")
    _is_registered(clerk)
    clerk.presses("Ctrl+Z")
    _is_undone(clerk)
    clerk.presses("Ctrl+Shift+Z")
    _is_registered(clerk)
    assert clerk.made == 0
    assert clerk.pressed <= KEYS, clerk.pressed


def _types_the_payment(clerk: Counting) -> PaymentDialog:
    """The keyboard is in the amount already; the day comes next."""
    dialog = clerk.dialog(PaymentDialog)
    assert clerk.focus is dialog.entries["amount"].field.field
    for sign in "1234.50":
        QTest.keyClick(clerk.focus, _KEYS[sign], Qt.KeyboardModifier.KeypadModifier)
    clerk.presses("Tab")
    assert clerk.focus is dialog.entries["on"].field.field
    assert dialog.entries["amount"].text == "1.234,50"
    clerk.types_here("5/3/27")
    return dialog


def _payments(clerk: Counting) -> list[Payment]:
    found: list[Payment] = []
    _asks(clerk, lambda store: found.extend(list_payments(store)))
    return found


def _is_registered(clerk: Counting) -> None:
    [payment] = _payments(clerk)
    assert (to_cents(payment.amount), payment.on) == (123450, date(2027, 3, 5))
    assert _left(clerk, payment.contract_id) == Decimal("-334.50")


def _is_undone(clerk: Counting) -> None:
    assert _payments(clerk) == []
    assert _left(clerk, ContractId(2)) == Decimal("900.00")


def _left(clerk: Counting, contract_id: ContractId | None) -> Decimal | None:
    found: list[Decimal | None] = []
    _asks(clerk, lambda store: found.append(money_of(store, contract_id=contract_id)[0].left))
    return found[0]


def _asks(clerk: Counting, ask: object) -> None:
    """Ask the store in its own thread, as a page does."""
    clerk.window.tasks.query(clerk.window, ask, lambda _answer: None)  # type: ignore[arg-type] # any question
    settle(clerk.window)
