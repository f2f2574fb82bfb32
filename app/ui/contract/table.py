# SPDX-License-Identifier: EUPL-1.2
"""The parts of a contract, each with what it says in a few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.contract_warnings import ContractWarning
from app.text import _, ngettext
from app.text.concession_labels import contract_state_label
from app.ui.contract.sections import section_keys
from app.ui.contract.told import fees_told, invoices_told, levels_told, money_told
from app.ui.contract.words import contract_tone, section_title, term_words, warning_tone
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.actions.contract_summary import ContractSummary
    from app.actions.contracts import ContractView


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A part of the contract."""

    key: str
    title: str
    told: str = ""
    tone: str = ""


def sections_table(name: str = "") -> DataTable:
    """The parts in the order in which a contract lives; `name` says of what else they are."""
    columns = [
        Column("title", _("Parte"), lambda row: row.title, stretch=True, width=130),
        Column("told", _("Com'è"), lambda row: row.told, tone=lambda row: row.tone, tooltip=lambda row: row.told),
    ]
    return DataTable(columns, name=name or _("Parti del contratto"), identity=lambda row: row.key)


def section_rows(view: ContractView) -> list[SectionRow]:
    """What each part says."""
    told = {
        "overview": _overview(view.warnings, len(view.gaps)),
        "contract": (term_words(view.contract.starts_on, view.contract.ends_on), ""),
        "activation": (contract_state_label(view.contract.state.value), contract_tone(view.contract.state)),
        "people": (people_words(len(view.contacts), len(view.guarantees)), ""),
        "changes": (changes_words(len(view.changes)), ""),
        "closing": _closing(view),
        **_summary(view.summary),
    }
    return [SectionRow(key, section_title(key), *told.get(key, ("", ""))) for key in section_keys()]


def people_words(people: int, guarantees: int) -> str:
    """`2 persone, 1 garanzia`."""
    parts = (
        ngettext("{count} persona", "{count} persone", people).format(count=people) if people else "",
        ngettext("{count} garanzia", "{count} garanzie", guarantees).format(count=guarantees) if guarantees else "",
    )
    return ", ".join(part for part in parts if part) or _("da inserire")


def changes_words(count: int) -> str:
    """`2 modifiche`."""
    return ngettext("{count} modifica", "{count} modifiche", count).format(count=count) if count else _("nessuna")


def _overview(warnings: Sequence[ContractWarning], gaps: int) -> tuple[str, str]:
    """Nothing is said to be in order while something cannot be checked because it is missing."""
    count = len(warnings)
    parts = (
        ngettext("{count} avviso", "{count} avvisi", count).format(count=count) if count else "",
        ngettext("{count} da inserire", "{count} da inserire", gaps).format(count=gaps) if gaps else "",
    )
    words = ", ".join(part for part in parts if part)
    if not words:
        return _("nessun avviso"), "good"
    return words, "bad" if any(warning_tone(one) == "bad" for one in warnings) else "warning"


def _summary(summary: ContractSummary | None) -> dict[str, tuple[str, str]]:
    if summary is None:
        return {}
    return {
        "fees": fees_told(summary),
        "invoices": invoices_told(summary),
        "money": money_told(summary.money),
        "levels": levels_told(summary),
    }


def _closing(view: ContractView) -> tuple[str, str]:
    if not view.closing:
        return _("non cominciata"), ""
    over = sum(bool(one.done_on or one.skipped_reason) for one in view.closing)
    return ngettext("{done} di {total} fatto", "{done} di {total} fatti", over).format(
        done=over, total=len(view.closing)
    ), ""
