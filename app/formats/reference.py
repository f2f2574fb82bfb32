# SPDX-License-Identifier: EUPL-1.2
"""The reference data of `resources/reference`: comuni, calls, decrees, lump sums, time limits."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from app.domain.calls import Call, Decree, LumpSum, TimeLimit
from app.domain.municipality import Municipality
from app.paths import resources


@cache
def reference_sources() -> dict[str, dict[str, Any]]:
    """Of each file: what it holds ("what"), of when it is ("date"), where it comes from ("sources"), and notes."""
    text = (resources() / "reference" / "sources.json").read_text(encoding="utf-8")
    content: dict[str, dict[str, Any]] = json.loads(text)
    return content


@cache
def load_municipalities() -> tuple[Municipality, ...]:
    """The comuni in force, by codice catastale."""
    source = reference_sources()["municipalities.csv"]["sources"][0]
    return tuple(
        Municipality(
            istat=row["istat"],
            name=row["name"],
            other_name=row["other_name"],
            province=row["province"],
            province_name=row["province_name"],
            region=row["region"],
            belfiore=row["belfiore"],
            previous_istat=tuple(row["previous_istat"].split(";")) if row["previous_istat"] else (),
            population_2011=_number(row["population_2011"]),
            source=source,
        )
        for row in _rows("municipalities.csv")
    )


@cache
def load_calls() -> tuple[Call, ...]:
    """The 57 calls of the open data, newest of each measure first."""
    source = reference_sources()["calls.csv"]["sources"][0]
    return tuple(
        Call(
            title=row["title"],
            label=row["label"],
            measure=row["measure"],
            opens_on=date.fromisoformat(row["opens_on"]),
            closes_on=date.fromisoformat(row["closes_on"]),
            is_closed=row["state"] == "TERMINATO",
            allocated=Decimal(row["allocated"]),
            addressees=tuple(row["addressees"].split(";")),
            source=source,
        )
        for row in _rows("calls.csv")
    )


@cache
def load_decrees() -> tuple[Decree, ...]:
    """The funding decree of each call and window for Comuni."""
    return tuple(
        Decree(row["call"], row["window"], row["number"], date.fromisoformat(row["decreed_on"]), row["source"])
        for row in _rows("decrees.csv")
    )


@cache
def load_lump_sums() -> tuple[LumpSum, ...]:
    """The lump-sum amounts for Comuni; an amount of None is not known."""
    return tuple(
        LumpSum(
            call=row["call"],
            unit=row["unit"],
            role=row["role"],
            population_min=_number(row["population_min"]),
            population_max=_number(row["population_max"]),
            amount=Decimal(row["amount"]) if row["amount"] else None,
            units_min=_number(row["units_min"]),
            units_max=_number(row["units_max"]),
            how_known=row["how_known"],
            unit_en=row["unit_en"],
            how_known_en=row["how_known_en"],
        )
        for row in _rows("lump_sums.csv")
    )


@cache
def load_time_limits() -> tuple[TimeLimit, ...]:
    """The time limits; those of call "" hold for all, and those without a figure are not known."""
    return tuple(
        TimeLimit(
            call=row["call"],
            event=row["event"],
            days=_number(row["days"]),
            months=_number(row["months"]),
            on=date.fromisoformat(row["on"]) if row["on"] else None,
            counted_from=row["counted_from"],
            source=row["source"],
            note=row["note"],
            note_en=row["note_en"],
        )
        for row in _rows("time_limits.csv")
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (resources() / "reference" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _number(text: str) -> int | None:
    return int(text) if text else None
