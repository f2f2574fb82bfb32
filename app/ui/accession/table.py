# SPDX-License-Identifier: EUPL-1.2
"""The checklist: the state of each line in words and with its icon, who acts, by when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.domain.checklist import ItemState
from app.text import _
from app.text.accession_labels import actor_label, item_state_label
from app.text.distance import days_away
from app.ui.accession.words import ITEM_ICONS, ITEM_TONES
from app.ui.accessions.words import item_title, near_tone, when_words
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.actions.accessions import ItemView


def lines_table(today: Callable[[], date], body: Callable[[], str]) -> DataTable:
    """The lines in the order of the procedure."""
    columns = [
        Column(
            "state",
            _("Stato"),
            lambda line: item_state_label(line.state.value),
            kind="status",
            tone=lambda line: ITEM_TONES[line.state],
            icon=lambda line: ITEM_ICONS[line.state],
        ),
        Column("title", _("Che cosa"), _title, stretch=True, width=150, tooltip=_title),
        Column("actor", _("Chi"), lambda line: _short(line.item.actor.value, body()), tooltip=_who(body)),
        Column(
            "due",
            _("Entro"),
            lambda line: _left(line, today()),
            kind="date",
            tone=lambda line: _due_tone(line, today()),
            tooltip=lambda line: when_words(line.due.on, today()) if line.due else "",
        ),
    ]
    return DataTable(columns, name=_("Che cosa c'è da fare"), identity=lambda line: line.item.key)


def _title(line: ItemView) -> str:
    return item_title(line.item)


def _short(actor: str, body: str) -> str:
    """Who acts in one word: the whole stands in the form."""
    words = {"secretary": _("Segretario"), "centre": _("Capofila"), "signer": _("Firmatario")}
    bodies = {"council": _("Consiglio"), "executive": _("Giunta")}
    if actor == "body":
        return bodies.get(body) or actor_label(actor, body)
    return words.get(actor) or actor_label(actor)


def _who(body: Callable[[], str]) -> Callable[[ItemView], str]:
    return lambda line: actor_label(line.item.actor.value, body())


def _left(line: ItemView, today: date) -> str:
    return days_away((line.due.on - today).days) if _is_due(line) and line.due else ""


def _is_due(line: ItemView) -> bool:
    return line.due is not None and line.state not in (ItemState.DONE, ItemState.SKIPPED)


def _due_tone(line: ItemView, today: date) -> str:
    tone = near_tone(line.due.on, today) if _is_due(line) and line.due else ""
    return tone if tone in ("bad", "warning") else ""
