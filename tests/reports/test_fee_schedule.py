# SPDX-License-Identifier: EUPL-1.2
"""The fee schedule on paper, read back from the PDF."""

from datetime import date
from decimal import Decimal

from app.actions.fee_readings import type_index
from app.actions.fees import add_fee, suspend
from app.domain.concessions import ContractId
from app.reports import fee_schedule as report
from app.store import Store
from tests.actions.test_fees import add_contract
from tests.reports import reading


def printed(store: Store, contract: ContractId, language: str = "it") -> str:
    content = report.gather(store, str(contract), now=store.now())
    return reading.words(reading.drawn(report.draw, content, language))


def _written(store: Store) -> ContractId:
    contract = add_contract(store, supplier="Servizi <b>Alpini</b>", cig="B123456789")
    type_index(store, "FOI", date(2026, 12, 1), Decimal("113.9"), base="2015", source="Prova")
    type_index(store, "FOI", date(2027, 11, 1), Decimal("121.2"), base="2015", source="Prova")
    add_fee(
        store, contract, amount=Decimal(10000), period="quarterly", vat_rate=Decimal(22), due_days=30, is_split=True,
        index_name="FOI", index_base=date(2026, 12, 1), index_lag=2, index_share=Decimal(75),
        index_threshold=Decimal(1), index_first_on=date(2028, 1, 1), funded_until=date(2027, 12, 31),
    )  # fmt: skip
    add_fee(store, contract, model="transazione", unit="pagamento", unit_price=Decimal("0.15"), period="yearly")
    return contract


def test_instalments_years_and_the_reckoning_stand_on_paper(store: Store) -> None:
    contract = _written(store)
    suspend(store, contract, date(2028, 10, 1), date(2028, 12, 31), "Migrazione")
    text = printed(store, contract)
    for words in (
        "Rate del canone", "Servizi <b>Alpini</b>", "B123456789", "Totali per anno", "2.500,00", "550,00", "3.050,00",
        "Dal contributo", "Rate 1-4", "Come è calcolato", "Manca la lettura del periodo", "Sospesa",
        "10.000,00 € × (1 + 75 % × (121,2 / 113,9 − 1)) = 10.480,68 €",
        "Scissione: al fornitore 2.620,17 €, all'Erario 576,44 €", "Migrazione", "dal 01/01/2027 al 31/12/2028",
    ):  # fmt: skip
        assert words in text, words


def test_a_contract_without_fees_says_so(store: Store) -> None:
    contract = add_contract(store, starts_on=None, ends_on=None)
    text = printed(store, contract)
    assert "Nessun canone è ancora scritto." in text
    assert "dal da inserire al da inserire" in text


def test_the_same_report_gives_the_same_bytes_and_every_word_in_english_fits(store: Store) -> None:
    contract = _written(store)
    content = report.gather(store, str(contract), now=store.now())
    assert reading.drawn(report.draw, content, "it") == reading.drawn(report.draw, content, "it")
    assert "{" not in printed(store, contract, "en")
