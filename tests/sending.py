# SPDX-License-Identifier: EUPL-1.2
"""A procedure whose documents have real bytes, carried up to where the request may leave."""

from datetime import date

from app.actions.accession_acts import record_with_act
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import fill_in, show_accession
from app.actions.documents import add_document, content_of
from app.actions.drafts import give_out
from app.actions.sending import prepare_package
from app.domain.accession_states import Step
from app.domain.accessions import AccessionId
from app.domain.documents import DocumentId
from app.store import Store
from app.store import documents as document_statements
from tests.accessions import MAYOR, PROPOSED, PUBLISHED, RESOLVED, SENT, SIGNED, open_join
from tests.pec import CENTRE as CENTRE_PEC

ENFORCED = date(2026, 10, 3)
PDF = b"%PDF-1.7\n%%EOF\n"


def ready_to_sign(store: Store, codes: tuple[str, ...] = ("BAS-05",)) -> AccessionId:
    """A join with its acts, enforceable, with the request to be signed given out."""
    accession_id = open_join(store, codes)
    make_ready(store, accession_id)
    return accession_id


def make_ready(store: Store, accession_id: AccessionId, draft: str = "domanda_adesione") -> None:
    """The acts of any procedure that was just opened, and what is to be signed."""
    version = show_accession(store, accession_id).accession.version
    fill_in(store, accession_id, version, centre_pec=CENTRE_PEC)
    record_with_act(
        store, accession_id, Step.PROPOSE, StepForm(PROPOSED), technical_opinion_on=PROPOSED,
        accounting_opinion_on=PROPOSED,
    )  # fmt: skip
    record_with_act(store, accession_id, Step.RESOLVE, StepForm(RESOLVED, number="31"), published_on=PUBLISHED)
    record_step(store, accession_id, Step.ENFORCE, StepForm(ENFORCED))
    facts = {"accession_id": accession_id, "item_key": "resolution", "kind": "resolution"}
    add_document(store, PDF, "delibera n. 31.pdf", **facts)  # type: ignore[arg-type] # the facts are known
    give_out(store, accession_id, draft, "pdf")


def sign(store: Store, accession_id: AccessionId) -> DocumentId:
    """Keep a signed copy of what was given out, as though the signature had been read."""
    draft = show_accession(store, accession_id).case.given_out("request")
    assert draft is not None
    document_id, _changes = add_document(
        store, content_of(store, draft.id) + b"%signed\n", f"{draft.name}.signed.pdf", kind="request",
        accession_id=accession_id, item_key="signature",
    )  # fmt: skip
    told = {
        "kind": "pades",
        "match": "same",
        "is_intact": True,
        "was_certificate_valid": True,
        "signers": [MAYOR],
        "signatures": [{"name": MAYOR, "fiscal_code": "", "signed_at": f"{SIGNED}T09:00:00+00:00"}],
    }
    with store.write("example.filled") as session:
        values = {"given_out_id": draft.id, "document_on": SIGNED, "signature": told}
        document_statements.correct_document(session, document_id, None, **values)
    return document_id


def signed_join(store: Store, codes: tuple[str, ...] = ("BAS-05",)) -> AccessionId:
    """A join that is signed and recorded as such."""
    accession_id = ready_to_sign(store, codes)
    sign(store, accession_id)
    record_step(store, accession_id, Step.SIGN, StepForm(SIGNED))
    return accession_id


def sent_join(store: Store, codes: tuple[str, ...] = ("BAS-05",)) -> AccessionId:
    """A join that has left."""
    accession_id = ready_to_sign(store, codes)
    send(store, accession_id)
    return accession_id


def send(store: Store, accession_id: AccessionId) -> None:
    """Sign, prepare and record the sending of a procedure that is ready."""
    sign(store, accession_id)
    record_step(store, accession_id, Step.SIGN, StepForm(SIGNED))
    prepare_package(store, accession_id)
    record_step(store, accession_id, Step.SEND, StepForm(SENT, number="4512/2026", number_on=SENT))
