# SPDX-License-Identifier: EUPL-1.2
"""Against whose plan a payment counts that was registered on a concession, while its contracts hold what is planned."""

from collections.abc import Iterable, Sequence

from app.domain.concessions import BudgetLine, ContractId, ServiceContract
from app.domain.contract_states import ContractState
from app.domain.invoices import Payment


def paying_contracts(
    payments: Iterable[Payment], contracts: Sequence[ServiceContract], lines: Iterable[BudgetLine]
) -> dict[int, ContractId]:
    """By payment of a concession, the contract under it that it is taken from.

    The only one, or the only one of the chapter of the payment. None where the concession plans that year itself, or
    where several contracts could be meant: then it stands under the concession.
    """
    planned = {(one.concession_id, one.year) for one in lines if one.concession_id is not None}
    found = {}
    for one in payments:
        if one.concession_id is None or (one.concession_id, one.year or one.on.year) in planned:
            continue
        contract_id = _payer(one, [it for it in contracts if it.concession_id == one.concession_id])
        if contract_id is not None:
            found[one.id] = contract_id
    return found


def _payer(payment: Payment, contracts: Iterable[ServiceContract]) -> ContractId | None:
    meant = [one for one in contracts if one.state is not ContractState.REFUSED]
    if len(meant) > 1 and payment.chapter:
        meant = [one for one in meant if one.chapter == payment.chapter]
    return meant[0].id if len(meant) == 1 else None
