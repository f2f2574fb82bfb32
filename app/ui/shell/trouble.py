# SPDX-License-Identifier: EUPL-1.2
"""What stands in the window when the archive does not open: the sentence, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.text import _
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.label import Label


class Trouble(QWidget):
    """A sentence with "Riprova" and the way to the copies."""

    def __init__(self, sentence: str, retry: Callable[[], object], copies: Callable[[], object]) -> None:
        super().__init__()
        self.title = Label(_("L'archivio non si apre"), "title", wraps=True)
        self.callout = Callout(sentence, _("Nessun dato è stato toccato."), "bad")
        self.retry = button(_("Riprova"), retry, role="primary", icon="refresh")
        self.copies = button(_("Vedi le copie di sicurezza"), copies, icon="shield")
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(10))
        buttons.addWidget(self.retry)
        buttons.addWidget(self.copies)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(48), unit(40), unit(48), unit(40))
        layout.setSpacing(unit(16))
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.title)
        layout.addWidget(self.callout)
        layout.addLayout(buttons)
