# SPDX-License-Identifier: EUPL-1.2
"""Adding a line of our own to the checklist; what was typed for it stays until it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.accession_states import Actor
from app.text import _

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.ui.accession.ask import Ask
    from app.ui.accession.place import Place


def add_own_line(place: Place, asker: QObject, ask: Ask, title: str, actor: str) -> None:
    """Put one more line at the end; a refusal is told beside the field."""
    from app.actions.accession_items import add_item

    def on_added() -> None:
        ask.done()
        place.desk.window.toast(_("Riga aggiunta: «{title}»").format(title=title), with_undo=True)

    place.desk.tasks.act(
        asker,
        lambda store: add_item(store, place.accession_id, title, Actor(actor)),
        lambda _done: on_added(),
        ask.refused,
    )
