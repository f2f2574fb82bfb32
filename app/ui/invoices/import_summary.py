# SPDX-License-Identifier: EUPL-1.2
"""What became of each file that was imported: added, known already, or refused with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.file_names import shown_name
from app.text import _, ngettext, sentence
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.expander import Expander
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.invoice_views import ImportOutcome
    from app.ui.desk import Desk

_MOST_NAMES = 200


class ImportSummary(QDialog):
    """Nothing to decide: what was added can be taken back here, in one step."""

    def __init__(self, outcome: ImportOutcome, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(_("Fatture importate"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.leave_button = button(
            _("Guarda le fatture") if outcome.added else _("Chiudi"), self.accept, role="primary"
        )
        self.undo_button = button(_("Annulla l'importazione"), self._undo, role="quiet", icon="undo")
        self.undo_button.setVisible(bool(outcome.added))
        self._lay_out(outcome)
        room = parent.size()
        self.resize(min(unit(720), room.width() - unit(48)), min(unit(560), room.height() - unit(48)))
        self.leave_button.setDefault(True)
        self.leave_button.setFocus()

    def _lay_out(self, outcome: ImportOutcome) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, unit(6), 0)
        body.setSpacing(unit(8))
        self._add_refused(body, outcome)
        self._add_known(body, outcome)
        self._add_added(body, outcome)
        body.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(10))
        buttons.addWidget(self.undo_button)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(10))
        layout.addWidget(Label(summary_words(outcome), "heading", wraps=True))
        layout.addWidget(Label(_("Ogni file aggiunto resta byte per byte com'è arrivato."), "muted", wraps=True))
        layout.addWidget(area, 1)
        layout.addLayout(buttons)

    def _add_refused(self, body: QVBoxLayout, outcome: ImportOutcome) -> None:
        if not outcome.refused:
            return
        count = len(outcome.refused)
        told = ngettext("{count} file rifiutato", "{count} file rifiutati", count).format(count=count)
        body.addWidget(Label(told, "section"))
        for one in outcome.refused[:_MOST_NAMES]:
            body.addWidget(Callout(shown_name(one.name), sentence(one.error), "warning"))

    def _add_known(self, body: QVBoxLayout, outcome: ImportOutcome) -> None:
        if not outcome.known:
            return
        count = len(outcome.known)
        told = ngettext("{count} file già in archivio", "{count} file già in archivio", count).format(count=count)
        body.addWidget(Label(told, "section"))
        for one in outcome.known[:_MOST_NAMES]:
            body.addWidget(Label(shown_name(one.name), wraps=True))

    def _add_added(self, body: QVBoxLayout, outcome: ImportOutcome) -> None:
        if not outcome.added:
            return
        count = len(outcome.added)
        told = ngettext("{count} file aggiunto", "{count} file aggiunti", count).format(count=count)
        listed = Expander(told)
        for one in outcome.added[:_MOST_NAMES]:
            listed.body.addWidget(Label(shown_name(one.name), wraps=True))
        body.addWidget(listed)

    def _undo(self) -> None:
        self._desk.window.undo()
        self.accept()


def summary_words(outcome: ImportOutcome) -> str:
    """`22 fatture aggiunte, 3 già in archivio, 5 rifiutate`."""
    added, known, refused = len(outcome.invoices), len(outcome.known), len(outcome.refused)
    parts = [
        ngettext("{count} fattura aggiunta", "{count} fatture aggiunte", added) if added else "",
        ngettext("{count} già in archivio", "{count} già in archivio", known) if known else "",
        ngettext("{count} file rifiutato", "{count} file rifiutati", refused) if refused else "",
    ]
    counts = (added, known, refused)
    told = [part.format(count=count) for part, count in zip(parts, counts, strict=True) if part]
    return ", ".join(told) or _("Nessuna fattura in questi file")
