# SPDX-License-Identifier: EUPL-1.2
"""`concession list | show | new | correct | remove`: what runs, and the concessions behind it."""

import click

from app.actions import concessions
from app.actions.contracts import survey_contracts
from app.cli.concession_contracts import show_words
from app.cli.concession_fields import fields_of, layer_option, read_typed
from app.cli.concession_json import concession_json, contract_row_json, plain
from app.cli.concession_lines import concession_lines, concession_row_line, contract_row_line
from app.cli.grammar import word
from app.cli.words import Words, pass_words
from app.domain.concessions import Concession
from app.text import _


@word(name="list", help=_("Elenca i contratti e le concessioni, con la loro scadenza."))
@pass_words
def list_all(words: Words) -> None:
    """Every contract and every concession."""
    rows, behind = survey_contracts(words.store), concessions.list_concessions(words.store)
    document = {"contracts": [contract_row_json(row) for row in rows], "concessions": [plain(one) for one in behind]}
    lines = [*map(contract_row_line, rows)]
    if behind:
        lines += [_("Concessioni:"), *map(concession_row_line, behind)]
    words.answer(document, lines)


@word(help=_("Mostra un contratto, o con --layer L0 una concessione."))
@click.argument("key", metavar="ID")
@layer_option
@pass_words
def show(words: Words, key: str, layer: str) -> None:
    """One of them."""
    if layer == "L2":
        show_words(words, key)
        return
    view = concessions.show_concession(words.store, concessions.find_concession(words.store, key))
    words.answer(concession_json(view), list(concession_lines(view)))


@word(help=_("Scrive una concessione; del comune con is_ours=sì."), valid_words=[fields_of(concessions.FIELDS)])
@click.argument("title", metavar=_("NOME"))
@click.argument("fields", nargs=-1, metavar=_("CAMPO=VALORE..."))
@pass_words
def new(words: Words, title: str, fields: tuple[str, ...]) -> None:
    """Write a concession down."""
    typed = read_typed(Concession, fields, words.store.today())
    added, _changes = concessions.add_concession(words.store, title, **typed)
    view = concessions.show_concession(words.store, added)
    words.answer(concession_json(view), [_("Concessione n. {id} scritta.").format(id=added)])


@word(help=_("Corregge i campi di una concessione; vuoto li svuota."), valid_words=[fields_of(concessions.FIELDS)])
@click.argument("key", metavar="ID")
@click.argument("fields", nargs=-1, required=True, metavar=_("CAMPO=VALORE..."))
@pass_words
def correct(words: Words, key: str, fields: tuple[str, ...]) -> None:
    """Correct a concession."""
    concession_id = concessions.find_concession(words.store, key)
    seen = concessions.show_concession(words.store, concession_id).concession.version
    typed = read_typed(Concession, fields, words.store.today())
    concessions.correct_concession(words.store, concession_id, seen, **typed)
    view = concessions.show_concession(words.store, concession_id)
    words.answer(concession_json(view), [_("Concessione n. {id} corretta.").format(id=concession_id)])


@word(help=_("Elimina una concessione a cui non è collegato nulla."))
@click.argument("key", metavar="ID")
@pass_words
def remove(words: Words, key: str) -> None:
    """Take a concession out."""
    concession_id = concessions.find_concession(words.store, key)
    concessions.remove_concession(words.store, concession_id)
    words.answer({"id": concession_id}, [_("Concessione n. {id} eliminata.").format(id=concession_id)])
