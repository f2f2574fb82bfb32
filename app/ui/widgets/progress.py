# SPDX-License-Identifier: EUPL-1.2
"""A strip at the foot of the window for what takes longer than half a second, with "Interrompi"."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from app.text import _
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label

_PATIENCE_MS = 500
_MEGA = 1_000_000


def of_bytes(progress: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """The same for who counts bytes: in megabytes, and without numbers below one."""
    return lambda done, total: progress(done // _MEGA, total // _MEGA)


class ProgressStrip(QFrame):
    """Shown over the window of the asker, after half a second, until the job ends."""

    def __init__(self, asker: QObject, title: str, cancel: Callable[[], None]) -> None:
        window = asker.window() if isinstance(asker, QWidget) else None
        super().__init__(window)
        self.setProperty("role", "panel")
        self._cancel = cancel
        self.label = Label(title or _("Un momento…"), "strong")
        self.count = Label("", "muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title or _("Un momento…"))
        self.stop = button(_("Interrompi"), self._on_stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(unit(16), unit(10), unit(16), unit(10))
        layout.setSpacing(unit(14))
        layout.addWidget(self.label)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.count)
        layout.addWidget(self.stop)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._appear)
        self._timer.start(_PATIENCE_MS)

    def show_progress(self, done: int, total: int) -> None:
        """So many of so many."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.count.setText(_("{done} di {total}").format(done=done, total=total) if total else "")

    def finish(self) -> None:
        """The job has ended: go away."""
        self._timer.stop()
        self.hide()
        self.deleteLater()

    def _appear(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(unit(640), parent.width() - unit(32))
        height = self.sizeHint().height()
        self.setGeometry((parent.width() - width) // 2, parent.height() - height - unit(48), width, height)
        self.show()
        self.raise_()

    def _on_stop(self) -> None:
        self._cancel()
        self.stop.setEnabled(False)
        self.label.setText(_("Mi fermo…"))
