# SPDX-License-Identifier: EUPL-1.2
"""Sending a request without a network: the checks, the package for the centre, the text of the certified mail."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.actions.accession_cases import read_case
from app.actions.changes import Changes
from app.actions.document_files import save_document_as
from app.actions.drafts import file_words
from app.actions.packages import is_outdated, listed_titles
from app.actions.request_data import request_of
from app.domain.accession_case import AccessionCase
from app.domain.accession_states import Kind, State
from app.domain.accessions import Accession, AccessionId
from app.domain.coherence import blocks, find_incoherences
from app.domain.documents import Document, DocumentId
from app.domain.exchange import RequestData
from app.errors import UserError
from app.store import Store, attachments
from app.store import accessions as statements
from app.store import documents as document_statements

_FILE_WORDS = {Kind.JOIN: "adesione", Kind.RENEWAL: "rinnovo", Kind.WITHDRAWAL: "recesso"}
_ITEM = "sending"
_MARK = 8
"""So many digits of the reference are enough to tell a message of ours."""


@dataclass(frozen=True, slots=True)
class PecText:
    """What is copied into the message of certified mail, and which file goes with it."""

    to: str
    subject: str
    body: str
    attachment: str


def prepare_package(
    store: Store, accession_id: AccessionId, *, overridden: Iterable[str] = (), reason: str = ""
) -> tuple[DocumentId, Changes]:
    """Make the package of a signed request, or of one with the additions that the centre asked for.

    Its manifest's hash is what the centre's answer must name. UserError `accession.blocked` while blocks stand that
    are not overridden with a reason, `accession.not_signed_yet`, `accession.package_sent` once it has left.
    """
    with store.read() as session:
        case = read_case(store, session, accession_id)
    aside = tuple(overridden)
    _check(case, aside, reason)
    revision = _revision(case)
    content, manifest_sha256 = _written(store, case, revision)
    kept = attachments.keep_bytes(store.path, content)
    title = "accession.package_prepared"
    with store.write(title, centre=case.accession.centre_name, revision=str(revision)) as session:
        document_id = document_statements.add_document(
            session,
            sha256=kept,
            bytes=len(content),
            name=_file_name(case, revision),
            kind="package",
            origin="package",
            accession_id=accession_id,
            item_key=_ITEM,
            document_on=case.today,
            note=f"{', '.join(aside)}: {reason.strip()}" if aside else "",
            added_at=store.now(),
        )
        values = {"package_sha256": manifest_sha256, "revision": revision}
        statements.change_accession(session, accession_id, None, **values)
    return document_id, Changes(accessions=True, documents=True)


def is_package_due(store: Store, accession_id: AccessionId) -> bool:
    """True where a package is still to be made: the first one, one after a correction or a change, or the additions."""
    with store.read() as session:
        case = read_case(store, session, accession_id)
    return case.package is None or _lacks_additions(case) or is_outdated(store, case)


def current_package(case: AccessionCase) -> Document | None:
    """The package that the next message carries, or that the last one carried."""
    return case.package


def save_package(store: Store, accession_id: AccessionId, target: Path) -> Document:
    """Write the package to a file, the same bytes that are kept; UserError `accession.no_package`."""
    with store.read() as session:
        package = _need_package(read_case(store, session, accession_id))
    save_document_as(store, package.id, target)
    return package


def pec_text(store: Store, accession_id: AccessionId) -> PecText:
    """The message to the centre, in Italian whatever the window speaks; UserError `accession.no_package`."""
    from app.actions.pec_words import body_of, subject_of

    with store.read() as session:
        case = read_case(store, session, accession_id)
    package = _need_package(case)
    if _lacks_additions(case):
        raise UserError("accession.no_package")  # the one that is there has left: it is not what is to be sent now
    return PecText(
        to=case.accession.centre_pec,
        subject=subject_of(case, mark_of(case.accession)),
        body=body_of(case, package, listed_titles(store, package)),
        attachment=package.name,
    )


def mark_of(accession: Accession) -> str:
    """What the subject of our message holds, and a receipt repeats."""
    return accession.reference[:_MARK]


def _check(case: AccessionCase, aside: tuple[str, ...], reason: str) -> None:
    if aside and not reason.strip():
        raise UserError("accession.override_without_reason")
    state = case.accession.state
    if state not in (State.DRAFT, State.PROPOSED, State.RESOLVED, State.ENFORCEABLE, State.SIGNED, State.ADDITIONS):
        raise UserError("accession.package_sent", state=state.value)
    left = [finding.code for finding in blocks(find_incoherences(case)) if finding.code not in aside]
    if left:
        raise UserError("accession.blocked", count=len(left), codes=", ".join(left))
    if state not in (State.SIGNED, State.ADDITIONS):
        raise UserError("accession.not_signed_yet")


def _lacks_additions(case: AccessionCase) -> bool:
    return case.accession.state is State.ADDITIONS and not case.has_package_to_send


def _revision(case: AccessionCase) -> int:
    """One more than that of a package that is there: it may have been given out, and no two have the same number."""
    has_one = case.package is not None or case.first_sending is not None
    return case.accession.revision + 1 if has_one else case.accession.revision


def _written(store: Store, case: AccessionCase, revision: int) -> tuple[bytes, str]:
    from app.formats.exchange import read_request, write_request
    from app.text.package_words import package_place_label

    data, sent = request_of(case, revision, store.now())
    files = {name: attachments.read(store.path, doc.sha256, doc.name) for name, doc in sent.items()}
    try:
        content = write_request(data, files)
    except UserError as refused:
        if refused.code != "package.wrong_value":
            raise
        place = package_place_label(str(refused.params["where"]), _named_rows(data))
        raise UserError("accession.value_unfit", field=place) from refused
    return content, read_request(content).manifest_sha256


def _named_rows(data: RequestData) -> dict[str, list[str]]:
    """What tells a row of each list of a request from the others."""
    return {
        "body": [data.body.name],
        "services": [one.code for one in data.services],
        "documents": [one.title for one in data.documents],
        "acts": [one.number for one in data.acts],
    }


def _file_name(case: AccessionCase, revision: int) -> str:
    kind = _FILE_WORDS[case.accession.kind]
    return f"{kind}_{file_words(case.accession)}_v{revision}_{case.today.isoformat()}.zip"


def _need_package(case: AccessionCase) -> Document:
    package = current_package(case)
    if package is None:
        raise UserError("accession.no_package")
    return package
