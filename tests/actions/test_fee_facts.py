# SPDX-License-Identifier: EUPL-1.2
"""Fees in words."""

from datetime import date

import pytest

from app.actions.fee_facts import fee_facts, index_words, price_words
from tests.fees import fee


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"amount": "1200"}, "1.200,00 € all'anno"),
        ({"amount": "1200", "period": "once"}, "1.200,00 €"),
        ({}, "importo da inserire"),
        ({"model": "quota_inclusa"}, "compreso nella quota"),
        ({"model": "aggio", "percent": "4.25"}, "4,25 % del riscosso"),
        ({"model": "aggio"}, "percentuale da inserire"),
        ({"model": "transazione", "unit": "pagamento", "unit_price": "0.15"}, "0,15 € per pagamento"),
        ({"model": "consumo", "included": "500"}, "prezzo da inserire per unità oltre 500 per periodo"),
        (
            {"model": "quota_postazione", "unit": "PC", "unit_price": "48", "quantity": "10"},
            "48,00 € all'anno per PC × 10",
        ),
        ({"model": "canone_abitanti", "unit_price": "0.40", "quantity": "1500"}, "0,40 € all'anno × 1.500"),
    ],
)
def test_what_it_costs(told: dict[str, object], words: str) -> None:
    assert price_words(fee(**told)).replace("\N{NO-BREAK SPACE}", " ") == words


def test_all_that_is_written_is_told_and_nothing_else() -> None:
    one = fee(amount="1200", is_in_advance=True, is_calendar=True, starts_on=date(2027, 1, 1), source="Atto 3/2026")
    found = dict(fee_facts(one))
    assert found["Rate"] == "Ogni mese, anticipate, secondo l'anno solare, a 30 giorni"
    assert (found["Durata"], found["Fonte"]) == ("dal 01/01/2027", "Atto 3/2026")
    assert found["IVA"] == "22 %, scissione dei pagamenti"
    assert "Adeguamento" not in found
    assert dict(fee_facts(fee(vat_rate=None)))["IVA"] == "aliquota da inserire"


def test_the_clause_in_one_sentence() -> None:
    one = fee(
        index_name="FOI", index_base=date(2024, 12, 1), index_first_on=date(2026, 1, 1), index_lag=2,
        index_share="75", index_threshold="2", index_cap="5", index_rounding="down",
    )  # fmt: skip
    assert index_words(one) == (
        "indice FOI, base dicembre 2024, dal 01/01/2026, poi ogni anno, indice di 2 mesi prima, quota 75 %, "
        "soglia 2 % (Oltre la soglia conta tutta la variazione), massimo 5 %, Per difetto"
    )
    assert "base da inserire" in index_words(fee(index_name="FOI"))
    assert index_words(fee()) == ""
