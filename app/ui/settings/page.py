# SPDX-License-Identifier: EUPL-1.2
"""Impostazioni: one part in sight, the others one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _
from app.ui.settings.backups import BackupsSection
from app.ui.settings.folder import FolderSection
from app.ui.settings.keys import KeysSection
from app.ui.settings.look import LookSection
from app.ui.settings.office import OfficeSection
from app.ui.settings.people import PeopleSection
from app.ui.widgets.chips import Chip, Chips
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.ui.desk import Desk
    from app.ui.settings.section import Section


class SettingsPage(QWidget):
    """`open_key` takes "office", "people", "folder", "look", "keys" or "backup"."""

    TITLE = "Impostazioni"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._place = desk.typed.setdefault("settings", {})
        self.header = PageHeader(_("Impostazioni"))
        self.chips = Chips(name=_("Parti delle impostazioni"))
        self.office = OfficeSection(desk)
        self.people = PeopleSection(desk)
        self.folder = FolderSection(desk)
        self.look = LookSection(desk)
        self.keys = KeysSection(desk)
        self.backups = BackupsSection(desk)
        self.sections: dict[str, Section] = {
            "office": self.office,
            "people": self.people,
            "folder": self.folder,
            "look": self.look,
            "keys": self.keys,
            "backup": self.backups,
        }
        self.chips.set_chips(Chip(key, words) for key, words in _titles().items())
        layout = page_layout(self)
        layout.addWidget(self.header)
        layout.addWidget(self.chips)
        for section in self.sections.values():
            layout.addWidget(section, 1)
            for button in section.buttons:
                self.header.add_widget(button)
        self.chips.chosen.connect(self.open_key)
        self.open_key(self._place.get("section", "office"))

    def refresh(self) -> None:
        """Read all parts again."""
        for section in self.sections.values():
            section.refresh()

    def on_changed(self, changes: Changes) -> None:
        """Let each part see whether it is concerned."""
        for section in self.sections.values():
            section.on_changed(changes)

    def open_key(self, key: str) -> None:
        """Bring a part to the front; a key that is none leaves all as it is."""
        if key not in self.sections:
            return
        self._place["section"] = key
        self.chips.choose(key)
        for name, section in self.sections.items():
            section.setVisible(name == key)
            for button in section.buttons:
                button.setVisible(name == key)
        self.header.set_totals(self.sections[key].about)


def _titles() -> dict[str, str]:
    return {
        "office": _("Dati dell'ente"),
        "people": _("Persone"),
        "folder": _("Archivio e cartella"),
        "look": _("Aspetto e lingua"),
        "keys": _("Chiavi dei centri"),
        "backup": _("Copie di sicurezza"),
    }
