# SPDX-License-Identifier: EUPL-1.2
"""From which contract a payment on a concession is taken."""

from dataclasses import replace
from datetime import date

from app.domain.budget_owners import paying_contracts
from app.domain.concessions import ConcessionId, ContractId
from app.domain.contract_states import ContractState
from tests.concessions_money import budget_line, payment
from tests.reports.concessions import contract

OURS = ConcessionId(7)


def test_the_only_contract_or_the_only_one_of_its_chapter() -> None:
    paid = replace(payment("10.00", date(2027, 3, 5), chapter="1090"), concession_id=OURS, contract_id=None)
    first = contract(id=ContractId(1), concession_id=OURS, chapter="1080", state=ContractState.ACTIVE)
    second = replace(first, id=ContractId(2), chapter="1090")
    elsewhere = replace(first, id=ContractId(3), concession_id=ConcessionId(8))
    assert paying_contracts([paid], [first, elsewhere], []) == {1: 1}
    assert paying_contracts([paid], [first, second], []) == {1: 2}
    assert paying_contracts([replace(paid, chapter="")], [first, second], []) == {}
    assert paying_contracts([paid], [replace(first, state=ContractState.REFUSED)], []) == {}
    assert paying_contracts([payment("10.00", date(2027, 3, 5))], [first], []) == {}
    own = replace(budget_line(2027), concession_id=OURS, contract_id=None)
    assert paying_contracts([paid], [first], [own]) == {}
    assert paying_contracts([replace(paid, year=2028)], [first], [own]) == {1: 1}
