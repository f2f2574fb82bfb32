# SPDX-License-Identifier: EUPL-1.2
"""The comune that was chosen, as the official list has it, and the button that goes on with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.text import _
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label
from app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from app.domain.municipality import Municipality


class ChoicePanel(Panel):
    """`go` can be pressed only while a comune is chosen."""

    def __init__(self, on_go: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._chosen: Municipality | None = None
        self.name = Label("", "heading", wraps=True)
        self.place = Label("", wraps=True)
        self.codes = Label("", "muted", wraps=True)
        self.source = Label("", "small", wraps=True)
        self.go = button(_("Continua"), on_go, role="primary")
        self.go.setAutoDefault(True)  # Enter presses it
        self.busy = Label("", "muted", wraps=True)
        self.busy.hide()
        for label in (self.name, self.place, self.codes, self.source):
            self.add(label)
        self.body.addSpacing(unit(4))
        self.add(self.busy)
        self.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignRight)
        self.show_choice(None)

    def show_choice(self, chosen: Municipality | None) -> None:
        """Show the comune, or that none is chosen."""
        self._chosen = chosen
        self.go.setEnabled(chosen is not None)
        for label in (self.codes, self.source):
            label.setVisible(chosen is not None)
        if chosen is None:
            self.name.setText(_("Nessun comune scelto"))
            self.place.setText(_("Cercalo e sceglilo dall'elenco, poi premi Continua."))
            return
        self.name.setText(_("Comune di {name}").format(name=chosen.name))
        where = _("provincia di {province} ({sigla}), {region}")
        self.place.setText(where.format(province=chosen.province_name, sigla=chosen.province, region=chosen.region))
        self.codes.setText(
            _("ISTAT {istat} · catastale {belfiore}").format(istat=chosen.istat or "–", belfiore=chosen.belfiore)
        )

    def set_source(self, text: str) -> None:
        """Where the list of comuni comes from, and of which day it is."""
        self.source.setText(text)

    def be_busy(self, told: str) -> None:
        """Say that the store is being made, or that it no longer is."""
        self.busy.setText(told)
        self.busy.setVisible(bool(told))
        self.go.setEnabled(not told and self._chosen is not None)
