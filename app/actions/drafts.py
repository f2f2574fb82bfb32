# SPDX-License-Identifier: EUPL-1.2
"""Drafts of acts: filled with what we know, looked at, and given out as files that are kept to be compared."""

import io
from dataclasses import dataclass

from app.actions.accession_cases import read_case
from app.actions.changes import Changes
from app.actions.draft_facts import facts_of
from app.domain.accession_case import AccessionCase
from app.domain.accessions import Accession, AccessionId, ChecklistItem, Slot
from app.domain.centres import short_centre
from app.domain.documents import DocumentId
from app.domain.draft_fields import field_values
from app.domain.draft_gaps import Gap, find_gaps, gap_words
from app.domain.drafts import DRAFTS, Draft, DraftFacts, find_draft
from app.errors import UserError
from app.store import Store, attachments
from app.store import accessions as statements
from app.store import documents as document_statements
from app.text import speaking

FORMS = ("odt", "docx", "pdf")
"""An act to be worked on is .odt or .docx; the PDF is what is signed."""
_LANGUAGE = "it"


@dataclass(frozen=True, slots=True)
class PreparedDraft:
    """A draft as it would be given out now."""

    draft: Draft
    name: str
    content: bytes
    gaps: tuple[str, ...]  # what is still to be completed, as the page shows it
    missing_characters: int  # that the typeface of the PDF cannot print
    services: tuple[list[str], ...] | None = None  # what a request to be signed says of each

    @property
    def lacks(self) -> tuple[Gap, ...]:
        """Each gap with the field that completes it."""
        return find_gaps(map(gap_words, self.gaps))


def draft_keys(case: AccessionCase) -> tuple[str, ...]:
    """The drafts that the checklist asks for, in its order; a line that does not apply asks for none."""
    return tuple(draft.key for draft, _item, _slot in _drafts(case))


def prepare_draft(store: Store, accession_id: AccessionId, key: str, form: str) -> PreparedDraft:
    """Fill a draft as .odt, .docx or .pdf; nothing is written.

    UserError `draft.unknown`, `draft.other_kind`, `draft.unknown_form`, `draft.template_*` for a broken template.
    """
    with store.read() as session:
        case = read_case(store, session, accession_id)
        parent = _parent(case)
        steps = statements.list_steps(session, parent.id) if parent else []
    draft = find_draft(key, case.accession.body)
    if case.accession.kind.value not in draft.kinds:
        known = ", ".join(one.key for one in DRAFTS.values() if case.accession.kind.value in one.kinds)
        raise UserError("draft.other_kind", title=draft.title, known=known)
    if form not in FORMS:
        raise UserError("draft.unknown_form", form=form)
    is_draft = not (draft.is_for_signature and form == "pdf")
    with speaking(_LANGUAGE):
        facts = facts_of(case, draft, parent, steps, is_draft=is_draft)
        return _fill(store, case, draft, facts, form)


def give_out(store: Store, accession_id: AccessionId, key: str, form: str) -> tuple[DocumentId, Changes]:
    """Fill a draft and keep it, so that its signed copy can be compared with it byte for byte."""
    return keep_draft(store, accession_id, prepare_draft(store, accession_id, key, form))


def keep_draft(store: Store, accession_id: AccessionId, prepared: PreparedDraft) -> tuple[DocumentId, Changes]:
    """Keep a draft that was looked at, as it was shown; the same as the last one is not kept twice."""
    with store.read() as session:
        case = read_case(store, session, accession_id)
    item, slot = _place(case, prepared.draft)
    kind = slot.kind if slot else prepared.draft.document_kind
    sha256 = attachments.keep_bytes(store.path, prepared.content)
    last = case.given_out(kind)
    if last and last.sha256 == sha256 and last.signature == _unsaid(prepared):
        return last.id, Changes(history=False)
    with store.write(
        "accession.draft_given_out", draft=prepared.draft.title, centre=case.accession.centre_name
    ) as session:
        document_id = document_statements.add_document(
            session,
            sha256=sha256,
            bytes=len(prepared.content),
            name=prepared.name,
            title=prepared.draft.title,
            kind=kind,
            origin="draft",
            accession_id=accession_id,
            item_key=item.key if item else "",
            document_on=case.today,
            signature=_unsaid(prepared),
            added_at=store.now(),
        )
    return document_id, Changes(accessions=True, documents=True)


def _unsaid(prepared: PreparedDraft) -> dict[str, object] | None:
    """What the file does not say, kept with it: the facts may change afterwards, the file does not."""
    if not prepared.gaps and not prepared.missing_characters and prepared.services is None:
        return None
    unsaid: dict[str, object] = {
        "gaps": [gap_words(gap) for gap in prepared.gaps],
        "unprinted": prepared.missing_characters,
    }
    return unsaid if prepared.services is None else {**unsaid, "services": list(prepared.services)}


def _stated(case: AccessionCase, draft: Draft) -> tuple[list[str], ...] | None:
    is_request = draft.is_for_signature and draft.document_kind == "request"
    return tuple(one.stated for one in case.requested) if is_request else None


def file_words(accession: Accession) -> str:
    """The centre in the name of a file: `CIT_Brescia`."""
    return short_centre(accession.centre_code).replace(" ", "_")


def fill_draft(store: Store, draft: Draft, facts: DraftFacts, form: str) -> tuple[bytes, tuple[str, ...], int]:
    """A draft as .odt, .docx or .pdf, what it leaves to be completed, and how many characters the PDF cannot print."""
    from app.formats.odt import fill_template, load_template, shipped_folder

    folders = (store.path.parent / "templates", shipped_folder())
    filled = fill_template(load_template(draft.file, folders), draft.file, field_values(facts), draft.title)
    if form == "docx":
        from app.formats.docx import to_docx

        content = to_docx(filled.blocks, draft.title, on=facts.today, is_draft=facts.is_draft)
        return content, filled.gaps, 0
    if form == "pdf":
        from app.reports.draft import DraftPrint, count_missing, draw

        sheet = DraftPrint(draft.title, facts.comune, filled.blocks, facts.is_draft, facts.is_example)
        out = io.BytesIO()
        draw(sheet, out)
        return out.getvalue(), filled.gaps, count_missing(sheet)
    return filled.odt, filled.gaps, 0


def _fill(store: Store, case: AccessionCase, draft: Draft, facts: DraftFacts, form: str) -> PreparedDraft:
    content, gaps, missing = fill_draft(store, draft, facts, form)
    stem = f"{draft.key}_{file_words(case.accession)}_v{case.accession.revision}_{facts.today.isoformat()}"
    return PreparedDraft(draft, _free_name(case, stem, form), content, gaps, missing, _stated(case, draft))


def _free_name(case: AccessionCase, stem: str, form: str) -> str:
    """The name, numbered from the second of a day on."""
    taken = {document.name for document in case.documents}
    name, number = f"{stem}.{form}", 1
    while name in taken:
        number += 1
        name = f"{stem}_{number}.{form}"
    return name


def _drafts(case: AccessionCase) -> list[tuple[Draft, ChecklistItem, Slot]]:
    return [
        (find_draft(slot.draft, case.accession.body), item, slot)
        for item in case.items
        if not item.skipped_reason
        for slot in item.slots
        if slot.draft
    ]


def _place(case: AccessionCase, draft: Draft) -> tuple[ChecklistItem | None, Slot | None]:
    """The line that asks for a draft, and the document that it becomes there."""
    return next(((item, slot) for known, item, slot in _drafts(case) if known.key == draft.key), (None, None))


def _parent(case: AccessionCase) -> Accession | None:
    return next((other for other in case.others if other.id == case.accession.of_accession_id), None)
