# SPDX-License-Identifier: EUPL-1.2
"""`concession ...` over a real store: concessions, contracts, steps, parts and changes."""

import pytest

from tests.cli.conftest import Say


@pytest.fixture
def here(aprica: Say) -> Say:
    """A comune with one concession and one contract below it."""
    aprica("concession", "new", "Servizi di Prova", "centre_code=CST-LECCE", "starts_on=16/3/2022", "ends_on=15/3/2032",
           "parent_cig=B00012EADB", "concessionaire=Servizi di Prova s.p.a.")  # fmt: skip
    aprica("concession", "contract", "new", "Posta", "concession_id=1", "service_code=BAS-05", "cig=94566301F3",
           "starts_on=1/3/2026", "ends_on=28/2/2033", "supplier=Servizi di Prova s.p.a.", "value=10000")  # fmt: skip
    return aprica


def test_the_list_names_contracts_and_concessions(here: Say) -> None:
    told = here("--json", "concession", "list").json
    assert [one["title"] for one in told["contracts"]] == ["Posta"]
    assert told["contracts"][0]["effective_end"] == {"on": "2032-03-15", "layers": ["L0"], "unknown": ["L1"]}
    assert told["contracts"][0]["warnings"] == ["clock.contract_outlasts_concession", "prerequisite.not_active"]
    assert [(one["title"], one["parent_cig"]) for one in told["concessions"]] == [("Servizi di Prova", "B00012EADB")]
    assert here("--json", "concession", "contract", "list").json == told["contracts"]
    said = here("concession", "list").out
    assert "Posta  [Richiesto]  fino al 15/03/2032" in said
    assert "Concessione di servizi: Servizi di Prova" in said


def test_a_contract_and_a_concession_are_shown(here: Say) -> None:
    contract = here("--json", "concession", "show", 1).json
    assert (contract["title"], contract["value"], contract["is_funded"]) == ("Posta", "10000.00", False)
    assert contract["milestones"][0]["key"] == "kick_off"
    assert contract["next_steps"] == ["begin_activation", "refuse"]
    concession = here("--json", "concession", "show", 1, "--layer", "L0").json
    assert (concession["concessionaire"], concession["contracts"]) == ("Servizi di Prova s.p.a.", [1])
    assert "Il contratto dura fino al 28/02/2033" in here("concession", "show", "94566301F3").out
    assert "Servizi di Prova" in here("concession", "show", 1, "--layer", "L0").out


def test_fields_are_corrected_and_emptied(here: Say) -> None:
    here("concession", "correct", 1, "value=11.000.000,00", "is_ours=sì", "ends_on=")
    concession = here("--json", "concession", "show", 1, "--layer", "L0").json
    assert (concession["value"], concession["is_ours"], concession["ends_on"]) == ("11000000.00", True, None)
    here("concession", "contract", "correct", 1, "dpa=Accordo 3", "is_funded=sì", "paid_on=2/5/2024")
    assert here("--json", "concession", "show", 1).json["maintenance_until"] == "2029-12-31"


def test_a_contract_moves_on_and_a_stop_is_told(here: Say) -> None:
    step = ("concession", "contract", "step", 1)
    assert here(*step, "begin_activation", "--on", "1/2/2026", "--number", "12").status == 0
    stopped = here(*step, "pass_acceptance", "--on", "20/2/2026")
    assert (stopped.status, "verbale" in stopped.err) == (1, True)
    aside = ("--override", "acceptance.no_minutes", "--reason", "Verbale in arrivo")
    assert "Collaudato" in here(*step, "pass_acceptance", "--on", "20/2/2026", *aside).out
    steps = here("--json", "concession", "show", 1).json["steps"]
    assert [(one["step"], one["number"], one["overridden"]) for one in steps] == [
        ("begin_activation", "12", []),
        ("pass_acceptance", "", ["acceptance.no_minutes"]),
    ]
    assert "go_live" in here("concession", "show", 1).out


def test_people_guarantees_and_changes_hang_on_both_layers(here: Say) -> None:
    here("concession", "contact", 1, "rup", "Carla Verdi", "until=30/6/2027", "mandate=Decreto 4")
    here("concession", "guarantee", 1, "bond", "number=77", "amount=5000", "--layer", "L0")
    here("concession", "change", "add", 1, "addendum", "value=1000", "act=Determina 9", "letter=b", "on=1/9/2026")
    contract = here("--json", "concession", "show", 1).json
    assert [(one["name"], one["until"]) for one in contract["contacts"]] == [("Carla Verdi", "2027-06-30")]
    assert [(one["kind"], one["value"]) for one in contract["changes"]] == [("addendum", "1000.00")]
    above = here("--json", "concession", "show", 1, "--layer", "L0").json
    assert [one["amount"] for one in above["guarantees"]] == ["5000.00"]
    refused = here("concession", "change", "add", 1, "extension", "new_ends_on=1/1/2040", "--layer", "L0")
    assert (refused.status, "art. 178" in refused.err) == (1, True)
    assert "Atto aggiuntivo  01/09/2026  Determina 9" in here("concession", "change", "list", 1).out
    here("concession", "change", "remove", 1)
    assert here("--json", "concession", "change", "list", 1).json == []


def test_a_duplicate_is_opened_and_what_never_ran_is_removed(here: Say) -> None:
    here("concession", "contract", "duplicate", 1, "Posta due")
    here("concession", "contract", "remove", 2)
    assert [one["id"] for one in here("--json", "concession", "list").json["contracts"]] == [1]
    held = here("concession", "remove", 1)
    assert (held.status, "contratti" in held.err) == (1, True)
    here("concession", "contract", "remove", 1)
    assert here("concession", "remove", 1).status == 0


def test_what_cannot_be_is_refused_in_a_sentence(here: Say) -> None:
    for told in (
        ("show", 9),
        ("show", 9, "--layer", "L0"),
        ("correct", 1, "colore=rosso"),
        ("contract", "new", "Altro", "service_code=NON-1"),
        ("contract", "new", "Altro", "is_funded=forse"),
        ("contract", "new", "Altro", "concession_id=uno"),
        ("contract", "from-accession", 4),
    ):
        answer = here("concession", *told)
        assert (answer.status, answer.is_refusal) == (1, True), told
