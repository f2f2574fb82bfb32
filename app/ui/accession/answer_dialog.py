# SPDX-License-Identifier: EUPL-1.2
"""The answer of a centre before it is applied: what it says, what it changes, whose key signed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.errors import CampanileError
from app.text import _, day, sentence, weekday
from app.text.accession_labels import state_label, step_label
from app.text.distance import days_away
from app.text.exchange_words import outcome_label, service_answer_words
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.card import Card
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.answers import AnswerPreview

_TONES = {"accepted": "good", "countersigned": "good", "registered": "info", "additions": "warning"}


class AnswerDialog(QDialog):
    """`wanted` gives the fingerprint that the clerk compared, or nothing where the key is known."""

    wanted = Signal(str)

    def __init__(self, preview: AnswerPreview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Ricevi risposta"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview = preview
        self._is_writing = False
        self.compared = QCheckBox(_("L'ho confrontata con il centro: è la stessa"))
        self.fingerprint = Label(preview.key.fingerprint, "mono", wraps=True)
        self.trouble = Callout("", tone="bad")
        self.trouble.hide()
        self.apply_button = button(_("Applica la risposta"), self._on_wanted, role="primary", icon="check")
        self.leave_button = button(_("Lascia stare"), self.reject)
        self._lay_out()
        room = parent.size()
        self.resize(min(unit(760), room.width() - unit(48)), min(unit(620), room.height() - unit(48)))
        self.compared.toggled.connect(lambda _checked: self._show_state())
        self._show_state()
        self.apply_button.setDefault(True)
        if preview.lacks_term:
            self.leave_button.setFocus()
        else:
            (self.apply_button if preview.is_key_known else self.compared).setFocus()

    def show_trouble(self, error: CampanileError) -> None:
        """It was refused: say why; nothing has changed."""
        self._is_writing = False
        self.trouble.show_words(_("La risposta non è stata applicata"), sentence(error), "bad")
        self.trouble.show()
        self._show_state()

    def reject(self) -> None:
        """Leave all as it is; not while it is being written."""
        if not self._is_writing:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, else the one that applies."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, unit(6), 0)
        body.setSpacing(unit(10))
        self._add_key(body)
        if self._preview.lacks_term:
            self._add_lacking_term(body)
        body.addWidget(self._card(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(10))
        buttons.addWidget(Label(_("Nulla è ancora scritto."), "small", wraps=True), 1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.apply_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(10))
        told = _("{centre}: {outcome}")
        words = told.format(
            centre=self._preview.accession.centre_name, outcome=outcome_label(self._preview.answer.outcome)
        )
        layout.addWidget(Label(words, "heading", wraps=True))
        layout.addWidget(area, 1)
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)

    def _add_key(self, body: QVBoxLayout) -> None:
        if self._preview.is_key_known:
            body.addWidget(Callout(_("Firmata con la chiave del centro che conosci già"), tone="good"))
            return
        told = _("Chiama il centro a un numero che conosci e confronta queste cifre, una per una.")
        body.addWidget(Callout(_("La chiave che ha firmato non è ancora conosciuta"), told, "warning"))
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body.addWidget(self.fingerprint)
        body.addWidget(self.compared, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_lacking_term(self, body: QVBoxLayout) -> None:
        told = _(
            "La risposta non le dice e la pratica non le ha ancora. Lascia stare, copiale dalla convenzione "
            "nella riga «Controfirma e inizio», poi ricevi di nuovo la risposta."
        )
        body.addWidget(Callout(_("Prima servono le date di inizio e fine dell'adesione"), told, "warning"))

    def _card(self) -> Card:
        preview, answer = self._preview, self._preview.answer
        card = Card(_("Che cosa cambia"))
        card.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card.setMinimumHeight(unit(260))
        tone = _TONES.get(answer.outcome, "bad")
        card.add_pill_row(_("Ora"), state_label(preview.before.value))
        card.add_pill_row(_("Poi"), state_label(preview.after.value), tone)
        card.add_row(_("Passi"), "\n".join(step_label(step.value) for step in preview.steps))
        card.add_row(_("Data"), day(answer.on))
        card.add_row(_("Protocollo"), _("n. {number}").format(number=answer.protocol.number))
        if answer.text:
            card.add_row(_("Scrive"), answer.text)
        if answer.answer_by and preview.days_left is not None:
            when = f"{weekday(answer.answer_by)} {day(answer.answer_by)}, {days_away(preview.days_left)}"
            card.add_row(_("Rispondere entro"), when)
        self._add_services(card)
        return card

    def _add_services(self, card: Card) -> None:
        preview, answer = self._preview, self._preview.answer
        if answer.services:
            card.add_heading(_("Servizi"))
            for service in answer.services:
                standing = preview.service_standing(service.code)
                said = service_answer_words(*standing)
                told = f"{said}. {service.note}" if service.note else said
                tone = "good" if standing[-1] == "accepted" else "bad"
                card.add_row(preview.service_names[service.code], told, tone=tone)
        if answer.agreement:
            starts_on, ends_on = preview.new_term
            card.add_heading(_("La convenzione"))
            card.add_row(_("Inizio"), day(starts_on))
            card.add_row(_("Fine"), day(ends_on))
        if answer.documents:
            card.add_heading(_("Documenti"))
            for document in answer.documents:
                card.add_text(document.title)

    def _show_state(self) -> None:
        is_known = self._preview.is_key_known or self.compared.isChecked()
        is_ready = is_known and not self._preview.lacks_term
        self.apply_button.setEnabled(is_ready and not self._is_writing)

    def _on_wanted(self) -> None:
        self._is_writing = True
        self.trouble.hide()
        self._show_state()
        self.wanted.emit("" if self._preview.is_key_known else self._preview.key.fingerprint)
