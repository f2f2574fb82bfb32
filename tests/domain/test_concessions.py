# SPDX-License-Identifier: EUPL-1.2
"""A part hangs on one thing."""

import pytest

from app.domain.concessions import ConcessionId, ContractId, Owner


def test_an_owner_is_a_concession_or_a_contract() -> None:
    assert Owner(contract_id=ContractId(3)).columns == {"concession_id": None, "contract_id": 3}
    assert Owner(ConcessionId(2)).columns == {"concession_id": 2, "contract_id": None}


@pytest.mark.parametrize("told", [{}, {"concession_id": ConcessionId(1), "contract_id": ContractId(1)}])
def test_never_both_and_never_neither(told: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="one of the two"):
        Owner(**told)  # type: ignore[arg-type]  # the case says what is wrong
