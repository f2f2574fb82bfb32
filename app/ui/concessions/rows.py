# SPDX-License-Identifier: EUPL-1.2
"""One list of contracts and of concessions: what each row says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.contract_states import COMING, GROUPS, group_of
from app.text import _, amount, day, money, ngettext
from app.text.concession_labels import concession_kind_label, concession_state_label, contract_state_label
from app.ui.contract.words import contract_tone, warning_tone

if TYPE_CHECKING:
    from app.actions.contracts import ContractRow
    from app.domain.concessions import Concession
    from app.store import Store

CHIPS = ("all", *GROUPS, "concessions")


@dataclass(frozen=True, slots=True)
class Row:
    """A contract, or a concession; one of the two."""

    contract: ContractRow | None = None
    concession: Concession | None = None

    @property
    def key(self) -> str:
        """`3` for a contract, `c3` for a concession."""
        if self.contract is not None:
            return str(self.contract.contract.id)
        return f"c{self.concession.id}" if self.concession is not None else ""

    @property
    def title(self) -> str:
        """Its name."""
        if self.contract is not None:
            return self.contract.contract.title
        return self.concession.title if self.concession is not None else ""

    @property
    def group(self) -> str:
        """The chip that it stands under."""
        return group_of(self.contract.contract.state) if self.contract is not None else "concessions"

    @property
    def state(self) -> str:
        """Its state in words."""
        if self.contract is not None:
            return contract_state_label(self.contract.contract.state.value)
        return concession_state_label(self.concession.state) if self.concession is not None else ""

    @property
    def tone(self) -> str:
        """The tone of its state."""
        if self.contract is not None:
            return contract_tone(self.contract.contract.state)
        return "good" if self.concession is not None and self.concession.state == "IN_ESEC" else "neutral"

    @property
    def kind(self) -> str:
        """Who delivers it, or what kind of concession it is."""
        if self.contract is not None:
            return self.contract.contract.supplier
        return concession_kind_label(self.concession.kind) if self.concession is not None else ""

    @property
    def ends_on(self) -> date | None:
        """The day on which it ends: of a contract the earliest of its three clocks."""
        if self.contract is not None:
            return self.contract.effective_end.on if self.contract.effective_end else None
        return self.concession.ends_on if self.concession is not None else None

    @property
    def fee(self) -> Decimal | None:
        """What the running year costs, gross; None where it is not known."""
        return self.contract.year_fee if self.contract is not None else None

    @property
    def warnings(self) -> int:
        """How many things do not fit."""
        return len(self.contract.warnings) if self.contract is not None else 0

    @property
    def warning_tone(self) -> str:
        """Whether something is wrong already."""
        if self.contract is None or not self.contract.warnings:
            return ""
        return "bad" if any(warning_tone(one) == "bad" for one in self.contract.warnings) else "warning"


def read_rows(store: Store) -> list[Row]:
    """What is on its way first, then what runs, by the day on which it ends; the concessions last."""
    from app.actions.concessions import list_concessions
    from app.actions.contracts import survey_contracts

    contracts = [Row(contract=one) for one in survey_contracts(store)]
    contracts.sort(key=lambda row: (GROUPS.index(row.group), row.ends_on or date.max, row.title.casefold()))
    return [*contracts, *(Row(concession=one) for one in list_concessions(store))]


def end_words(row: Row) -> str:
    """Its last day, or that nobody typed it."""
    return day(row.ends_on) if row.ends_on else _("da inserire")


def fee_words(row: Row) -> str:
    """What the year costs; a figure that nobody typed is said so, and is never nothing."""
    if row.contract is None or (row.fee is None and row.group == "over"):
        return ""
    return amount(row.fee) if row.fee is not None else _("da inserire")


def warning_words(row: Row) -> str:
    """`2 avvisi`."""
    count = row.warnings
    return ngettext("{count} avviso", "{count} avvisi", count).format(count=count) if count else ""


def fee_total(rows: list[Row]) -> str:
    """What the rows cost in the year, as far as it is known; nothing where it is known of none."""
    known = [row.fee for row in rows if row.fee is not None]
    return money(sum(known, Decimal(0))) if known else ""


def total_words(rows: list[Row], year: int) -> str:
    """What runs, what is on its way, what it costs this year, what does not fit."""
    contracts = [row.contract for row in rows if row.contract is not None]
    running = sum(group_of(one.contract.state) == "running" for one in contracts)
    coming = sum(one.contract.state in COMING for one in contracts)
    cost = fee_total(rows)
    warned = sum(bool(one.warnings) for one in contracts)
    parts = [
        ngettext("{count} attivo", "{count} attivi", running).format(count=running),
        _("{count} in attivazione").format(count=coming) if coming else "",
        _("canoni {year}: {amount}").format(year=year, amount=cost) if cost else "",
        _("{count} con avvisi").format(count=warned) if warned else "",
    ]
    return " · ".join(part for part in parts if part)
