# SPDX-License-Identifier: EUPL-1.2
"""`accession item ID LINE ...`: a line of the checklist that does not apply, has another day, or is our own."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from app.actions import accession_items as actions
from app.actions.accessions import find_accession, show_accession
from app.cli.accession_json import view_json
from app.cli.accession_lines import view_lines
from app.cli.days import DAY
from app.cli.grammar import word
from app.cli.valid_words import line_words
from app.cli.words import Words, pass_words
from app.domain.accessions import AccessionId, ChecklistItem
from app.errors import UserError
from app.text import _


@word(
    valid_words=[line_words],
    help=_("Una riga della lista: non si applica, ha un'altra scadenza, è fatta; con --add ne aggiunge una nostra."),
)
@click.argument("key", metavar="ID")
@click.argument("line", default="", metavar=_("[RIGA]"))
@click.option("--skip", default="", metavar=_("MOTIVO"), help=_("Perché non si applica."))
@click.option("--take-up", is_flag=True, help=_("Si applica di nuovo."))
@click.option("--due", type=DAY, help=_("Una scadenza diversa da quella calcolata."))
@click.option("--computed", is_flag=True, help=_("Torna alla scadenza calcolata."))
@click.option("--reason", default="", metavar=_("TESTO"), help=_("Perché un'altra scadenza."))
@click.option("--done", type=DAY, help=_("Quando è stata fatta, se l'abbiamo aggiunta noi."))
@click.option("--note", default=None, metavar=_("TESTO"), help=_("Una nota."))
@click.option("--drop", is_flag=True, help=_("Toglie una riga aggiunta da noi."))
@click.option("--add", default="", metavar=_("TITOLO"), help=_("Aggiunge una riga nostra."))
@pass_words
def item(words: Words, /, key: str, line: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Change a line of the checklist, or add one."""
    accession_id = find_accession(words.store, key)
    if given["add"]:
        actions.add_item(words.store, accession_id, given["add"])
    else:
        for change in _changes(given):
            change(words, _line(words, accession_id, line))
    view = show_accession(words.store, accession_id)
    words.answer(view_json(view), list(view_lines(view)))


_Change = Callable[[Words, ChecklistItem], object]


def _changes(given: dict[str, Any]) -> list[_Change]:
    """What was asked, each as an action of its own."""
    due: date | None = given["due"]
    wanted: dict[str, _Change] = {
        "skip": lambda words, one: actions.skip_item(words.store, one.id, one.version, given["skip"]),
        "take_up": lambda words, one: actions.take_up_item(words.store, one.id, one.version),
        "due": lambda words, one: actions.set_due(words.store, one.id, one.version, due, given["reason"]),
        "computed": lambda words, one: actions.set_due(words.store, one.id, one.version, None, ""),
        "done": lambda words, one: actions.mark_done(words.store, one.id, one.version, given["done"]),
        "note": lambda words, one: actions.note_item(words.store, one.id, one.version, given["note"]),
        "drop": lambda words, one: actions.drop_item(words.store, one.id),
    }
    return [change for name, change in wanted.items() if given[name] not in (None, "", False) or _empties(name, given)]


def _empties(name: str, given: dict[str, Any]) -> bool:
    return name == "note" and given["note"] == ""


def _line(words: Words, accession_id: AccessionId, key: str) -> ChecklistItem:
    view = show_accession(words.store, accession_id)
    line = view.item(key)
    if line is None:
        known = ", ".join(one.item.key for one in view.items)
        raise UserError("document.unknown_line", id=accession_id, item=key, known=known)
    return line.item
