# SPDX-License-Identifier: EUPL-1.2
"""The packages of a procedure: whether the one to be sent still says what we say, and which one the centre has."""

from collections.abc import Callable
from dataclasses import replace

from app.actions.request_data import request_of
from app.domain.accession_case import AccessionCase
from app.domain.accession_states import PREPARING, State
from app.domain.documents import Document
from app.domain.exchange import EnclosedDocument, ProtocolNumber, RequestData, SentRequest
from app.errors import UserError
from app.formats.exchange import Package, read_request
from app.store import Store, attachments

OUTDATED = "package.outdated"
NO_ADDITIONS = "additions.no_package"
"""The codes with which the clerk sets these checks aside."""
_PUT_BESIDE = ("letter", "other")
"""Kinds of what a clerk may keep beside the sending after it was sent: a copy of the message, a printed receipt."""


def is_outdated(store: Store, case: AccessionCase) -> bool:
    """True where the package that has not left is not what would be made now; its protocol may come later."""
    return _differs(store, case, lambda _document: True)


def check_package(store: Store, case: AccessionCase, overridden: tuple[str, ...]) -> None:
    """Refuse to record the sending of a package that no longer says what the procedure says.

    A letter put beside it since then is no change. UserError `accession.package_outdated`, and
    `accession.additions_not_prepared` where the additions would be the package that the centre has already.
    """
    is_asked = case.accession.state is State.ADDITIONS
    if is_asked and not case.has_package_to_send and NO_ADDITIONS not in overridden:
        raise UserError("accession.additions_not_prepared", code=NO_ADDITIONS)
    package = case.package
    since = {doc.sha256 for doc in case.documents if package and doc.added_at > package.added_at}
    if OUTDATED not in overridden and _differs(
        store, case, lambda document: document.kind not in _PUT_BESIDE or document.sha256 not in since
    ):
        raise UserError("accession.package_outdated", code=OUTDATED)


def sent_request(store: Store, case: AccessionCase) -> SentRequest:
    """What an answer must name: the last package that left, though another one may be ready."""
    accession = case.accession
    sent = SentRequest(
        reference=accession.reference,
        revision=accession.revision,
        manifest_sha256=accession.package_sha256,
        centre_code=accession.centre_code,
        last_sequence=accession.answer_sequence,
    )
    left = case.last_sending
    if left is None or left.revision == accession.revision or accession.state in PREPARING:
        return sent  # nothing left, or this is what left, or a correction has taken it back
    for document in reversed(case.documents):
        package = _read(store, document) if document.origin == "package" else None
        if package and package.data.revision == left.revision:
            return replace(sent, revision=left.revision, manifest_sha256=package.manifest_sha256)
    return sent


def listed_titles(store: Store, package: Document) -> tuple[str, ...]:
    """The titles of the documents that are in a package, as it was made; none where its bytes are gone."""
    kept = _read(store, package)
    return tuple(document.title for document in kept.data.documents) if kept else ()


def _differs(store: Store, case: AccessionCase, counts: Callable[[EnclosedDocument], bool]) -> bool:
    document = case.package
    kept = _read(store, document) if document and not case.has_left(document) else None
    if kept is None:
        return False
    now, _files = request_of(case, kept.data.revision, kept.data.created_at)
    return _said(now, counts) != _said(kept.data, counts)


def _said(request: RequestData, counts: Callable[[EnclosedDocument], bool]) -> RequestData:
    """A request without what the protocol and the names of its files say: those come and go with the sending."""
    bare = (replace(one, file="", title="", protocol_number="", protocol_on=None) for one in request.documents)
    return replace(
        request,
        protocol=ProtocolNumber("", None),
        documents=tuple(document for document in bare if counts(document)),
    )


def _read(store: Store, document: Document) -> Package[RequestData] | None:
    """A package of ours, or None where its bytes are gone: the check of the documents tells of that."""
    try:
        return read_request(attachments.read(store.path, document.sha256, document.name))
    except UserError:
        return None
