# SPDX-License-Identifier: EUPL-1.2
"""Which instalments an invoice pays: what was said, what is proposed with its reason, and choosing by hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.invoices import InvoiceState
from app.text import _, money, ngettext
from app.text.invoice_words import reason_words
from app.ui.invoices.words import instalment_words
from app.ui.theme import unit
from app.ui.widgets.label import Label
from app.ui.widgets.link import LongLink

if TYPE_CHECKING:
    from app.actions.invoice_views import InvoiceView, MatchedInstalment
    from app.domain.fees import Instalment
    from app.domain.invoice_matching import Proposal

_MOST = 3  # proposals in sight: the likeliest come first


class MatchingBox(QWidget):
    """`confirmed` carries the proposals meant together, `released` the number of a match."""

    confirmed = Signal(object)
    released = Signal(int)
    choosing = Signal()

    def __init__(self, view: InvoiceView) -> None:
        super().__init__()
        self._view = view
        self.proposals: list[LongLink] = []
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(unit(4))
        for matched in view.matches:
            self._add_match(matched)
        offered = () if _is_over(view) else view.proposals
        groups = [list(group) for _number, group in groupby(offered, lambda one: one.group)]
        for group in groups[:_MOST]:
            self._add_proposal(group)
        if not view.matches and not groups:
            self.body.addWidget(Label(self._nothing(), "muted", wraps=True))
        if view.instalments:
            self.body.addWidget(LongLink(_("Scegli una rata…"), self.choosing.emit))

    def _add_match(self, matched: MatchedInstalment) -> None:
        name = instalment_words(matched.instalment) if matched.instalment else _("una rata che non c'è più")
        told = _("Paga {amount} della {instalment}").format(amount=money(matched.match.amount), instalment=name)
        self.body.addWidget(Label(told, "good", wraps=True))
        why = reason_words(matched.match.reason)
        if why:
            self.body.addWidget(Label(_("Perché: {reason}").format(reason=why), "small", wraps=True))
        undo = LongLink(_("Togli l'abbinamento"), partial(self.released.emit, matched.match.id))
        undo.setAccessibleName(_("Togli l'abbinamento: {instalment}").format(instalment=name))
        self.body.addWidget(undo)

    def _add_proposal(self, group: Sequence[Proposal]) -> None:
        found = [(one, self._instalment(one)) for one in group]
        names = _(" e ").join(f"{instalment.number}/{instalment.year}" for _one, instalment in found if instalment)
        reasons = reason_words(" ".join(dict.fromkeys(reason for one in group for reason in one.reasons)))
        told = ngettext("Abbina alla rata {names} ({reasons})", "Abbina alle rate {names} ({reasons})", len(group))
        link = LongLink(told.format(names=names, reasons=reasons), partial(self.confirmed.emit, tuple(group)))
        self.proposals.append(link)
        self.body.addWidget(link)
        for one, instalment in found:
            if instalment is not None:
                words = f"{instalment.title}, {instalment_words(instalment)}: {money(one.amount)}"
                self.body.addWidget(Label(words, "small", wraps=True))

    def _instalment(self, one: Proposal) -> Instalment | None:
        known = (found for found in self._view.instalments if found.fee_id == one.fee_id)
        return next((found for found in known if found.starts_on == one.period_on), None)

    def _nothing(self) -> str:
        if self._view.contract is None:
            return _("Le rate si propongono quando si sa di quale contratto è.")
        if not self._view.instalments:
            return _("Il contratto non ha ancora un canone con le sue rate.")
        if self._view.invoice.state is InvoiceState.PAID:
            return _(
                "È pagata e non è abbinata a nessuna rata. Se ne paga una, sceglila: intanto risulta da fatturare."
            )
        if self._view.invoice.state is InvoiceState.REFUSED:
            return _("È rifiutata: non paga nessuna rata.")
        return _("Nessuna rata somiglia a questa fattura.")


def _is_over(view: InvoiceView) -> bool:
    """Nothing is proposed any more; choosing by hand stays for what was forgotten."""
    return view.invoice.state in (InvoiceState.PAID, InvoiceState.REFUSED)
