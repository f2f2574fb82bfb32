# SPDX-License-Identifier: EUPL-1.2
"""The search of the window: asks the store, and opens what was chosen on its page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.shell.search_box import SearchBox

if TYPE_CHECKING:
    from app.actions.search import Hit
    from app.ui.tasks import Tasks

_PAGE_OF_KIND = {
    "service": ("catalogue", ""),
    "centre": ("centres", ""),
    "accession": ("accession", ""),
    "concession": ("concession", ""),
    "contract": ("contract", ""),
    "invoice": ("invoices", ""),
    "document": ("documents", ""),
    "act": ("documents", "act:"),
    "project": ("funding", ""),
    "call": ("funding", "call:"),
}


class Finding(QObject):
    """Lives as long as the box it answers."""

    def __init__(self, box: SearchBox, tasks: Tasks, open_page: Callable[[str, str], object]) -> None:
        super().__init__(box)
        self._box = box
        self._tasks = tasks
        self._open_page = open_page
        box.wanted.connect(self._find)
        box.chosen.connect(self._open)

    def _find(self, text: str) -> None:
        from app.actions.search import find_everywhere

        self._tasks.query(
            self, lambda store: find_everywhere(store, text), lambda hits: self._box.show_hits(text, hits)
        )

    def _open(self, hit: Hit) -> None:
        page, prefix = _PAGE_OF_KIND[hit.kind]
        self._open_page(page, prefix + hit.key)
