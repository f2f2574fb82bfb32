# SPDX-License-Identifier: EUPL-1.2
"""The money of all projects: what was granted, what of it was paid, what is to come, what was given up."""

from __future__ import annotations

from app.domain.funding import FundingTotals
from app.text import _, money, ngettext
from app.ui.widgets.figures import Figure, FigureStrip
from app.ui.widgets.money_bar import MoneyBar, Part


class FundingFigures(FigureStrip):
    """Figures with the bar that shows the same."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = MoneyBar()
        self.set_side(self.bar)

    def show_totals(self, totals: FundingTotals) -> None:
        """Show the sums of all projects, whatever the filter."""
        self.set_figures(_figures(totals))
        parts = (
            Part(_("erogati"), float(totals.paid), "good"),
            Part(_("da erogare"), float(totals.outstanding), "warning"),
            Part(_("in rinuncia"), float(totals.pending), "bad"),
        )
        self.bar.set_parts(parts, caption(totals))


def _figures(totals: FundingTotals) -> list[Figure]:
    figures = [
        Figure(_("Concessi"), money(totals.awarded), hint=_("Con decreto e non rinunciati, erogati o no.")),
        Figure(_("Erogati"), money(totals.paid), "good", _("Già pagati al comune.")),
        Figure(_("Da erogare"), money(totals.outstanding), "warning", _("Concessi e non ancora pagati.")),
    ]
    if totals.pending_count:
        hint = _("Concessi, con una rinuncia chiesta e non ancora decretata: dedotto dalle date dei dati aperti.")
        figures.append(Figure(_("In rinuncia"), money(totals.pending), "bad", hint))
    figures.append(
        Figure(_("Rinunciati"), money(totals.renounced), hint=_("Rinuncia decretata: non contano nei concessi."))
    )
    return figures


def caption(totals: FundingTotals) -> str:
    """The bar in words: how much of what was granted is paid, and how many projects each part is."""
    if not totals.awarded:
        return _("Nessun importo concesso.")
    open_count = totals.granted_count - totals.pending_count
    parts = [
        ngettext("{count} erogato", "{count} erogati", totals.paid_count).format(count=totals.paid_count),
        _("{count} da erogare").format(count=open_count),
    ]
    if totals.pending_count:
        parts.append(_("{count} in rinuncia").format(count=totals.pending_count))
    count = totals.granted_count + totals.paid_count
    granted = ngettext("{count} progetto concesso", "{count} progetti concessi", count).format(count=count)
    share = _("Erogato il {share} % dei concessi").format(share=int(totals.paid * 100 / totals.awarded))
    return f"{share} · {granted}: {', '.join(parts)}"
