# SPDX-License-Identifier: EUPL-1.2
"""The files of an answer find their line and keep their names."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from app.actions.accessions import show_accession
from app.actions.answer_documents import answer_documents
from app.domain.exchange import AnswerDocument
from app.formats.exchange import read_answer
from app.store import Store
from tests.answers import PlayedCentre
from tests.sending import sent_join


def listed(name: str, content: bytes, kind: str, title: str) -> AnswerDocument:
    return AnswerDocument(name, kind, title, hashlib.sha256(content).hexdigest(), len(content))


@pytest.mark.parametrize(
    ("kind", "title", "expected"),
    [
        ("countersigned", "Convenzione.PDF", ("countersigned", "Convenzione.PDF", "start")),
        ("letter", "Richiesta di integrazioni", ("letter", "001-x.pdf", "outcome")),
        ("altro_ancora", "x.exe", ("other", "001-x.pdf", "outcome")),
    ],
)
def test_each_file_has_its_kind_its_name_and_its_line(
    store: Store, tmp_path: Path, kind: str, title: str, expected: tuple[str, str, str]
) -> None:
    accession_id = sent_join(store)
    centre = PlayedCentre(store, accession_id, tmp_path)
    document = listed("documents/001-x.pdf", b"%PDF", kind, title)
    file = centre.answer("accepted", {document.file: b"%PDF"}, documents=(document,))
    case = show_accession(store, accession_id).case
    package, enclosed = answer_documents(store, case, read_answer(file), file.read_bytes(), file.name)
    assert (enclosed["kind"], enclosed["name"], enclosed["item_key"]) == expected
    assert (package["kind"], package["item_key"], package["name"]) == ("answer", "outcome", "risposta-1.zip")


def test_a_procedure_with_fewer_lines_has_a_place_too(store: Store, tmp_path: Path) -> None:
    accession_id = sent_join(store)
    file = PlayedCentre(store, accession_id, tmp_path).answer("registered")
    case = show_accession(store, accession_id).case
    only = replace(case, items=tuple(item for item in case.items if item.key == "sending"))
    (package,) = answer_documents(store, only, read_answer(file), file.read_bytes(), file.name)
    assert package["item_key"] == "sending"
