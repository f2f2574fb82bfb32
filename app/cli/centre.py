# SPDX-License-Identifier: EUPL-1.2
"""`centre list | show`: the aggregation centres and what the sources tell of them."""

from dataclasses import asdict

import click

from app.actions import centres as actions
from app.cli.grammar import word_group
from app.cli.words import Words, pass_words
from app.domain.catalogue import Fact
from app.text import _, in_language
from app.text.catalogue_labels import fact_label


@word_group(help=_("I centri di aggregazione."))
def centre() -> None:
    """Words on the centres."""


@centre.command(name="list", help=_("Elenca i centri."))
@pass_words
def list_centres(words: Words) -> None:
    """All centres."""
    centres = actions.list_centres(words.store)
    document = [{"code": item.code, "name": item.name, "lead_authority": item.lead_authority} for item in centres]
    words.answer(document, [f"{item.code}  {item.name}, {item.lead_authority}" for item in centres])


@centre.command(help=_("Mostra un centro, ogni dato con la sua fonte."))
@click.argument("code", metavar=_("CODICE"))
@pass_words
def show(words: Words, code: str) -> None:
    """The sourced facts of one centre."""
    item = actions.show_centre(words.store, code)
    lines = [f"{item.code}  {item.name}", _("Capofila: {name}").format(name=item.lead_authority)]
    words.answer(asdict(item), [*lines, *(_fact_line(fact) for fact in item.facts)])


def _fact_line(fact: Fact) -> str:
    value = in_language(fact.value, fact.value_en)
    mark = _(", dedotto") if fact.inferred else ""
    return f"{fact_label(fact.field)}: {value}  [{fact.source}{mark}]"
