# SPDX-License-Identifier: EUPL-1.2
"""The file of a procedure is whole or not there, and its index says what lies in it."""

import csv
import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.actions.accession_folder import INDEX_CSV, INDEX_PDF, folder_names, write_folder
from app.actions.accessions import show_accession
from app.actions.documents import add_document, list_documents
from app.domain.accessions import AccessionId
from app.errors import UserError
from app.store import Store
from tests.sending import sent_join


@pytest.fixture
def accession_id(store: Store) -> AccessionId:
    return sent_join(store)


def index_of(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))


def test_every_document_is_there_byte_for_byte_in_order(
    store: Store, accession_id: AccessionId, tmp_path: Path
) -> None:
    add_document(store, b"x", "../../CON.pdf", accession_id=accession_id)
    written = write_folder(store, accession_id, tmp_path / "fascicolo")
    assert written.path == tmp_path / "fascicolo"
    documents = list_documents(store, accession_id)
    assert {found.name for found in written.path.iterdir()} == set(written.files)
    for document, name in zip(documents, written.files[2:], strict=True):
        assert hashlib.sha256((written.path / name).read_bytes()).hexdigest() == document.sha256
    assert written.files[2:][-1] == f"{len(documents):03d} _CON.pdf"
    rows = index_of((written.path / INDEX_CSV).read_bytes())
    assert [(row["File"], row["Impronta SHA-256"]) for row in rows] == [
        (name, document.sha256) for document, name in zip(documents, written.files[2:], strict=True)
    ]
    printed = "".join(page.extract_text() for page in PdfReader(written.path / INDEX_PDF).pages)
    assert all(document.sha256 in "".join(printed.split()) for document in documents)


def test_a_zip_holds_the_same(store: Store, accession_id: AccessionId, tmp_path: Path) -> None:
    folder = write_folder(store, accession_id, tmp_path / "f")
    packed = write_folder(store, accession_id, tmp_path / "f.zip")
    with zipfile.ZipFile(packed.path) as opened:
        assert opened.testzip() is None
        assert tuple(opened.namelist()) == packed.files == folder.files
        assert all(opened.read(name) == (folder.path / name).read_bytes() for name in packed.files)


def test_into_a_folder_that_is_there_it_goes_under_its_own_name(
    store: Store, accession_id: AccessionId, tmp_path: Path
) -> None:
    names = [write_folder(store, accession_id, tmp_path).path.name for _time in range(2)]
    assert names == [
        f"fascicolo_CST_Lecce_{accession_id}_2026-11-23",
        f"fascicolo_CST_Lecce_{accession_id}_2026-11-23 (2)",
    ]


def test_nothing_is_overwritten(store: Store, accession_id: AccessionId, tmp_path: Path) -> None:
    for name in ("f.zip", "nota.txt"):
        (tmp_path / name).write_text("mio")
        with pytest.raises(UserError, match=r"folder\.already_there"):
            write_folder(store, accession_id, tmp_path / name)
        assert (tmp_path / name).read_text() == "mio"


@pytest.mark.parametrize("name", ["f", "f.zip"])
def test_an_interrupted_writing_leaves_nothing(
    store: Store, accession_id: AccessionId, tmp_path: Path, name: str
) -> None:
    target = tmp_path / "qui"
    target.mkdir()
    calls = iter([False, False, True])
    with pytest.raises(UserError, match=r"folder\.cancelled"):
        write_folder(store, accession_id, target / name, is_cancelled=lambda: next(calls))
    document = show_accession(store, accession_id).case.documents[-1]
    (store.path.parent / "documents" / store.path.stem / document.sha256[:2] / document.sha256).unlink()
    with pytest.raises(UserError, match=r"document\.file_missing"):
        write_folder(store, accession_id, target / name)
    assert list(target.iterdir()) == []


def test_a_disk_that_refuses_is_told(store: Store, accession_id: AccessionId, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"file\.not_written"):
        write_folder(store, accession_id, tmp_path / "manca" / "f")


def test_the_progress_counts_the_documents(store: Store, accession_id: AccessionId, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write_folder(store, accession_id, tmp_path / "f", progress=lambda done, total: seen.append((done, total)))
    count = len(list_documents(store, accession_id))
    assert seen == [(number, count) for number in range(1, count + 1)]


def test_two_documents_of_one_name_stay_two(store: Store, accession_id: AccessionId) -> None:
    for content in (b"1", b"2"):
        add_document(store, content, "a" * 300 + ".pdf", accession_id=accession_id)
    names = folder_names(tuple(list_documents(store, accession_id)))
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name.encode()) <= 255 and name.endswith(".pdf") for name in names[-2:])
