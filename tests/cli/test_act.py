# SPDX-License-Identifier: EUPL-1.2
"""`act add | list | show | set | remove`."""

from tests.cli.conftest import Say


def test_an_act_is_registered_corrected_shown_and_taken_out(aprica: Say) -> None:
    join = aprica("--json", "accession", "new", "CST-LECCE").json["id"]
    made = aprica(
        *("--json", "act", "add", "resolution", "--body", "council", "--number", "31", "--on", "20/9/2026"),
        *("--subject", "Adesione", "--published-on", "2026-09-22", "--accession", join),
    ).json
    assert (made["number"], made["on"], made["accession_id"]) == ("31", "2026-09-20", join)
    assert (made["computed_enforceable_on"], made["computed_published_until"]) == ("2026-10-03", "2026-10-07")
    assert aprica("act", "list", "--accession", join).out.split() == (
        f"{made['id']} Delibera n. 31 del 20/09/2026 Consiglio comunale Adesione".split()
    )
    fixed = aprica(
        *("--json", "act", "set", made["id"], "--enforceable-on", "18/10/2026", "--enforceable-reason", "dalla fine"),
    ).json
    assert (fixed["enforceable_on"], fixed["number"]) == ("2026-10-18", "31")
    shown = aprica("act", "show", made["id"]).out
    assert "Pubblicazione: dal 22/09/2026 al 07/10/2026" in shown
    assert "Scritta a mano: dalla fine. Quella calcolata è 03/10/2026." in shown
    now = aprica("--json", "act", "set", made["id"], "--immediate").json
    assert (now["is_immediate"], now["computed_enforceable_on"]) == (True, "2026-09-20")
    assert aprica("--json", "act", "remove", made["id"]).json == {"id": made["id"]}
    assert aprica("--json", "act", "list").json == []
    aprica("undo")
    assert [one["id"] for one in aprica("--json", "act", "list").json] == [made["id"]]


def test_what_cannot_stand_is_refused(aprica: Say) -> None:
    made = aprica("--json", "act", "add", "resolution", "--on", "20/9/2026").json
    for words in (
        ("set", made["id"], "--published-on", "1/9/2026"),
        ("set", made["id"], "--enforceable-on", "21/9/2026"),
        ("set", made["id"], "--document", 99),
        ("show", 99),
        ("remove", 99),
        ("add", "resolution", "--accession", "99"),
    ):
        answer = aprica("act", *words)
        assert (answer.status, answer.is_refusal) == (1, True), words
    assert aprica("act", "add", "boh").status == 2
