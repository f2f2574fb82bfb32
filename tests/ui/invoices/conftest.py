# SPDX-License-Identifier: EUPL-1.2
"""A clerk before the page Fatture of a comune with contracts, and a folder of real files to drop on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QDialog

from app.actions import invoices
from app.actions.changes import Changes
from app.actions.invoice_views import InvoiceView
from app.domain.invoices import InvoiceId
from app.store import Store
from app.ui.invoices.page import InvoicesPage
from tests.invoices import Agreed, agreements, make_cig, month, write_agreements
from tests.ui.clerk import Clerk
from tests.ui.widgets.test_drop_zone import drop

R = TypeVar("R")

GOOD, WRONG, UNKNOWN = InvoiceId(1), InvoiceId(2), InvoiceId(3)
"""As it should be; with the CIG of nobody; of a supplier whom no contract names."""
DELIVERED = date(2026, 11, 15)


@pytest.fixture
def agreed() -> dict[str, Agreed]:
    """The invented contracts."""
    return agreements()


@pytest.fixture
def folder(tmp_path: Path, agreed: dict[str, Agreed]) -> Path:
    """Four files: three that can be read, one that is no invoice; one of them lies in a folder of its own."""
    monthly = agreed["monthly"]
    good = monthly.body("10/PA", month(10), "100.00")
    stray = replace(good.refs[0], cig=make_cig(8199999))
    wrong = replace(monthly.body("9/PA", month(9), "130.00"), refs=(stray,))
    unknown = replace(good, number="77 <b>&amp;</b>", refs=(), iban="")
    files = tmp_path / "arrivate"
    (files / "ottobre").mkdir(parents=True)
    (files / "ottobre" / "IT01234567890_00001.xml").write_bytes(monthly.sent(good).xml())
    (files / "IT01234567890_00002.xml").write_bytes(monthly.sent(wrong).xml())
    other = replace(monthly.sent(unknown), vat="99999999990", supplier="Ditta <i>Nuova</i> & C.")
    (files / "IT99999999990_00003.xml").write_bytes(other.xml())
    (files / "rotta.xml").write_bytes(b"<html>non sono una fattura</html>")
    return files


@pytest.fixture
def clerk(new_clerk: Clerk, agreed: dict[str, Agreed]) -> Clerk:
    """Before the window of Aprica, with the contracts and no invoice."""

    def fill(store: Store) -> Changes:
        write_agreements(store, agreed.values())
        return Changes.all()

    does(new_clerk, fill)
    return new_clerk


@pytest.fixture
def page(clerk: Clerk) -> InvoicesPage:
    """The page without an invoice."""
    opened = clerk.opens("invoices")
    assert isinstance(opened, InvoicesPage)
    return opened


@pytest.fixture
def full(clerk: Clerk, folder: Path) -> InvoicesPage:
    """The page with the three invoices, delivered eight days ago."""
    names = ("ottobre/IT01234567890_00001.xml", "IT01234567890_00002.xml", "IT99999999990_00003.xml")
    files = [folder / name for name in names]
    does(clerk, lambda store: invoices.import_invoices(store, files))
    does(clerk, lambda store: invoices.set_received(store, [GOOD, WRONG, UNKNOWN], DELIVERED))
    opened = clerk.opens("invoices")
    assert isinstance(opened, InvoicesPage)
    return opened


def does(clerk: Clerk, deed: Callable[[Store], R]) -> R:
    """Do something in the store behind the window, which is told of it."""
    found: list[R] = []
    clerk.window.tasks.act(clerk.window, deed, found.append)
    clerk.waits()
    return found[0]


def seen(clerk: Clerk, invoice_id: InvoiceId) -> InvoiceView:
    """The invoice as the store has it."""
    found: list[InvoiceView] = []
    clerk.window.tasks.query(clerk.window, lambda store: invoices.show_invoice(store, invoice_id), found.append)
    clerk.waits()
    return found[0]


def chooses(clerk: Clerk, page: InvoicesPage, invoice_id: InvoiceId) -> None:
    """Choose an invoice in the list, whatever chip is on."""
    page.open_key(str(invoice_id))
    clerk.waits()


def drops(clerk: Clerk, target: InvoicesPage, *paths: Path) -> None:
    """Let files or folders go over the page."""
    assert drop(target, [QUrl.fromLocalFile(str(path)) for path in paths])
    clerk.waits()


def no_dialogs() -> bool:
    """Whether nothing is asked or said in a box."""
    return not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
