# SPDX-License-Identifier: EUPL-1.2
"""Which documents of a procedure go to the centre, in the order in which one reads them."""

from app.domain.accession_case import AccessionCase
from app.domain.accessions import Slot
from app.domain.documents import Document

_ORDER = (
    *("request", "letter", "resolution", "delegation", "determination", "agreement", "activation"),
    *("publication", "opinion", "other"),
)
_ONLY_IF_PUT_THERE = {"opinion": ("sending", "outcome"), "other": ("sending", "outcome")}
_OURS = ("added", "draft")  # what came from the centre, receipts and packages are not sent again


def documents_to_send(case: AccessionCase) -> tuple[Document, ...]:
    """The signed request, then what it stands on; drafts stay here, proposals and opinions are the office's own.

    Other documents go when they were put beside the sending, or beside the outcome for the additions asked.
    """
    signed = case.signed_copy("request")
    found = [doc for doc in case.documents if _goes(doc) and (doc.kind != "request" or doc is signed)]
    return tuple(sorted(found, key=lambda doc: (_ORDER.index(doc.kind), doc.id)))


def slot_of(case: AccessionCase, document: Document) -> Slot | None:
    """The place of the checklist that a document fills."""
    for item in case.items:
        if item.key == document.item_key:
            return next((slot for slot in item.slots if slot.kind == document.kind), None)
    return None


def _goes(document: Document) -> bool:
    if document.kind not in _ORDER or document.origin not in _OURS:
        return False
    if document.origin == "draft" and document.given_out_id is None:
        return False
    places = _ONLY_IF_PUT_THERE.get(document.kind)
    return places is None or document.item_key in places
