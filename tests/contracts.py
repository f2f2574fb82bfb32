# SPDX-License-Identifier: EUPL-1.2
"""A concession, a membership and a contract for tests, carried to any state by the steps that a clerk would take."""

from datetime import date
from typing import Any

from app.actions.concessions import add_concession
from app.actions.contract_opening import open_contract
from app.actions.contract_steps import take_contract_step
from app.actions.contracts import show_contract
from app.domain.accession_states import State
from app.domain.accessions import AccessionId
from app.domain.concessions import ConcessionId, ContractId
from app.domain.contract_states import ContractState, ContractStep
from app.store import Store
from tests.accessions import carry, open_join

PARENT_CIG, CIG, CUP = "B00012EADB", "94566301F3", "J41F22001340006"
STARTED = date(2026, 3, 1)
_PATH = (
    (ContractStep.BEGIN_ACTIVATION, date(2026, 2, 1)),
    (ContractStep.PASS_ACCEPTANCE, date(2026, 2, 20)),
    (ContractStep.GO_LIVE, STARTED),
    (ContractStep.BEGIN_CLOSING, date(2026, 10, 1)),
    (ContractStep.CEASE, date(2026, 11, 1)),
)


def a_concession(store: Store, **fields: Any) -> ConcessionId:  # noqa: ANN401 - fields of the action
    """A concession of the centre of the tests, twelve years long."""
    told = {
        "centre_code": "CST-LECCE",
        "granting_authority": "Comune di Prova",
        "concessionaire": "Servizi di Prova s.p.a.",
        "concessionaire_vat": "01234567890",
        "parent_cig": PARENT_CIG,
        "starts_on": date(2022, 3, 16),
        "ends_on": date(2032, 3, 15),
    }
    return add_concession(store, "Concessione di prova", **{**told, **fields})[0]


def a_contract(store: Store, **fields: Any) -> ContractId:  # noqa: ANN401 - fields of the action
    """A requested contract."""
    told = {
        "service_code": "BAS-05",
        "supplier": "Servizi di Prova s.p.a.",
        "cig": CIG,
        "dpa": "Accordo n. 3",
        "starts_on": STARTED,
        "ends_on": date(2031, 2, 28),
    }
    return open_contract(store, "Contratto di prova", **{**told, **fields})[0]


def a_membership(store: Store, codes: tuple[str, ...] = ("BAS-05",)) -> AccessionId:
    """An active membership with these services and what they need."""
    accession_id = open_join(store, codes)
    carry(store, accession_id, State.ACTIVE)
    return accession_id


def carry_contract(store: Store, contract_id: ContractId, state: ContractState) -> None:
    """Take the steps of a contract up to a state; minutes and prerequisites are set aside with a reason."""
    for step, on in _PATH:
        if show_contract(store, contract_id).contract.state is state:
            return
        aside = ("acceptance.no_minutes", "prerequisite.not_active", "maintenance.must_go_on")
        take_contract_step(store, contract_id, step, on, reason="Prova", overridden=aside)
