# SPDX-License-Identifier: EUPL-1.2
"""Recording that a contract moved on: activation, acceptance, go-live, suspension, end."""

from collections.abc import Iterable
from datetime import date

from app.actions.changes import Changes
from app.domain.concessions import ContractId
from app.domain.contract_states import ContractStep
from app.domain.documents import DocumentId
from app.store import Store


def take_contract_step(
    store: Store,
    contract_id: ContractId,
    step: ContractStep,
    on: date,
    number: str = "",
    reason: str = "",
    document_id: DocumentId | None = None,
    overridden: Iterable[str] = (),
) -> Changes:
    """Record a step; `overridden` names the stops that are set aside for `reason`.

    Stops: `acceptance.no_minutes`, `prerequisite.not_active` (both may be set aside); the five years of PNRR may not.
    """
    raise NotImplementedError
