# SPDX-License-Identifier: EUPL-1.2
"""Finding one's comune: a field, and below it what was found; arrows go from one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.text import _, ngettext
from app.ui.theme import unit
from app.ui.widgets.fields import LabeledField
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.domain.municipality import Municipality
    from app.ui.tasks import Tasks

_ENOUGH = 2  # letters; "Re" and "Ne" are comuni
_LIMIT = 50


class _Field(QLineEdit):
    """A line that is left downwards."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to what was found."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


class Finder(QWidget):
    """`chosen` gives the comune or None; `confirmed` comes with Enter on a comune."""

    chosen = Signal(object)
    confirmed = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._asked = ""
        self._is_waiting = False
        self._wants_first = False  # Enter came before the answer
        self.field = _Field()
        self.field.setClearButtonEnabled(True)
        self.labeled = LabeledField(
            _("Comune"), self.field, _("Bastano tre lettere del nome; va bene anche il codice ISTAT o catastale.")
        )
        self.table = DataTable(
            _columns(), name=_("Comuni trovati"), identity=lambda found: found.belfiore, selects_first=False
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(10))
        layout.addWidget(self.labeled)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._find)
        self.field.left_down.connect(self._enter_list)
        self.field.returnPressed.connect(self._on_return)
        self.table.selected.connect(self._on_selected)
        self.table.activated.connect(lambda _row: self.confirmed.emit())
        self._show_hint()

    def current(self) -> Municipality | None:
        """The chosen comune."""
        found: Municipality | None = self.table.current()
        return found

    def _find(self) -> None:
        from app.actions.municipality import find_municipalities

        text = self.field.text().strip()
        self._asked = text
        self._wants_first = False
        self._is_waiting = len(text) >= _ENOUGH
        if len(text) < _ENOUGH:
            self._show([])
            self._show_hint()
            return
        self._tasks.draw(self, lambda: find_municipalities(text, _LIMIT), lambda found: self._on_found(text, found))

    def _on_found(self, text: str, found: list[Municipality]) -> None:
        if text != self._asked:
            return
        self._is_waiting = False
        self._show(found)
        if self._wants_first:
            self._on_return()
        if not found:
            self.table.set_empty(
                _("Nessun comune si chiama «{text}»").format(text=text),
                _(
                    "Controlla le prime lettere, o scrivi il codice ISTAT. "
                    "Un comune nato da una fusione ha il nome nuovo."
                ),
                icon="search",
            )

    def _show(self, found: list[Municipality]) -> None:
        self.table.show_rows(found)
        if len(found) == _LIMIT:
            self.table.set_footer(_("I primi {count}: scrivi un'altra lettera").format(count=_LIMIT))
        else:
            count = ngettext("{count} comune", "{count} comuni", len(found)).format(count=len(found))
            self.table.set_footer(count if found else "")

    def _show_hint(self) -> None:
        self.table.set_empty(
            _("Qui compaiono i comuni trovati"),
            _("Scegli il tuo con le frecce o con il mouse. Gli omonimi si distinguono dalla provincia."),
            icon="map",
        )

    def _enter_list(self) -> None:
        if not self.table.rows():
            return
        if self.current() is None:
            self.table.view.selectRow(0)
        self.table.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_selected(self, found: Municipality | None) -> None:
        view = self.table.view
        if found is not None and not view.selectionModel().hasSelection():
            view.selectRow(view.currentIndex().row())  # Tab makes a row current without marking it
        self.chosen.emit(found)

    def _on_return(self) -> None:
        self._wants_first = self._is_waiting
        if self._is_waiting:
            return
        if self.current() is not None:
            self.confirmed.emit()
        elif len(self.table.rows()) == 1:
            self.table.view.selectRow(0)
            self.confirmed.emit()
        else:
            self._enter_list()


def _columns() -> list[Column]:
    return [
        Column("name", _("Comune"), _full_name, stretch=True, width=210),
        Column("province", _("Provincia"), lambda found: f"{found.province_name} ({found.province})", width=215),
        Column("region", _("Regione"), lambda found: found.region, width=215),
    ]


def _full_name(found: Municipality) -> str:
    return f"{found.name} / {found.other_name}" if found.other_name else found.name
