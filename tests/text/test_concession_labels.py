# SPDX-License-Identifier: EUPL-1.2
"""Every key of a concession and of a contract has its word."""

from collections.abc import Callable

import pytest

from app.domain import concessions
from app.domain.contract_states import GROUPS, ContractState, ContractStep
from app.domain.membership_clock import Layer
from app.text.concession_labels import (
    asseveration_label,
    closing_label,
    concession_kind_label,
    concession_state_label,
    contract_group_label,
    contract_state_label,
    contract_step_label,
    contract_to_do_label,
    guarantee_label,
    layer_label,
    milestone_label,
    regime_label,
    role_label,
    spending_label,
)

EVERY_KEY: list[tuple[Callable[[str], str], list[str]]] = [
    (concession_kind_label, list(concessions.CONCESSION_KINDS)),
    (concession_state_label, list(concessions.CONCESSION_STATES)),
    (regime_label, list(concessions.REGIMES)),
    (contract_state_label, [state.value for state in ContractState]),
    (contract_group_label, list(GROUPS)),
    (contract_step_label, [step.value for step in ContractStep]),
    (contract_to_do_label, [step.value for step in ContractStep]),
    (role_label, list(concessions.CONTACT_ROLES)),
    (guarantee_label, list(concessions.GUARANTEE_KINDS)),
    (spending_label, list(concessions.SPENDINGS)),
    (milestone_label, list(concessions.MILESTONES)),
    (asseveration_label, [key for key in concessions.ASSEVERATIONS if key]),
    (closing_label, list(concessions.CLOSING_ITEMS)),
    (layer_label, [layer.value for layer in Layer]),
]


@pytest.mark.parametrize(("label", "keys"), EVERY_KEY, ids=[label.__name__ for label, _keys in EVERY_KEY])
def test_every_key_has_its_own_word(label: Callable[[str], str], keys: list[str]) -> None:
    words = [label(key) for key in keys]
    assert len(set(words)) == len(keys)
    assert not any(words[place] == key for place, key in enumerate(keys))


def test_a_line_of_our_own_has_its_title() -> None:
    assert milestone_label("", "Sopralluogo") == "Sopralluogo"
    assert closing_label("", "Restituire le chiavi") == "Restituire le chiavi"
    assert spending_label("") == asseveration_label("") == ""
