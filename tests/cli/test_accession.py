# SPDX-License-Identifier: EUPL-1.2
"""`accession new | list | show | set | check | remove`."""

from tests.cli.conftest import Say


def test_a_procedure_is_opened_listed_shown_and_let_go_of(aprica: Say) -> None:
    opened = aprica("--json", "accession", "new", "CIT-BRESCIA", "--service", "BAS-05").json
    assert (opened["id"], opened["state"], opened["kind"], opened["revision"]) == (1, "draft", "join", 1)
    assert opened["reference"] == aprica("--json", "accession", "show", opened["reference"][:8]).json["reference"]
    assert [one["code"] for one in opened["services"]] == ["BAS-01", "BAS-05"]
    (row,) = aprica("--json", "accession", "list").json
    assert (row["id"], row["done"], row["next_item"]) == (1, 1, "people")
    assert "[Bozza]" in aprica("accession", "list").out
    assert aprica("accession", "remove", 1).status == 0
    assert aprica("--json", "accession", "list").json == []


def test_fields_are_written_as_people_write_them(aprica: Say) -> None:
    aprica("accession", "new", "CIT-BRESCIA")
    written = aprica(
        "--json", "accession", "set", 1, "starts_on=1/1/2027", "ends_on=2036-12-31", "notice_months=6",
        "signer_is_delegate=sì", "note=a=b",
    ).json  # fmt: skip
    assert (written["starts_on"], written["ends_on"]) == ("2027-01-01", "2036-12-31")
    assert (written["notice_months"], written["signer_is_delegate"], written["note"]) == (6, True, "a=b")
    emptied = aprica("--json", "accession", "set", 1, "ends_on=", "notice_months=").json
    assert (emptied["ends_on"], emptied["notice_months"]) == (None, None)


def test_what_cannot_be_written_is_refused_in_a_sentence(aprica: Say) -> None:
    aprica("accession", "new", "CIT-BRESCIA")
    for pair in (
        "senza",
        "state=active",
        "notice_months=sei",
        "signer_is_delegate=forse",
        "ends_on=31/2/2027",
        "body=sindaco",
    ):
        answer = aprica("accession", "set", 1, pair)
        assert (answer.status, answer.is_refusal) == (1, True), pair
    assert aprica("accession", "show", 7).is_refusal


def test_the_checks_say_what_blocks(aprica: Say) -> None:
    aprica("accession", "new", "CIT-BRESCIA", "--service", "BAS-05")
    answer = aprica("--json", "accession", "check", 1)
    assert answer.status == 1
    assert {finding["code"] for finding in answer.json} >= {"signer.none", "act.none", "signature.none"}
    assert "[BLOCCA] Manca la delibera" in aprica("accession", "check", 1).out
