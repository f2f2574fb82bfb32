# SPDX-License-Identifier: EUPL-1.2
"""What does not fit in a contract: each with its reason, and a link to the field where it is put right."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.contract_warnings import ContractWarning
from app.text import _
from app.text.contract_words import warning_why, warning_words
from app.ui.contract.words import warning_place, warning_tone
from app.ui.theme import unit
from app.ui.widgets.callout import Callout
from app.ui.widgets.card import empty_layout


class WarningsBox(QWidget):
    """Built anew only when the warnings change, so that the keyboard stays where it is."""

    def __init__(self, go: Callable[[str, str], object]) -> None:
        super().__init__()
        self._go = go
        self._shown: tuple[ContractWarning, ...] | None = None
        self.callouts: list[Callout] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(unit(6))

    def show_warnings(self, warnings: Iterable[ContractWarning]) -> None:
        """Show these, what is wrong already first."""
        wanted = tuple(sorted(warnings, key=lambda one: warning_tone(one) != "bad"))
        if wanted == self._shown:
            return
        self._shown = wanted
        empty_layout(self._body)
        self.callouts = [self._callout(one) for one in wanted]
        for callout in self.callouts:
            self._body.addWidget(callout)
        self.setVisible(bool(wanted))

    def focus(self) -> bool:
        """Put the keyboard on the first way to a field."""
        links = [callout.link for callout in self.callouts if callout.link is not None]
        if links:
            links[0].setFocus()
        return bool(links)

    def _callout(self, warning: ContractWarning) -> Callout:
        text, why = warning_words(warning.code, warning.params), warning_why(warning.code)
        section, field = warning_place(warning)
        return Callout(text, why, warning_tone(warning), _("Vai al campo"), lambda: self._go(section, field))
