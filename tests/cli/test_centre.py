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
