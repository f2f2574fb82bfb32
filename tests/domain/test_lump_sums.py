# SPDX-License-Identifier: EUPL-1.2
"""The composition of a lump sum is shown only where there is just one."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calls import LumpSum
from app.domain.lump_sums import compose
from app.formats.reference import load_calls, load_lump_sums

CLOUD = "1.2 Abilitazione al cloud - Comuni - Aprile 2022"
CITIZEN = "1.4.1 Esperienza del Cittadino - Comuni - Settembre 2022"


@pytest.mark.parametrize(
    ("amount", "call", "parts"),
    [
        ("47427.00", CLOUD, [("fixed", 1, "6000.00"), ("upgrade", 9, "4603.00")]),
        ("77897.00", CLOUD, [("fixed", 1, "12000.00"), ("upgrade", 13, "5069.00")]),
        ("79922.00", CITIZEN, [("fixed", 1, "28902.00"), ("service", 4, "12755.00")]),
        ("28902.00", CITIZEN, [("fixed", 1, "28902.00")]),
        ("6677.00", "1.4.3 - pagoPA - Comuni - Aprile 2022", [("service", 11, "607.00")]),
        ("14000.00", "1.4.4 Adozione SPID CIE  - Comuni - Aprile 2022", [("fixed", 1, "14000.00")]),
    ],
)
def test_known_amounts(amount: str, call: str, parts: list[tuple[str, int, str]]) -> None:
    found = compose(Decimal(amount), call, load_lump_sums())
    assert found is not None
    assert [(part.role, part.count, str(part.amount)) for part in found.components] == parts


@pytest.mark.parametrize(("amount", "call"), [("47427.01", CLOUD), ("0", CLOUD), ("47427", "altro"), ("6000", CLOUD)])
def test_an_amount_that_does_not_fit_has_no_composition(amount: str, call: str) -> None:
    assert compose(Decimal(amount), call, load_lump_sums()) is None


def test_two_ways_are_none() -> None:
    parts = [
        LumpSum("x", "a", "transfer", 0, 10, Decimal(10), 1, 9, "prova"),
        LumpSum("x", "b", "upgrade", 0, 10, Decimal(20), 1, 9, "prova"),
    ]
    assert compose(Decimal(40), "x", parts) is None
    assert compose(Decimal(10), "x", parts) is not None


@given(transfers=st.integers(0, 9), upgrades=st.integers(0, 9))
def test_what_was_put_together_is_taken_apart(transfers: int, upgrades: int) -> None:
    amount = Decimal(6000) + transfers * Decimal(1528) + upgrades * Decimal(4603)
    found = compose(amount, CLOUD, load_lump_sums())
    if 7 <= transfers + upgrades <= 9:
        assert found is not None
        counts = {part.role: part.count for part in found.components}
        assert (counts.get("transfer", 0), counts.get("upgrade", 0)) == (transfers, upgrades)
    else:
        assert found is None or found.population_min != 0


def test_every_real_amount_has_exactly_one_composition(shared: Path) -> None:
    titles = {call.title for call in load_calls() if call.is_for_municipalities}
    rows = 0
    for file in (shared / "opendata").glob("candidature_finanziate_*.csv"):
        with file.open(encoding="utf-8", newline="") as opened:
            seen = {(row["importo_finanziamento"], row["avviso"]) for row in csv.DictReader(opened)}
        for amount, call in seen:
            if call in titles:
                rows += 1
                assert compose(Decimal(amount), call, load_lump_sums()) is not None, (amount, call)
    assert rows > 100
