# SPDX-License-Identifier: EUPL-1.2
"""The card of a copy: of when it is, what it holds, and the way to take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from app.text import _, moment
from app.ui.settings.backup_words import contents, lacking_words, reason_label, size
from app.ui.widgets.button import button
from app.ui.widgets.card import Card

if TYPE_CHECKING:
    from app.store.backup import BackupFile


class BackupCard(Card):
    """Date and contents first, then the button."""

    def __init__(self, restore: Callable[[BackupFile], object]) -> None:
        super().__init__(_("Copia scelta"))
        self._restore = restore
        self._is_main = False
        self.restore_button: QPushButton | None = None
        self.show_nothing()

    def make_main(self) -> None:
        """From here on its button is the one thing to do: there is no archive without it."""
        self._is_main = True

    def show_nothing(self) -> None:
        """No copy is chosen."""
        self.restore_button = None
        self.show_empty(_("Scegli una copia"), _("Qui vedi di quando è e che cosa contiene."), "shield")

    def show_copy(self, copy: BackupFile) -> None:
        """All that is known of a copy."""
        self.clear()
        told = (copy.municipality, reason_label(copy.reason), size(copy.bytes))
        title = _("Copia del {moment}").format(moment=moment(copy.made_at))
        self.set_title(title, " · ".join(part for part in told if part))
        state = (_("Verificata"), "good") if copy.is_verified else (_("Non verificata"), "warning")
        self.add_pill_row(_("Stato"), *state)
        self.add_heading(_("Che cosa contiene"))
        for said, count in contents(copy):
            self.add_row(said, str(count))
        if not contents(copy):
            self.add_text(_("Manca la scheda della copia: sarà letta per intero prima di riprenderla."), muted=True)
        if copy.lacking:
            self.add_callout(_("Non ha tutti i documenti"), lacking_words(copy), "warning")
        self.add_source(_("File: {file}").format(file=copy.path.name))
        role = "primary" if self._is_main else "secondary"
        self.restore_button = button(
            _("Riprendi questa copia…"), lambda: self._restore(copy), role=role, icon="refresh"
        )
        self.set_footer(_("L'archivio di adesso si conserva a parte."), self.restore_button)
