# SPDX-License-Identifier: EUPL-1.2
"""A signed edition before it comes in: who signed it, what of ours it touches, what changes; the button applies it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.text import _, day, ngettext
from app.ui.catalogue.edition_rows import EditionRow, rows_of, rows_table
from app.ui.catalogue.edition_words import Remark, counts, key_remark, ours_remark, title
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.editions import EditionPreview


@dataclass(frozen=True, slots=True)
class Word:
    """What the clerk said before applying."""

    fingerprint: str
    confirms_withdrawals: bool
    allows_jump: bool


class EditionDialog(QDialog):
    """`wanted` comes with the clerk's word; whoever writes then closes it, or says why not."""

    wanted = Signal(object)

    def __init__(self, preview: EditionPreview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Importa un'edizione"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview = preview
        self._is_writing = False
        self.compared = QCheckBox(_("L'ho confrontata con il centro: è la stessa"))
        self.looked = QCheckBox(_("Ho guardato i ritirati: va bene così"))
        self.asked = QCheckBox(_("L'ho chiesto al centro: il numero è giusto"))
        self.fingerprint = Label(preview.signed.fingerprint, "mono", wraps=True)
        self.table = rows_table()
        self.detail = Label("", wraps=True)
        self.trouble = Callout("", tone="bad")
        self.trouble.hide()
        self.hint = Label("", "small", wraps=True)
        self.apply_button = button(_("Applica"), self._on_wanted, role="primary", icon="check")
        self.leave_button = button(_("Lascia stare"), self.reject)
        self._lay_out()
        room = parent.size()
        self.resize(min(unit(1000), room.width() - unit(48)), min(unit(700), room.height() - unit(48)))
        self.table.selected.connect(self._on_selected)
        rows = rows_of(preview)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        for box in self._boxes():
            box.toggled.connect(self._show_state)
        self._show_state()
        self.apply_button.setDefault(True)
        first: QWidget = next(iter(self._boxes()), self.apply_button)
        first.setFocus()

    def show_trouble(self, told: str) -> None:
        """It was refused: say why and let the clerk try again."""
        self._is_writing = False
        self.trouble.show_words(_("Il catalogo è rimasto com'era"), told, "bad")
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

    def _boxes(self) -> list[QCheckBox]:
        """What must be ticked before it can be applied."""
        preview = self._preview
        wanted = (
            (self.compared, preview.needs_fingerprint),
            (self.looked, preview.needs_confirmation),
            (self.asked, preview.is_jump),
        )
        return [box for box, is_needed in wanted if is_needed]

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, unit(6), 0)
        body.setSpacing(unit(10))
        self._add_key(body)
        self._add(body, ours_remark(self._preview))
        if self._preview.needs_confirmation:
            self._add(body, _withdrawals(self._preview), self.looked)
        if self._preview.is_jump:
            self._add(body, _jump(self._preview), self.asked)
        body.addWidget(self.table, 1)
        body.addWidget(self.detail)
        scroll_area = QScrollArea()
        scroll_area.setWidgetResizable(True)
        scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        scroll_area.setAccessibleName(self.windowTitle())
        scroll_area.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(10))
        buttons.addWidget(self.hint, 1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.apply_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(8))
        layout.addWidget(Label(title(self._preview), "heading", wraps=True))
        layout.addWidget(Label(counts(self._preview), "muted", wraps=True))
        layout.addWidget(scroll_area, 1)
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)

    def _add_key(self, body: QVBoxLayout) -> None:
        self._add(body, key_remark(self._preview))
        if self._preview.needs_fingerprint:
            self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.fingerprint.setAccessibleName(_("Impronta: {digits}").format(digits=self.fingerprint.text()))
            body.addWidget(self.fingerprint)
            body.addWidget(self.compared, 0, Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def _add(body: QVBoxLayout, remark: Remark, box: QCheckBox | None = None) -> None:
        body.addWidget(Callout(*remark))
        if box is not None:
            body.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_state(self) -> None:
        is_ready = all(box.isChecked() for box in self._boxes())
        self.apply_button.setEnabled(is_ready and not self._is_writing)
        ready = _("Nulla è ancora scritto. Ciò che l'edizione non nomina resta com'è.")
        self.hint.setText(
            ready if is_ready else _("Nulla è ancora scritto. Prima di applicare, spunta ciò che è chiesto.")
        )

    def _on_selected(self, row: EditionRow | None) -> None:
        parts = (row.name, row.ours, row.words) if row else ()
        self.detail.setText(" · ".join(part for part in parts if part))

    def _on_wanted(self) -> None:
        self._is_writing = True
        self.trouble.hide()
        self._show_state()
        fingerprint = self._preview.signed.fingerprint if self.compared.isChecked() else ""
        self.wanted.emit(Word(fingerprint, self.looked.isChecked(), self.asked.isChecked()))


def _withdrawals(preview: EditionPreview) -> Remark:
    gone = [*(one.code for one in preview.difference.services.withdrawn), *preview.own_centres_withdrawn]
    told = ngettext("Ritira {count} voce: {codes}", "Ritira {count} voci: {codes}", len(gone))
    why = _("Ce n'è di nostre, o sono molte insieme. Nulla si elimina: restano nel catalogo come ritirate.")
    return told.format(count=len(gone), codes=", ".join(gone)), why, "bad"


def _jump(preview: EditionPreview) -> Remark:
    told = _("Il numero d'ordine {sequence} è molto più avanti dell'ultimo arrivato")
    why = _("Può mancare qualche edizione, o c'è un errore. Valida dal {since}: chiedi al centro se è quella giusta.")
    head = preview.head
    return told.format(sequence=head.sequence), why.format(since=day(head.valid_from)), "warning"
