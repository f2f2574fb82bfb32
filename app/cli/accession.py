# SPDX-License-Identifier: EUPL-1.2
"""`accession ...`: joining a centre, renewing and leaving, from the command line alone."""

import click

from app.actions import accession_opening, accessions
from app.cli.accession_fields import read_fields
from app.cli.accession_items import item
from app.cli.accession_json import accession_json, finding_json, row_json, view_json
from app.cli.accession_lines import finding_line, row_line, service_lines, view_lines
from app.cli.accession_mail import export, pec, receipt, receive
from app.cli.accession_papers import attach, draft, folder
from app.cli.accession_services import service
from app.cli.accession_steps import record
from app.cli.grammar import word_group
from app.cli.valid_words import field_words
from app.cli.words import Words, pass_words
from app.domain.accession_states import Kind
from app.domain.coherence import blocks
from app.text import _
from app.text.accession_labels import kind_label

_KINDS = click.Choice([kind.value for kind in Kind])


@word_group(help=_("Le adesioni ai centri: dalla bozza all'atto controfirmato, il rinnovo, il recesso."))
def accession() -> None:
    """Words on procedures."""


@accession.command(help=_("Apre una pratica verso un centro."))
@click.argument("centre", metavar=_("CENTRO"))
@click.option("--kind", type=_KINDS, default=Kind.JOIN.value, help=_("Che pratica è; se manca, un'adesione."))
@click.option("--of", "parent", default="", metavar="ID", help=_("L'adesione da rinnovare o da lasciare."))
@click.option("--service", "codes", multiple=True, metavar=_("CODICE"), help=_("Un servizio da chiedere."))
@pass_words
def new(words: Words, centre: str, kind: str, parent: str, codes: tuple[str, ...]) -> None:
    """Open a procedure."""
    parent_id = accessions.find_accession(words.store, parent) if parent else None
    wanted = Kind(kind)
    accession_id, _changes = accession_opening.open_accession(
        words.store, centre, wanted, codes, of_accession_id=parent_id
    )
    view = accessions.show_accession(words.store, accession_id)
    told = _("Pratica n. {id} aperta: {kind}, {centre}").format(
        id=accession_id, kind=kind_label(wanted), centre=view.accession.centre_name
    )
    words.answer(view_json(view), [told, *(f"  {line}" for line in service_lines(view))])


@accession.command(name="list", help=_("Elenca le pratiche e le adesioni."))
@pass_words
def list_accessions(words: Words) -> None:
    """Every procedure."""
    rows = accessions.survey_accessions(words.store)
    words.answer([row_json(row) for row in rows], [row_line(row) for row in rows])


@accession.command(help=_("Mostra una pratica: lista, servizi, atti, documenti, passi, scadenze."))
@click.argument("key", metavar="ID")
@pass_words
def show(words: Words, key: str) -> None:
    """One procedure."""
    view = accessions.show_accession(words.store, accessions.find_accession(words.store, key))
    words.answer(view_json(view), list(view_lines(view)))


@accession.command(name="set", valid_words=[field_words], help=_("Scrive i campi di una pratica; vuoto li svuota."))
@click.argument("key", metavar="ID")
@click.argument("fields", nargs=-1, required=True, metavar=_("CAMPO=VALORE..."))
@pass_words
def set_fields(words: Words, key: str, fields: tuple[str, ...]) -> None:
    """Fill in fields."""
    accession_id = accessions.find_accession(words.store, key)
    seen = accessions.show_accession(words.store, accession_id).accession.version
    accessions.fill_in(words.store, accession_id, seen, **read_fields(fields, words.store.today()))
    written = accessions.show_accession(words.store, accession_id).accession
    words.answer(accession_json(written), [_("Scritto nella pratica n. {id}.").format(id=accession_id)])


@accession.command(help=_("I controlli prima dell'invio; se qualcosa blocca, finisce con 1."))
@click.argument("key", metavar="ID")
@pass_words
def check(words: Words, key: str) -> None:
    """What does not fit."""
    view = accessions.show_accession(words.store, accessions.find_accession(words.store, key))
    lines = [finding_line(finding) for finding in view.findings] or [_("Nulla da sistemare.")]
    words.answer([finding_json(finding) for finding in view.findings], lines)
    words.exit_status = 1 if blocks(view.findings) else 0


@accession.command(help=_("Elimina una pratica che è ancora una bozza."))
@click.argument("key", metavar="ID")
@pass_words
def remove(words: Words, key: str) -> None:
    """Let go of a draft."""
    accession_id = accessions.find_accession(words.store, key)
    accession_opening.remove_accession(words.store, accession_id)
    words.answer({"id": accession_id}, [_("Bozza n. {id} eliminata.").format(id=accession_id)])


for _word in (service, item, record, draft, attach, export, pec, receipt, receive, folder):
    accession.add_command(_word)
