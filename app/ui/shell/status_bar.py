# SPDX-License-Identifier: EUPL-1.2
"""The foot of the window: what is saved, copied, known, and that no network is needed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.domain.dates import to_rome
from app.text import _, clock_time, day, day_of
from app.ui.theme import unit
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.domain.catalogue import EditionInfo
    from app.ui.shell.situation import Situation

_NARROW = 800


class StatusBar(QWidget):
    """Each sentence leads to its page; `chosen` gives page and key."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Stato"))
        self.saved = self._sentence("history", "", role="saved")
        self.backup = self._sentence("settings", "backup")
        self.open_data = self._sentence("funding", "")
        self.catalogue = self._sentence("catalogue", "")
        self.network = Label(_("Senza rete: tutto funziona"), "small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(unit(12), unit(2), unit(18), unit(2))
        layout.setSpacing(unit(12))
        left = QWidget()
        flow = FlowLayout(left, spacing=unit(12))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        left.setSizePolicy(policy)
        for sentence in (self.saved, self.backup, self.open_data, self.catalogue):
            flow.addWidget(sentence)
        layout.addWidget(left, 1)
        layout.addWidget(self.network)
        self.show_situation(None, None)

    def show_situation(self, situation: Situation | None, now: datetime | None) -> None:
        """Say how things stand; nothing before a comune was chosen."""
        for sentence in (self.saved, self.backup, self.open_data, self.catalogue):
            sentence.setVisible(situation is not None)
        if situation is None or now is None:
            return
        self.saved.setText(_saved(situation.saved_at, now))
        self.backup.setText(_copied(situation.backup_at, now))
        known = situation.data_as_of
        self.open_data.setText(
            _("Dati aperti fino al {day}").format(day=day(known)) if known else _("Nessun dato aperto")
        )
        edition = situation.edition
        self.catalogue.setVisible(edition is not None)
        if edition:
            self.catalogue.setText(_edition_words(edition, now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay one line where the window is narrow: what always holds need not be said there."""
        super().resizeEvent(event)
        self.network.setVisible(event.size().width() >= unit(_NARROW))

    def _sentence(self, page: str, key: str, role: str = "status") -> QPushButton:
        made = QPushButton()
        made.setProperty("role", role)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _checked=False: self.chosen.emit(page, key))
        return made


def _edition_words(edition: EditionInfo, now: datetime) -> str:
    told = _("Catalogo n. {number} del {day}").format(number=edition.number, day=day(edition.published_on))
    if not edition.key_id:
        return told
    if edition.valid_until and edition.valid_until < to_rome(now).date():
        return _("{catalogue} – scaduto il {day}").format(catalogue=told, day=day(edition.valid_until))
    return _("{catalogue} – firma di {publisher}").format(catalogue=told, publisher=edition.publisher)


def _saved(at: datetime | None, now: datetime) -> str:
    if at is None:
        return _("Tutto salvato")
    if to_rome(at).date() == to_rome(now).date():
        return _("Salvato alle {time}").format(time=clock_time(at))
    return _("Salvato il {day}").format(day=day_of(at))


def _copied(at: datetime | None, now: datetime) -> str:
    if at is None:
        return _("Nessuna copia di sicurezza")
    if to_rome(at).date() == to_rome(now).date():
        return _("Copia di sicurezza: oggi {time}, verificata").format(time=clock_time(at))
    return _("Copia di sicurezza: {day}, verificata").format(day=day_of(at))
