# SPDX-License-Identifier: EUPL-1.2
"""Documents, acts and what is missing on paper, as filtered on the screen."""

from datetime import date

import pytest

from app.actions import acts, documents
from app.reports import documents as report
from app.store import Store, attachments
from tests.accessions import open_join
from tests.actions.test_document_signatures import FORM
from tests.conftest import NOW
from tests.reports import reading
from tests.reports.payloads import PAYLOADS
from tests.signing import sign_pdf


@pytest.fixture
def filled(store: Store) -> Store:
    """Two documents and an act of one procedure."""
    join = open_join(store)
    documents.add_document(
        store, sign_pdf(FORM), "domanda\u202e.pdf", kind="request", accession_id=join, item_key="signature",
        protocol_number="4512/2026", protocol_on=date(2026, 11, 6),
    )  # fmt: skip
    documents.add_document(store, b"x", "lettera.txt", kind="letter", title="Lettera al centro")
    acts.register_act(
        store, kind="resolution", number="31", body="council", on=date(2026, 9, 20), published_on=date(2026, 9, 22),
        subject="Adesione", accession_id=join,
    )  # fmt: skip
    return store


def printed(store: Store, key: str) -> str:
    return reading.words(reading.drawn(report.draw, report.gather(store, key, now=NOW)))


def test_each_list_has_what_the_screen_shows(filled: Store) -> None:
    told = printed(filled, "documents")
    for words in ("2 voci", "domanda«U+202E».pdf", "4512/2026 del 06/11/2026", "Firma integra", "Lettera al centro"):
        assert words in told
    told = printed(filled, "acts:")
    for words in ("Registro degli atti", "Delibera", "31", "Consiglio comunale", "03/10/2026"):
        assert words in told


def test_it_is_filtered_and_says_so(filled: Store) -> None:
    told = printed(filled, "documents:lettera")
    assert "Filtro: lettera" in told
    assert "1 voce" in told
    assert "domanda" not in told
    assert "0 voci" in printed(filled, "acts:niente di simile")


def test_what_is_missing_stands_by_procedure(filled: Store) -> None:
    documents.remove_document(filled, documents.list_documents(filled)[0].id)
    assert "0 voci" in printed(filled, "missing")
    lost = documents.list_documents(filled)[0]
    attachments.place_of(filled.path, lost.sha256).unlink()
    told = printed(filled, "missing")
    assert "Non c'è più il file: lettera.txt" in told
    assert "Senza pratica" in told


def test_the_same_list_gives_the_same_bytes_and_text_stays_text(filled: Store) -> None:
    for place, payload in enumerate(PAYLOADS):
        documents.add_document(filled, str(place).encode(), "a.txt", title=payload)
    content = report.gather(filled, "documents", now=NOW)
    first = reading.drawn(report.draw, content)
    assert reading.drawn(report.draw, content) == first
    assert reading.images(first) == 0
    told = reading.squeezed(reading.words(first))
    assert [payload for payload in PAYLOADS if reading.squeezed(payload) not in told] == []
