# SPDX-License-Identifier: EUPL-1.2
"""Writing what is planned and committed for a year and a chapter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.domain.concessions import SPENDINGS
from app.domain.dates import to_rome
from app.text import _
from app.text.concession_labels import spending_label
from app.ui.accession.entries import amount_line, choice, day_line, line, number_line, shown
from app.ui.contract.entry_dialog import EntryDialog
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.budget import MoneyView
    from app.domain.budget import YearMoney
    from app.domain.concessions import BudgetLine
    from app.ui.desk import Desk

_ROWS = (
    *(("year", "chapter", "spending"), ("planned", "committed"), ("commitment", "committed_on"), ("act",), ("note",)),
)


class BudgetLineDialog(EntryDialog):
    """A new line begins with the year, the chapter and the spending of `at`; `usual` stands before what is kept."""

    required = {"year": "budget.year_missing"}  # noqa: RUF012 - never changed

    def __init__(
        self,
        desk: Desk,
        view: MoneyView,
        parent: QWidget,
        kept: BudgetLine | None = None,
        at: YearMoney | None = None,
        *,
        usual: Mapping[str, str] | None = None,
    ) -> None:
        of = f"contract:{view.contract.id}" if view.contract else f"concession:{view.concession and view.concession.id}"
        draft = f"budget_line:{kept.id}:{kept.version}" if kept else f"budget_line:{of}"
        if usual:  # an offer of its own, not what was typed of the line before
            draft = f"{draft}:{usual.get('commitment', '')}"
        super().__init__(desk, parent, _("Correggi la riga di spesa") if kept else _("Nuova riga di spesa"), draft)
        self._view, self._kept = view, kept
        spendings = [("", _("Da chiedere")), *((key, spending_label(key)) for key in SPENDINGS)]
        self.entries = {
            "year": number_line(_("Esercizio (obbligatorio)")),
            "chapter": line(_("Capitolo")),
            "spending": choice(_("Tipo di spesa"), spendings),
            "planned": amount_line(_("Previsto, IVA compresa"), _("Vuoto: valgono le rate del canone.")),
            "committed": amount_line(_("Impegnato, IVA compresa")),
            "commitment": line(_("Impegno n.")),
            "committed_on": day_line(_("Data dell'impegno"), lambda: to_rome(desk.workspace.clock()).date()),
            "act": line(_("Determina")),
            "note": line(_("Nota")),
        }
        self.body.addWidget(Label(view.title, "strong", wraps=True))
        told = _("La quota al centro è un trasferimento; il canone al concessionario è un acquisto.")
        self.body.addWidget(Label(told, "muted", wraps=True))
        texts = {name: shown(getattr(kept, name)) for name in self.entries} if kept else _texts_at(view, at)
        self.show_fields(_ROWS, {**texts, **(usual or {})}, is_removable=kept is not None)
        self.show_foot()

    def send(self, values: dict[str, Any]) -> None:
        """Write the line down."""
        from app.actions.budget import add_budget_line, correct_budget_line

        view, kept = self._view, self._kept
        if kept is not None:
            words = _("Corretta la riga di spesa del {year}").format(year=values["year"])
            self.act(lambda store: correct_budget_line(store, kept.id, kept.version, **values), words)
            return
        contract_id = view.contract.id if view.contract is not None else None
        concession_id = view.concession.id if view.concession is not None else None
        words = _("Scritta la riga di spesa del {year}").format(year=values["year"])
        self.act(
            lambda store: add_budget_line(store, contract_id=contract_id, concession_id=concession_id, **values), words
        )

    def remove(self) -> None:
        """Take the line out; the toast brings it back."""
        from app.actions.budget import remove_budget_line

        kept = self._kept
        if kept is not None:
            told = _("Eliminata la riga di spesa del {year}").format(year=kept.year)
            self.act(lambda store: remove_budget_line(store, kept.id), told)


def _texts_at(view: MoneyView, at: YearMoney | None) -> dict[str, str]:
    contract = view.contract
    usual = {"chapter": contract.chapter, "spending": contract.spending} if contract else {}
    if at is None:
        return {"year": str(view.today.year), **usual}
    return {"year": str(at.year), "chapter": at.chapter, "spending": at.spending}
