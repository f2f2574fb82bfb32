# SPDX-License-Identifier: EUPL-1.2
"""The bytes of a document on their way out: saved with a name, opened as a private copy, shown inside the window."""

from dataclasses import dataclass
from pathlib import Path

from app.actions.changes import Changes
from app.actions.document_signatures import inside_of
from app.actions.documents import content_of
from app.actions.output import writing
from app.domain.documents import Document, DocumentId
from app.domain.file_names import ending, inner_ending, is_opened, safe_name, shown_name
from app.errors import UserError
from app.files import write_atomically
from app.formats.shown_text import decoded, mail_text
from app.store import Store, attachments, opened_copies
from app.store import documents as statements

_TEXTS = ("txt", "csv", "xml", "json")
_PICTURES = ("jpg", "jpeg", "png")
_MOST_LETTERS = 400_000  # of a text that is shown; the whole of it can be saved
_OF_SQLITE = ("", "-journal", "-wal", "-shm", ".lock")


@dataclass(frozen=True, slots=True)
class Preview:
    """What can be shown of a document inside the window: `kind` is "pdf", "text", "picture" or "none"."""

    kind: str
    name: str  # as people may see it
    content: bytes = b""  # of a PDF or a picture; of a signed file what was signed
    text: str = ""
    is_cut: bool = False
    is_inside: bool = False  # what is shown is what the signed file holds


def proposed_name(document: Document) -> str:
    """The name under which a document is saved unless the clerk says another."""
    return safe_name(document.name)


def save_document_as(store: Store, document_id: DocumentId, target: Path) -> Path:
    """Write the bytes as they came to a file; UserError where they changed, or the target is one of our own files."""
    content = content_of(store, document_id)
    _refuse_our_own(store, target)
    with writing(target):
        write_atomically(target, content)
    return target


def put_back_file(store: Store, document_id: DocumentId, source: Path) -> Changes:
    """Bring the file of a document back that is gone or changed; UserError where it is not the very same file."""
    document = _read(store, document_id)
    with attachments.staged(store.path, source) as stage:
        if stage.sha256 != document.sha256:
            raise UserError("document.not_the_same_file", file=shown_name(source.name), name=shown_name(document.name))
        stage.keep()
    return Changes(documents=True, accessions=True, history=False)


def open_copy(store: Store, document_id: DocumentId) -> Path:
    """A private copy for another program, taken away when the store is closed.

    UserError `document.only_saved` for a kind of file that could hold a program.
    """
    document = _read(store, document_id)
    if not is_opened(document.name):
        raise UserError("document.only_saved", file=shown_name(document.name))
    return opened_copies.make_copy(store.path, document.sha256, document.name)


def preview_document(store: Store, document_id: DocumentId) -> Preview:
    """What a document shows without another program; nothing in it is followed, loaded or run."""
    document = _read(store, document_id)
    name, content = shown_name(document.name), content_of(store, document_id)
    kind, is_inside = ending(document.name), False
    if kind == "p7m":
        kind, inside = inner_ending(document.name), inside_of(content, document.name)
        if inside is None:
            return Preview("none", name)
        content, is_inside = inside, True
    if kind == "pdf" and content.lstrip()[:5] == b"%PDF-":
        return Preview("pdf", name, content, is_inside=is_inside)
    if kind in _PICTURES:
        return Preview("picture", name, content, is_inside=is_inside)
    if kind not in (*_TEXTS, "eml"):
        return Preview("none", name)
    text = mail_text(content) if kind == "eml" else decoded(content)
    return Preview("text", name, text=text[:_MOST_LETTERS], is_cut=len(text) > _MOST_LETTERS, is_inside=is_inside)


def _read(store: Store, document_id: DocumentId) -> Document:
    with store.read() as session:
        return statements.read_document(session, document_id)


def _refuse_our_own(store: Store, target: Path) -> None:
    """Nothing is written over the store or among the attachments, whatever way leads there."""
    ours = [store.path.with_name(store.path.name + suffix) for suffix in _OF_SQLITE]
    folder = attachments.folder_of(store.path)
    is_ours = any(_is_same(target.absolute(), one) for one in ours)
    if is_ours or folder.resolve() in target.absolute().resolve().parents:
        raise UserError("document.onto_the_store", file=target.name)


def _is_same(target: Path, ours: Path) -> bool:
    return target == ours or (target.exists() and ours.exists() and target.samefile(ours))
