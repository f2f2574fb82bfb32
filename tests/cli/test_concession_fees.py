# SPDX-License-Identifier: EUPL-1.2
"""`concession fee ...` over a real store."""

from pathlib import Path

from tests.cli.conftest import Say


def test_fees_readings_suspensions_and_indices_are_written(contract: Say, tmp_path: Path) -> None:
    """Every word of `concession fee`."""
    contract("concession", "fee", "new", 1, "model=consumo", "unit_price=0,0375", "included=500", "title=Spazio")
    assert contract("concession", "fee", "read", 1, "2027-01-01", "1234,5", "--source", "Rendiconto").status == 0
    assert contract("--json", "concession", "schedule", 1).json["instalments"][0]["net"] == "27.54"
    contract("concession", "fee", "set", 1, "included=", "is_split=sì")
    assert contract("--json", "concession", "schedule", 1).json["instalments"][0]["net"] == "46.29"
    contract(
        "concession", "fee", "new", 1, "amount=1200", "period=monthly", "index_name=FOI", "index_base=1/12/2026",
        "index_lag=0", "index_first_on=1/1/2028", "starts_on=1/1/2027", "due_days=30",
    )  # fmt: skip
    assert contract("concession", "fee", "suspend", 1, "1/3/2027", "--until", "31/3/2027").status == 0
    table = tmp_path / "foi.csv"
    table.write_text("nome;mese;valore;base\nFOI;12/2026;100;2015\nFOI;01/2028;x;2015\n", encoding="utf-8")
    rehearsed = contract("--json", "concession", "fee", "import-indices", table, "--dry-run").json
    assert (rehearsed["added"], [one["row"] for one in rehearsed["rejected"]]) == (1, [3])
    contract("concession", "fee", "import-indices", table)
    contract("concession", "fee", "index", "FOI", "1/2028", "105", "--base", "2015")
    found = [one for one in contract("--json", "concession", "schedule", 1).json["instalments"] if one["fee_id"] == 2]
    assert [one["net"] for one in found[:3]] == ["100.00", "100.00", "0.00"]
    assert (found[2]["state"], found[12]["net"], found[12]["missing"]) == ("suspended", "105.00", ["vat"])
    assert "Spazio" in contract("concession", "fee", "list", 1).out
    assert contract("concession", "fee", "remove", 1).status == 0
    assert [one["id"] for one in contract("--json", "concession", "fee", "list", 1).json] == [2]


def test_what_cannot_be_is_refused_in_a_sentence(contract: Say) -> None:
    """An unknown contract, fee, field, and a number that may be two."""
    for told in (
        ("schedule", 9),
        ("fee", "new", 9, "amount=1"),
        ("fee", "new", 1, "colore=rosso"),
        ("fee", "new", 1, "amount=1.234"),
        ("fee", "new", 1, "unit_price=1.234"),
        ("fee", "new", 1, "due_days=2,5"),
        ("fee", "set", 7, "amount=1"),
        ("fee", "remove", 7),
    ):
        answer = contract("concession", *told)
        assert answer.status == 1, told
        assert answer.is_refusal, told
