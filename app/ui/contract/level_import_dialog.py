# SPDX-License-Identifier: EUPL-1.2
"""What importing a table of readings would do, row by row, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.level_import import RowKind
from app.errors import CampanileError
from app.text import _, ngettext, sentence
from app.text.level_import_words import row_kind
from app.text.level_words import number_words
from app.ui.contract.level_words import MISSING, row_icon, row_reason, row_tone
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.label import Label
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.actions.level_import import LevelPreview
    from app.ui.desk import Desk


class LevelImportDialog(QDialog):
    """The button writes what is shown; Esc leaves all as it is."""

    def __init__(self, desk: Desk, preview: LevelPreview, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Importa letture"))
        self._desk, self._preview = desk, preview
        self.news = preview.written
        words = ngettext("Importa {count} lettura", "Importa {count} letture", self.news).format(count=self.news)
        self.import_button = button(words, self._write, role="primary", icon="download")
        self.import_button.setVisible(preview.writes)
        self.leave_button = button(_("Lascia stare") if preview.writes else _("Chiudi"), self.reject, role="quiet")
        self.trouble = Callout("", tone="bad")
        self.trouble.hide()
        self.detail = Label("", wraps=True)
        self.table = _table()
        self.table.selected.connect(lambda row: self.detail.setText(row_reason(row) if row else ""))
        self._lay_out()
        self.table.show_rows(preview.rows)
        room = parent.window().size()
        self.resize(min(unit(980), room.width() - unit(48)), min(unit(560), room.height() - unit(48)))
        first = self.import_button if preview.writes else self.leave_button
        first.setDefault(True)
        first.setFocus()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(10))
        layout.addWidget(Label(self._heading(), "heading", wraps=True))
        layout.addWidget(Label(_("Nulla è ancora scritto: guarda che cosa cambierebbe."), "muted", wraps=True))
        refused = self._preview.count(RowKind.REFUSED)
        if refused:
            told = ngettext("{count} riga si salta", "{count} righe si saltano", refused).format(count=refused)
            layout.addWidget(Callout(told, _("Il motivo è accanto a ciascuna. Le altre si importano."), "warning"))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        layout.addWidget(self.trouble)
        line = QHBoxLayout()
        line.setSpacing(unit(10))
        line.addWidget(Label(_("Ciò che la tabella non nomina resta com'è."), "small", wraps=True), 1)
        line.addWidget(self.leave_button)
        line.addWidget(self.import_button)
        layout.addLayout(line)

    def _heading(self) -> str:
        if not self._preview.writes:
            return _("{file}: nessuna novità").format(file=self._preview.file)
        words = ngettext("{file}: {count} novità", "{file}: {count} novità", self.news)
        return words.format(file=self._preview.file, count=self.news)

    def _write(self) -> None:
        from app.actions.level_import import import_readings

        self.import_button.setEnabled(False)
        preview = self._preview
        self._desk.tasks.act(self, lambda store: import_readings(store, preview), self._on_done, self._on_refused)

    def _on_done(self, _changes: object) -> None:
        self.accept()
        told = ngettext("Importata {count} lettura", "Importate {count} letture", self.news).format(count=self.news)
        self._desk.window.toast(told, with_undo=True)

    def _on_refused(self, error: CampanileError) -> None:
        self.import_button.setEnabled(True)
        self.trouble.show_words(_("Non è stato importato nulla"), sentence(error), "bad")
        self.trouble.show()


def _table() -> DataTable:
    columns = [
        Column("number", _("Riga"), lambda row: str(row.number), lambda row: row.number, align="right"),
        Column("indicator", _("Indicatore"), lambda row: row.indicator or MISSING, width=150),
        Column("period", _("Periodo"), lambda row: row.period or MISSING, width=160),
        Column("value", _("Valore"), lambda row: number_words(row.value, "") or MISSING, align="right"),
        Column(
            "kind",
            _("Che cosa fa"),
            lambda row: row_kind(row.kind),
            kind="status",
            width=110,
            tone=row_tone,
            icon=row_icon,
        ),
        Column("reason", _("Perché"), row_reason, stretch=True, width=120, tooltip=row_reason),
    ]
    return DataTable(columns, name=_("Righe della tabella"), identity=lambda row: row.number)
