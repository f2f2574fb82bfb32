# SPDX-License-Identifier: EUPL-1.2
"""Every document and act with the procedure it belongs to, and what is missing per procedure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.actions.accession_cases import read_cases
from app.domain.accession_case import AccessionCase
from app.domain.accession_dates import Duty, due_of_item
from app.domain.accession_states import ENDED
from app.domain.accessions import Accession, ChecklistItem, Slot
from app.domain.acts import Act
from app.domain.checklist import ItemState, item_state, lines_so_far, missing
from app.domain.documents import Document
from app.domain.file_names import shown_name
from app.store import Store, attachments
from app.store import acts as act_statements
from app.store import documents as statements
from app.text import in_language
from app.text.accession_labels import body_label
from app.text.document_labels import act_name, document_kind_label
from app.text.finding_words import missing_words

_CODES = ("document.none", "draft.none", "signed_copy.none")
FILE_GONE = "file.gone"
Cases = Mapping[int | None, AccessionCase]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list."""

    document: Document
    accession: Accession | None
    item: ChecklistItem | None
    is_there: bool  # whether its file is in its place; what is in it is looked at by the check


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act in the register."""

    act: Act
    accession: Accession | None
    document: Document | None


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A document that a procedure lacks now, or one whose file is gone.

    `code` is one of `domain.checklist`, or `file.gone`.
    """

    code: str
    accession: Accession | None
    item: ChecklistItem | None
    slot: Slot | None
    due: Duty | None = None
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure with its lines, as what a document or an act may belong to."""

    accession: Accession
    items: tuple[ChecklistItem, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """All of it, the newest first."""

    documents: tuple[DocumentRow, ...]
    acts: tuple[ActRow, ...]
    missing: tuple[MissingRow, ...]
    procedures: tuple[Procedure, ...]


def survey_documents(store: Store) -> Survey:
    """Documents, acts and what is missing, read in one go."""
    with store.read() as session:
        cases = read_cases(store, session)
        documents = statements.list_documents(session)
        acts = act_statements.list_acts(session)
    kept = attachments.kept_in(attachments.folder_of(store.path))
    by_id: Cases = {case.accession.id: case for case in cases}
    rows = [_document_row(document, by_id, kept) for document in reversed(documents)]
    gone = [
        MissingRow(FILE_GONE, row.accession, row.item, None, None, row.document) for row in rows if not row.is_there
    ]
    lacking = [row for case in cases for row in _missing_of(case)]
    procedures = tuple(Procedure(case.accession, case.items) for case in cases)
    return Survey(tuple(rows), _act_rows(acts, documents, by_id), (*gone, *lacking), procedures)


def missing_documents(store: Store) -> tuple[MissingRow, ...]:
    """What each open procedure lacks up to the step that comes next, and files that are gone."""
    return survey_documents(store).missing


def missing_text(row: MissingRow) -> str:
    """What is missing, in the words of the checklist."""
    if row.document is not None:
        return missing_words(row.code, shown_name(row.document.name))
    title = in_language(row.slot.title, row.slot.title_en) if row.slot else ""
    return missing_words(row.code, row.slot.kind if row.slot else "", title)


def words_of(row: DocumentRow | ActRow | MissingRow) -> str:
    """The words by which a row is looked for on its list."""
    centre = row.accession.centre_name if row.accession else ""
    told: tuple[str, ...] = ()
    if isinstance(row, DocumentRow):
        one = row.document
        told = (document_kind_label(one.kind), one.title, one.name, one.protocol_number, one.sha256, one.note)
    elif isinstance(row, ActRow):
        act = row.act
        told = (act_name(act.kind, act.number, act.on), body_label(act.body), act.subject, act.note)
    else:
        told = (missing_text(row),)
    return " ".join((*told, centre))


def _document_row(document: Document, cases: Cases, kept: Collection[str]) -> DocumentRow:
    case = cases.get(document.accession_id)
    items = case.items if case else ()
    item = next((item for item in items if item.key == document.item_key), None)
    return DocumentRow(document, case.accession if case else None, item, document.sha256 in kept)


def _act_rows(acts: Sequence[Act], documents: Sequence[Document], cases: Cases) -> tuple[ActRow, ...]:
    by_id = {document.id: document for document in documents}
    return tuple(
        ActRow(
            act,
            case.accession if (case := cases.get(act.accession_id)) else None,
            by_id.get(act.document_id) if act.document_id else None,
        )
        for act in reversed(acts)
    )


def _gone(row: DocumentRow) -> MissingRow:
    return MissingRow(FILE_GONE, row.accession, row.item, None, document=row.document)


def _missing_of(case: AccessionCase) -> Iterator[MissingRow]:
    """What the lines up to the next step lack; what comes later is not missing yet."""
    if case.accession.state in ENDED:
        return
    for item in lines_so_far(case):
        if item.skipped_reason:
            continue
        due = None if item_state(case, item) is ItemState.DONE else due_of_item(case, item)
        for one in missing(case, item):
            if one.code in _CODES:
                slot = _slot(item, one.name, is_signed=one.code == "signed_copy.none")
                yield MissingRow(one.code, case.accession, item, slot, due)


def _slot(item: ChecklistItem, kind: str, *, is_signed: bool) -> Slot | None:
    of_kind = [slot for slot in item.slots if slot.kind == kind]
    return next((slot for slot in of_kind if slot.is_signed is is_signed), of_kind[0] if of_kind else None)
