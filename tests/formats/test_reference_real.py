# SPDX-License-Identifier: EUPL-1.2
"""The reference data against the real open data and the research, where they lie beside the project."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.calls import LumpSum
from app.formats.reference import load_calls, load_decrees, load_lump_sums, load_municipalities

FILES = (
    "candidature_finanziate_12_2023-03",
    "candidature_finanziate_144_2025-03",
    "candidature_finanziate_145_2026-08",
)
FOR_COMUNI = {call.title for call in load_calls() if call.is_for_municipalities}
INCORPORATED = "018082"  # Lirio, ended on 31 January 2026: no source held says into which comune it went


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[dict[str, str]]:
    """The rows of bodies of kind Comuni in the three files of candidature."""
    every = (row for name in FILES for row in rows_of(shared / "opendata" / f"{name}.csv"))
    return [row for row in every if row["tipologia_ente"] in ("Comune", "Comuni")]


def test_the_calls_are_the_rows_of_avvisi(shared: Path) -> None:
    told = [
        (
            row["titolo"],
            row["misura"],
            row["data_inizio_bando"],
            row["data_fine_bando"],
            row["stato"] == "TERMINATO",
            Decimal(row["totale_importo_stanziato"]),
            tuple(row["soggetti_destinatari"].split(";")),
        )
        for row in rows_of(shared / "opendata" / "avvisi_2026-08.csv")
    ]
    held = [
        (
            call.title,
            call.measure,
            call.opens_on.isoformat(),
            call.closes_on.isoformat(),
            call.is_closed,
            call.allocated,
            call.addressees,
        )
        for call in load_calls()
    ]
    assert held == told


def test_the_decrees_are_those_of_the_rows(rows: list[dict[str, str]]) -> None:
    held = {(decree.call, decree.window): decree for decree in load_decrees()}
    seen = defaultdict(set)
    for row in rows:
        if row["avviso"] in FOR_COMUNI:
            window, number = (
                str(int(float(row[name]))) for name in ("numero_finestra_temporale", "numero_di_protocollo")
            )
            seen[row["avviso"], window].add((number, row["data_finanziamento"]))
    assert len(seen) == 21
    for pair, told in seen.items():
        assert told == {(held[pair].number.split("/")[0], held[pair].decreed_on.isoformat())}, pair


def test_the_lump_sums_are_the_researched_ones(shared: Path) -> None:
    def figures(row: dict[str, str], call: str, amount: str) -> tuple[str, ...]:
        return (
            row[call],
            *(row[name] for name in ("population_min", "population_max", amount, "units_min", "units_max")),
        )

    researched = [figures(row, "avviso", "amount_eur") for row in rows_of(shared / "domain" / "lump_sums.csv")]
    held = [_figures_of(part) for part in load_lump_sums()]
    assert len(held) == 142
    assert Counter(held) == Counter(researched)


def _figures_of(part: LumpSum) -> tuple[str, ...]:
    numbers = (part.population_min, part.population_max, part.amount, part.units_min, part.units_max)
    return (part.call, *("" if number is None else str(number) for number in numbers))


def test_every_comune_with_a_code_is_found_by_it(rows: list[dict[str, str]]) -> None:
    known = {code for item in load_municipalities() for code in (item.istat, *item.previous_istat)}
    unknown = {row["cod_comune"] for row in rows} - known
    assert unknown == {INCORPORATED, "N/D"}


def test_comuni_without_a_code_are_those_of_recent_mergers(rows: list[dict[str, str]]) -> None:
    names = {item.name.casefold() for item in load_municipalities()}
    without = {row["comune"] for row in rows if row["cod_comune"] == "N/D"}
    ended = {"Albaredo Arnaboldi", "Castegnero", "Moransengo", "Nanto", "Ronago"}
    assert ended <= without
    assert {name for name in without if name.casefold() not in names} == ended


def test_names_and_provinces_are_those_of_the_open_data(rows: list[dict[str, str]]) -> None:
    by_code = {item.istat: item for item in load_municipalities()}
    newest = {row["cod_comune"]: row for row in rows}
    others = {
        (item.name, row["comune"])
        for code, row in newest.items()
        if (item := by_code.get(code)) and item.name.casefold() != row["comune"].casefold()
    }
    assert others == {
        ("Casorzo Monferrato", "Casorzo"),  # the row is of before the change of name
        ("None", ""),  # taken for a missing value where the file was split
    }
    provinces = {(by_code[code].province, row["provincia"]) for code, row in newest.items() if code in by_code}
    assert {pair for pair in provinces if pair[0] != pair[1]} == {("NA", "")}
