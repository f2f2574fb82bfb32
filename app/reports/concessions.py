# SPDX-License-Identifier: EUPL-1.2
"""The list of contracts on paper: what runs, what it costs this year, when each ends and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable, Spacer

from app.actions.contracts import ContractRow, survey_contracts
from app.actions.municipality import show_office
from app.domain.contract_states import GROUPS, group_of
from app.domain.municipality import Office
from app.reports import page, style, words
from app.store import Store
from app.text import _, day, money, ngettext, speaking
from app.text.concession_labels import contract_group_label, contract_state_label, layer_label


@dataclass(frozen=True, slots=True)
class ConcessionsReport:
    """The contracts of one group, or all."""

    office: Office
    rows: tuple[ContractRow, ...]
    group: str  # a key of GROUPS, or "all"
    printed_at: datetime  # UTC

    @property
    def year_fee(self) -> Decimal:
        """What is due this year for the contracts whose fee is known."""
        return sum((row.year_fee for row in self.rows if row.year_fee is not None), Decimal("0.00"))

    @property
    def unknown(self) -> int:
        """The contracts of which it is not; those that are over owe nothing more."""
        return sum(row.year_fee is None and group_of(row.contract.state) != "over" for row in self.rows)


def gather(store: Store, group: str = "", *, now: datetime) -> ConcessionsReport:
    """Read what the screen shows."""
    wanted = group if group in GROUPS else "all"
    rows = [row for row in survey_contracts(store) if wanted in ("all", group_of(row.contract.state))]
    return ConcessionsReport(show_office(store), tuple(rows), wanted, now)


def concession_section(rows: Sequence[ContractRow]) -> list[Flowable]:
    """What runs, in short, for a print about more than it; nothing where nothing runs."""
    running = [row for row in rows if group_of(row.contract.state) != "over"]
    return style.section(_("Concessioni e contratti"), _table(running)) if running else []


def draw(report: ConcessionsReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_sheet(report), lambda: _story(report), target, language)


def _sheet(report: ConcessionsReport) -> page.Sheet:
    group = _("nessuno, tutti i contratti") if report.group == "all" else contract_group_label(report.group).lower()
    return page.Sheet(
        title=_("Concessioni"),
        comune=words.comune_name(report.office),
        subject=_("Contratti di servizio e loro termini"),
        printed_at=report.printed_at,
        is_example=report.office.is_example,
        notices=(_("Filtro: {filter}").format(filter=group),),
    )


def _story(report: ConcessionsReport) -> list[Flowable]:
    count = len(report.rows)
    told = [ngettext("{count} contratto", "{count} contratti", count).format(count=count)]
    if report.rows:
        told.append(_("dovuti quest'anno {amount}").format(amount=money(report.year_fee)))
    if report.unknown:
        unknown = ngettext("{count} canone da inserire", "{count} canoni da inserire", report.unknown)
        told.append(unknown.format(count=report.unknown))
    story: list[Flowable] = [
        style.text(_("Concessioni"), style.TITLE),
        Spacer(0, 6),
        style.text(" · ".join(told), style.LEAD),
        Spacer(0, 8),
    ]
    return [*story, _table(report.rows)] if report.rows else story


def _table(rows: Sequence[ContractRow]) -> Flowable:
    heads = (_("Contratto"), _("Stato"), _("Fine"), _("Canone dell'anno"), _("Prossima rata"))
    cells = [
        (
            "\n".join(part for part in (row.contract.title, row.contract.supplier) if part),
            contract_state_label(row.contract.state.value),
            _end(row),
            _fee(row),
            _next(row),
        )
        for row in rows
    ]
    return style.listing(heads, cells, style.spread((62, 28, 32, 30, 28)), (3,))


def _end(row: ContractRow) -> str:
    if row.effective_end is None:
        return _("da inserire")
    layers = ", ".join(layer_label(layer.value).lower() for layer in row.effective_end.layers)
    return f"{day(row.effective_end.on)}\n{layers}"


def _fee(row: ContractRow) -> str:
    if row.year_fee is not None:
        return money(row.year_fee)
    return "" if group_of(row.contract.state) == "over" else _("da inserire")


def _next(row: ContractRow) -> str:
    due = row.next_due
    if due is None:
        return ""
    return f"{day(due.due_on)}\n{money(due.gross) if due.gross is not None else _('da inserire')}"
