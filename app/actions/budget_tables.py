# SPDX-License-Identifier: EUPL-1.2
"""The money of the contracts as a list for the office that keeps the accounts."""

from app.actions.budget import AHEAD, MoneyView, show_budget
from app.actions.tables import Row, Table, saying
from app.domain.budget import YearMoney
from app.store import Store
from app.text import _
from app.text.budget_words import plan_source
from app.text.concession_labels import spending_label


def budget_table(store: Store, year: int | None = None, ahead: int = AHEAD) -> Table:
    """One row for each year, chapter and contract, from a financial year (None: the present one) to those ahead."""
    keys = (
        *("year", "chapter", "spending", "name", "supplier", "cig", "cup", "planned", "planned_from", "committed"),
        *("commitments", "invoiced", "deducted", "paid", "left"),
    )
    headers = (
        *(_("Esercizio"), _("Capitolo"), _("Tipo di spesa"), _("Contratto o concessione"), _("Fornitore"), _("CIG")),
        *(_("CUP"), _("Previsto"), _("Da dove viene il previsto"), _("Impegnato"), _("Impegni"), _("Fatturato")),
        *(_("Penali detratte"), _("Pagato"), _("Residuo")),
    )
    view = show_budget(store, year, ahead)
    found = [(part, money) for money in view.money for part in money.years if part.year in view.years]
    found.sort(key=lambda pair: (*pair[0].heading, pair[1].title))
    rows = tuple(_row(part, money) for part, money in found)
    title = _("Spesa {first}-{last}").format(first=view.years[0], last=view.years[-1])
    return Table(title, keys, headers, rows, saying(keys, spending=spending_label, planned_from=plan_source))


def _row(part: YearMoney, money: MoneyView) -> Row:
    return (
        *(part.year, part.chapter, part.spending, money.title, money.supplier, money.cig, money.cup),
        *(part.planned, part.planned_from, part.committed, "; ".join(part.commitments)),
        *(part.invoiced, part.deducted, part.paid, part.left),
    )
