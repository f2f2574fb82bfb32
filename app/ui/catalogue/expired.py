# SPDX-License-Identifier: EUPL-1.2
"""The remark that the edition in force has run out: good for reading, not for joining."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.text import _, day
from app.text.catalogue_labels import publisher_label
from app.ui.widgets.callout import Callout

if TYPE_CHECKING:
    from app.domain.catalogue import EditionInfo


class ExpiredEdition(Callout):
    """Seen only while the edition loaded last is past its last day."""

    def __init__(self) -> None:
        super().__init__("", tone="warning")
        self.hide()

    def show_edition(self, edition: EditionInfo | None, today: date) -> None:
        """Say since when it has run out, or nothing."""
        until = edition.valid_until if edition else None
        if edition is None or until is None or until >= today:
            self.hide()
            return
        title = _("Il catalogo n. {number} di {publisher} è scaduto il {day}").format(
            number=edition.number, publisher=publisher_label(edition.publisher), day=day(until)
        )
        told = _("Per leggere va bene. Per inviare un'adesione serve un'edizione nuova: chiedila al centro.")
        self.show_words(title, told, "warning")
        self.show()
