# SPDX-License-Identifier: EUPL-1.2
"""`concession schedule` over a real store."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.actions.workspace import Workspace
from app.domain.concessions import ServiceContract
from app.domain.contract_states import ContractState
from app.domain.fee_schedule import instalments
from app.domain.fees import Fee, FeeReading, FeeSuspension, FeeTerms, IndexValue, Instalment
from app.store import rows
from tests.cli.conftest import Say
from tests.conftest import NOW
from tests.domain import test_fee_schedule_cases as written

CASES = [name for name in vars(written) if name.startswith("test_")]


def test_the_schedule_says_every_instalment_and_total_to_the_cent(contract: Say) -> None:
    """1.000,00 a year by months: 83,33 83,34 83,33; VAT 18,33; the year 1.219,96."""
    made = contract(
        "--json", "concession", "fee", "new", 1, "amount=1.000,00", "period=monthly", "vat_rate=22", "due_days=30"
    )
    assert made.json["id"] == 1
    told = contract("concession", "schedule", "b123456789", "--json").json
    assert [one["net"] for one in told["instalments"]] == ["83.33", "83.34", "83.33"] * 8
    assert (told["instalments"][0]["due_on"], told["instalments"][0]["state"]) == ("2027-03-02", "due")
    done = [told["instalments"][2][name] for name in ("due_on", "payable_on", "invoices", "paid_on", "standing")]
    assert done == ["2027-04-30", "2027-04-30", [], [], "due"]
    working = [line.replace("\N{NO-BREAK SPACE}", " ") for line in told["instalments"][1]["working"]]
    assert working[-3:] == [
        "Arrotondamento, perché le rate dell'anno diano il totale: 83,33 € + 0,01 € = 83,34 €",
        "IVA: 83,34 € × 22 % = 18,33 €",
        "Totale: 83,34 € + 18,33 € = 101,67 €",
    ]
    assert [(one["year"], one["net"], one["vat"], one["gross"]) for one in told["years"]] == [
        (2027, "1000.00", "219.96", "1219.96"),
        (2028, "1000.00", "219.96", "1219.96"),
    ]
    assert len(contract("--json", "concession", "schedule", 1, "--until", "2027-03-31").json["instalments"]) == 3
    shown = contract("concession", "schedule", 1).out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Canone fisso, rata 2, dal 01/02/2027 al 28/02/2027: 101,67 € (Da fatturare)" in shown
    assert "2027: imponibile 1.000,00 €, IVA 219,96 €, totale 1.219,96 €" in shown


@pytest.mark.parametrize("name", CASES)
def test_the_written_cases_are_told_alike(
    aprica: Say, folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cases with their working by hand, each kept in a store and asked for by the word."""
    asked: list[tuple[Fee, FeeTerms, tuple[Instalment, ...]]] = []

    def schedule(one: Fee, of: FeeTerms, until: Any = None) -> tuple[Instalment, ...]:  # noqa: ANN401 - as there
        found = instalments(one, of, until or of.ends_on or date(2030, 12, 31))
        asked.append((one, of, found))
        return found

    monkeypatch.setattr(written, "_schedule", schedule)
    getattr(written, name)()
    assert asked
    for number, (one, of, found) in enumerate(asked, 1):
        _keep(folder, one, of)
        until = max((part.starts_on for part in found), default=of.ends_on)
        told = aprica("--json", "concession", "schedule", number, *(["--until", until] if until else [])).json[
            "instalments"
        ]
        ours = [(str(part.starts_on), str(part.ends_on), _said(part.net), _said(part.gross)) for part in found]
        assert [(part["starts_on"], part["ends_on"], part["net"], part["gross"]) for part in told] == ours


def _said(amount: object) -> str | None:
    return None if amount is None else str(amount)


def _keep(folder: Path, one: Fee, of: FeeTerms) -> None:
    """A contract of its own with the fee, and all that its schedule is reckoned from."""
    opened = Workspace(folder, clock=lambda: NOW)
    with opened.need_store().write("example.filled") as session:
        running = {"title": "Caso", "state": ContractState.ACTIVE, "starts_on": of.starts_on, "ends_on": of.ends_on}
        contract_id = rows.add(session, ServiceContract, **running)
        fee_id = rows.add(session, Fee, **_new(one, contract_id=contract_id))
        for stop in of.suspensions:
            rows.add(session, FeeSuspension, **_new(stop, contract_id=contract_id))
        for read in of.readings:
            rows.add(session, FeeReading, **_new(read, fee_id=fee_id))
        rows.remove_every(session, IndexValue)
        for value in of.index_values:
            rows.add(session, IndexValue, **_new(value))
    opened.close()


def _new(row: Any, **owner: int) -> dict[str, Any]:  # noqa: ANN401 - a row of any kind
    return {name: value for name, value in {**asdict(row), **owner}.items() if name not in ("id", "version")}
