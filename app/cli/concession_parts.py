# SPDX-License-Identifier: EUPL-1.2
"""`concession contact | guarantee | change`: what hangs on a contract or on a concession."""

import click

from app.actions import contract_changes, contract_parts
from app.cli.concession_fields import fields_of, layer_option, owner_of, read_typed
from app.cli.concession_json import plain
from app.cli.concession_lines import change_line
from app.cli.grammar import word, word_group
from app.cli.words import Words, pass_words
from app.domain.concessions import CONTACT_ROLES, GUARANTEE_KINDS, Contact, Guarantee
from app.domain.contract_changes import CHANGE_KINDS, ContractChange
from app.text import _
from app.text.change_words import change_kind_label
from app.text.concession_labels import guarantee_label, role_label


@word(help=_("Aggiunge una persona con il suo incarico."), valid_words=[fields_of(contract_parts.CONTACT_FIELDS)])
@click.argument("key", metavar="ID")
@click.argument("role", metavar=_("RUOLO"), type=click.Choice(CONTACT_ROLES))
@click.argument("name", metavar=_("NOME"))
@click.argument("fields", nargs=-1, metavar=_("CAMPO=VALORE..."))
@layer_option
@pass_words
def contact(words: Words, key: str, role: str, name: str, fields: tuple[str, ...], layer: str) -> None:
    """Add someone."""
    typed = read_typed(Contact, fields, words.store.today())
    added, _changes = contract_parts.add_contact(words.store, owner_of(words, key, layer), role, name, **typed)
    words.answer({"id": added, "role": role, "name": name}, [f"{role_label(role)}: {name}"])


@word(
    help=_("Aggiunge una garanzia o una polizza."),
    valid_words=[fields_of(contract_parts.GUARANTEE_FIELDS)],
)
@click.argument("key", metavar="ID")
@click.argument("kind", metavar=_("TIPO"), type=click.Choice(GUARANTEE_KINDS))
@click.argument("fields", nargs=-1, metavar=_("CAMPO=VALORE..."))
@layer_option
@pass_words
def guarantee(words: Words, key: str, kind: str, fields: tuple[str, ...], layer: str) -> None:
    """Add a guarantee."""
    typed = read_typed(Guarantee, fields, words.store.today())
    added, _changes = contract_parts.add_guarantee(words.store, owner_of(words, key, layer), kind, **typed)
    words.answer(
        {"id": added, "kind": kind}, [_("{what} n. {id} aggiunta.").format(what=guarantee_label(kind), id=added)]
    )


@word_group(help=_("Le modifiche in corso di contratto: atti aggiuntivi, revisioni, sospensioni, subentri."))
def change() -> None:
    """Words on changes."""


@change.command(help=_("Registra una modifica; scadenza, codici e fornitore nuovi valgono da subito."))
@click.argument("key", metavar="ID")
@click.argument("kind", metavar=_("TIPO"), type=click.Choice(CHANGE_KINDS))
@click.argument("fields", nargs=-1, metavar=_("CAMPO=VALORE..."))
@layer_option
@click.option("--with-fee", is_flag=True, help=_("Sospende, o fa riprendere, anche il canone."))
@pass_words
def add(words: Words, /, key: str, kind: str, fields: tuple[str, ...], layer: str, *, with_fee: bool) -> None:
    """Enter a change."""
    typed = read_typed(ContractChange, fields, words.store.today())
    owner = owner_of(words, key, layer)
    added, _changes = contract_changes.add_change(words.store, owner, kind, with_fee=with_fee, **typed)
    words.answer({"id": added, "kind": kind}, [_("Registrata: {kind}.").format(kind=change_kind_label(kind))])


@change.command(name="list", help=_("Elenca le modifiche di un contratto o di una concessione."))
@click.argument("key", metavar="ID")
@layer_option
@pass_words
def list_changes(words: Words, key: str, layer: str) -> None:
    """Every change."""
    found = contract_changes.list_changes(words.store, owner_of(words, key, layer))
    words.answer([plain(one) for one in found], [change_line(one) for one in found])


@change.command(help=_("Toglie una modifica; ciò che ha cambiato resta com'è."))
@click.argument("number", metavar=_("NUMERO"), type=int)
@pass_words
def remove(words: Words, number: int) -> None:
    """Take a change out."""
    contract_changes.remove_change(words.store, number)
    words.answer({"id": number}, [_("Modifica n. {id} tolta.").format(id=number)])
