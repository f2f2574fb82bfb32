# SPDX-License-Identifier: EUPL-1.2
"""`deadlines`: what is late and what falls due, of projects and procedures."""

from typing import Any

import click

from app.actions.deadlines import DueDay, about_words, list_deadlines, what_words, why_words
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.text import _, day
from app.text.duty_words import duty_away


@word(help=_("Le scadenze di progetti, adesioni e concessioni: prima quelle in ritardo."))
@click.option(
    "--within",
    type=click.IntRange(0, 100_000),
    metavar=_("GIORNI"),
    default=None,
    help=_("Solo quelle in ritardo e quelle dei prossimi giorni."),
)
@pass_words
def deadlines(words: Words, within: int | None) -> None:
    """What falls due."""
    store = words.store
    today = store.today()
    rows = list_deadlines(store, today, within)
    words.answer([_as_json(row) for row in rows], [_line(row, (row.on - today).days) for row in rows])
    if not rows:
        words.say(_("Nessuna scadenza nota."))


def _as_json(row: DueDay) -> dict[str, Any]:
    return {
        "due_on": row.on.isoformat(),
        "is_late": row.is_late,
        "subject": row.subject,
        "event": row.event,
        "key": row.key,
        "name": about_words(row),
        "what": what_words(row),
        "source": why_words(row),
    }


def _line(row: DueDay, days: int) -> str:
    return f"{day(row.on)}  {what_words(row)}: {about_words(row)} ({duty_away(row.event, days)})"
