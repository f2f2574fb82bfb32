# SPDX-License-Identifier: EUPL-1.2
"""The card: the year in figures and a bar, the years ahead, the contracts behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from app.domain.budget import YearMoney, is_uncommitted
from app.text import _, ngettext
from app.text.budget_words import bar_words, known_money, plan_words
from app.ui.budget.rows import BudgetRow, page_of
from app.ui.widgets.button import button
from app.ui.widgets.card import Card
from app.ui.widgets.year_money import YearMoneyBox

if TYPE_CHECKING:
    from app.actions.budget import MoneyView


class BudgetCard(Card):
    """Built anew for each row; wishes carry the page and key, or the money of one contract."""

    wanted = Signal(str, str)
    payment_wanted = Signal(object)  # MoneyView

    def __init__(self) -> None:
        super().__init__(_("Voce scelta"))
        self.pay_button: QPushButton | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """No row is chosen."""
        self.show_empty(_("Scegli una voce"), _("Qui vedi da che cosa è fatta e gli anni che seguono."), "euro")

    def show_row(self, row: BudgetRow) -> None:
        """Everything about a chapter or a contract."""
        self.clear()
        now = row.now
        self.set_title(row.name, row.detail)
        self.add_heading(_("Esercizio {year}").format(year=now.year))
        box = YearMoneyBox(is_short=True)
        box.show_money(now)
        self.add_widget(box)
        self.add_text(plan_words(now), muted=True)
        if now.commitments:
            self.add_row(_("Impegni"), ", ".join(now.commitments))
        self._add_doubt(now)
        self._add_ahead(row.by_year[1:])
        if len(row.money) > 1:
            self._add_contracts(row)
        self._add_foot(row)

    def _add_doubt(self, now: YearMoney) -> None:
        if now.is_over:
            words = _("Fatture o pagamenti superano ciò che è stato impegnato o previsto.")
            self.add_callout(_("Si va oltre"), words, "bad")
        elif is_uncommitted(now):
            words = _("La spesa di un esercizio va impegnata (art. 183 TUEL).")
            self.add_callout(_("Senza impegno"), words, "warning")

    def _add_ahead(self, years: tuple[YearMoney, ...]) -> None:
        if not years:
            return
        self.add_heading(_("Gli anni che seguono"))
        for one in years:
            told = _("previsti {planned}, impegnati {committed}")
            words = told.format(planned=known_money(one.planned), committed=known_money(one.committed))
            self.add_row(str(one.year), words, tone="warning" if is_uncommitted(one) else "")

    def _add_contracts(self, row: BudgetRow) -> None:
        self.add_heading(_("Contratti e concessioni"))
        for one in row.money:
            place = page_of(one)
            self.add_link(one.title, lambda place=place: self.wanted.emit(*place))  # type: ignore[misc] # the loop's own
            total = one.total(row.now.year)
            self.add_text(bar_words(total), muted=True)

    def _add_foot(self, row: BudgetRow) -> None:
        self.pay_button = None
        if len(row.money) == 1:
            one: MoneyView = row.money[0]
            self.add_link(_("Apri: {title}").format(title=one.title), lambda: self.wanted.emit(*page_of(one)))
            self.pay_button = button(_("Registra un pagamento…"), lambda: self.payment_wanted.emit(one), icon="plus")
            self.set_footer(one.supplier, self.pay_button)
            return
        told = ngettext("{count} contratto", "{count} contratti", len(row.money)).format(count=len(row.money))
        self.set_footer(told)
