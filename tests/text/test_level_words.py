# SPDX-License-Identifier: EUPL-1.2
"""Service levels in words: periods, rules of penalties, and each line of how one was reckoned."""

from datetime import date
from decimal import Decimal

import pytest

from app.domain.fees import PERIODS
from app.domain.level_import import RowKind
from app.domain.level_rules import LevelBases, Outcome, judge
from app.domain.level_stages import Stage
from app.domain.service_levels import DIRECTIONS, PENALTY_BASES, PENALTY_RULES
from app.text import level_import_words, level_words
from app.text.level_words import (
    cap_words,
    missing_words,
    number_words,
    penalty_words,
    period_label,
    target_words,
    working_words,
)
from tests.levels import indicator, reading

JULY = date(2026, 7, 1)


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("monthly", "luglio 2026"),
        ("bimonthly", "4° bimestre 2026"),
        ("quarterly", "3° trimestre 2026"),
        ("four_monthly", "2° quadrimestre 2026"),
        ("half_yearly", "2° semestre 2026"),
        ("yearly", "2026"),
        ("once", "01/07/2026"),
    ],
)
def test_a_period_is_said_as_the_office_says_it(period: str, words: str) -> None:
    assert period_label(period, JULY) == words


def test_each_key_has_its_words() -> None:
    for said, keys in (
        (level_words.every_period, PERIODS),
        (level_words.direction_label, DIRECTIONS),
        (level_words.rule_label, PENALTY_RULES),
        (level_words.base_label, PENALTY_BASES),
    ):
        assert len({said(key) for key in keys}) == len(keys)
    assert all(level_words.outcome_label(outcome) for outcome in Outcome)
    assert len({level_words.stage_label(stage) for stage in Stage}) == len(Stage)
    assert len({level_import_words.row_kind(kind) for kind in RowKind}) == len(RowKind)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"penalty_rule": "none"}, "Nessuna penale"),
        ({}, "100,00 € per ogni 0,5 % oltre l'obiettivo"),
        ({"threshold": Decimal(99)}, "100,00 € per ogni 0,5 % oltre la soglia"),
        ({"penalty_step": None}, "100,00 € per ogni scaglione da inserire oltre l'obiettivo"),
        ({"penalty_rule": "fixed", "penalty_amount": None}, "importo da inserire per ogni mancanza"),
        (
            {"penalty_rule": "percent", "penalty_percent": Decimal("1.5"), "penalty_base": "year_fee"},
            "1,5 % del canone dell'anno per ogni mancanza",
        ),
        ({"penalty_rule": "percent"}, "percentuale da inserire per ogni mancanza"),
    ],
)
def test_the_rule_is_one_sentence(fields: dict[str, object], words: str) -> None:
    assert plain(penalty_words(indicator(**fields))) == words


def test_target_cap_and_what_is_missing_are_said() -> None:
    assert plain(target_words(indicator(threshold=Decimal(99)))) == "almeno 99,5 %, soglia 99 %"
    assert target_words(indicator(target=None)) == "obiettivo da inserire"
    assert cap_words(indicator()) == ""
    both = indicator(cap_amount=Decimal(500), cap_percent=Decimal(10), cap_base="contract_value")
    assert plain(cap_words(both)) == "al massimo 500,00 € e 10 % del valore del contratto all'anno"
    of_year = indicator(cap_percent=Decimal(10), cap_base="year_fee")
    assert plain(cap_words(of_year)) == "al massimo 10 % del canone dell'anno"
    both = indicator(cap_amount=Decimal(500), cap_percent=Decimal(10), cap_base="year_fee")
    assert plain(cap_words(both)) == "al massimo 500,00 € all'anno e 10 % del canone dell'anno"
    assert missing_words(("penalty_step", "year_fee")) == "manca lo scaglione, il canone dell'anno"
    assert number_words(None, "%") == ""


def test_the_working_can_be_checked_by_hand() -> None:
    asked = indicator(cap_amount=Decimal(450))
    readings = [reading("98.4"), reading("98.4", date(2026, 2, 1)), reading("90", JULY, waived_reason="Lavori")]
    judged = judge(asked, readings, LevelBases())
    lines = [[plain(working_words(step, "%")) for step in judged[one.id].working] for one in readings]
    assert lines[0] == [
        "Misura 98,4 %, obiettivo 99,5 %: sotto di 1,1 %",
        "1,1 % diviso 0,5 %: 3 scaglioni, quelli iniziati contano interi",
        "100,00 € per 3 scaglioni: 300,00 €",
    ]
    assert lines[1][-1] == "Tetto del 2026: 450,00 €, già usati 300,00 €; restano 150,00 €"
    assert lines[2][-1] == "Non applicata: Lavori"


@pytest.mark.parametrize(
    ("direction", "value", "words"),
    [
        ("at_least", "99.2", "Misura 99,2 %, obiettivo 99,5 %: sotto di 0,3 %"),
        ("at_most", "99.8", "Misura 99,8 %, obiettivo 99,5 %: oltre di 0,3 %"),
    ],
)
def test_a_gap_is_said_on_the_side_on_which_it_lies(direction: str, value: str, words: str) -> None:
    got = reading(value)
    judged = judge(indicator(direction=direction), [got], LevelBases())[got.id]
    assert plain(working_words(judged.working[0], "%")) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("per_step", "100,00 € per 1 scaglione: 100,00 €"),
        ("fixed", "Importo fisso per ogni mancanza: 100,00 €"),
    ],
)
def test_an_amount_says_what_it_is_counted_for(rule: str, words: str) -> None:
    got = reading("99.2")
    judged = judge(indicator(penalty_rule=rule), [got], LevelBases())[got.id]
    assert plain(working_words(judged.working[-1])) == words


def test_a_percentage_says_what_it_is_of() -> None:
    asked = indicator(
        penalty_rule="percent", penalty_percent=Decimal(2), penalty_base="period_fee", threshold=Decimal(99)
    )
    got = reading("98", JULY, penalty=Decimal(5))
    judged = judge(asked, [got], LevelBases({JULY: Decimal(1000)}))[got.id]
    assert [plain(working_words(step, "%")) for step in judged.working] == [
        "Misura 98 %, soglia 99 %: sotto di 1 %",
        "2 % di 1.000,00 € (canone del periodo): 20,00 €",
        "Penale decisa dall'ufficio: 5,00 €",
    ]


def test_without_a_rule_there_is_no_penalty() -> None:
    got = reading("98")
    judged = judge(indicator(penalty_rule="none"), [got], LevelBases())[got.id]
    assert working_words(judged.working[-1]) == "Il contratto non prevede una penale"
