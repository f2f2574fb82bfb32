# SPDX-License-Identifier: EUPL-1.2
"""`centre list | show`: each fact with its source."""

from tests.cli.conftest import Say


def test_centres_are_listed_and_shown_with_sources(aprica: Say) -> None:
    centres = aprica("--json", "centre", "list").json
    assert len(centres) >= 4
    for centre in centres:
        card = aprica("--json", "centre", "show", centre["code"]).json
        assert card["facts"]
        assert all(fact["source"] for fact in card["facts"])
        said = aprica("centre", "show", centre["code"].upper()).out
        assert card["facts"][0]["source"] in said


def test_an_unknown_centre_is_refused(aprica: Say) -> None:
    answer = aprica("centre", "show", "xxx")
    assert (answer.status, answer.is_refusal) == (1, True)


def test_facts_are_said_in_english_where_the_source_file_has_them(aprica: Say) -> None:
    fact = next(fact for fact in aprica("--json", "centre", "show", "CST-LECCO").json["facts"] if fact["value_en"])
    in_english = aprica("--lang", "en", "centre", "show", "CST-LECCO").out
    assert fact["value_en"] in in_english
    assert fact["value"] not in in_english
    assert fact["value"] in aprica("centre", "show", "CST-LECCO").out


def test_two_are_compared_point_by_point(aprica: Say) -> None:
    lines = aprica("--json", "centre", "compare", "CST-LECCO", "cst-lecce").json
    kind = next(line for line in lines if line["point"] == "Tipo")
    assert kind["verdict"] == "same"
    assert kind["CST-LECCO"] == kind["CST-LECCE"] == "Centro servizi territoriale (CST)"
    said = aprica("centre", "compare", "CST-LECCO", "CST-LECCE").out
    assert "Diverso  Provincia  CST-LECCO: LC; CST-LECCE: LE" in said
    assert len(said.splitlines()) == len(lines)
    assert aprica("centre", "compare", "CST-LECCO").is_refusal


def test_the_list_says_which_centre_is_meant_for_us(say: Say) -> None:
    say("comune", "set", "017197")
    places = {row["code"]: row["catchment"] for row in say("--json", "centre", "list").json}
    assert (places["CIT-BRESCIA"], places["CST-LECCO"], places["ARZACHENA"]) == ("inside", "outside", "unknown")
    assert "CIT-BRESCIA  CIT della Provincia di Brescia, Provincia di Brescia (nel bacino)" in say("centre", "list").out
