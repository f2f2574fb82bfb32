# SPDX-License-Identifier: EUPL-1.2
"""The striped bands under the head: these are invented data, this archive is read only."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.text import _
from app.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from app.ui.shell.situation import Situation


class Banners(QVBoxLayout):
    """None, one or both, after the situation."""

    def __init__(self, remove_example: Callable[[], object]) -> None:
        super().__init__()
        self._remove_example = remove_example
        self._shown = (False, False)
        self.setSpacing(0)

    def show_situation(self, situation: Situation | None) -> None:
        """Say what is out of the ordinary; a band that stands there already keeps the keyboard."""
        wanted = (situation.office.is_example, situation.is_read_only) if situation else (False, False)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        if wanted[0]:
            told = _("Comune di esempio: nomi, progetti, pratiche e importi sono inventati.")
            short = _("Comune di esempio: tutto inventato")
            self.addWidget(Banner(told, _("Elimina l'esempio"), self._remove_example, short=short))
        if wanted[1]:
            told = _("Archivio in sola lettura: si può guardare e stampare, non cambiare.")
            self.addWidget(Banner(told, short=_("Archivio in sola lettura")))
