# SPDX-License-Identifier: EUPL-1.2
"""`catalogue search | show`."""

import pytest

from tests.cli.conftest import Say
from tests.store.test_search import HOSTILE


@pytest.mark.parametrize("text", ["pagopa", "PAGOPÀ", "incassi pag"])
def test_a_service_is_found_as_a_clerk_types_it(aprica: Say, text: str) -> None:
    answer = aprica("--json", "catalogue", "search", text)
    assert "PAB-01" in [item["code"] for item in answer.json]
    assert answer.err.strip().split()[1] in {"servizio", "servizi"}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_an_error(aprica: Say, text: str) -> None:
    """Reliability D16, through the command line."""
    answer = aprica("--json", "catalogue", "search", "--", text)
    assert answer.status == 0
    assert isinstance(answer.json, list)


def test_filters_narrow_and_the_limit_cuts(aprica: Say) -> None:
    every = aprica("--json", "catalogue", "search").json
    assert len(every) == 93
    assert set(every[0]) == {"code", "area", "name", "summary", "measure", "is_starred"}
    area = every[0]["area"]
    within = aprica("--json", "catalogue", "search", "--area", area).json
    assert {item["area"] for item in within} == {area}
    measure = next(item["measure"] for item in every if item["measure"])
    assert {item["measure"] for item in aprica("--json", "catalogue", "search", "--measure", measure).json} == {measure}
    limited = aprica("--json", "catalogue", "search", "--limit", 2)
    assert (limited.json, limited.err) == (every[:2], "93 servizi\n")


def test_the_services_of_a_centre_are_those_of_its_card(aprica: Say) -> None:
    offers = {
        item["code"]: set(aprica("--json", "centre", "show", item["code"]).json["services"])
        for item in aprica("--json", "centre", "list").json
    }
    code, services = max(offers.items(), key=lambda offer: len(offer[1]))
    assert services
    assert {item["code"] for item in aprica("--json", "catalogue", "search", "--centre", code).json} == services


def test_a_card_has_its_sources_in_either_case_of_the_code(aprica: Say) -> None:
    card = aprica("--json", "catalogue", "show", "pab-01").json
    assert card["code"] == "PAB-01"
    assert card["sources"][0]["text"]
    assert "Fonte: " in aprica("catalogue", "show", "PAB-01").out


def test_an_unknown_service_is_refused(aprica: Say) -> None:
    answer = aprica("catalogue", "show", "XXX")
    assert (answer.status, answer.is_refusal) == (1, True)


def test_the_area_is_said_in_the_language_in_use_and_the_option_takes_it_in_either(aprica: Say) -> None:
    assert aprica("catalogue", "show", "PAB-01").out.splitlines()[1] == "Piattaforme abilitanti"
    assert aprica("--lang", "en", "catalogue", "show", "PAB-01").out.splitlines()[1] != "Piattaforme abilitanti"
    assert "(Piattaforme abilitanti)" in aprica("catalogue", "search", "pagopa").out
    said = aprica("--lang", "en", "catalogue", "search", "pagopa").out
    assert "(Enabling platforms)" in said
    assert "Piattaforme" not in said
    both = [
        aprica("--lang", "en", "--json", "catalogue", "search", "--area", area).json
        for area in ("Enabling platforms", "Piattaforme abilitanti")
    ]
    assert both[0] == both[1] != []
