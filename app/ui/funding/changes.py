# SPDX-License-Identifier: EUPL-1.2
"""What the imports changed: the last one first, the older ones by choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.funding import Difference, FundingChange
from app.text import _, day, moment, ngettext
from app.text.labels import field_label
from app.ui.funding.words import DIFFERENCE_TONES, difference_words, news_words, told
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label
from app.ui.widgets.table import Column, DataTable
from app.ui.widgets.tip import tip

if TYPE_CHECKING:
    from app.actions.funding import ImportSummary
    from app.store import Store
    from app.ui.tasks import Tasks


class ChangesDialog(QDialog):
    """Enter on a line, or a double click, gives its change to whoever shows the projects."""

    chosen = Signal(object)

    def __init__(self, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Novità dei dati aperti"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tasks = tasks
        self._imports: list[ImportSummary] = []
        self.imports = QComboBox()
        self.imports.setAccessibleName(_("Importazione"))
        self.imports.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.source = Label("", "muted")
        self.table = DataTable(_columns(), name=_("Novità"))
        self.table.set_empty(
            _("Niente di nuovo"), _("Questa importazione non ha cambiato nessun progetto."), icon="check"
        )
        self.leave_button = button(_("Chiudi"), self.reject)
        self._lay_out(parent)
        self.imports.currentIndexChanged.connect(self._on_import_chosen)
        self.table.activated.connect(self._on_activated)
        tasks.query(self, _imports, self._on_imports)

    def _lay_out(self, parent: QWidget) -> None:
        label = Label(_("Importazione"), "section")
        label.setBuddy(self.imports)
        head = QHBoxLayout()
        head.setSpacing(unit(10))
        head.addWidget(label)
        head.addWidget(self.imports, 1)
        foot = QHBoxLayout()
        foot.addWidget(Label(_("Invio su una riga apre il progetto."), "small"), 1)
        foot.addWidget(self.leave_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(8))
        layout.addWidget(Label(_("Novità dei dati aperti"), "heading"))
        layout.addLayout(head)
        layout.addWidget(self.source)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        room = parent.size()
        self.resize(min(unit(1040), room.width() - unit(48)), min(unit(600), room.height() - unit(48)))
        self.table.setFocus()

    def _on_imports(self, imports: list[ImportSummary]) -> None:
        self._imports = imports
        self.imports.addItems([_import_words(one) for one in imports])

    def _on_import_chosen(self, place: int) -> None:
        from app.actions.funding import list_changes

        shown = self._imports[place]
        names = ", ".join(shown.files)
        files = names if len(shown.files) == 1 else _("{count} file").format(count=len(shown.files))
        self.source.setText(_("Dati fino al {day} · {files}").format(day=day(shown.as_of), files=files))
        self.source.setToolTip(tip(names))
        self.source.setAccessibleDescription(names)
        self._tasks.query(self, lambda store: list_changes(store, shown.id), self._on_changes)

    def _on_changes(self, changes: list[FundingChange]) -> None:
        self.table.show_rows(changes)
        count = len(changes)
        self.table.set_footer(ngettext("{count} riga", "{count} righe", count).format(count=count) if count else "")

    def _on_activated(self, change: FundingChange) -> None:
        self.chosen.emit(change)
        self.accept()


def _columns() -> list[Column]:
    from app.actions.funding import call_label

    return [
        Column("kind", _("Novità"), _kind, kind="status", tone=lambda change: DIFFERENCE_TONES[change.kind]),
        Column("call", _("Avviso"), lambda change: call_label(change.call), width=250, tooltip=_call, elide="middle"),
        Column("cup", _("CUP"), lambda change: change.cup, kind="code"),
        Column("field", _("Che cosa"), _field),
        Column("old", _("Prima"), _old),
        Column("new", _("Dopo"), _new, stretch=True, width=120, tooltip=_new),
    ]


def _call(change: FundingChange) -> str:
    return change.call


def _kind(change: FundingChange) -> str:
    return difference_words(change.kind)


def _field(change: FundingChange) -> str:
    return _("Progetto nuovo") if change.kind is Difference.ADDED else field_label(change.field)


def _old(change: FundingChange) -> str:
    return "" if change.kind is Difference.ADDED else told(change.field, change.old)


def _new(change: FundingChange) -> str:
    return "" if change.kind is Difference.ADDED else told(change.field, change.new)


def _imports(store: Store) -> list[ImportSummary]:
    from app.actions.funding import list_imports

    return list_imports(store)


def _import_words(one: ImportSummary) -> str:
    return f"{moment(one.at)} · {news_words(one.added, one.changed)}"
