# SPDX-License-Identifier: EUPL-1.2
"""A clerk before the page Documenti of a comune with one procedure, a draft given out, and a few documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QDialog

from app.actions import acts, documents
from app.actions.document_survey import Survey, survey_documents
from app.domain.accessions import AccessionId
from app.store import Store
from app.ui.documents.page import DocumentsPage
from tests.accessions import PUBLISHED, RESOLVED, open_join
from tests.actions.test_document_signatures import FORM, pdf
from tests.ui.clerk import Clerk
from tests.ui.widgets.test_drop_zone import drop

Wanted = Callable[[Store], object]
D = TypeVar("D", bound=QDialog)

OLDER_FORM = pdf("Domanda di adesione, versione 1")


@pytest.fixture
def clerk(new_clerk: Clerk) -> Clerk:
    """Before the window of Aprica, with one procedure and what belongs to it."""

    def fill(store: Store) -> object:
        join = open_join(store)
        known = {"kind": "request", "origin": "draft", "accession_id": join, "item_key": "signature"}
        documents.add_document(store, OLDER_FORM, "domanda v1.pdf", **known)  # type: ignore[arg-type] # each has its kind
        documents.add_document(store, FORM, "domanda v2.pdf", **known)  # type: ignore[arg-type] # as above
        file, _changes = documents.add_document(
            store, b"Subject: Consegna\n\nConsegnato.", "ricevuta.eml", kind="receipt_delivery", protocol_number="88"
        )
        _act_id, changes = acts.register_act(
            store, kind="resolution", number="31", body="council", on=RESOLVED, published_on=PUBLISHED,
            accession_id=join, document_id=file,
        )  # fmt: skip
        return changes

    does(new_clerk, fill)
    return new_clerk


@pytest.fixture
def page(clerk: Clerk) -> DocumentsPage:
    """The page, full."""
    opened = clerk.opens("documents")
    assert isinstance(opened, DocumentsPage)
    return opened


def does(clerk: Clerk, deed: Wanted) -> object:
    """Do something in the store behind the window, which is told of it."""
    found: list[object] = []
    clerk.window.tasks.act(clerk.window, deed, found.append)
    clerk.waits()
    return found[0]


def seen(clerk: Clerk) -> Survey:
    """Documents, acts and what is missing as the store has them."""
    found: list[Survey] = []
    clerk.window.tasks.query(clerk.window, survey_documents, found.append)
    clerk.waits()
    return found[0]


def drops(clerk: Clerk, target: DocumentsPage, *files: Path) -> None:
    """Let files go over the page."""
    assert drop(target, [QUrl.fromLocalFile(str(file)) for file in files])
    clerk.waits()


def no_dialogs() -> bool:
    """Whether nothing is asked or said in a box."""
    return not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


JOIN = AccessionId(1)
