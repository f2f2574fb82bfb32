# SPDX-License-Identifier: EUPL-1.2
"""`accession record ID STEP`."""

from tests.cli.conftest import Say


def test_steps_are_recorded_with_their_acts(aprica: Say) -> None:
    aprica("accession", "new", "CIT-BRESCIA", "--service", "BAS-05")
    aprica("accession", "record", 1, "propose", "--on", "1/10/2026", "--technical-opinion-on", "1/10/2026")
    shown = aprica(
        "--json", "accession", "record", 1, "resolve", "--on", "2026-10-10", "--number", "31", "--immediate",
        "--published-on", "2026-10-12",
    ).json  # fmt: skip
    assert shown["state"] == "resolved"
    act = shown["acts"][1]
    assert (act["kind"], act["number"], act["on"], act["published_on"], act["is_immediate"], act["body"]) == (
        "resolution", "31", "2026-10-10", "2026-10-12", True, "council",
    )  # fmt: skip
    done = aprica("accession", "record", 1, "enforce", "--on", "2026-10-10")
    assert "è ora: Esecutiva" in done.out
    assert [step["step"] for step in aprica("--json", "accession", "show", 1).json["steps"]] == [
        "propose",
        "resolve",
        "enforce",
    ]


def test_a_step_out_of_turn_or_in_the_future_is_refused(aprica: Say) -> None:
    aprica("accession", "new", "CIT-BRESCIA", "--service", "BAS-05")
    assert aprica("accession", "record", 1, "send", "--on", "2026-10-10").is_refusal
    assert aprica("accession", "record", 1, "propose", "--on", "2199-10-10").is_refusal
    assert aprica("accession", "record", 1, "propose").status == 2
