# SPDX-License-Identifier: EUPL-1.2
"""The letter that contests service levels: filled from a template, looked at, and kept with the contract."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from app.actions.changes import Changes
from app.actions.draft_facts import office_facts
from app.actions.drafts import FORMS, PreparedDraft, fill_draft
from app.actions.level_penalties import Breach, breaches_in
from app.actions.municipality import show_office
from app.domain.concessions import Contact, ContractId, ContractPaper, ServiceContract
from app.domain.documents import Document, DocumentId
from app.domain.draft_gaps import gap_words
from app.domain.drafts import DRAFTS, BreachFacts, DraftFacts
from app.domain.file_names import safe_name
from app.domain.municipality import Office, Person
from app.domain.service_levels import ReadingId
from app.errors import UserError
from app.store import Session, Store, attachments, rows
from app.store import documents as document_statements
from app.store import municipality as office_statements
from app.text import money, speaking
from app.text.level_words import direction_label, number_words, working_words

LETTER = DRAFTS["contestazione_livelli"]
ROLE = "contestation"
"""What the letter is among the papers of a contract."""
_LANGUAGE = "it"
_CHANGED = Changes(concessions=True, documents=True)


def prepare_letter(
    store: Store, reading_ids: tuple[ReadingId, ...], form: str, reply_by: date | None = None
) -> PreparedDraft:
    """The letter for breaches of one contract as .odt, .docx or .pdf; nothing is written.

    UserError `level.*` for what is no breach, `draft.unknown_form`, `draft.template_*`.
    """
    if form not in FORMS:
        raise UserError("draft.unknown_form", form=form)
    with speaking(_LANGUAGE):
        office = show_office(store)
        with store.read() as session:
            breaches = breaches_in(session, reading_ids)
            facts = _facts(session, office, store.today(), breaches, reply_by, is_draft=form != "pdf")
        content, gaps, missing = fill_draft(store, LETTER, facts, form)
    name = safe_name(f"{LETTER.key}_{breaches[0].contract.title}_{facts.today.isoformat()}.{form}".replace(" ", "_"))
    return PreparedDraft(LETTER, name, content, gaps, missing)


def keep_letter(store: Store, contract_id: ContractId, prepared: PreparedDraft) -> tuple[DocumentId, Changes]:
    """Keep a letter that was looked at among the papers of the contract; the same bytes are not kept twice."""
    sha256 = attachments.keep_bytes(store.path, prepared.content)
    with store.read() as session:
        contract = rows.read(session, ServiceContract, contract_id)
        known = _kept(session, contract_id, sha256)
    if known is not None:
        return known.id, Changes(history=False)
    with store.write("level.letter_kept", contract=contract.title) as session:
        document_id = document_statements.add_document(
            session,
            sha256=sha256,
            bytes=len(prepared.content),
            name=prepared.name,
            title=prepared.draft.title,
            kind=prepared.draft.document_kind,
            origin="draft",
            accession_id=None,
            document_on=store.today(),
            signature=_unsaid(prepared),
            added_at=store.now(),
        )
        rows.add(session, ContractPaper, document_id=document_id, contract_id=contract_id, role=ROLE)
    return document_id, _CHANGED


def _kept(session: Session, contract_id: ContractId, sha256: str) -> Document | None:
    for paper in rows.every(session, ContractPaper, contract_id=contract_id, role=ROLE):
        document = document_statements.read_document(session, paper.document_id)
        if document.sha256 == sha256:
            return document
    return None


def _unsaid(prepared: PreparedDraft) -> dict[str, object] | None:
    if not prepared.gaps and not prepared.missing_characters:
        return None
    return {"gaps": [gap_words(gap) for gap in prepared.gaps], "unprinted": prepared.missing_characters}


def _facts(
    session: Session, office: Office, today: date, breaches: list[Breach], reply_by: date | None, *, is_draft: bool
) -> DraftFacts:
    contract = breaches[0].contract
    contacts = rows.every(session, Contact, contract_id=contract.id)
    known = [one.judged.penalty for one in breaches]
    total = sum((penalty for penalty in known if penalty), Decimal(0))
    return DraftFacts(
        today=today,
        is_draft=is_draft,
        **office_facts(office),
        rup=_rup(contacts, office_statements.list_people(session), today),
        supplier=contract.supplier,
        supplier_pec=next((one.email for one in contacts if one.role == "supplier" and one.email), ""),
        contract=contract.title,
        contract_number=contract.reference,
        contract_on=contract.signed_on,
        cigs=(contract.cig,) if contract.cig else (),
        breaches=tuple(_breach(one) for one in breaches),
        penalties="" if None in known else money(total),
        has_penalties=any(penalty is None or penalty for penalty in known),
        reply_by=reply_by,
    )


def _breach(one: Breach) -> BreachFacts:
    indicator, judged = one.indicator, one.judged
    target = indicator.target if indicator.target is not None else indicator.threshold
    steps = [working_words(step, indicator.unit) for step in judged.working[1:]]
    return BreachFacts(
        indicator.name,
        one.words.period,
        f"{direction_label(indicator.direction)} {number_words(target, indicator.unit)}",
        number_words(one.reading.value, indicator.unit),
        "" if judged.penalty is None else money(judged.penalty),
        "; ".join(steps),
        indicator.source,
    )


def _rup(contacts: Iterable[Contact], people: Iterable[Person], on: date) -> str:
    """The one of the contract before that of the office."""
    named: list[Contact | Person] = [*contacts, *people]
    for one in named:
        is_there = (one.since is None or one.since <= on) and (one.until is None or one.until >= on)
        if one.role == "rup" and one.name and is_there:
            return one.name
    return ""
