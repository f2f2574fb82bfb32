# SPDX-License-Identifier: EUPL-1.2
"""The head of the window: the program, whose archive this is, the search, the year."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.municipality import Office
from app.text import _
from app.ui.icons import pixmap
from app.ui.shell.search_box import SearchBox
from app.ui.theme import unit
from app.ui.widgets.label import Label
from app.ui.widgets.tip import tip


class Header(QWidget):
    """One line; the comune is cut before the search is."""

    def __init__(self, search: SearchBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = search
        self.mark = Label()
        self.brand = Label(_("Campanile"), "brand")
        self.comune = Label("", "strong")
        self.place = Label("", "muted")
        self.year = Label("", "strong")
        for label in (self.comune, self.place):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self._show_mark()

    def show_office(self, office: Office | None, year: int | None) -> None:
        """Whose archive this is; nothing before one was chosen."""
        if office is None:
            self.comune.setText("")
            self.place.setText("")
        else:
            name = office.name if office.is_example else _("Comune di {name}").format(name=office.name)
            self.comune.setText(name)
            told = _("provincia di {province} · ISTAT {istat}").format(
                province=office.province_name, istat=office.istat
            )
            self.place.setText(told)
            for label in (self.comune, self.place):
                label.setToolTip(tip(f"{name}, {told}"))
        self.year.setText(_("Anno {year}").format(year=year) if year and office else "")
        self.search.setEnabled(office is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the mark again in a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show_mark()

    def _lay_out(self) -> None:
        whose = QVBoxLayout()
        whose.setSpacing(0)
        whose.addWidget(self.comune)
        whose.addWidget(self.place)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(unit(18), unit(7), unit(18), unit(7))
        layout.setSpacing(unit(8))
        layout.addWidget(self.mark)
        layout.addWidget(self.brand)
        layout.addSpacing(unit(22))
        layout.addLayout(whose, 3)
        layout.addWidget(self.search, 2)
        layout.addSpacing(unit(10))
        layout.addWidget(self.year)

    def _show_mark(self) -> None:
        size = unit(26)
        self.mark.setFixedSize(QSize(size, size))
        self.mark.setPixmap(pixmap("campanile", "accent", size, self.devicePixelRatioF()))
