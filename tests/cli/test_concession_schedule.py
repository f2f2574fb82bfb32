# SPDX-License-Identifier: EUPL-1.2
"""`concession schedule` over a real store."""

from tests.cli.conftest import Say


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
