# SPDX-License-Identifier: EUPL-1.2
"""The signatures of a document, read once when it is added, and whether it is what we gave out to be signed.

Product rule 7: a signed file that is not the one given out is refused, and the rule is said. Trust is never claimed
unless the clerk loaded certificates: see `app.actions.trust`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any

from app.domain.dates import to_rome
from app.domain.documents import Document
from app.domain.file_names import ending, shown_name
from app.domain.signatures import Match, SignedFile, as_noted, compare_with_given_out, first_signed_at
from app.errors import UserError
from app.store import Store, attachments
from app.store import documents as statements
from app.store.attachments import Staged
from app.text.match_words import match_words

_MAY_BE_SIGNED = ("pdf", "p7m")
TRUST_LIST = "trust_list"
UNREADABLE = "unreadable"
MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class SignatureNote:
    """What is kept of the signatures of a document."""

    row: dict[str, Any]
    signed_on: date | None  # as the first signer claims


def read_signature(store: Store, stage: Staged, name: str, given_out: Document | None) -> SignatureNote | None:
    """Read the signatures of bytes that are being added; None for a kind of file that has none.

    For the signed copy of something given out: UserError `document.not_signed`, `document.older_form`,
    `document.not_the_given_out`, or what is wrong with the signature itself.
    """
    if given_out is None and (ending(name) not in _MAY_BE_SIGNED or stage.bytes > MAX_BYTES):
        return None
    read_signed = _reader()
    if read_signed is None:
        return None
    try:
        signed = read_signed(stage.path.read_bytes(), name, trusted(store))
    except UserError as error:
        if given_out is not None:
            raise
        return SignatureNote({"kind": UNREADABLE, "problem": error.code, "signers": []}, None)
    match = _checked_match(store, signed, name, given_out) if given_out else None
    moment = first_signed_at(signed)
    return SignatureNote(as_noted(signed, match), to_rome(moment).date() if moment else None)


def trusted(store: Store) -> list[bytes]:
    """The files of certificates that the clerk loaded; one that is gone or changed is left out."""
    with store.read() as session:
        lists = [document for document in statements.list_documents(session) if document.kind == TRUST_LIST]
    return [content for document in lists if (content := whole_content(store, document)) is not None]


def whole_content(store: Store, document: Document) -> bytes | None:
    """The bytes of a document, or None where they are not there as they were added."""
    try:
        return attachments.read(store.path, document.sha256, document.name)
    except UserError:
        return None


def inside_of(content: bytes, name: str) -> bytes | None:
    """What an envelope .p7m holds, or None where it cannot be opened."""
    read_signed = _reader()
    try:
        return read_signed(content, name, ()).content if read_signed else None
    except UserError:
        return None


def _checked_match(store: Store, signed: SignedFile, name: str, given_out: Document) -> Match:
    match = compare_with_given_out(signed, given_out.sha256, _mark(store, given_out))
    if match is Match.NOT_SIGNED:
        raise UserError("document.not_signed", file=shown_name(name), given_out=shown_name(given_out.name))
    if match is not Match.SAME:
        older = _older_form(store, signed, given_out)
        if older:
            raise UserError("document.older_form", older=older.added_at, newer=given_out.added_at)
        on = to_rome(given_out.added_at).date()
        why, todo = match_words(match)
        raise UserError("document.not_the_given_out", on=on, why=why, todo=todo, match=match.value)
    return match


def _mark(store: Store, given_out: Document) -> str:
    content, read_signed = whole_content(store, given_out), _reader()
    return read_signed(content, given_out.name, ()).mark if content is not None and read_signed else ""


def _older_form(store: Store, signed: SignedFile, given_out: Document) -> Document | None:
    """The draft of ours that was signed in place of the newer one."""
    hashes = {signed.content_sha256, *(state.sha256 for state in signed.earlier)}
    with store.read() as session:
        drafts = [document for document in statements.list_documents(session) if document.origin == "draft"]
    return next((draft for draft in reversed(drafts) if draft.sha256 in hashes and draft.id != given_out.id), None)


def _reader() -> Callable[[bytes, str, Any], SignedFile] | None:
    try:
        return getattr(import_module("app.formats.signed_files"), "read_signed", None)
    except ModuleNotFoundError:
        return None
