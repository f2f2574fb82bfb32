# SPDX-License-Identifier: EUPL-1.2
"""`centre list | show | compare`: the aggregation centres, what the sources tell of them, two or three side by side."""

from dataclasses import asdict

import click

from app.actions import centres as actions
from app.actions.centre_comparison import ComparisonLine, comparison_lines
from app.cli.grammar import word_group
from app.cli.words import Words, pass_words
from app.domain.catalogue import Fact
from app.text import _, in_language
from app.text.catalogue_labels import fact_label
from app.text.centre_labels import place_label, verdict_label


@word_group(help=_("I centri di aggregazione."))
def centre() -> None:
    """Words on the centres."""


@centre.command(name="list", help=_("Elenca i centri."))
@pass_words
def list_centres(words: Words) -> None:
    """All centres."""
    rows = actions.survey_centres(words.store).rows
    document = [
        {
            "code": row.centre.code,
            "name": row.centre.name,
            "lead_authority": row.centre.lead_authority,
            "catchment": row.place.value,
            "services": len(row.centre.services),
            "is_withdrawn": row.centre.is_withdrawn,
            "accession": row.ours.id if row.ours else None,
        }
        for row in rows
    ]
    words.answer(document, [_row_line(row) for row in rows])


@centre.command(help=_("Mostra un centro, ogni dato con la sua fonte."))
@click.argument("code", metavar=_("CODICE"))
@pass_words
def show(words: Words, code: str) -> None:
    """The sourced facts of one centre."""
    item = actions.show_centre(words.store, code)
    lines = [f"{item.code}  {item.name}", _("Capofila: {name}").format(name=item.lead_authority)]
    words.answer(asdict(item), [*lines, *(_fact_line(fact) for fact in item.facts)])


@centre.command(help=_("Confronta due o tre centri."))
@click.argument("codes", nargs=-1, required=True, metavar=_("CODICE CODICE [CODICE]"))
@pass_words
def compare(words: Words, codes: tuple[str, ...]) -> None:
    """Centres side by side, point by point."""
    comparison = actions.compare(words.store, codes)
    lines = comparison_lines(comparison)
    names = [item.code for item in comparison.centres]
    document = [
        {"point": line.point, "verdict": line.verdict.value, **dict(zip(names, line.cells, strict=True))}
        for line in lines
    ]
    words.answer(document, [_line_of(line, names) for line in lines])


def _row_line(row: actions.CentreRow) -> str:
    place = place_label(row.place.value).lower()
    return f"{row.centre.code}  {row.centre.name}, {row.centre.lead_authority} ({place})"


def _line_of(line: ComparisonLine, names: list[str]) -> str:
    cells = "; ".join(f"{name}: {cell}" for name, cell in zip(names, line.cells, strict=True))
    return f"{verdict_label(line.verdict.value)}  {line.point}  {cells}".replace("\n", " / ")


def _fact_line(fact: Fact) -> str:
    value = in_language(fact.value, fact.value_en)
    mark = _(", dedotto") if fact.inferred else ""
    return f"{fact_label(fact.field)}: {value}  [{fact.source}{mark}]"
