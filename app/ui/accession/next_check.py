# SPDX-License-Identifier: EUPL-1.2
"""The way from one thing that stops the sending to the next, then on to what comes after: one click, or F8."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.coherence import blocks
from app.text import _, ngettext
from app.ui.accession.words import next_deed
from app.ui.widgets.link import Link

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView
    from app.domain.coherence import Finding

_SENDING = "sending"


class NextCheck(Link):
    """Seen only where sending comes next, or where the form hides the button that leads on."""

    def __init__(self, go: Callable[[str, str], object], go_on: Callable[[], object]) -> None:
        super().__init__("", self.follow)
        self._go, self._go_on = go, go_on
        self._view: AccessionView | None = None
        self._last: Finding | None = None
        self._is_covered = False
        self.setToolTip(_("Va al controllo che segue, poi a ciò che c'è da fare (F8)"))

    def show_view(self, view: AccessionView) -> None:
        """Say how many are left to mend."""
        self._view = view
        self._show()

    def cover(self, is_covered: bool) -> None:  # noqa: FBT001 - a slot of a signal
        """Where the form lies over the list, the way on stays in sight."""
        self._is_covered = is_covered
        self._show()

    def follow(self) -> None:
        """Go to the field of the next one; where none is left, to what comes next."""
        found = blocks(self._view.findings) if self._view is not None else ()
        if self._view is None or not found or next_deed(self._view)[1] != _SENDING:
            self._go_on()
            return
        place = found.index(self._last) + 1 if self._last in found else 0
        self._last = found[place % len(found)]
        self._go(self._last.item_key, self._last.field)

    def _show(self) -> None:
        if self._view is None:
            return
        count = len(blocks(self._view.findings))
        words, key = next_deed(self._view)
        told = ngettext("Controllo da sistemare (F8)", "{count} controlli da sistemare (F8)", count)
        is_sending = key == _SENDING and count > 0
        self.setText(told.format(count=count) if is_sending else words)
        self.setVisible(is_sending or (self._is_covered and bool(words and key)))
