# SPDX-License-Identifier: EUPL-1.2
"""What is refused of fields before the store would."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.actions.contract_fields import FIELDS, check_amount, check_contract, check_key, check_term, in_order, only
from app.errors import UserError
from app.store import Store


def test_codes_are_kept_in_capitals_without_spaces_and_words_as_typed() -> None:
    assert in_order({"cig": " b000 12eadb ", "note": " due parole "}, codes=("cig",)) == {
        "cig": "B00012EADB",
        "note": " due parole ",
    }


@pytest.mark.parametrize("amount", [Decimal("-0.01"), Decimal("10000000000.01")])
def test_an_amount_that_no_contract_has_is_refused(amount: Decimal) -> None:
    with pytest.raises(UserError, match=r"contract\.amount_out_of_range"):
        check_amount(amount)


def test_a_change_may_take_away() -> None:
    check_amount(Decimal("-100.00"), may_be_less=True)
    check_amount(None)
    with pytest.raises(UserError):
        check_amount(Decimal("-10000000000.01"), may_be_less=True)


def test_a_term_of_one_day_is_a_term() -> None:
    check_term(date(2026, 1, 1), date(2026, 1, 1))
    check_term(None, date(2026, 1, 1))
    with pytest.raises(UserError, match=r"contract\.term_reversed"):
        check_term(date(2026, 1, 2), date(2026, 1, 1))


def test_keys_and_fields_are_those_of_their_lists() -> None:
    check_key("spending", "transfer", ("", "transfer"))
    with pytest.raises(UserError, match=r"contract\.unknown_key"):
        check_key("spending", "gift", ("", "transfer"))
    with pytest.raises(UserError) as refused:
        only({"title": "", "state": "active"}, FIELDS)
    assert refused.value.params["name"] == "state"


def test_an_unlikely_year_is_a_slip_of_the_fingers() -> None:
    with pytest.raises(UserError, match=r"contract\.year_unlikely"):
        in_order({"on": date(1026, 1, 1)})


def test_a_contract_may_hang_on_nothing(store: Store) -> None:
    empty: dict[str, Any] = {**dict.fromkeys(FIELDS, ""), "title": "Posta"}
    days = ("starts_on", "ends_on", "value", "concession_id", "accession_id")
    with store.read() as session:
        check_contract(session, {**empty, **dict.fromkeys(days)})
        with pytest.raises(UserError, match=r"contract\.no_title"):
            check_contract(session, {**empty, **dict.fromkeys(days), "title": ""})
