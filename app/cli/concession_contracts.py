# SPDX-License-Identifier: EUPL-1.2
"""`concession contract ...`: service contracts, opened, corrected and moved on from the command line."""

from typing import Any

import click

from app.actions import contracts
from app.actions.accessions import find_accession
from app.actions.contract_fields import FIELDS
from app.actions.contract_steps import take_contract_step
from app.cli.concession_fields import fields_of, read_typed
from app.cli.concession_json import contract_json, contract_row_json
from app.cli.concession_lines import contract_lines, contract_row_line
from app.cli.days import DAY
from app.cli.grammar import word_group
from app.cli.words import Words, pass_words
from app.domain.concessions import ContractId, ServiceContract
from app.domain.contract_states import ContractStep
from app.text import _, day, ngettext
from app.text.concession_labels import contract_state_label, contract_step_label

_STEPS = click.Choice([step.value for step in ContractStep])


@word_group(help=_("I contratti di servizio: aprirli, correggerli, registrare un passo."))
def contract() -> None:
    """Words on contracts."""


@contract.command(name="list", help=_("Elenca i contratti con la loro scadenza e il canone dell'anno."))
@pass_words
def list_contracts(words: Words) -> None:
    """Every contract."""
    rows = contracts.survey_contracts(words.store)
    words.answer([contract_row_json(row) for row in rows], [contract_row_line(row) for row in rows])


@contract.command(help=_("Apre un contratto scritto a mano."), valid_words=[fields_of(FIELDS)])
@click.argument("title", metavar=_("NOME"))
@click.argument("fields", nargs=-1, metavar=_("CAMPO=VALORE..."))
@pass_words
def new(words: Words, title: str, fields: tuple[str, ...]) -> None:
    """Open a contract."""
    typed = read_typed(ServiceContract, fields, words.store.today())
    contract_id, _changes = contracts.open_contract(words.store, title, **typed)
    _answer(words, contract_id, _("Contratto n. {id} aperto.").format(id=contract_id))


@contract.command(name="from-accession", help=_("Apre i contratti dei servizi di un'adesione attiva."))
@click.argument("key", metavar="ID")
@click.option("--service", "codes", multiple=True, metavar=_("CODICE"), help=_("Solo questo servizio."))
@pass_words
def from_accession(words: Words, key: str, codes: tuple[str, ...]) -> None:
    """Open those of a membership."""
    accession_id = find_accession(words.store, key)
    wanted = tuple(code.upper() for code in codes)
    opened, _changes = contracts.open_from_accession(words.store, accession_id, wanted)
    told = ngettext("{count} contratto aperto.", "{count} contratti aperti.", len(opened))
    words.answer({"opened": list(opened)}, [told.format(count=len(opened))])


@contract.command(help=_("Apre un contratto come un altro: fornitore, persone e attivazione."))
@click.argument("key", metavar="ID")
@click.argument("title", metavar=_("NOME"))
@pass_words
def duplicate(words: Words, key: str, title: str) -> None:
    """Open one after another."""
    added, _changes = contracts.duplicate_contract(words.store, contracts.find_contract(words.store, key), title)
    _answer(words, added, _("Contratto n. {id} aperto.").format(id=added))


@contract.command(help=_("Corregge i campi di un contratto; vuoto li svuota."), valid_words=[fields_of(FIELDS)])
@click.argument("key", metavar="ID")
@click.argument("fields", nargs=-1, required=True, metavar=_("CAMPO=VALORE..."))
@pass_words
def correct(words: Words, key: str, fields: tuple[str, ...]) -> None:
    """Correct a contract."""
    contract_id = contracts.find_contract(words.store, key)
    seen = contracts.show_contract(words.store, contract_id).contract.version
    contracts.correct_contract(
        words.store, contract_id, seen, **read_typed(ServiceContract, fields, words.store.today())
    )
    _answer(words, contract_id, _("Contratto n. {id} corretto.").format(id=contract_id))


@contract.command(help=_("Registra un passo di un contratto."))
@click.argument("key", metavar="ID")
@click.argument("step", metavar=_("PASSO"), type=_STEPS)
@click.option("--on", required=True, type=DAY, help=_("Quando è avvenuto."))
@click.option("--number", default="", metavar=_("NUMERO"), help=_("Il numero dell'atto o del protocollo."))
@click.option("--reason", default="", metavar=_("TESTO"), help=_("Il motivo."))
@click.option("--document", "document_id", type=int, default=None, metavar="ID", help=_("Il documento che lo prova."))
@click.option("--override", "overridden", multiple=True, metavar=_("CODICE"), help=_("Un controllo messo da parte."))
@click.option("--with-fee", is_flag=True, help=_("Sospende, o fa riprendere, anche il canone."))
@pass_words
def step(words: Words, /, key: str, step: str, **form: Any) -> None:  # noqa: ANN401 - the options above
    """Record a step."""
    contract_id = contracts.find_contract(words.store, key)
    take_contract_step(words.store, contract_id, ContractStep(step), **form)
    state = contract_state_label(contracts.show_contract(words.store, contract_id).contract.state.value)
    told = _("{step} il {day}. Il contratto n. {id} è ora: {state}.")
    _answer(
        words,
        contract_id,
        told.format(step=contract_step_label(step), day=day(form["on"]), id=contract_id, state=state),
    )


@contract.command(help=_("Elimina un contratto mai partito."))
@click.argument("key", metavar="ID")
@pass_words
def remove(words: Words, key: str) -> None:
    """Let go of a contract that never ran."""
    contract_id = contracts.find_contract(words.store, key)
    contracts.remove_contract(words.store, contract_id)
    words.answer({"id": contract_id}, [_("Contratto n. {id} eliminato.").format(id=contract_id)])


def show_words(words: Words, key: str) -> None:
    """Answer with a whole contract."""
    view = contracts.show_contract(words.store, contracts.find_contract(words.store, key))
    words.answer(contract_json(view), list(contract_lines(view)))


def _answer(words: Words, contract_id: ContractId, told: str) -> None:
    words.answer(contract_json(contracts.show_contract(words.store, contract_id)), [told])
