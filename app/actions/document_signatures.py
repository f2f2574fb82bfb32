# SPDX-License-Identifier: EUPL-1.2
"""The signatures of a document, read once when it is added, and whether it is what we gave out to be signed.

Product rule 7: a signed file that is not the one given out is refused, and the rule is said. Trust is never claimed
unless the clerk added a list of certificates, which is a document like others.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from app.domain.dates import to_rome
from app.domain.documents import Document
from app.domain.file_names import ending, shown_name
from app.domain.signature_note import unreadable
from app.domain.signatures import Match, SignedFile, as_noted, compare_with_given_out, first_signed_at
from app.errors import UserError
from app.store import Session, Store, attachments
from app.store import documents as statements
from app.store.attachments import Staged
from app.text.signature_words import match_words

TRUST_LIST = "trust_list"
"""The kind of a document that holds certificates of authorities which the clerk vouches for."""
_MAY_BE_SIGNED = ("pdf", "p7m")
_SIGNED_KINDS = ("pades", "cades")


def read_signature(
    store: Store, stage: Staged, name: str, given_out: Document | None
) -> tuple[dict[str, Any] | None, date | None]:
    """What is kept of the signatures of bytes that are being added, and the day of the first, as its signer claims.

    For the signed copy of something given out: UserError `document.not_signed`, `document.older_form`,
    `document.not_the_given_out`, or what is wrong with the signature itself. Other files are taken as they are.
    """
    from app.formats.signed_files import MAX_BYTES, read_signed

    if given_out is None and (ending(name) not in _MAY_BE_SIGNED or stage.bytes > MAX_BYTES):
        return None, None
    with store.read() as session:
        lists = trusted(store, statements.list_documents(session))
    try:
        signed = read_signed(stage.path.read_bytes(), shown_name(name), lists)
    except UserError as error:
        if given_out is not None:
            raise
        return unreadable(error.code), None
    match = _checked_match(store, signed, name, given_out) if given_out else None
    moment = first_signed_at(signed)
    return as_noted(signed, match), to_rome(moment).date() if moment else None


def check_trust_list(content: bytes) -> None:
    """UserError `signature.trusted_unreadable` where bytes hold no certificates."""
    from app.formats.certificates import load_trusted

    load_trusted([content])


def trusted(store: Store, documents: Iterable[Document]) -> list[bytes]:
    """The lists of certificates among documents; one that is gone or changed is left out."""
    lists = (document for document in documents if document.kind == TRUST_LIST)
    return [content for document in lists if (content := whole_content(store, document)) is not None]


def refresh_trust(store: Store, session: Session) -> None:
    """Say anew, of every signed document, whether its certificates are recognised: a list came or went."""
    from app.formats.signed_files import read_signed

    session.flush()
    documents = statements.list_documents(session)
    lists = trusted(store, documents)
    for document in documents:
        note = document.signature or {}
        content = whole_content(store, document) if note.get("kind") in _SIGNED_KINDS else None
        if content is None:
            continue
        trust = read_signed(content, shown_name(document.name), lists).trust
        if trust != note.get("trust"):
            statements.correct_document(session, document.id, None, signature={**note, "trust": trust})


def inside_of(content: bytes, name: str) -> bytes | None:
    """What an envelope .p7m holds, or None where it cannot be opened."""
    from app.formats.signed_files import read_signed

    try:
        return read_signed(content, shown_name(name)).content
    except UserError:
        return None


def whole_content(store: Store, document: Document) -> bytes | None:
    """The bytes of a document, or None where they are not there as they were added."""
    try:
        return attachments.read(store.path, document.sha256, document.name)
    except UserError:
        return None


def _checked_match(store: Store, signed: SignedFile, name: str, given_out: Document) -> Match:
    from app.formats.signed_files import compare

    content = whole_content(store, given_out)
    match = compare_with_given_out(signed, given_out.sha256) if content is None else compare(signed, content)
    if match is Match.NOT_SIGNED:
        raise UserError("document.not_signed", file=shown_name(name), given_out=shown_name(given_out.name))
    if match is not Match.SAME:
        older = _older_form(store, signed, given_out)
        if older:
            names = {"signed": shown_name(older.name), "last": shown_name(given_out.name)}
            raise UserError("document.older_form", **names, older=older.added_at, newer=given_out.added_at)
        words = match_words(match.value, to_rome(given_out.added_at).date())
        raise UserError("document.not_the_given_out", why=words.text, todo=words.what_to_do, match=match.value)
    return match


def _older_form(store: Store, signed: SignedFile, given_out: Document) -> Document | None:
    """The draft of ours that was signed in place of the newer one."""
    hashes = {signed.content_sha256, *(state.sha256 for state in signed.earlier)}
    with store.read() as session:
        drafts = [document for document in statements.list_documents(session) if document.origin == "draft"]
    return next((draft for draft in reversed(drafts) if draft.sha256 in hashes and draft.id != given_out.id), None)
