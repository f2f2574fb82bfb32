# SPDX-License-Identifier: EUPL-1.2
"""`payment` and `concession budget`: amounts as clerks write them, JSON for programs, refusals in a sentence."""

import pytest

from tests.cli.conftest import Say


def test_a_payment_is_written_listed_and_removed(contract: Say) -> None:
    made = contract("--json", "payment", "add", "1234.50", "--on", "5/3/27", "--contract", 1, "--number", 12)
    assert made.status == 0
    assert (made.json["amount"], made.json["on"], made.json["number"]) == ("1234.50", "2027-03-05", "12")
    listed = contract("payment", "list", "--contract", 1)
    assert listed.out == "1  1.234,50\N{NO-BREAK SPACE}€ del 05/03/2027, mandato 12: contratto 1, Contratto di prova\n"
    [year] = [
        one for one in contract("--json", "concession", "budget", "--year", 2027).json["years"] if one["year"] == 2027
    ]
    assert year["paid"] == "1234.50"
    assert contract("undo").status == 0
    assert contract("--json", "payment", "list").json == []
    assert contract("redo").status == 0
    assert contract("payment", "remove", 1).status == 0
    assert contract("payment", "list").out == "Nessun pagamento.\n"


@pytest.mark.parametrize(
    "words",
    [
        ("payment", "add", "1.234", "--on", "5/3/27", "--contract", 1),
        ("payment", "add", "0", "--on", "5/3/27", "--contract", 1),
        ("payment", "add", "7", "--on", "5/3/27"),
        ("payment", "add", "7", "--on", "5/3/27", "--contract", 9),
        ("payment", "remove", 9),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(contract: Say, words: tuple[object, ...]) -> None:
    answer = contract(*words)
    assert answer.status == 1
    assert answer.is_refusal
    assert contract("--json", "payment", "list").json == []


def test_the_budget_is_said_by_year_and_chapter(contract: Say) -> None:
    contract("payment", "add", "7", "--on", "5/3/27", "--contract", 1, "--chapter", "1080")
    told = contract("concession", "budget", "--year", 2027, "--ahead", 1)
    lines = told.out.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert lines[0].startswith("Esercizio 2027: previsto ")
    assert "pagato 7,00 €" in lines[0]
    assert any(line.startswith("  1080") for line in lines)
    document = contract("--json", "concession", "budget", "--year", 2027, "--ahead", 1).json
    assert [one["year"] for one in document["years"]] == [2027, 2028]
    assert {one["chapter"] for one in document["chapters"] if one["paid"] != "0.00"} == {"1080"}
    assert document["contracts"][0]["contract"] == 1


def test_an_amount_that_can_be_two_says_what_to_type(contract: Say) -> None:
    told = contract("payment", "add", "1.234", "--on", "5/3/27", "--contract", 1).err
    assert "1234,50" in told
    assert "di prima" not in told
