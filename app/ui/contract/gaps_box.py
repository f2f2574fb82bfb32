# SPDX-License-Identifier: EUPL-1.2
"""What a contract cannot be without and nobody has typed yet, in one list; each leads to where it is typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.text import _
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link


class GapsBox(QWidget):
    """Built anew only when the list changes, so that the keyboard stays where it is."""

    def __init__(self, go: Callable[[str, str], object]) -> None:
        super().__init__()
        self._go = go
        self._shown: tuple[str, ...] = ()
        self.links: dict[str, Link] = {}
        places = QWidget()
        self._places = FlowLayout(places, spacing=unit(12))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        places.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(2))
        layout.addWidget(Label(_("Ancora da inserire:"), "warning", wraps=True))
        layout.addWidget(places)
        self.hide()

    def show_gaps(self, gaps: tuple[str, ...]) -> None:
        """Show these, in their order."""
        if gaps == self._shown:
            return
        self._shown = gaps
        empty_layout(self._places)
        self.links = {gap: Link(gap_label(gap), partial(self._go, *_place(gap))) for gap in gaps}
        for link in self.links.values():
            self._places.addWidget(link)
        self.setVisible(bool(gaps))


def gap_label(gap: str) -> str:
    """What is missing, in the words of its field."""
    labels = {
        "supplier": _("Fornitore"),
        "supplier_vat": _("Partita IVA del fornitore"),
        "starts_on": _("Comincia il"),
        "ends_on": _("Finisce il"),
        "cig": _("CIG derivato"),
        "fee": _("Canone"),
        "vat": _("Aliquota IVA del canone"),
    }
    return labels[gap]


def _place(gap: str) -> tuple[str, str]:
    """The part and the field where it is typed."""
    return ("fees", "fee") if gap in ("fee", "vat") else ("contract", gap)
