# SPDX-License-Identifier: EUPL-1.2
"""Where a document serves in the concessions: papers, minutes, invoices."""

import pytest

from app.actions.document_ties import list_owners, tie
from app.actions.documents import list_documents, remove_document, show_document
from app.actions.history import undo_last
from app.errors import UserError
from app.store import Store


def test_a_document_is_given_to_contracts_and_concessions(example: Store) -> None:
    document = list_documents(example)[0]
    owners = list_owners(example)
    assert {one.page for one in owners} == {"contract", "concession"}
    assert owners[-2].title == "Formazione del personale"  # it is over
    for one in (owners[0], owners[-1]):
        tie(example, document.id, one.page, one.key, "contract")
        tie(example, document.id, one.page, one.key, "contract")
    ties = show_document(example, document.id).ties
    assert [(one.page, one.title, one.role) for one in ties] == [
        ("contract", owners[0].title, "contract"),
        ("concession", owners[-1].title, "contract"),
    ]
    with pytest.raises(UserError, match=r"document\.in_use"):
        remove_document(example, document.id)
    undo_last(example)
    assert len(show_document(example, document.id).ties) == 1


def test_the_file_of_an_invoice_knows_it(example: Store) -> None:
    invoices = [one for one in list_documents(example) if one.kind == "invoice"]
    ties = [tie for one in invoices for tie in show_document(example, one.id).ties]
    assert [one.page for one in ties] == ["invoices"] * 4
