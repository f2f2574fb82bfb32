# SPDX-License-Identifier: EUPL-1.2
"""Taking in invoices: each file kept as it came, read, and given the contract that it names; all in one action."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from app.actions.changes import Changes
from app.actions.documents import keep_document
from app.actions.invoice_around import Around, read_contracts
from app.actions.invoice_views import ImportedFile, ImportOutcome, KnownFile, RefusedFile
from app.domain.documents import Document
from app.domain.file_names import kept_name, shown_name
from app.domain.invoice_files import InvoiceBody, InvoiceFile, SdiNote
from app.domain.invoice_matching import guess_contracts, sure_contract
from app.domain.invoices import Invoice, InvoiceId, InvoiceState
from app.errors import UserError
from app.store import Session, Store, rows
from app.store import documents as document_statements
from app.store.attachments import IsCancelled

CHANGED = Changes(concessions=True, documents=True, invoices=True)
Progress = Callable[[int, int], None]
_HASHED = "sha256"


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that can be written down: what it tells, and what is known of its bytes."""

    file: InvoiceFile
    kept: dict[str, Any]


def import_invoices(
    store: Store,
    sources: Sequence[Path | tuple[str, bytes]],
    progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> ImportOutcome:
    """Keep and read files, or all .xml and .p7m of folders, and write down those that can be in one action.

    A file comes in with all of its invoices or not at all. Stopped in the middle, nothing is written.
    """
    files = list(_files(sources))
    refused: list[RefusedFile] = []
    contents: list[tuple[str, bytes]] = []
    notes: list[tuple[str, SdiNote]] = []
    for name, source in files:
        _go_on(is_cancelled)
        try:
            content = source if isinstance(source, bytes) else _content(store, source)
        except UserError as error:
            refused.append(RefusedFile(name, error))
            continue
        note = _note(name, content)
        notes.append((name, note)) if note else contents.append((name, content))
    if progress:  # so many files of so many; those refused at the door and the notes of SdI are done
        progress(len(files) - len(contents), len(files))
    read = list(_read_each(store, contents, refused, _after(progress, len(files) - len(contents)), is_cancelled))
    return _write(store, read, refused, notes)


def _after(progress: Progress | None, ended: int) -> Progress | None:
    """The progress of the rest, counted on from the files that are done."""
    if progress is None:
        return None
    return lambda done, total: progress(ended + done, ended + total)


def _go_on(is_cancelled: IsCancelled | None) -> None:
    if is_cancelled and is_cancelled():
        raise UserError("document.cancelled")


def _files(sources: Sequence[Path | tuple[str, bytes]]) -> Iterator[tuple[str, Path | bytes]]:
    for source in sources:
        if isinstance(source, tuple):
            yield source
        elif source.is_dir():
            for file in _within(source):
                yield file.name, file
        else:
            yield source.name, source


def _within(folder: Path) -> Iterator[Path]:
    from app.formats.fatturapa import SUFFIXES

    def unreadable(error: OSError) -> None:
        raise UserError("invoice.folder_not_read", folder=str(error.filename)) from error

    for place, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield Path(place, name)


def _content(store: Store, source: Path) -> bytes:
    """The bytes of a file, which is looked at before it is opened."""
    from app.formats.fatturapa_xml import MAX_BYTES
    from app.store import attachments

    size = attachments.check_source(store.path, source)
    if size > MAX_BYTES:
        raise UserError("invoice.too_large", file=shown_name(source.name), limit=MAX_BYTES // 1_000_000)
    try:
        return source.read_bytes()
    except OSError as error:
        raise UserError("document.not_read", file=source.name) from error


def _note(name: str, content: bytes) -> SdiNote | None:
    from app.formats.fatturapa import read_sdi_note

    return read_sdi_note(shown_name(name), content)


def _read_each(
    store: Store,
    contents: Sequence[tuple[str, bytes]],
    refused: list[RefusedFile],
    progress: Progress | None,
    is_cancelled: IsCancelled | None,
) -> Iterator[_Read]:
    from app.formats.fatturapa import read_invoice_file

    for done, (name, content) in enumerate(contents):
        _go_on(is_cancelled)
        try:
            file = read_invoice_file(shown_name(name), content)
            kept = keep_document(store, content, name, kind="invoice", origin="received")
            yield _Read(replace(file, name=kept_name(name)), kept)
        except UserError as error:
            refused.append(RefusedFile(name, error))
        if progress:
            progress(done + 1, len(contents))


def _write(
    store: Store, read: Sequence[_Read], refused: Sequence[RefusedFile], notes: Sequence[tuple[str, SdiNote]]
) -> ImportOutcome:
    added: list[ImportedFile] = []
    known: list[KnownFile] = []
    is_one = len(read) == 1
    title = "invoice.imported" if is_one else "invoices.imported"
    name = shown_name(read[0].file.name) if read else ""
    with store.write(title, name=name, count=str(len(read))) as session:
        here, around = _here(session), read_contracts(store, session)
        for one in read:
            before = here.get(one.kept[_HASHED])
            if before:
                known.append(KnownFile(one.file.name, before))
                continue
            ids = _add(store, session, around, one)
            here[one.kept[_HASHED]] = ids
            added.append(ImportedFile(one.file.name, ids))
        used = [name for name, note in notes if _apply(session, note, around.today)]
    changes = CHANGED if added or used else Changes(history=False)
    return ImportOutcome(tuple(added), tuple(known), tuple(refused), tuple(used), changes)


def _here(session: Session) -> dict[str, tuple[InvoiceId, ...]]:
    """The invoices of each file that is here, by its hash."""
    hashes = {one.id: one.sha256 for one in _documents(session)}
    found: dict[str, tuple[InvoiceId, ...]] = {}
    for one in rows.every(session, Invoice):
        key = hashes[one.document_id]
        found[key] = (*found.get(key, ()), one.id)
    return found


def _documents(session: Session) -> list[Document]:
    return [one for one in document_statements.list_documents(session) if one.kind == "invoice"]


def _add(store: Store, session: Session, around: Around, read: _Read) -> tuple[InvoiceId, ...]:
    document_id = document_statements.add_document(session, **read.kept)
    ids = []
    for index, body in enumerate(read.file.bodies):
        values = {**_values(read.file, body), "document_id": document_id, "body": index, "added_at": store.now()}
        invoice_id = InvoiceId(rows.add(session, Invoice, **values))
        invoice = rows.read(session, Invoice, invoice_id)
        contract_id = sure_contract(guess_contracts(invoice, around.contracts.values(), around.parents))
        if contract_id is not None:
            rows.change(session, Invoice, invoice_id, None, contract_id=contract_id)
        ids.append(invoice_id)
    return tuple(ids)


def _values(file: InvoiceFile, body: InvoiceBody) -> dict[str, Any]:
    of_file = {
        "file_name": file.name,
        "format_version": file.version,
        "supplier": file.supplier.name,
        "supplier_vat": file.supplier.vat,
        "supplier_fiscal_code": file.supplier.fiscal_code,
        "recipient_code": file.recipient_code,
        "recipient": file.recipient.name,
        "recipient_fiscal_code": file.recipient.fiscal_code or file.recipient.vat.removeprefix("IT"),
        "signature": file.signature,
        "state": InvoiceState.RECEIVED,
    }
    same = (
        *("type", "number", "on", "currency", "total", "taxable", "vat", "due_vat", "due_on", "iban"),
        *("period_from", "period_to", "references", "purpose"),
    )
    return {**of_file, **{name: getattr(body, name) for name in same}}


def _apply(session: Session, note: SdiNote, today: date) -> bool:
    """Write down what a message of SdI tells of invoices that are here; what was typed stays, what cannot be goes."""
    found = [one for one in rows.every(session, Invoice) if one.file_name.lower() == note.file_name.lower()]
    changed = False
    for one in found:
        day = note.delivered_on if note.delivered_on and one.on <= note.delivered_on <= today else None
        told = {"sdi_id": one.sdi_id or note.sdi_id, "received_on": one.received_on or day}
        if (told["sdi_id"], told["received_on"]) != (one.sdi_id, one.received_on):
            rows.change(session, Invoice, one.id, None, **told)
            changed = True
    return changed
