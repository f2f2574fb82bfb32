# SPDX-License-Identifier: EUPL-1.2
"""The checks before a request leaves: what does not fit, why, and the way to the field that mends it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.coherence import Finding, Severity
from app.text import _, ngettext
from app.text.finding_words import finding_words
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.expander import Expander
from app.ui.widgets.label import Label
from app.ui.widgets.link import LongLink
from app.ui.widgets.panel import rule
from app.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView


class ChecksPanel(QFrame):
    """Those that stop the sending come first; built anew only where something changed."""

    def __init__(self, go: Callable[[str, str], object]) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._go = go
        self._shown: tuple[Finding, ...] | None = None
        self.links: list[LongLink] = []
        self.summary = Label("", "muted", wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(unit(6))
        self._lay_out()

    def show_view(self, view: AccessionView) -> None:
        """Show what was found."""
        self.summary.setText(summary_words(view.findings))
        if view.findings == self._shown:
            return
        self._shown = view.findings
        self.links = []
        empty_layout(self._rows)
        for finding in sorted(view.findings, key=lambda one: one.severity is not Severity.BLOCK):
            self._add(view, finding)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to mend."""
        if self.links:
            self.links[0].setFocus()

    def _add(self, view: AccessionView, finding: Finding) -> None:
        words = finding_words(finding.code, finding.params)
        is_block = finding.severity is Severity.BLOCK
        self._rows.addWidget(rule())
        head = QHBoxLayout()
        head.setSpacing(unit(10))
        link = LongLink(words.text, partial(self._go, finding.item_key, finding.field))
        self.links.append(link)
        head.addWidget(link, 1)
        pill = Pill(_("Da sistemare"), "bad", icon_name="warning") if is_block else Pill(_("Attenzione"), "warning")
        head.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(head)
        why = Expander(_("Perché?"))
        why.head.setAccessibleName(_("Perché? {what}").format(what=words.text))
        why.body.addWidget(Label(words.why, wraps=True))
        self._rows.addWidget(why)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        body = QVBoxLayout(inside)
        body.setContentsMargins(unit(18), unit(14), unit(18), unit(16))
        body.setSpacing(unit(6))
        body.addWidget(Label(_("Controlli prima dell'invio"), "heading", wraps=True))
        body.addWidget(self.summary)
        body.addLayout(self._rows)
        body.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(_("Controlli prima dell'invio"))
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(area)


def summary_words(findings: tuple[Finding, ...]) -> str:
    """`3 fermano l'invio, 2 avvisi`."""
    if not findings:
        return _("Tutto torna: niente ferma l'invio.")
    stops = sum(finding.severity is Severity.BLOCK for finding in findings)
    told = len(findings) - stops
    parts = []
    if stops:
        parts.append(ngettext("{count} ferma l'invio", "{count} fermano l'invio", stops).format(count=stops))
    if told:
        parts.append(ngettext("{count} avviso", "{count} avvisi", told).format(count=told))
    return ", ".join(parts)
