# SPDX-License-Identifier: EUPL-1.2
"""What importing would do, shown before anything is written; the button writes it, Esc leaves all as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.text import _, day, ngettext
from app.ui.funding.import_rows import files_table, news_of, rows_of, rows_table
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.domain.funding import FilePreview
    from app.domain.municipality import Office
    from app.ui.funding.import_rows import Row

_MOST_FILES = 4
_ROW = 40


class ImportPreview(QDialog):
    """`wanted` comes when the clerk says yes; whoever writes then closes it, or says why not."""

    wanted = Signal()

    def __init__(self, office: Office, previews: Sequence[FilePreview], parent: QWidget, *, is_known: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Importa dati aperti"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._previews = previews
        self._rows = rows_of(previews)
        self.news = sum(news_of(preview) for preview in previews)
        self._is_known = is_known and not self.news
        self.files = files_table()
        self.table = rows_table()
        self.detail = Label("", wraps=True)
        self.trouble = Callout("", tone="bad")
        self.trouble.hide()
        self.import_button = button(self._button_words(), self._on_wanted, role="primary", icon="download")
        self.leave_button = button(_("Chiudi") if self._is_known else _("Lascia stare"), self.reject)
        if self._is_known:
            self.import_button.hide()
        self._lay_out(office)
        self._take_size(parent)
        self.table.selected.connect(self._on_selected)
        self.files.show_rows(previews)
        self.table.show_rows(self._rows)
        first = self.leave_button if self._is_known else self.import_button
        first.setDefault(True)
        first.setFocus()

    def show_trouble(self, told: str) -> None:
        """The import was refused: say why and let the clerk try again."""
        self.trouble.show_words(_("Non è stato importato nulla"), told, "bad")
        self.trouble.show()
        self.import_button.setEnabled(True)

    def reject(self) -> None:
        """Leave all as it is; not while it is being written."""
        if self.import_button.isEnabled():
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, else the one that imports."""
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, office: Office) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, unit(6), 0)
        body.setSpacing(unit(12))
        shown = min(len(self._previews), _MOST_FILES)
        self.files.setFixedHeight(self.files.view.horizontalHeader().sizeHint().height() + unit(_ROW) * shown + 4)
        body.addWidget(self.files)
        for callout in self._remarks(office):
            body.addWidget(callout)
        body.addWidget(self.table, 1)
        body.addWidget(self.detail)
        self.table.setVisible(bool(self._rows))
        self.detail.setVisible(bool(self._rows))
        if not self._rows:
            body.addStretch(1)
        scroll_area = QScrollArea()
        scroll_area.setWidgetResizable(True)
        scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        scroll_area.setAccessibleName(self.windowTitle())
        scroll_area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(10))
        layout.addWidget(Label(self._heading(), "heading", wraps=True))
        layout.addWidget(Label(_("Nulla è ancora scritto: guarda che cosa cambierebbe."), "muted", wraps=True))
        layout.addWidget(scroll_area, 1)
        layout.addWidget(self.trouble)
        layout.addLayout(self._buttons())

    def _take_size(self, parent: QWidget) -> None:
        room = parent.size()
        self.resize(min(unit(1040), room.width() - unit(48)), min(unit(700), room.height() - unit(48)))

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(unit(10))
        line.addWidget(Label(_("Ciò che i file non nominano resta com'è."), "small", wraps=True), 1)
        line.addWidget(self.leave_button)
        line.addWidget(self.import_button)
        return line

    def _heading(self) -> str:
        if self.news:
            return ngettext(
                "C'è {count} novità per il comune", "Ci sono {count} novità per il comune", self.news
            ).format(count=self.news)
        return _("Nessuna novità per il comune")

    def _button_words(self) -> str:
        if self.news:
            return ngettext("Importa {count} novità", "Importa {count} novità", self.news).format(count=self.news)
        return _("Registra il controllo")

    def _remarks(self, office: Office) -> list[Callout]:
        remarks = [_proposed(office, preview) for preview in self._previews if preview.ipa_code_proposed][:1]
        nothing = [preview for preview in self._previews if not preview.lines and not preview.file.rejected]
        if nothing:
            remarks.append(_nothing_of_ours(office, nothing))
        refused = sum(len(preview.file.rejected) for preview in self._previews)
        if refused:
            title = ngettext("{count} riga non si può importare", "{count} righe non si possono importare", refused)
            told = _("Il motivo è accanto a ciascuna, nell'elenco. Le altre righe si importano.")
            remarks.append(Callout(title.format(count=refused), told, "warning"))
        if not self.news:
            remarks.append(self._nothing_new())
        return remarks

    def _nothing_new(self) -> Callout:
        if self._is_known:
            told = _("Sono già stati importati, uguali fino all'ultimo carattere. Non c'è niente da fare.")
            return Callout(_("Questi file non portano niente di nuovo"), told, "good")
        until = max(preview.file.as_of for preview in self._previews)
        told = _("L'archivio dice già lo stesso. Puoi registrare che i dati sono stati controllati fino al {day}.")
        return Callout(_("Tutto è già così"), told.format(day=day(until)), "good")

    def _on_selected(self, row: Row | None) -> None:
        self.detail.setText(f"{row.file}, {row.call}: {row.words}" if row else "")

    def _on_wanted(self) -> None:
        self.import_button.setEnabled(False)
        self.trouble.hide()
        self.wanted.emit()


def _proposed(office: Office, preview: FilePreview) -> Callout:
    title = _("Il codice IPA del comune sembra un altro: {found}").format(found=preview.ipa_code)
    told = _(
        "Nel file non c'è {assumed}; c'è {found}, un Comune con il nostro codice ISTAT ({istat}): {name}. "
        "Se lo riconosci, importando lo confermi e resta nei dati dell'ente. Se no, lascia stare."
    )
    names = {row.body for row in preview.file.ours if row.body}
    words = told.format(
        assumed=office.ipa_code,
        found=preview.ipa_code,
        istat=office.istat,
        name=", ".join(sorted(names)) or office.name,
    )
    return Callout(title, words, "warning")


def _nothing_of_ours(office: Office, previews: Sequence[FilePreview]) -> Callout:
    names = ", ".join(preview.file.name for preview in previews)
    others = {f"{body.ipa_code} ({body.name})" for preview in previews for body in preview.file.other_bodies}
    told = _("In {files} nessuna riga ha il codice IPA {ipa_code}. Non è un errore: può parlare di altri enti.")
    words = told.format(files=names, ipa_code=office.ipa_code)
    if others:
        seen = _("Con il nostro codice ISTAT c'è {others}: se siamo noi, correggi il codice IPA in Impostazioni.")
        words = f"{words} {seen.format(others=', '.join(sorted(others)))}"
    return Callout(_("Nessuna riga di questo comune"), words, "info")
