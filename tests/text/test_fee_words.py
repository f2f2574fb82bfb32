# SPDX-License-Identifier: EUPL-1.2
"""What the printed reckoning says is the amount: each line is read back and reckoned anew."""

import ast
import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.fee_schedule import instalments
from app.domain.fees import FIXED, PERIODS, PRO_RATAS, ROUNDINGS, THRESHOLDS, Instalment, WorkingStep
from app.domain.rounding import to_the_cent, with_decimals
from app.text import set_language
from app.text.fee_words import (
    instalment_state,
    missing_words,
    period_label,
    pro_rata_label,
    published,
    rounding_label,
    state_label,
    step_words,
    threshold_label,
    unit_price,
    working_lines,
)
from tests.fees import fee, index, reading, suspension, terms

_AMOUNTS = st.decimals("0", "999999.99", places=2)
_RESULTS = ("share_of_year", "share_of_days", "lump", "free", "units", "collected", "yearly_amount")


def _number(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", ".").replace("€", "").replace("\N{NO-BREAK SPACE}", "").strip())


def _reckon(words: str) -> Fraction:
    """What stands before "=", as a pupil would reckon it."""
    text = re.sub(r"^[^×=]*: (?=[0-9(])", "", words)
    text = re.sub(r" per \w+(?= ×)", "", text)
    text = re.sub(r"(?<=[0-9]) (?:giorni|postazioni|abitanti|GB)\b", "", text).replace("\N{NO-BREAK SPACE}", " ")
    text = re.sub(r"[0-9][0-9.]*(?:,[0-9]+)?", lambda found: f"Fraction('{_number(found[0])}')", text)
    text = text.replace(" €", "").replace(" %", "*Fraction('0.01')").replace("×", "*").replace("−", "-")
    return _value(ast.parse(text.strip(), mode="eval").body)


def _value(node: ast.expr) -> Fraction:
    if isinstance(node, ast.Call):
        (only,) = node.args
        assert isinstance(only, ast.Constant)
        return Fraction(str(only.value))
    assert isinstance(node, ast.BinOp), ast.dump(node)
    left, right = _value(node.left), _value(node.right)
    ways = {ast.Add: left + right, ast.Sub: left - right, ast.Mult: left * right}
    return ways[type(node.op)] if type(node.op) in ways else left / right


def _check_line(step: WorkingStep) -> None:
    words = step_words(step)
    if "=" not in words:
        return
    before, after = words.split(" = ", 1)
    told = _number(re.match(r"[-0-9.,]+", after)[0])  # type: ignore[index]  # a line without a figure fails
    reckoned = _reckon(before)
    if step.code == "index_variation":
        assert told == Fraction(with_decimals(reckoned * 100, 4)), words
        return
    assert told == Fraction(to_the_cent(reckoned, str(step.params.get("rounding", "half_up")))), words


def _check(one: Instalment) -> None:
    """Each line holds, and together they give the net amount and the total."""
    for step in one.working:
        _check_line(step)
    if one.net is None:
        return
    lines = [step.result for step in one.working if step.code in ("share_of_year", "share_of_days")]
    rounding = [step for step in one.working if step.code == "rounding"]
    if rounding:
        assert rounding[0].params["lines"] == sum(line for line in lines if line is not None)
        assert rounding[0].result == one.net
    elif one.model in FIXED and lines:
        assert sum(line for line in lines if line is not None) == one.net
    if one.gross is not None and one.vat:
        assert one.working[-1].result == one.gross


@settings(max_examples=500)
@given(
    amount=_AMOUNTS,
    start=st.dates(date(2020, 1, 1), date(2028, 12, 31)),
    length=st.integers(0, 1200),
    period=st.sampled_from([name for name, months in PERIODS.items() if months]),
    pro_rata=st.sampled_from(PRO_RATAS),
    is_calendar=st.booleans(),
    off=st.integers(0, 400),
    value=st.decimals("80", "150", places=1),
    share=st.decimals("0", "100", places=1),
    threshold=st.one_of(st.none(), st.decimals("0", "5", places=1)),
    cap=st.one_of(st.none(), st.decimals("0", "9", places=1)),
    kind=st.sampled_from(THRESHOLDS),
    rounding=st.sampled_from(ROUNDINGS),
)
def test_the_reckoning_read_back_gives_the_amount(
    *,
    amount: Decimal,
    start: date,
    length: int,
    period: str,
    pro_rata: str,
    is_calendar: bool,
    off: int,
    value: Decimal,
    share: Decimal,
    threshold: Decimal | None,
    cap: Decimal | None,
    kind: str,
    rounding: str,
) -> None:
    """Whatever the fee, its term, its suspension and its clause."""
    first = start + timedelta(days=200)
    one = fee(
        amount=amount, period=period, pro_rata=pro_rata, is_calendar=is_calendar, index_name="FOI",
        index_base=date(2019, 12, 1), index_lag=0, index_first_on=first, index_share=share,
        index_threshold=threshold, index_cap=cap, index_threshold_kind=kind, index_rounding=rounding,
        funded_until=start + timedelta(days=90),
    )  # fmt: skip
    values = (index(date(2019, 12, 1), "102.3"), index(first.replace(day=1), str(value)))
    stop = start + timedelta(days=off)
    of = terms(start, start + timedelta(days=length), suspensions=(suspension(stop, stop),), index_values=values)
    found = instalments(one, of, date(2033, 12, 31))
    assert found
    for each in found:
        _check(each)


@pytest.mark.parametrize(
    ("model", "told", "read"),
    [
        ("consumo", {"unit_price": "0.0375", "included": "500", "unit": "GB"}, "1234.5"),
        ("consumo", {"unit_price": "0.0375", "included": "500", "unit": "GB"}, "12"),
        ("transazione", {"unit_price": "0.15", "unit": "GB"}, "1203"),
        ("aggio", {"percent": "4.25"}, "12345.67"),
        ("canone_abitanti", {"unit_price": "1.234567", "quantity": "10", "unit": "abitanti"}, "4575"),
        ("quota_postazione", {"unit_price": "48", "quantity": "10", "unit": "postazioni"}, "13"),
    ],
)
def test_every_model_is_read_back(model: str, told: dict[str, str], read: str) -> None:
    """Units, percentages, quantities: each line holds, and the last before the VAT is the net amount."""
    one = fee(model=model, period="yearly", **told)
    of = terms(date(2027, 1, 1), date(2027, 12, 31), readings=(reading(date(2027, 1, 1), read),))
    (found,) = instalments(one, of, date(2027, 12, 31))
    _check(found)
    own = [step.result for step in found.working if step.code not in ("vat", "split")]
    assert own[-1] == found.net


def test_the_words_of_an_adjusted_quarter() -> None:
    """As the clerk reads them."""
    one = fee(
        amount="10000", period="quarterly", index_name="FOI", index_base=date(2024, 12, 1), index_lag=2,
        index_share="75", index_first_on=date(2026, 1, 1),
    )  # fmt: skip
    values = (index(date(2024, 12, 1), "113.9"), index(date(2025, 11, 1), "121.2"))
    found = instalments(one, terms(date(2026, 1, 1), date(2026, 12, 31), index_values=values), date(2026, 12, 31))
    said = [line.replace("\N{NO-BREAK SPACE}", " ") for line in working_lines(found[0].working)]
    assert said == [
        "Importo dell'anno: 10.000,00 €",
        "Adeguamento del 01/01/2026: indice FOI di novembre 2025, base dicembre 2024 (Prova)",
        "Variazione dell'indice: 121,2 / 113,9 − 1 = 6,4091 %",
        "10.000,00 € × (1 + 75 % × (121,2 / 113,9 − 1)) = 10.480,68 €",
        "10.480,68 € × 3/12 = 2.620,17 €",
        "IVA: 2.620,17 € × 22 % = 576,44 €",
        "Totale: 2.620,17 € + 576,44 € = 3.196,61 €. Scissione: al fornitore 2.620,17 €, all'Erario 576,44 €",
    ]


def test_every_state_and_gap_has_its_words() -> None:
    """What an instalment is, and what it lacks."""
    of = terms(date(2027, 1, 1), date(2027, 12, 31), suspensions=(suspension(date(2027, 3, 1), date(2027, 3, 31)),))
    found = instalments(fee(amount="1200", free_until=date(2027, 1, 31), funded_until=date(2027, 2, 28)), of, date.max)
    assert [instalment_state(one) for one in found[:4]] == ["free", "funded", "suspended", "due"]
    missing = instalments(fee(vat_rate=None), of, date.max)[0]
    assert (instalment_state(missing), missing_words(missing.missing)) == ("missing", "Manca l'importo")
    late = instalments(fee(amount="1", index_name="FOI"), of, date.max)[0]
    assert (instalment_state(late), missing_words(late.missing)) == ("provisional", "Manca l'indice")
    assert "data da inserire" in working_lines(late.working)[1]
    assert missing_words(()) == ""
    for state in ("free", "funded", "suspended", "missing", "provisional", "due"):
        assert state_label(state)


def test_labels_and_figures() -> None:
    """Every key has its words; figures follow the language."""
    assert all(period_label(one) for one in PERIODS)
    assert all(pro_rata_label(one) for one in PRO_RATAS)
    assert all(threshold_label(one) for one in THRESHOLDS)
    assert all(rounding_label(one) for one in ROUNDINGS)
    assert unit_price(Decimal("0.0375")) == "0,0375\N{NO-BREAK SPACE}€"
    set_language("en")
    assert unit_price(Decimal(48)) == "48.00\N{NO-BREAK SPACE}€"


def test_an_index_keeps_the_zero_with_which_it_was_published() -> None:
    told = [published(Decimal(text)) for text in ("121.0", "121", "121.40", "1234.5")]
    assert told == ["121,0", "121", "121,40", "1.234,5"]
