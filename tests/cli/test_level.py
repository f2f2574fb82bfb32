# SPDX-License-Identifier: EUPL-1.2
"""`level ...`: indicators and readings from the command line, tables with their reasons, refusals in a sentence."""

from pathlib import Path

import pytest

from tests.cli.conftest import Say

NAME = "Disponibilità"
FIELDS = (
    f"name={NAME}",
    "unit=%",
    "target=99,5",
    "penalty_rule=per_step",
    "penalty_amount=100",
    "penalty_step=0,5",
    "cap_amount=1.000,00",
    "starts_on=1/1/2027",
)


def test_an_indicator_is_written_read_and_shown(contract: Say) -> None:
    made = contract("--json", "level", "new", 1, *FIELDS)
    assert (made.json["target"], made.json["penalty_amount"], made.json["starts_on"]) == (
        "99.5",
        "100.00",
        "2027-01-01",
    )
    year = contract("--json", "level", "read", 1, "disponibilita", "febbraio 2027", "98,4", "--source", "Rapporto").json
    period = year["indicators"][0]["periods"][1]
    assert (period["stage"], period["outcome"], period["penalty"]) == ("to_contest", "breach", "300.00")
    assert (period["reading"]["value"], period["reading"]["source"]) == ("98.4", "Rapporto")
    assert (year["penalties"], year["deducted"], year["unknown"]) == ("300.00", "0.00", 0)
    shown = contract("level", "list", 1, "--year", 2027).out.replace("\N{NO-BREAK SPACE}", " ")
    assert "1  Disponibilità: almeno 99,5 %, ogni mese" in shown
    assert "100,00 € per ogni 0,5 % oltre l'obiettivo, al massimo 1.000,00 € all'anno" in shown
    assert "febbraio 2027  98,4 %  Da contestare  penale 300,00 €" in shown


def test_an_indicator_is_corrected_and_removed(contract: Say) -> None:
    contract("level", "new", 1, *FIELDS)
    changed = contract("--json", "level", "set", 1, 1, "target=99", "cap_amount=").json
    assert (changed["target"], changed["cap_amount"]) == ("99", None)
    assert contract("level", "remove", 1, NAME).status == 0
    assert contract("level", "list", 1).out == "Nessun indicatore.\n"
    assert contract("undo").status == 0
    assert len(contract("--json", "level", "list", 1).json["indicators"]) == 1


def test_a_table_is_looked_at_then_imported(contract: Say, tmp_path: Path) -> None:
    contract("level", "new", 1, *FIELDS)
    file = tmp_path / "letture.csv"
    file.write_text("Periodo;Valore\n01/2027;99,9\npoi;3\n", encoding="utf-8")
    looked = contract("--json", "level", "import", 1, file, "--dry-run").json
    assert [(row["outcome"], row["reason"]) for row in looked["rows"]] == [
        ("added", None),
        ("refused", "level.period_unreadable"),
    ]
    assert contract("--json", "level", "list", 1, "--year", 2027).json["indicators"][0]["periods"][0]["reading"] is None
    done = contract("level", "import", 1, file)
    assert "[Nuova]" in done.out
    assert "1 lettura importata." in done.out
    again = contract("level", "import", 1, file)
    assert (again.status, "[Uguale]" in again.out, "importat" in again.out) == (0, True, False)


@pytest.mark.parametrize(
    "words",
    [
        ("level", "list", 9),
        ("level", "new", 1, "name="),
        ("level", "new", 1, "name=A", "target=poco"),
        ("level", "set", 1, "Tempi", "target=1"),
        ("level", "read", 1, NAME, "2027", "9"),
        ("level", "read", 1, NAME, "01/2027", "1.234"),
        ("level", "read", 1, NAME, "01/2035", "9"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(contract: Say, words: tuple[object, ...]) -> None:
    contract("level", "new", 1, *FIELDS)
    answer = contract(*words)
    assert (answer.status, answer.is_refusal) == (1, True)
    assert len(contract("--json", "level", "list", 1).json["indicators"]) == 1
