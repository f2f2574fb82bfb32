# SPDX-License-Identifier: EUPL-1.2
"""Centres side by side in words: for the screen, for paper and for a file, the same ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.actions.centres import compare
from app.actions.tables import Table
from app.domain.centres import Comparison, ComparisonRow, Verdict
from app.store import Store
from app.text import _, in_language
from app.text.centre_labels import centre_kind_label, compared_label, inferred_mark, not_told, verdict_label


@dataclass(frozen=True, slots=True)
class ComparisonLine:
    """One point of a comparison in the language in use, a cell for each centre."""

    point: str
    cells: tuple[str, ...]
    is_told: tuple[bool, ...]  # of each centre, whether a source tells it
    verdict: Verdict


def comparison_lines(comparison: Comparison) -> tuple[ComparisonLine, ...]:
    """Every point in words; where no source tells, the cell says so."""
    places = range(len(comparison.centres))
    return tuple(
        ComparisonLine(
            point=_point(comparison, row),
            cells=tuple(_cell(comparison, row, place) for place in places),
            is_told=tuple(bool(values) for values in row.cells),
            verdict=row.verdict,
        )
        for row in comparison.rows
    )


def comparison_table(store: Store, codes: Sequence[str]) -> Table:
    """A comparison as a list to write to a file: one column a centre, and how they compare."""
    comparison = compare(store, codes)
    lines = comparison_lines(comparison)
    return Table(
        title=_("Centri a confronto"),
        keys=("point", *(centre.code for centre in comparison.centres), "verdict"),
        headers=(_("Punto"), *(centre.name for centre in comparison.centres), _("Confronto")),
        rows=tuple((line.point, *line.cells, line.verdict.value) for line in lines),
        said=lambda row: (*row[:-1], verdict_label(str(row[-1]))),
    )


def _point(comparison: Comparison, row: ComparisonRow) -> str:
    if row.kind != "service":
        return compared_label(row.kind, row.key)
    service = next(service for service in comparison.services if service.code == row.key)
    return f"{service.code} · {in_language(service.name, service.name_en)}"


def _cell(comparison: Comparison, row: ComparisonRow, place: int) -> str:
    values = row.cells[place]
    if row.kind == "service":
        return _("Sì") if values else _("Nessuna fonte lo mostra")
    if row.kind == "fact":
        facts = [fact for fact in comparison.centres[place].facts if fact.field == row.key]
        said = (in_language(fact.value, fact.value_en) for fact in facts)
        marks = (f" {inferred_mark()}" if fact.inferred else "" for fact in facts)
        return "\n".join(value + mark for value, mark in zip(said, marks, strict=True)) or not_told()
    return ", ".join(centre_kind_label(value) if row.key == "kind" else value for value in values) or not_told()
