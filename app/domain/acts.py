# SPDX-License-Identifier: EUPL-1.2
"""The register of acts: proposals, resolutions, determinations, agreements."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

from app.domain.documents import DocumentId

ActId = NewType("ActId", int)

ACT_KINDS = ("proposal", "resolution", "determination", "agreement", "accession_deed", "delegation", "other")
"""Proposta, delibera, determina, convenzione, atto di adesione, delega, altro (concessions.md 1.4 and 6)."""
BODIES = ("council", "executive", "manager", "mayor", "centre", "other")
"""Consiglio, Giunta, responsabile, Sindaco, ente capofila, altro (concessions.md 2.2)."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act: kind, body, number, day, publication, enforceability; `kind` is a key of `ACT_KINDS`."""

    id: ActId
    accession_id: int | None
    kind: str
    body: str
    number: str
    on: date | None
    subject: str
    is_immediate: bool
    published_on: date | None
    published_until: date | None
    publication_place: str
    enforceable_on: date | None
    enforceable_reason: str
    technical_opinion_on: date | None
    accounting_opinion_on: date | None
    auditor_opinion_on: date | None
    document_id: DocumentId | None
    note: str
    version: int
