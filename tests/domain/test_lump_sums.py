# SPDX-License-Identifier: EUPL-1.2
"""The composition of a lump sum is shown only where there is just one."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calls import LumpSum
from app.domain.lump_sums import ANY_BAND, compose, implied_residents
from app.formats.reference import load_calls, load_lump_sums

CLOUD = "1.2 Abilitazione al cloud - Comuni - Aprile 2022"
DATA = "1.3.1 Piattaforma Digitale Nazionale Dati - Comuni Ottobre 2022"
PAYMENTS = "1.4.3 - pagoPA - Comuni - Settembre 2022"
SEND = "1.4.5 'Piattaforma Notifiche Digitali' Comuni (Settembre 2022)"
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


def test_bands_with_the_same_parts_make_one_composition() -> None:
    found = compose(Decimal(10172), DATA, load_lump_sums())
    assert found is not None
    assert [(part.count, part.unit) for part in found.components] == [(1, "forfait per 1 API")]
    assert (found.population_min, found.population_max) == (0, 5000)
    assert not found.is_band_implied


@pytest.mark.parametrize(
    ("others", "count"), [([("23147", SEND)], 15), ([("59966", SEND)], 5), ([("47427.00", CLOUD), ("10172", DATA)], 15)]
)
def test_the_other_amounts_of_the_comune_decide_between_bands(others: list[tuple[str, str]], count: int) -> None:
    amount = Decimal(15 * 607)  # and 5 x 1,821, of the comuni above 20,000
    assert compose(amount, PAYMENTS, load_lump_sums()) is None
    residents = implied_residents([(Decimal(other), call) for other, call in others], load_lump_sums())
    found = compose(amount, PAYMENTS, load_lump_sums(), residents)
    assert found is not None
    assert [part.count for part in found.components] == [count]
    assert found.is_band_implied


def test_amounts_that_disagree_imply_nothing() -> None:
    amounts = [(Decimal(23147), SEND), (Decimal(20344), DATA)]
    assert implied_residents(amounts, load_lump_sums()) == ANY_BAND
    assert implied_residents([], load_lump_sums()) == ANY_BAND
    assert implied_residents([(Decimal(97247), SEND)], load_lump_sums()) == (250001, None)


def test_every_part_has_its_english() -> None:
    assert all(part.unit_en and part.how_known_en for part in load_lump_sums())


def test_every_real_amount_has_exactly_one_composition(shared: Path) -> None:
    rows, amounts = Counter[str](), defaultdict[str, list[tuple[Decimal, str]]](list)
    for row in _rows_for_comuni(shared):
        rows[row["avviso"]] += 1
        amounts[row["codice_ipa"].lower()].append((Decimal(row["importo_finanziamento"]), row["avviso"]))
    assert rows == {
        CLOUD: 5113,
        "1.2 Abilitazione al Cloud - Comuni - Luglio 2022": 2369,
        "1.4.4 Adozione SPID CIE  - Comuni - Aprile 2022": 5262,
        "1.4.4 Adozione SPID CIE  - Comuni - Settembre 2022": 1868,
        "1.4.4 Adozione ANPR ANSC - Comuni - luglio 2024": 3863,
        SEND: 5121,
        "1.4.5 'Piattaforma Notifiche Digitali' Comuni (maggio 2024)": 2586,
    }
    for amount, call in {pair for pairs in amounts.values() for pair in pairs}:
        assert compose(amount, call, load_lump_sums()) is not None, (amount, call)
    several = [pairs for pairs in amounts.values() if len(pairs) > 2][:300]
    assert all(implied_residents(pairs, load_lump_sums()) != ANY_BAND for pairs in several)


def _rows_for_comuni(shared: Path) -> Iterator[dict[str, str]]:
    titles = {call.title for call in load_calls() if call.is_for_municipalities}
    for file in sorted((shared / "opendata").glob("candidature_finanziate_*.csv")):
        with file.open(encoding="utf-8", newline="") as opened:
            yield from (row for row in csv.DictReader(opened) if row["avviso"] in titles)
