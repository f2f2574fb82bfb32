# SPDX-License-Identifier: EUPL-1.2
"""What stands on the right: the chosen part of the contract; each is made when first looked at, and kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.errors import Defect
from app.text import _, sentence
from app.ui.accession.whole_area import WholeArea
from app.ui.contract.sections import Section
from app.ui.theme import unit
from app.ui.widgets.callout import Callout
from app.ui.widgets.label import Label
from app.ui.widgets.page import bring_into_sight

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.ui.desk import Desk


class SectionPanel(QFrame):
    """A section below its title, scrolled where it is long."""

    def __init__(self, title: str, section: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.section = section
        inside = QWidget()
        inside.setObjectName("scrolled")
        body = QVBoxLayout(inside)
        body.setContentsMargins(unit(18), unit(14), unit(18), unit(16))
        body.setSpacing(unit(10))
        body.addWidget(Label(title, "heading", wraps=True))
        body.addWidget(section)
        body.addStretch(1)
        area = self.area = WholeArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(_("Parte scelta"))
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(area)


class BrokenPart(Callout):
    """What stands in the place of a part that a defect of the program keeps from opening."""

    def __init__(self, retry: Callable[[], object]) -> None:
        told = sentence(Defect("program.defect"))
        super().__init__(_("Questa parte non si è aperta"), told, "bad", _("Riprova"), retry)

    def show_contract(self, _view: object) -> None:
        """It shows nothing of a contract."""

    def on_changed(self, _changes: object) -> None:
        """It is tried again when it is asked for."""


class SectionStack(QStackedWidget):
    """`key` is that of the section in front."""

    def __init__(self, desk: Desk, make: Callable[[str], QWidget], title_of: Callable[[str], str]) -> None:
        super().__init__()
        self._desk = desk
        self._make, self._title_of = make, title_of
        self.key = ""
        self.panels: dict[str, SectionPanel] = {}
        self._is_whole = False
        self.currentChanged.connect(lambda _place: self._fit())

    @property
    def has_keyboard(self) -> bool:
        """Whether somebody is in a part."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def show_section(self, view: Any, key: str) -> None:  # noqa: ANN401 - of a contract, or of a concession
        """Show a section as it is now; what was typed into the one before is kept first."""
        if key != self.key:
            self.flush()
        elif self._is_broken(key):
            return  # read again: it was told already
        self.key = key
        is_shown = False
        try:
            self._show(view, key)
            is_shown = True
        finally:  # what broke goes on to the last line of defence, which tells it in a box
            if not is_shown:
                self._show_broken(view, key)

    def forget(self) -> None:
        """Another contract: all sections are made anew."""
        self.flush()
        for key in list(self.panels):
            self._drop(key)
        self.key = ""

    def on_changed(self, changes: Changes) -> None:
        """Tell all sections that were made."""
        for panel in self.panels.values():
            cast("Section", panel.section).on_changed(changes)

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into a field of what is shown; False where it has none of that name."""
        focus = getattr(self._section(), "focus_field", None)
        found = bool(focus and focus(name))
        focused = self.focusWidget()
        if found and focused is not None:
            bring_into_sight(focused)
        return found

    def take_files(self, files: list[Path]) -> None:
        """Files that were let go anywhere belong to the part in front, where it asks for documents."""
        take = getattr(self._section(), "take_files", None)
        if not (take and take(files)):
            self._desk.window.toast(_("Questa parte non chiede documenti: scegline una che li chiede."))

    def flush(self) -> None:
        """Keep what was typed."""
        flush = getattr(self._section(), "flush", None)
        if flush:
            flush()

    def set_whole(self, is_whole: bool) -> None:  # noqa: FBT001 - a slot of a signal
        """Let the part in front be as high as it is, and the page scroll; or let it scroll inside."""
        self._is_whole = is_whole
        self._fit()

    def _show(self, view: Any, key: str) -> None:  # noqa: ANN401 - of a contract, or of a concession
        if self._is_broken(key):
            self._drop(key)
        if key not in self.panels:
            self._add(key, self._make(key))
        panel = self.panels[key]
        cast("Section", panel.section).show_contract(view)
        self.setCurrentWidget(panel)

    def _show_broken(self, view: Any, key: str) -> None:  # noqa: ANN401 - of a contract, or of a concession
        """Nothing of another part stays in front under the name of this one."""
        self._drop(key)

        def retry() -> None:
            self.key = ""
            self.show_section(view, key)

        self._add(key, BrokenPart(retry))
        self.setCurrentWidget(self.panels[key])

    def _is_broken(self, key: str) -> bool:
        return key in self.panels and isinstance(self.panels[key].section, BrokenPart)

    def _add(self, key: str, section: QWidget) -> None:
        self.panels[key] = SectionPanel(self._title_of(key), section)
        self.addWidget(self.panels[key])

    def _drop(self, key: str) -> None:
        panel = self.panels.pop(key, None)
        if panel is not None:
            self.removeWidget(panel)
            panel.deleteLater()

    def _section(self) -> QWidget | None:
        return self.panels[self.key].section if self.key in self.panels else None

    def _fit(self) -> None:
        for panel in self.panels.values():
            panel.area.set_whole(is_whole=self._is_whole and panel is self.currentWidget())
