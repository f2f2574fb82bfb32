# SPDX-License-Identifier: EUPL-1.2
"""The parts of a contract, each made when it is first looked at.

A section is a QWidget made with `(desk)`. `show_contract(view)` shows what is kept, again after every reading;
`on_changed(changes)` is told of every change, before the contract is read again. It may also have
`focus_field(name) -> bool`, `flush()` (keep what was typed) and `take_files(files) -> bool` (files dropped anywhere).
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.contracts import ContractView
    from app.ui.desk import Desk

_HERE = "app.ui.contract.sections"

SECTIONS = (
    ("overview", f"{_HERE}.overview", "OverviewSection"),
    ("contract", f"{_HERE}.contract", "ContractSection"),
    ("activation", f"{_HERE}.activation", "ActivationSection"),
    ("people", f"{_HERE}.people", "PeopleSection"),
    ("fees", f"{_HERE}.fees", "FeesSection"),
    ("invoices", f"{_HERE}.invoices", "InvoicesSection"),
    ("money", f"{_HERE}.money", "MoneySection"),
    ("levels", f"{_HERE}.levels", "LevelsSection"),
    ("changes", f"{_HERE}.changes", "ChangesSection"),
    ("closing", f"{_HERE}.closing", "ClosingSection"),
)
"""Key, module and class, in the order of the list."""


class Section(Protocol):
    """What every part of a contract answers to."""

    def show_contract(self, view: ContractView) -> None:
        """Show the contract as it is now."""

    def on_changed(self, changes: Changes) -> None:
        """Something changed; the contract itself is shown again by the page."""


def section_keys() -> tuple[str, ...]:
    """The sections that are there."""
    return tuple(key for key, module, _kind in SECTIONS if find_spec(module) is not None)


def make_section(key: str, desk: Desk) -> QWidget:
    """Make a section."""
    module, kind = next((module, kind) for other, module, kind in SECTIONS if other == key)
    return cast("QWidget", getattr(import_module(module), kind)(desk))
