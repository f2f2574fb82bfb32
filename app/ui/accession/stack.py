# SPDX-License-Identifier: EUPL-1.2
"""What stands on the right: the form of the chosen line, or the checks; each form is made once and kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from app.text import _
from app.ui.accession.checks import ChecksPanel
from app.ui.accession.lines import form_of
from app.ui.accession.panel import LinePanel
from app.ui.accession.words import CHECKS

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView, ItemView
    from app.ui.accession.place import Place


class LineStack(QStackedWidget):
    """`key` is that of what is shown: a line, or the checks."""

    def __init__(self, go: Callable[[str, str], object]) -> None:
        super().__init__()
        self.key = ""
        self.panels: dict[str, LinePanel] = {}
        self.checks = ChecksPanel(go)
        self.addWidget(self.checks)
        self._place: Place | None = None
        self._is_whole = False
        self.currentChanged.connect(lambda _place: self._fit())

    def set_place(self, place: Place) -> None:
        """Another procedure: its forms are made anew."""
        for panel in self.panels.values():
            self.removeWidget(panel)
            panel.deleteLater()
        self.panels, self.key, self._place = {}, "", place

    def show_line(self, view: AccessionView, key: str) -> None:
        """Show a line as it is now; what was typed into the one before is kept first."""
        if key != self.key:
            self.flush()
        self.key = key
        self.checks.show_view(view)
        line = view.item(key)
        if key == CHECKS or line is None:
            self.setCurrentWidget(self.checks)
            return
        panel = self._panel(line)
        panel.show_view(view, line)
        self.setCurrentWidget(panel)

    def set_whole(self, is_whole: bool) -> None:  # noqa: FBT001 - a slot of a signal
        """Let the form in front be as high as it is, and the page scroll; or let it scroll inside."""
        self._is_whole = is_whole
        self._fit()

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into a field of what is shown; False where it has none of that name."""
        return self.key in self.panels and self.panels[self.key].focus_field(name)

    def enter(self, view: AccessionView | None) -> None:
        """Put the keyboard where the clerk goes on."""
        line = view.item(self.key) if view is not None else None
        if self.key == CHECKS:
            self.checks.focus_first()
        elif line is not None and self.key in self.panels:
            self.panels[self.key].focus_usual(line)

    def add_files(self, files: list[Path]) -> None:
        """Files that were let go anywhere belong to the line in front, where it asks for a document."""
        boxes = self.panels[self.key].slots.boxes if self.key in self.panels else []
        takers = [box for box in boxes if box.zone.isVisibleTo(self)]
        if takers:
            takers[0].zone.take(files)
        elif self._place is not None:
            self._place.desk.window.toast(_("Questa riga non chiede documenti: scegline una che li chiede."))

    def flush(self) -> None:
        """Keep what was typed."""
        if self.key in self.panels:
            self.panels[self.key].flush()

    def _fit(self) -> None:
        for panel in self.panels.values():
            panel.area.set_whole(is_whole=self._is_whole and panel is self.currentWidget())

    def _panel(self, line: ItemView) -> LinePanel:
        key = line.item.key
        if key not in self.panels and self._place is not None:
            form = form_of(self._place, key, is_custom=line.item.is_custom)
            self.panels[key] = LinePanel(self._place, key, form)
            self.addWidget(self.panels[key])
        return self.panels[key]
