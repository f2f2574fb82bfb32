# SPDX-License-Identifier: EUPL-1.2
"""The foot of the window: what is saved, copied, known, and that no network is needed; in one line, always."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from app.domain.dates import to_rome
from app.text import _, clock_time, day, day_of
from app.ui.theme import unit
from app.ui.widgets.label import Label
from app.ui.widgets.tip import tip

if TYPE_CHECKING:
    from app.domain.catalogue import EditionInfo
    from app.ui.shell.situation import Situation
    from app.ui.widgets.toast import Toast

_GAP = 12
_LEFT, _RIGHT = 12, 18
_HEIGHT = 33  # of the short sentence that may stand here, so that nothing moves when it comes


class StatusBar(QWidget):
    """Each sentence leads to its page; `chosen` gives page and key. What a line has no room for is in `more`."""

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
        self.more = QPushButton(_("Altro…"))
        self.more.setProperty("role", "status")
        self.more.setMenu(QMenu(self.more))
        self.network = Label(_("Senza rete: tutto funziona"), "small")
        self._told: list[QPushButton] = []
        self._toast: Toast | None = None
        self._lay_out()
        self.show_situation(None, None)

    def hold(self, toast: Toast) -> None:
        """Give a short sentence its room at the right, where it covers nothing."""
        self._toast = toast
        self._line.addWidget(toast)
        toast.changed.connect(self._fit)

    def show_situation(self, situation: Situation | None, now: datetime | None) -> None:
        """Say how things stand; nothing before a comune was chosen."""
        self._told = []
        if situation is not None and now is not None:
            self._tell(situation, now)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as the new width has room for."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(unit(_LEFT), unit(1), unit(_RIGHT), unit(1))
        self._line.setSpacing(unit(_GAP))
        for widget in (self.saved, self.backup, self.open_data, self.catalogue, self.more):
            self._line.addWidget(widget)
        self._line.addStretch(1)
        self._line.addWidget(self.network)
        self.setMinimumHeight(unit(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _tell(self, situation: Situation, now: datetime) -> None:
        self._told = [self.saved, self.backup, self.open_data, *([self.catalogue] if situation.edition else [])]
        self.saved.setText(_saved(situation.saved_at, now))
        self.backup.setText(_copied(situation.backup_at, now))
        known = situation.data_as_of
        self.open_data.setText(
            _("Dati aperti fino al {day}").format(day=day(known)) if known else _("Nessun dato aperto")
        )
        if situation.edition:
            self.catalogue.setText(_edition_words(situation.edition, now))

    def _fit(self) -> None:
        """Show what a line has room for; the rest goes behind `more`, what always holds goes first."""
        room = self.width() - unit(_LEFT + _RIGHT)
        if self._toast is not None and not self._toast.isHidden():
            room -= self._toast.fit(room) + unit(_GAP)
        wide = [self._wide(one) for one in self._told]
        fits = len(wide)
        if sum(wide) > room:
            room -= self._wide(self.more)
            fits = next((n for n in range(len(wide), 0, -1) if sum(wide[:n]) <= room), 0)
        for one in (self.saved, self.backup, self.open_data, self.catalogue):
            one.setVisible(one in self._told[:fits])
        self._show_more(self._told[fits:] if room >= 0 else [])
        self.network.setVisible(fits == len(wide) and sum(wide) + self._wide(self.network) <= room)

    def _wide(self, widget: QWidget) -> int:
        widget.ensurePolished()
        return widget.sizeHint().width() + unit(_GAP)

    def _show_more(self, hidden: list[QPushButton]) -> None:
        self.more.setVisible(bool(hidden))
        self.more.setToolTip(tip("\n".join(one.text() for one in hidden)))
        menu = self.more.menu()
        menu.clear()
        for one in hidden:
            menu.addAction(one.text().replace("&", "&&"), one.click)

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
