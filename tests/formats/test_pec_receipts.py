# SPDX-License-Identifier: EUPL-1.2
"""Receipts of certified mail are read as they are, and nothing else is taken for one."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.pec_receipts import PecReceipt, ReceiptKind
from app.errors import UserError
from app.formats.pec_receipts import MAX_BYTES, read_receipt
from tests.pec import CENTRE, MESSAGE_ID, SENDER, certificate, forwarded, plain_message, receipt


def outcome(content: bytes) -> ReceiptKind | str:
    """The kind of a receipt, or the code of its refusal."""
    try:
        return read_receipt(content, "r.eml").kind
    except UserError as refused:
        return refused.code


SUBJECT = "Adesione – Comune di Vestone – rif. 887ea5ad"


def test_a_receipt_of_delivery_tells_all_that_it_certifies() -> None:
    assert read_receipt(receipt("avvenuta-consegna", SUBJECT), "consegna.eml") == PecReceipt(
        kind=ReceiptKind.DELIVERY,
        at=datetime(2026, 11, 6, 9, 42, 11, tzinfo=UTC),
        message_id=MESSAGE_ID,
        identifier="ric.2026.avvenuta-consegna@pec.gestore.example",
        sender=SENDER,
        recipients=(CENTRE,),
        delivered_to=CENTRE,
        subject=SUBJECT,
        provider="Gestore di prova S.p.A.",
        error="",
        is_certified=True,
    )


@pytest.mark.parametrize(
    ("kind", "error", "expected"),
    [
        ("accettazione", "nessuno", ReceiptKind.ACCEPTANCE),
        ("non-accettazione", "altro", ReceiptKind.REFUSAL),
        ("presa-in-carico", "nessuno", ReceiptKind.TAKEN_OVER),
        ("errore-consegna", "no-dest", ReceiptKind.NO_DELIVERY),
        ("preavviso-errore-consegna", "altro", ReceiptKind.NO_DELIVERY),
        ("rilevazione-virus", "virus", ReceiptKind.ERROR),
        ("posta-certificata", "nessuno", ReceiptKind.MESSAGE),
    ],
)
def test_each_kind_is_told_apart(kind: str, error: str, expected: ReceiptKind) -> None:
    found = read_receipt(receipt(kind, SUBJECT, error=error), "r.eml")
    assert (found.kind, found.subject) == (expected, SUBJECT)
    assert bool(found.error) is (error != "nessuno")


def test_the_certificate_of_the_receipt_counts_not_that_of_the_message_it_brings_along() -> None:
    original = receipt("posta-certificata", "il messaggio", to="altri@pec.example")
    found = read_receipt(receipt("avvenuta-consegna", SUBJECT, original=original), "r.eml")
    assert (found.kind, found.delivered_to) == (ReceiptKind.DELIVERY, CENTRE)


def test_a_receipt_that_was_forwarded_is_still_found() -> None:
    once = forwarded(receipt("accettazione", SUBJECT))
    assert read_receipt(once, "r.eml").kind is ReceiptKind.ACCEPTANCE
    assert read_receipt(forwarded(once), "r.eml").subject == SUBJECT


def test_the_certificate_alone_is_a_receipt_too() -> None:
    raw = certificate("accettazione", SUBJECT, zone="+0000")
    assert read_receipt(raw, "daticert.xml").at == datetime(2026, 11, 6, 10, 42, 11, tzinfo=UTC)
    assert read_receipt(b"\xef\xbb\xbf" + raw, "daticert.xml").subject == SUBJECT


def test_without_its_certificate_the_headers_speak_and_it_is_told() -> None:
    found = read_receipt(receipt("accettazione", SUBJECT, has_certificate=False), "r.eml")
    assert (found.kind, found.is_certified, found.message_id) == (ReceiptKind.ACCEPTANCE, False, MESSAGE_ID)
    assert (found.subject, found.at) == (SUBJECT, datetime(2026, 11, 6, 9, 42, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (plain_message("ciao"), "receipt.not_a_receipt"),
        (b"", "receipt.not_a_receipt"),
        (b"%PDF-1.7 ...", "receipt.not_a_receipt"),
        (b"<html></html>", "receipt.not_a_receipt"),
        (b"<postacert tipo='altro'/>", "receipt.not_a_receipt"),
        (b"<postacert", "receipt.unreadable"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><postacert tipo='accettazione'>&a;</postacert>", "receipt.unreadable"),
        (b"x" * (MAX_BYTES + 1), "receipt.too_large"),
    ],
)
def test_all_else_is_refused_in_a_sentence(content: bytes, code: str) -> None:
    with pytest.raises(UserError) as caught:
        read_receipt(content, "r.eml")
    assert caught.value.code == code


_REAL = receipt("avvenuta-consegna", SUBJECT, original=receipt("posta-certificata", SUBJECT))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(_REAL) - 1), st.binary(min_size=0, max_size=6), st.integers(0, 60))
def test_a_spoilt_receipt_is_read_or_refused_and_never_breaks_us(place: int, put: bytes, taken: int) -> None:
    spoilt = _REAL[:place] + put + _REAL[place + taken :]
    found = outcome(spoilt)
    assert isinstance(found, ReceiptKind) or found.startswith("receipt.")


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80))
def test_any_subject_comes_back_as_one_line(subject: str) -> None:
    found = read_receipt(certificate("accettazione", subject), "daticert.xml")
    assert found.subject == " ".join(subject.split())[:1000]


def test_a_nest_of_messages_has_an_end() -> None:
    nested = receipt("accettazione", SUBJECT)
    for _level in range(60):
        nested = forwarded(nested)
    assert outcome(nested) in (ReceiptKind.ACCEPTANCE, "receipt.unreadable", "receipt.not_a_receipt")
