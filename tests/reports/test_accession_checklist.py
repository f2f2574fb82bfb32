# SPDX-License-Identifier: EUPL-1.2
"""The checklist of a procedure, read back from the PDF."""

import pytest

from app.actions.accession_items import set_due, skip_item
from app.actions.accessions import fill_in, show_accession
from app.domain.accession_states import State
from app.reports import accession_checklist as report
from app.store import Store
from app.text.finding_words import finding_words
from tests.accessions import ANSWERED, carry, open_join
from tests.reports import reading
from tests.reports.payloads import PAYLOADS


def printed(store: Store, accession_id: int, language: str = "it") -> bytes:
    return reading.drawn(report.draw, report.gather(store, str(accession_id), now=store.now()), language)


def test_every_line_and_every_finding_is_there(store: Store) -> None:
    accession_id = open_join(store)
    text = reading.words(printed(store, accession_id))
    view = show_accession(store, accession_id)
    for line in view.items:
        assert line.item.title in text
    for finding in view.findings:
        assert reading.squeezed(finding_words(finding.code, finding.params).text) in reading.squeezed(text)
    assert "2 di 10 fatte" in text
    assert "Consiglio comunale" in text


def test_a_line_set_aside_and_a_day_of_ours_say_why(store: Store) -> None:
    accession_id = open_join(store)
    view = show_accession(store, accession_id)
    commitment, proposal = view.item("commitment"), view.item("proposal")
    assert commitment is not None
    assert proposal is not None
    skip_item(store, commitment.item.id, commitment.item.version, "Nessuna spesa")
    set_due(store, proposal.item.id, proposal.item.version, ANSWERED, "Consiglio convocato")
    text = reading.words(printed(store, accession_id))
    assert "Non si applica: Nessuna spesa" in text
    assert "venerdì 20/11/2026" in text
    assert "Consiglio convocato" in text
    assert "2 di 9 fatte" in text


def test_steps_are_printed_with_day_and_number(store: Store) -> None:
    accession = carry(store, open_join(store), State.UNDER_REVIEW)
    text = reading.words(printed(store, accession.id))
    assert "4512/2026 del" in text
    assert "Presa in carico del centro" in text


def test_same_data_same_bytes_and_english_is_english(store: Store) -> None:
    accession_id = open_join(store)
    assert printed(store, accession_id) == printed(store, accession_id)
    assert "Services to ask for" in reading.words(printed(store, accession_id, "en"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_the_office_becomes_markup(store: Store, payload: str) -> None:
    accession_id = open_join(store)
    view = show_accession(store, accession_id)
    fill_in(store, accession_id, view.accession.version, signer_name=payload)
    line = view.item("commitment")
    assert line is not None
    skip_item(store, line.item.id, line.item.version, payload)
    text = reading.squeezed(reading.words(printed(store, accession_id))).casefold()
    assert text.count(reading.squeezed(payload).casefold()) >= 2
