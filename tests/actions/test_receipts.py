# SPDX-License-Identifier: EUPL-1.2
"""Receipts are kept as they came, each told when it does not speak of our message."""

from datetime import date
from pathlib import Path

import pytest

from app.actions import history
from app.actions.accessions import show_accession
from app.actions.documents import content_of, list_documents
from app.actions.receipts import attach_receipt, kept_receipts
from app.actions.sending import pec_text
from app.domain.accessions import AccessionId
from app.domain.checklist import ItemState
from app.domain.pec_receipts import ReceiptKind
from app.errors import UserError
from app.store import Store
from tests.pec import plain_message, receipt
from tests.sending import sent_join


@pytest.fixture
def accession_id(store: Store) -> AccessionId:
    return sent_join(store)


def written(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def test_both_receipts_close_the_line_of_the_sending(store: Store, accession_id: AccessionId, tmp_path: Path) -> None:
    subject = pec_text(store, accession_id).subject
    for kind in ("accettazione", "avvenuta-consegna"):
        file = written(tmp_path, f"{kind}.eml", receipt(kind, subject))
        document_id, found, _changes = attach_receipt(store, accession_id, file)
        assert found.findings == ()
        assert content_of(store, document_id) == file.read_bytes()
    kinds = [(doc.kind, doc.origin, doc.document_on) for doc in list_documents(store, accession_id)[-2:]]
    assert kinds == [
        ("receipt_acceptance", "receipt", date(2026, 11, 6)),
        ("receipt_delivery", "receipt", date(2026, 11, 6)),
    ]
    line = show_accession(store, accession_id).item("sending")
    assert line is not None
    assert line.state is ItemState.DONE
    assert [kept.kind for _doc, kept in kept_receipts(store, accession_id)] == [
        ReceiptKind.ACCEPTANCE,
        ReceiptKind.DELIVERY,
    ]
    history.undo_last(store)
    assert len(kept_receipts(store, accession_id)) == 1


def test_a_failed_delivery_is_kept_and_proves_nothing(store: Store, accession_id: AccessionId, tmp_path: Path) -> None:
    subject = pec_text(store, accession_id).subject
    file = written(tmp_path, "mancata.eml", receipt("errore-consegna", subject, error="no-dest"))
    _document_id, found, _changes = attach_receipt(store, accession_id, file)
    assert found.findings == ("failed",)
    document = list_documents(store, accession_id)[-1]
    assert document.kind == "other"
    assert document.title.startswith("Avviso di mancata consegna 06/11/2026")


def test_a_receipt_of_something_else_is_told(store: Store, accession_id: AccessionId, tmp_path: Path) -> None:
    other = written(tmp_path, "altro.eml", receipt("accettazione", "Altro", to="altri@pec.example"))
    assert attach_receipt(store, accession_id, other)[1].findings == ("other_message", "other_recipient")
    subject = pec_text(store, accession_id).subject
    attach_receipt(store, accession_id, written(tmp_path, "a.eml", receipt("accettazione", subject)))
    later = written(tmp_path, "c.eml", receipt("avvenuta-consegna", subject, message_id="<altro@x>"))
    assert attach_receipt(store, accession_id, later)[1].findings == ("other_id",)


def test_what_is_no_receipt_is_refused_and_nothing_is_kept(
    store: Store, accession_id: AccessionId, tmp_path: Path
) -> None:
    subject = pec_text(store, accession_id).subject
    good = written(tmp_path, "a.eml", receipt("accettazione", subject))
    attach_receipt(store, accession_id, good)
    before = list_documents(store)
    refused = {
        "receipt.not_a_receipt": written(tmp_path, "b.eml", plain_message("Buongiorno")),
        "receipt.is_message": written(tmp_path, "c.eml", receipt("posta-certificata", subject)),
        "receipt.already_there": good,
        "document.missing": tmp_path / "manca.eml",
    }
    for code, file in refused.items():
        with pytest.raises(UserError) as caught:
            attach_receipt(store, accession_id, file)
        assert caught.value.code == code
    assert list_documents(store) == before
