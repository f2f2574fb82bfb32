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
