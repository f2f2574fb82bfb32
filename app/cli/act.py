# SPDX-License-Identifier: EUPL-1.2
"""`act add | list | show | set | remove`: the register of acts."""

from collections.abc import Callable
from typing import Any

import click

from app.actions import acts as actions
from app.actions.accessions import find_accession
from app.actions.document_survey import survey_documents
from app.cli.days import DAY
from app.cli.document_json import act_json, act_row_line, act_view_json, act_view_lines
from app.cli.grammar import word_group
from app.cli.words import Words, pass_words
from app.domain.acts import ACT_KINDS, BODIES, ActId
from app.text import _
from app.text.document_labels import act_name

Decorated = Callable[..., Any]


def _fields(function: Decorated) -> Decorated:
    """The options that say what is written of an act; one that is not given changes nothing."""
    text: dict[str, Any] = {"default": None, "metavar": _("TESTO")}
    day: dict[str, Any] = {"type": DAY, "default": None}
    options = [
        click.option("--body", type=click.Choice(BODIES), default=None, help=_("L'organo.")),
        click.option("--number", default=None, metavar=_("NUMERO"), help=_("Il numero.")),
        click.option("--on", help=_("La data."), **day),
        click.option("--subject", help=_("L'oggetto."), **text),
        click.option("--immediate/--not-immediate", "is_immediate", default=None, help=_("Immediatamente eseguibile.")),
        click.option("--published-on", help=_("Pubblicato all'albo dal."), **day),
        click.option("--published-until", help=_("Pubblicato all'albo fino al."), **day),
        click.option("--publication-place", help=_("Dove è pubblicato."), **text),
        click.option("--enforceable-on", help=_("Esecutivo da un giorno diverso da quello calcolato."), **day),
        click.option("--enforceable-reason", help=_("Perché da quel giorno."), **text),
        click.option("--technical-opinion-on", help=_("Il parere di regolarità tecnica."), **day),
        click.option("--accounting-opinion-on", help=_("Il parere di regolarità contabile."), **day),
        click.option("--auditor-opinion-on", help=_("Il parere dell'organo di revisione."), **day),
        click.option("--document", "document_id", type=int, default=None, metavar="ID", help=_("Il suo file.")),
        click.option("--accession", default=None, metavar="ID", help=_("La pratica a cui appartiene.")),
        click.option("--note", help=_("Una nota."), **text),
    ]
    for option in reversed(options):
        function = option(function)
    return function


@word_group(help=_("Il registro degli atti."))
def act() -> None:
    """Words on acts."""


@act.command(help=_("Registra un atto."))
@click.argument("kind", metavar=_("TIPO"), type=click.Choice(ACT_KINDS))
@_fields
@pass_words
def add(words: Words, /, kind: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Write an act down."""
    act_id, _changes = actions.register_act(words.store, kind=kind, **_given(words, given))
    view = actions.show_act(words.store, act_id)
    told = _("Registrato con il n. {id}: {act}")
    name = act_name(view.act.kind, view.act.number, view.act.on)
    words.answer(act_view_json(view), [told.format(id=act_id, act=name)])


@act.command(name="list", help=_("Elenca gli atti."))
@click.option("--accession", default=None, metavar="ID", help=_("Solo quelli di una pratica."))
@pass_words
def list_acts(words: Words, accession: str | None) -> None:
    """The register, the newest first."""
    wanted = find_accession(words.store, accession) if accession else None
    rows = [row for row in survey_documents(words.store).acts if wanted is None or row.act.accession_id == wanted]
    words.answer([act_json(row.act) for row in rows], [act_row_line(row) for row in rows])


@act.command(help=_("Mostra un atto con i giorni che la legge gli dà."))
@click.argument("act_id", metavar="ID", type=int)
@pass_words
def show(words: Words, act_id: int) -> None:
    """All that is known of an act."""
    view = actions.show_act(words.store, ActId(act_id))
    words.answer(act_view_json(view), act_view_lines(view))


@act.command(name="set", help=_("Corregge un atto."))
@click.argument("act_id", metavar="ID", type=int)
@_fields
@pass_words
def correct(words: Words, /, act_id: int, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Change fields of an act."""
    actions.correct_act(words.store, ActId(act_id), None, **_given(words, given))
    view = actions.show_act(words.store, ActId(act_id))
    words.answer(act_view_json(view), act_view_lines(view))


@act.command(help=_("Toglie un atto dal registro; il suo file resta tra i documenti, «undo» lo rimette."))
@click.argument("act_id", metavar="ID", type=int)
@pass_words
def remove(words: Words, act_id: int) -> None:
    """Take an act out."""
    actions.remove_act(words.store, ActId(act_id))
    words.answer({"id": act_id}, [_("Atto n. {id} tolto dal registro.").format(id=act_id)])


def _given(words: Words, options: dict[str, Any]) -> dict[str, Any]:
    """The fields that were said, with the procedure by its number."""
    fields = {name: value for name, value in options.items() if value is not None}
    accession = fields.pop("accession", None)
    return fields | ({"accession_id": find_accession(words.store, accession)} if accession else {})
