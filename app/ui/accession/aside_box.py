# SPDX-License-Identifier: EUPL-1.2
"""Sending though a check says no: which checks are set aside, and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.domain.coherence import Finding, blocks
from app.text import _
from app.text.finding_words import finding_words
from app.ui.accession.entries import line
from app.ui.accession.place import Place
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.expander import Expander
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView


class AsideBox(QWidget):
    """Nothing is ticked by itself; the reason is kept with the step and printed with it."""

    def __init__(self, place: Place, changed: Callable[[], object]) -> None:
        super().__init__()
        self._drafts, self._of = place.drafts, place.of("aside")
        self._changed = changed
        self._shown: tuple[Finding, ...] = ()
        self.ticks: dict[str, QCheckBox] = {}
        self.expander = Expander(_("Invia lo stesso, con un motivo…"))
        self.reason = line(_("Perché si invia lo stesso (obbligatorio)"))
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(unit(2))
        told = _("Un controllo messo da parte resta scritto nella ricevuta, con il motivo.")
        self.expander.body.addWidget(Label(told, "small", wraps=True))
        self.expander.body.addLayout(self._ticks)
        self.expander.body.addWidget(self.reason.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.expander)
        self.reason.show(self._typed().get("reason", ""))
        self.reason.field.field.textEdited.connect(self._note)  # type: ignore[attr-defined] # `line` makes a QLineEdit

    @property
    def codes(self) -> tuple[str, ...]:
        """The checks that are set aside."""
        return tuple(code for code, tick in self.ticks.items() if tick.isChecked())

    def reason_typed(self) -> str:
        """Why."""
        return self.reason.text

    def show_view(self, view: AccessionView) -> None:
        """Offer each check that stops the sending."""
        found = blocks(view.findings)
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        wanted = set(self._typed().get("codes", "").split())
        empty_layout(self._ticks)
        self.ticks = {}
        for finding in found:
            if finding.code in self.ticks:
                continue
            words = finding_words(finding.code, finding.params).text
            tick = QCheckBox(_("Metti da parte"))
            tick.setAccessibleName(_("Metti da parte: {what}").format(what=words))
            tick.setChecked(finding.code in wanted)
            tick.clicked.connect(lambda _checked: self._note())
            self.ticks[finding.code] = tick
            self._ticks.addWidget(Label(words, wraps=True))
            self._ticks.addWidget(tick)

    def blame(self, told: str) -> None:
        """Say beside the reason that it is missing."""
        self.expander.open()
        self.reason.field.set_error(told)
        self.reason.field.field.setFocus()

    def _typed(self) -> dict[str, str]:
        return self._drafts.get(self._of, {})

    def _note(self, _text: str = "") -> None:
        self.reason.field.set_error("")
        typed = {"reason": self.reason.text, "codes": " ".join(self.codes)}
        if any(typed.values()):
            self._drafts[self._of] = typed
        else:
            self._drafts.pop(self._of, None)
        self._changed()
