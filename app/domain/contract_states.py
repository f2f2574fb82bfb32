# SPDX-License-Identifier: EUPL-1.2
"""The eight states of a service contract and the ways between them (concessions.md 4.2)."""

from dataclasses import dataclass
from enum import StrEnum

from app.errors import UserError


class ContractState(StrEnum):
    """Where a service that we asked for stands."""

    REQUESTED = "requested"
    ACTIVATING = "activating"
    ACCEPTED = "accepted"  # the acceptance check was passed
    ACTIVE = "active"
    SUSPENDED = "suspended"
    CLOSING = "closing"
    CEASED = "ceased"
    REFUSED = "refused"


class ContractStep(StrEnum):
    """A change of state that somebody's act makes."""

    BEGIN_ACTIVATION = "begin_activation"
    PASS_ACCEPTANCE = "pass_acceptance"  # noqa: S105 - a step, no password
    GO_LIVE = "go_live"
    SUSPEND = "suspend"
    RESUME = "resume"
    BEGIN_CLOSING = "begin_closing"
    GIVE_UP_CLOSING = "give_up_closing"
    CEASE = "cease"
    REFUSE = "refuse"


RUNNING = (ContractState.ACTIVE, ContractState.SUSPENDED, ContractState.CLOSING)
"""The service was started and has not ended."""
COMING = (ContractState.REQUESTED, ContractState.ACTIVATING, ContractState.ACCEPTED)
OVER = (ContractState.CEASED, ContractState.REFUSED)
GROUPS = ("coming", "running", "over")
"""How a list parts the contracts."""


def group_of(state: ContractState) -> str:
    """Which of the groups a state belongs to."""
    if state in OVER:
        return "over"
    return "running" if state in RUNNING else "coming"


@dataclass(frozen=True, slots=True)
class ContractWay:
    """One way between states, and what it must have."""

    step: ContractStep
    sources: tuple[ContractState, ...]
    target: ContractState
    needs_reason: bool = False


WAYS = (
    ContractWay(ContractStep.BEGIN_ACTIVATION, (ContractState.REQUESTED,), ContractState.ACTIVATING),
    ContractWay(ContractStep.REFUSE, (ContractState.REQUESTED,), ContractState.REFUSED, needs_reason=True),
    ContractWay(ContractStep.PASS_ACCEPTANCE, (ContractState.ACTIVATING,), ContractState.ACCEPTED),
    ContractWay(ContractStep.GO_LIVE, (ContractState.ACCEPTED,), ContractState.ACTIVE),
    ContractWay(ContractStep.SUSPEND, (ContractState.ACTIVE,), ContractState.SUSPENDED, needs_reason=True),
    ContractWay(ContractStep.RESUME, (ContractState.SUSPENDED,), ContractState.ACTIVE),
    ContractWay(
        ContractStep.BEGIN_CLOSING,
        (ContractState.ACTIVE, ContractState.SUSPENDED, ContractState.ACTIVATING, ContractState.ACCEPTED),
        ContractState.CLOSING,
        needs_reason=True,
    ),
    ContractWay(ContractStep.GIVE_UP_CLOSING, (ContractState.CLOSING,), ContractState.ACTIVE, needs_reason=True),
    ContractWay(ContractStep.CEASE, (ContractState.CLOSING,), ContractState.CEASED),
)


def contract_way(state: ContractState, step: ContractStep) -> ContractWay:
    """The way that a step takes from a state; UserError `contract.step_impossible` where there is none."""
    for way in WAYS:
        if way.step is step and state in way.sources:
            return way
    raise UserError("contract.step_impossible", step=step.value, state=state.value)


def next_contract_steps(state: ContractState) -> tuple[ContractWay, ...]:
    """What may be recorded from a state, in the order of the table."""
    return tuple(way for way in WAYS if state in way.sources)
