# SPDX-License-Identifier: EUPL-1.2
"""What the sheet shows is what the store has, of a contract and of a concession."""

from decimal import Decimal

import pytest

from app.actions.contracts import survey_contracts
from app.domain.budget import total_of
from app.errors import UserError
from app.reports import concession
from app.store import Store
from tests.reports import reading


def test_a_contract_is_found_by_its_number_or_its_cig(example: Store) -> None:
    by_number = concession.gather(example, "8", now=example.now())
    by_cig = concession.gather(example, "b000010ed6", now=example.now())
    assert by_number == by_cig
    assert by_number.title == "Illuminazione pubblica"
    with pytest.raises(UserError, match=r"contract\.unknown"):
        concession.gather(example, "999", now=example.now())


def test_its_money_levels_and_days_are_those_of_the_store(example: Store) -> None:
    sheet = concession.gather(example, "8", now=example.now())
    row = next(row for row in survey_contracts(example) if row.contract.id == 8)
    assert sum((one.gross or Decimal() for one in sheet.instalments), Decimal()) == row.year_fee
    assert total_of(sheet.money, sheet.year).paid > 0
    assert [(line.indicator.name, line.breaches) for line in sheet.levels] == [
        ("Punti luce accesi", 1),
        ("Tempo di riparazione di un guasto", 1),
    ]
    assert "reply" in {duty.key for duty in sheet.duties}
    assert all(duty.stands(sheet.today) for duty in sheet.duties)


def test_a_concession_adds_up_the_money_of_its_contracts(example: Store) -> None:
    sheet = concession.gather(example, "c1", now=example.now())
    contract = concession.gather(example, "8", now=example.now())
    assert [one.title for one in sheet.contracts] == ["Illuminazione pubblica"]
    assert total_of(sheet.money, sheet.year).planned == total_of(contract.money, contract.year).planned
    text = reading.words(reading.drawn(concession.draw, sheet))
    for expected in ("Comune di Borgo di Prova", "non ammessa (art. 178 c. 5)", "comunicata il", "Garanzia definitiva"):
        assert expected in text, expected


def test_every_contract_of_the_example_fits_two_pages_without_persons(example: Store) -> None:
    for row in survey_contracts(example):
        shown = concession.gather(example, str(row.contract.id), now=example.now(), for_publication=True)
        content = reading.drawn(concession.draw, shown)
        assert len(reading.read(content).pages) == 2
        text = reading.words(content)
        for personal in ("Carla", "Fittizio", "Elio", "@", "Ada"):
            assert personal not in text, (row.contract.title, personal)
