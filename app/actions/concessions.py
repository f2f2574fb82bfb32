# SPDX-License-Identifier: EUPL-1.2
"""Concessions (L0): those that stand behind the contracts, and the comune's own."""

from dataclasses import dataclass
from typing import Any

from app.actions.changes import Changes
from app.domain.clocks import Clock
from app.domain.concessions import (
    Concession,
    ConcessionId,
    Contact,
    ContractPaper,
    Guarantee,
    ServiceContract,
)
from app.domain.contract_changes import ContractChange
from app.domain.contract_warnings import ContractWarning
from app.domain.documents import Document
from app.store import Store

FIELDS = (
    *("centre_code", "is_ours", "kind", "title", "regime", "state", "granting_authority", "concessionaire"),
    *("concessionaire_vat", "project_company", "parent_cig", "cup", "signed_on", "starts_on", "ends_on", "value"),
    *("may_be_extended", "reported_on", "publication", "source", "note"),
)
"""What a clerk may type into a concession."""


@dataclass(frozen=True, slots=True)
class PaperView:
    """A document that belongs to a contract or to a concession."""

    paper: ContractPaper
    document: Document


@dataclass(frozen=True, slots=True)
class ConcessionView:
    """All that the page of a concession shows."""

    concession: Concession
    contracts: tuple[ServiceContract, ...]
    contacts: tuple[Contact, ...]
    guarantees: tuple[Guarantee, ...]
    papers: tuple[PaperView, ...]
    changes: tuple[ContractChange, ...]
    clock: Clock
    warnings: tuple[ContractWarning, ...]


def list_concessions(store: Store) -> list[Concession]:
    """Every concession, the comune's own first."""
    raise NotImplementedError


def show_concession(store: Store, concession_id: ConcessionId) -> ConcessionView:
    """One concession with what hangs on it."""
    raise NotImplementedError


def add_concession(store: Store, title: str, **fields: Any) -> tuple[ConcessionId, Changes]:  # noqa: ANN401 - FIELDS
    """Write down a concession."""
    raise NotImplementedError


def correct_concession(store: Store, concession_id: ConcessionId, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - FIELDS
    """Save fields as they are typed; Stale when it changed since version `seen`."""
    raise NotImplementedError


def remove_concession(store: Store, concession_id: ConcessionId) -> Changes:
    """Take out a concession on which no contract, money or document hangs."""
    raise NotImplementedError
