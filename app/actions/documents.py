# SPDX-License-Identifier: EUPL-1.2
"""Documents: adding a file, looking at one, correcting what is known of it, giving it out again byte for byte."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypedDict, Unpack

from app.actions.accession_cases import read_case
from app.actions.changes import Changes
from app.actions.document_signatures import TRUST_LIST, check_trust_list, read_signature, refresh_trust
from app.actions.document_ties import DocumentTie, ties_in
from app.domain.accessions import Accession, AccessionId
from app.domain.acts import ACT_KINDS, Act
from app.domain.documents import DOCUMENT_KINDS, ORIGINS, Document, DocumentId
from app.domain.file_names import ending, kept_name, shown_name
from app.errors import UserError
from app.store import Session, Store, attachments
from app.store import accessions as accession_statements
from app.store import acts as act_statements
from app.store import documents as statements
from app.store.attachments import IsCancelled, Progress
from app.text import in_language

CHANGED = Changes(accessions=True, documents=True)
FIELDS = ("kind", "title", "protocol_number", "protocol_on", "document_on", "note", "accession_id", "item_key")
"""What a clerk may write of a document; its bytes, its name and where it comes from stay as they came."""
_SETTLED = ("kind", "accession_id", "item_key")
_LOOKED_AT = 64_000_000  # bytes; of larger files only the size is compared when they are shown, all by the check


class DocumentFacts(TypedDict, total=False):
    """What may be said of a document that is added; all but `origin` and `given_out_id` may be corrected later.

    Of a signed copy it is enough to name the draft in `given_out_id`: kind, procedure and line are those of the draft.
    """

    kind: str
    accession_id: AccessionId | None
    item_key: str
    origin: str
    given_out_id: DocumentId | None
    protocol_number: str
    protocol_on: date | None
    document_on: date | None
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with everything that hangs on it, and how its bytes are."""

    document: Document
    accession: Accession | None
    given_out: Document | None  # the draft of ours of which it is the signed copy
    signed_copies: tuple[Document, ...]
    same_file_elsewhere: tuple[Document, ...]
    acts: tuple[Act, ...]
    is_there: bool
    is_whole: bool
    ties: tuple[DocumentTie, ...] = ()

    @property
    def match(self) -> str:
        """How a signed copy fits what was given out, as read when it was added: "same", or why not; else ""."""
        return str((self.document.signature or {}).get("match", "")) if self.document.given_out_id else ""


def list_documents(store: Store, accession_id: AccessionId | None = None) -> list[Document]:
    """The documents of a procedure, or all of them, in the order in which they were added."""
    with store.read() as session:
        return statements.list_documents(session, accession_id)


def show_document(store: Store, document_id: DocumentId) -> DocumentView:
    """One document; UserError `document.unknown`."""
    with store.read() as session:
        document = statements.read_document(session, document_id)
        others = [other for other in statements.list_documents(session) if other.id != document_id]
        acts = [act for act in act_statements.list_acts(session) if act.document_id == document_id]
        accession = _accession(session, document.accession_id)
        ties = ties_in(session, document_id)
    is_there, is_whole = _look_at_bytes(store, document)
    return DocumentView(
        document=document,
        accession=accession,
        given_out=next((other for other in others if other.id == document.given_out_id), None),
        signed_copies=tuple(other for other in others if other.given_out_id == document_id),
        same_file_elsewhere=tuple(other for other in others if other.sha256 == document.sha256),
        acts=tuple(acts),
        is_there=is_there,
        is_whole=is_whole,
        ties=ties,
    )


def check_source(store: Store, source: Path) -> int:
    """Refuse at once, unread, what could not be added: folders, devices, what is gone or too big; gives the size."""
    return attachments.check_source(store.path, source)


def add_document(
    store: Store,
    source: Path | bytes,
    name: str = "",
    *,
    progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
    **facts: Unpack[DocumentFacts],
) -> tuple[DocumentId, Changes]:
    """Keep a file as it is and write down what is known of it; the name is that of the file unless told.

    UserError `document.*`: no file, too big, no such kind or line, not of a format that the line takes, or a signed
    copy of something else.
    """
    values = keep_document(store, source, name, progress=progress, is_cancelled=is_cancelled, **facts)
    return write_documents(store, [values])[0], CHANGED


def keep_document(
    store: Store,
    source: Path | bytes,
    name: str = "",
    *,
    progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
    **facts: Unpack[DocumentFacts],
) -> dict[str, Any]:
    """The first half of `add_document`, for actions that write more in the same transaction.

    The bytes are safe when it returns; what it gives is what `store.documents.add_document` takes.
    """
    name = kept_name(name or (source.name if isinstance(source, Path) else ""))
    values: dict[str, Any] = _trimmed(dict(facts))
    with store.read() as session:
        given_out = _given_out(session, values.get("given_out_id"))
        if given_out:
            known = {"kind": given_out.kind, "accession_id": given_out.accession_id, "item_key": given_out.item_key}
            values = {**known, **{key: value for key, value in values.items() if value not in ("", None)}}
        values = {"origin": "added", **values, "kind": values.get("kind") or "other"}
        _check_values(session, values)
        _check_format(session, values, name)
    with attachments.staged(store.path, source, progress, is_cancelled) as stage:
        if values["kind"] == TRUST_LIST:
            check_trust_list(stage.path.read_bytes())
        signature, signed_on = read_signature(store, stage, name, given_out)
        stage.keep()
    return {
        **values,
        "document_on": values.get("document_on") or signed_on,
        "sha256": stage.sha256,
        "bytes": stage.bytes,
        "name": name,
        "signature": signature,
        "added_at": store.now(),
    }


def write_documents(store: Store, kept: Sequence[dict[str, Any]]) -> tuple[DocumentId, ...]:
    """The second half: write down files that `keep_document` kept, in one action."""
    is_one = len(kept) == 1
    title = "document.added" if is_one else "documents.added"
    with store.write(title, name=shown_name(kept[0]["name"]), count=str(len(kept))) as session:
        added = tuple(statements.add_document(session, **values) for values in kept)
        for document_id, values in zip(added, kept, strict=True):
            _name_in_act(session, document_id, values)
        if any(values["kind"] == TRUST_LIST for values in kept):
            refresh_trust(store, session)
    return added


def _name_in_act(session: Session, document_id: DocumentId, values: dict[str, Any]) -> None:
    """The file of an act's line is the file of that act, where the register has the act and it has none yet."""
    accession_id = values.get("accession_id")
    if accession_id is None or values["kind"] not in ACT_KINDS or values["origin"] == "draft":
        return
    acts = [act for act in act_statements.list_acts(session, accession_id) if act.kind == values["kind"]]
    if acts and acts[-1].document_id is None:
        act_statements.correct_act(session, acts[-1].id, None, document_id=document_id)


def correct_document(store: Store, document_id: DocumentId, seen: int | None, **fields: Any) -> Changes:  # noqa: ANN401 - FIELDS
    """Change what is known of a file as it is typed; Stale when it changed since `seen` (None: whatever it is now)."""
    unknown = [name for name in fields if name not in FIELDS]
    if unknown:
        raise UserError("document.unknown_field", name=", ".join(unknown))
    values = _trimmed(fields)
    with store.read() as session:
        before = statements.read_document(session, document_id)
        if before.is_fixed and any(
            values.get(name, getattr(before, name)) != getattr(before, name) for name in _SETTLED
        ):
            raise UserError("document.is_settled", name=shown_name(before.name))
        if values.get("accession_id", before.accession_id) != before.accession_id:
            values.setdefault("item_key", "")  # the line was one of the other procedure
        _check_values(session, {"kind": before.kind, "accession_id": before.accession_id, **values})
    lists = [kind == TRUST_LIST for kind in (before.kind, values.get("kind", before.kind))]
    if lists == [False, True]:
        check_trust_list(content_of(store, document_id))
    with store.write("document.corrected", goes_on=True, name=shown_name(before.name)) as session:
        statements.correct_document(session, document_id, seen, **values)
        if len(set(lists)) > 1:
            refresh_trust(store, session)
    return CHANGED


def remove_document(store: Store, document_id: DocumentId) -> Changes:
    """Take a document off the list and out of the acts that name it; its bytes stay for a step back.

    UserError `document.in_use` while a step or a signed copy stands on it, `document.was_sent` for what was sent.
    """
    with store.read() as session:
        document = statements.read_document(session, document_id)
        case = read_case(store, session, AccessionId(document.accession_id)) if document.accession_id else None
    if document.is_package and case and case.has_left(document):
        raise UserError("document.was_sent", id=case.accession.id)
    with store.write("document.removed", name=shown_name(document.name)) as session:
        _take_out_of_acts(session, document_id)
        statements.remove_document(session, document_id)
        if case and case.package and case.package.id == document_id:  # another one is made before the sending
            values = {"package_sha256": "", "revision": case.accession.revision + 1}  # it may have been given out
            accession_statements.change_accession(session, case.accession.id, None, **values)
        if document.kind == TRUST_LIST:
            refresh_trust(store, session)
    return CHANGED


def _take_out_of_acts(session: Session, document_id: DocumentId) -> None:
    for act in act_statements.list_acts(session):
        if act.document_id == document_id:
            act_statements.correct_act(session, act.id, None, document_id=None)
    session.flush()


def content_of(store: Store, document_id: DocumentId) -> bytes:
    """The bytes as they came; UserError `document.file_missing` or `document.file_changed`."""
    with store.read() as session:
        document = statements.read_document(session, document_id)
    return attachments.read(store.path, document.sha256, shown_name(document.name))


def _look_at_bytes(store: Store, document: Document) -> tuple[bool, bool]:
    place = attachments.place_of(store.path, document.sha256)
    try:
        size = place.stat().st_size
    except OSError:
        return False, False
    return True, size == document.bytes and (size > _LOOKED_AT or attachments.is_whole(place))


def _given_out(session: Session, document_id: DocumentId | None) -> Document | None:
    """The draft that a signed copy is of; UserError `document.not_a_draft`."""
    if document_id is None:
        return None
    found = statements.read_document(session, document_id)
    if found.origin != "draft":
        raise UserError("document.not_a_draft", id=document_id)
    return found


def _check_values(session: Session, values: dict[str, Any]) -> None:
    if values.get("origin", "added") not in ORIGINS:
        raise ValueError(values["origin"])
    if values["kind"] not in DOCUMENT_KINDS:
        raise UserError("document.unknown_kind", kind=values["kind"] or "–", known=", ".join(DOCUMENT_KINDS))
    accession_id, item_key = values.get("accession_id"), values.get("item_key", "")
    if accession_id is not None:
        accession_statements.read_accession(session, accession_id)
    lines = accession_statements.list_items(session, accession_id) if accession_id is not None and item_key else []
    keys = [line.key for line in lines]
    if item_key and item_key not in keys:
        raise UserError("document.unknown_line", id=accession_id or "–", item=item_key, known=", ".join(keys) or "–")


def _check_format(session: Session, values: dict[str, Any], name: str) -> None:
    """UserError `document.wrong_format` for a file of the clerk that its line does not take.

    A signed copy is compared with what was given out instead.
    """
    accession_id, item_key = values.get("accession_id"), values.get("item_key", "")
    if values["origin"] != "added" or values.get("given_out_id") or accession_id is None or not item_key:
        return
    lines = accession_statements.list_items(session, accession_id)
    asked = [slot for line in lines if line.key == item_key for slot in line.slots if slot.kind == values["kind"]]
    if asked and not any(not slot.formats or ending(name) in slot.formats for slot in asked):
        title = in_language(asked[0].title, asked[0].title_en)
        formats = ", ".join(f".{one}" for one in asked[0].formats)
        raise UserError("document.wrong_format", file=shown_name(name), title=title, formats=formats)


def _accession(session: Session, accession_id: int | None) -> Accession | None:
    return accession_statements.read_accession(session, AccessionId(accession_id)) if accession_id is not None else None


def _trimmed(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
