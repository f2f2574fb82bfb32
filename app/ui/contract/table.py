# SPDX-License-Identifier: EUPL-1.2
"""The parts of a contract, each with what it says in a few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.text import _
from app.ui.contract.sections import section_keys
from app.ui.contract.words import section_title
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.actions.contracts import ContractView


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A part of the contract."""

    key: str
    title: str
    told: str = ""
    tone: str = ""


def sections_table() -> DataTable:
    """The parts in the order in which a contract lives."""
    columns = [
        Column("title", _("Parte"), lambda row: row.title, stretch=True, width=130),
        Column("told", _("Com'è"), lambda row: row.told, tone=lambda row: row.tone, tooltip=lambda row: row.told),
    ]
    return DataTable(columns, name=_("Parti del contratto"), identity=lambda row: row.key)


def section_rows(_view: ContractView) -> list[SectionRow]:
    """What each part says."""
    return [SectionRow(key, section_title(key)) for key in section_keys()]
