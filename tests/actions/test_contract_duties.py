# SPDX-License-Identifier: EUPL-1.2
"""The days of all that runs, read from the store."""

from datetime import date

from app.actions.contract_duties import KnownContractDuty, read_contract_duties, standing
from app.store import Store

TODAY = date(2026, 11, 23)


def _read(store: Store) -> tuple[KnownContractDuty, ...]:
    with store.read() as session:
        return standing(read_contract_duties(session, TODAY), TODAY)


def test_an_empty_store_has_none(store: Store) -> None:
    assert _read(store) == ()


def test_they_come_by_day_with_their_title_and_their_place(example: Store) -> None:
    known = _read(example)
    assert [one.duty.on for one in known] == sorted(one.duty.on for one in known)
    assert all(one.title for one in known)
    found = {(one.duty.key, one.title): one for one in known}
    refusal = found["invoice_refusal", "Incassi con pagoPA"]
    assert refusal.page == "invoices"
    assert refusal.key.isdecimal()
    assert found["reply", "Illuminazione pubblica"].key.endswith(":levels")
    assert found["guarantee_ends", "Illuminazione pubblica di prova"].page == "concession"


def test_an_end_is_said_once_by_the_term_that_comes_first(example: Store) -> None:
    ends = [one.title for one in _read(example) if one.duty.key == "service_ends"]
    assert ends == ["Segnalazioni riservate di illeciti"]  # the others end with membership or concession
