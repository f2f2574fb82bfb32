# SPDX-License-Identifier: EUPL-1.2
"""The whole file of a procedure for the registry: every document as it came, with an index to read and one to import.

It is made beside its place under another name and put there whole: an interrupted writing leaves nothing behind.
"""

import contextlib
import io
import os
import secrets
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.actions.accessions import AccessionView, show_accession
from app.actions.drafts import file_words
from app.actions.output import writing
from app.domain.accessions import AccessionId
from app.domain.documents import Document
from app.domain.file_names import free_name, safe_name
from app.errors import UserError
from app.files import flush_folder
from app.formats.spreadsheet import Cell, to_csv
from app.store import Store, attachments
from app.store.attachments import IsCancelled, Progress
from app.text import language
from app.text.document_labels import document_kind_label
from app.text.folder_words import index_headers

INDEX_CSV, INDEX_PDF = "000 indice.csv", "000 indice.pdf"
_ZIP = ".zip"
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class WrittenFolder:
    """Where the file of a procedure was written, and the names in it."""

    path: Path
    files: tuple[str, ...]


def write_folder(
    store: Store,
    accession_id: AccessionId,
    target: Path,
    progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> WrittenFolder:
    """Write the file of a procedure: a zip where the target ends so, else a folder of its own in an existing one.

    Nothing is overwritten: UserError `folder.already_there`. A document whose bytes are gone or changed stops it:
    `document.file_missing`, `document.file_changed`. `folder.cancelled` leaves nothing.
    """
    view = show_accession(store, accession_id)
    documents = view.case.documents
    names = folder_names(documents)
    place = _place(view, target)
    with writing(place), _made_beside(place) as made, _putting(made, is_zip=place.suffix.lower() == _ZIP) as write:
        write(INDEX_CSV, _index_csv(documents, names))
        write(INDEX_PDF, _index_pdf(store, view, names))
        for number, (document, name) in enumerate(zip(documents, names, strict=True), start=1):
            if is_cancelled and is_cancelled():
                raise UserError("folder.cancelled")
            write(name, attachments.read(store.path, document.sha256, document.name))
            if progress:
                progress(number, len(documents))
    return WrittenFolder(place, (INDEX_CSV, INDEX_PDF, *names))


def folder_names(documents: tuple[Document, ...]) -> tuple[str, ...]:
    """`001 delibera n. 31.pdf`: each with its place, under a name that every system takes."""
    taken: set[str] = set()
    names = []
    for number, document in enumerate(documents, start=1):
        name = free_name(safe_name(f"{number:03d} {safe_name(document.name)}"), taken)
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _place(view: AccessionView, target: Path) -> Path:
    """Where it goes: into the folder that was chosen, or exactly where it was said."""
    if target.suffix.lower() != _ZIP and target.is_dir():
        name = f"fascicolo_{file_words(view.accession)}_{view.accession.id}_{view.case.today.isoformat()}"
        with writing(target):
            taken = {found.name.casefold() for found in target.iterdir()}
        return target / free_name(name, taken)
    if target.exists() or target.is_symlink():
        raise UserError("folder.already_there", file=target.name)
    return target


@contextmanager
def _made_beside(place: Path) -> Iterator[Path]:
    """A name beside the place; what was written there is moved only when all of it went well."""
    part = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
    try:
        yield part
        if place.exists() or place.is_symlink():
            raise UserError("folder.already_there", file=place.name)
        part.rename(place)
        flush_folder(place.parent)
    finally:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            shutil.rmtree(part) if part.is_dir() else part.unlink()


@contextmanager
def _putting(made: Path, *, is_zip: bool) -> Iterator[partial[None]]:
    """Something that writes a file of the folder or of the zip."""
    if not is_zip:
        made.mkdir(_PRIVATE_FOLDER)
        yield partial(_write_file, made)
        flush_folder(made)
        return
    with os.fdopen(os.open(made, _NEW_FILE, _PRIVATE_FILE), "wb") as opened:
        with zipfile.ZipFile(opened, "w", zipfile.ZIP_STORED) as packed:
            yield partial(_write_entry, packed)
        opened.flush()
        os.fsync(opened.fileno())


def _write_file(folder: Path, name: str, content: bytes) -> None:
    with os.fdopen(os.open(folder / name, _NEW_FILE, _PRIVATE_FILE), "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def _write_entry(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    packed.writestr(name, content)


def _index_csv(documents: tuple[Document, ...], names: tuple[str, ...]) -> bytes:
    rows: list[tuple[Cell, ...]] = [
        (
            number, name, document.title, document_kind_label(document.kind), document.protocol_number,
            document.protocol_on, document.document_on, document.bytes, document.sha256,
        )
        for number, (document, name) in enumerate(zip(documents, names, strict=True), start=1)
    ]  # fmt: skip
    return to_csv(index_headers(), rows)


def _index_pdf(store: Store, view: AccessionView, names: tuple[str, ...]) -> bytes:
    from app.reports.accession_folder import FolderReport, draw, folder_entries

    out = io.BytesIO()
    draw(FolderReport(view, folder_entries(view, names), store.now()), out, language())
    return out.getvalue()
