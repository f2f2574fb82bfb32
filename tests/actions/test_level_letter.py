# SPDX-License-Identifier: EUPL-1.2
"""The letter of contestation: read back in each form, with its gaps told, kept once with the papers of the contract."""

import io
from datetime import date
from decimal import Decimal

import docx
import pytest
from pypdf import PdfReader

from app.actions.history import undo_last
from app.actions.level_letter import LETTER, ROLE, keep_letter, prepare_letter
from app.actions.levels import type_reading
from app.domain.concessions import Contact, ContractId, ContractPaper
from app.domain.service_levels import ReadingId
from app.errors import UserError
from app.formats.odt import shipped_folder
from app.formats.odt_package import unpack
from app.store import Store, rows
from tests.levels import add_contract, availability

REPLY_BY = date(2026, 12, 10)


def _breaches(store: Store, **fields: object) -> tuple[ContractId, tuple[ReadingId, ...]]:
    contract = add_contract(store, title="Protocollo <b>&", cig="ZA1234567B", signed_on=date(2025, 12, 1))
    with store.write("example.filled") as session:
        for role, name, email in (("rup", "Anna Prova", ""), ("supplier", "Luca Prova", "ditta@pec.example")):
            rows.add(session, Contact, contract_id=contract, role=role, name=name, email=email)
    indicator = availability(store, contract, **fields)
    ids = [type_reading(store, indicator, date(2026, month, 1), Decimal("98.4"))[0] for month in (3, 2)]
    return contract, tuple(ids)


def _pdf(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages)


def test_the_letter_says_what_was_promised_measured_and_due(store: Store) -> None:
    _contract, readings = _breaches(store)
    prepared = prepare_letter(store, readings, "pdf", REPLY_BY)
    words = _pdf(prepared.content)
    for part in (
        "Protocollo <b>&",
        "CIG ZA1234567B",
        "CE-12/2025 del 01/12/2025",
        "PEC ditta@pec.example",
        "Servizi Alpini s.p.a.",
        "almeno 99,5",
        "98,4",
        "Contratto, allegato 3",
        "3 scaglioni",
        "totale delle penali contestate è di 600,00",
        "entro il 10/12/2026",
        "Anna Prova",
    ):
        assert part in words
    assert words.index("febbraio 2026") < words.index("marzo 2026")
    assert "BOZZA" not in words
    assert not [gap for gap in prepared.gaps if "comune" not in gap and "PEC" not in gap]


def test_each_form_says_the_same(store: Store) -> None:
    _contract, readings = _breaches(store)
    document = docx.Document(io.BytesIO(prepare_letter(store, readings, "docx", REPLY_BY).content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    odt = unpack(prepare_letter(store, readings, "odt", REPLY_BY).content, "lettera.odt")["content.xml"].decode()
    assert "febbraio 2026" in cells
    assert "300,00" in " ".join(cells)
    assert "febbraio 2026" in odt
    assert "{{" not in odt
    with pytest.raises(UserError, match="unknown_form"):
        prepare_letter(store, readings, "txt")


def test_what_nobody_wrote_is_a_gap(store: Store) -> None:
    _contract, readings = _breaches(store, penalty_amount=None, source="")
    gaps = " ".join(prepare_letter(store, readings, "odt").gaps)
    for gap in ("termine per le controdeduzioni", "totale delle penali", "clausola del contratto"):
        assert gap in gaps


def test_a_contract_without_penalties_names_none(store: Store) -> None:
    _contract, readings = _breaches(store, penalty_rule="none")
    words = _pdf(prepare_letter(store, readings, "pdf", REPLY_BY).content)
    assert "98,4" in words
    assert "enali" not in words


def test_the_comune_has_its_own_letter(store: Store) -> None:
    _contract, readings = _breaches(store)
    folder = store.path.parent / "templates"
    folder.mkdir()
    (folder / LETTER.file).write_bytes((shipped_folder() / "determina.odt").read_bytes())
    assert "DETERMINAZIONE" in _pdf(prepare_letter(store, readings, "pdf").content)


def test_a_letter_is_kept_once_with_its_contract(store: Store) -> None:
    contract, readings = _breaches(store)
    prepared = prepare_letter(store, readings, "pdf", REPLY_BY)
    document, changes = keep_letter(store, contract, prepared)
    assert changes.documents
    assert keep_letter(store, contract, prepared)[0] == document
    with store.read() as session:
        papers = rows.every(session, ContractPaper, contract_id=contract)
    assert [(paper.document_id, paper.role) for paper in papers] == [(document, ROLE)]
    undo_last(store)
    with store.read() as session:
        assert rows.every(session, ContractPaper, contract_id=contract) == []
