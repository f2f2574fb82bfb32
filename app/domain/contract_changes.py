# SPDX-License-Identifier: EUPL-1.2
"""Changes of a concession or of a contract during its life, with the lists of ANAC (concessions.md 1.7, 4.6)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.concessions import ConcessionId, ContractId
from app.domain.documents import DocumentId

CHANGE_KINDS = (
    *("addendum", "price_revision", "plan_revision", "suspension", "resumption", "extension"),
    *("termination", "withdrawal", "substitution", "cup_change"),
)
MODIFICATION_REASONS = ("add-wss", "mod-cir", "mod-minv", "mod-nons", "mod-repl", "mod-rev")
"""motiviModifica (eForms)."""
PRICE_REVISION_REASONS = ("1", "2", "3", "4", "5")
"""motivoRevisionePrezzi: clause of the tender, law, compensations, energy contracts, other."""
EARLY_ENDS = (
    *("award_revoked", "breach", "authority_withdrawal", "contractor_withdrawal"),
    *("antimafia", "insolvency", "court", "self_redress"),
)
"""causaInterruzioneAnticipata."""
CUP_REASONS = ("1", "2", "3")
"""motivoVariazioneCUP: error or omission, project identified later, replacement under CIPE 63/2020."""
LETTERS = ("", "a", "b", "c")
"""Letters of art. 189 c. 1 D.Lgs. 36/2023."""
SUBSTITUTION_DAYS = 120
"""For the lenders to name a substitute, from the notice of the intended termination (art. 190 c. 3)."""


@dataclass(frozen=True, slots=True)
class ContractChange:
    """One change with its act and its effects; amounts in euro, less is negative."""

    id: int
    concession_id: ConcessionId | None
    contract_id: ContractId | None
    kind: str  # a key of CHANGE_KINDS
    reason_code: str  # of the list of its kind, or ""
    letter: str  # a key of LETTERS
    subject: str
    act: str  # kind and number
    on: date | None
    effective_on: date | None
    until: date | None  # of a suspension
    value: Decimal | None  # change of the value
    new_ends_on: date | None
    new_cig: str
    new_cup: str
    new_supplier: str
    new_supplier_vat: str
    document_id: DocumentId | None
    override_reason: str  # why it was entered though a check spoke against it
    note: str
    version: int
