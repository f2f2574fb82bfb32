# SPDX-License-Identifier: EUPL-1.2
"""The places of the program, one under the other; as icons where the window is narrow, scrolled where it is low."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.text import _
from app.ui.icons import icon
from app.ui.theme import unit

_WIDE = 196
_NARROW = 58


@dataclass(frozen=True, slots=True)
class Place:
    """A page that the sidebar leads to."""

    name: str
    title: str
    icon: str
    is_below: bool = False


class _PlaceButton(QPushButton):
    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.setProperty("role", "place")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(_(place.title))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _checked: self.show_icon())
        self.show_icon()

    def set_narrow(self, is_narrow: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        title = _(self.place.title)
        self.setText("" if is_narrow else f"  {title}")
        self.setToolTip(title if is_narrow else "")
        self.setMinimumWidth(1 if is_narrow else 0)  # a bar that scrolls takes of the room beside the icon, not of it

    def show_icon(self) -> None:
        size = unit(21)
        self.setIconSize(QSize(size, size))
        self.setIcon(icon(self.place.icon, "accent" if self.isChecked() else "muted", size))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "place"):
            self.show_icon()


class Sidebar(QScrollArea):
    """Arrows up and down move between the places; `chosen` gives the name of the page."""

    chosen = Signal(str)

    def __init__(self, places: tuple[Place, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Pagine"))
        self.buttons = {place.name: _PlaceButton(place) for place in places}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self.setWidget(inside)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, unit(12), 0, unit(12))
        layout.setSpacing(unit(2))
        has_stretch = False
        for place in places:
            if place.is_below and not has_stretch:
                layout.addStretch(1)
                has_stretch = True
            made = self.buttons[place.name]
            made.clicked.connect(lambda _checked=False, name=place.name: self._on_clicked(name))
            layout.addWidget(made)
        self.set_narrow(is_narrow=False)

    def show_current(self, name: str) -> None:
        """Mark the page that is shown; a page that has no place marks none."""
        for other, button in self.buttons.items():
            button.setChecked(other == name)

    def set_narrow(self, is_narrow: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Icons only, or icons and words."""
        self.setFixedWidth(unit(_NARROW if is_narrow else _WIDE))
        for button in self.buttons.values():
            button.set_narrow(is_narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go to the neighbour."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons = list(self.buttons.values())
        focused = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, name: str) -> None:
        self.show_current(name)
        self.chosen.emit(name)
