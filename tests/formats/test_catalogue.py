# SPDX-License-Identifier: EUPL-1.2
"""The files of the catalogue: what is read, and what the first edition must be."""

import json
import re
from collections import Counter
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from app.domain.catalogue import (
    ADDRESSEES,
    FEE_MODELS,
    Centre,
    Service,
    check_catalogue,
    check_centres,
    prerequisite_order,
)
from app.formats.catalogue import centres_path, first_edition_path, read_catalogue, read_centres

EDITION = read_catalogue(first_edition_path())
CENTRES = read_centres(centres_path())
SERVICES = EDITION.services

by_service = pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.code)

ENGLISH_WORDS = (
    "account and backup budget dashboard database default download email fee feedback file helpdesk login"
    " open password provider query record server smart software streaming the ticket tool upload user"
    " website with"
)
BUREAUCRATIC = ("si prega", "procedere a", "effettuare", "al fine di", "ai sensi", "suddett", "mediante")
ITALIAN_WORDS = "anche che con della delle gli nel non per quando sono una"


def written(folder: Path, values: object) -> Path:
    """A file of these values."""
    path = folder / "prova.json"
    path.write_text(json.dumps(values, default=str), encoding="utf-8")
    return path


def texts(service: Service, *, language: str = "it") -> tuple[str, str, str]:
    """Name, summary and description."""
    if language == "en":
        return service.name_en, service.summary_en, service.description_en
    return service.name, service.summary, service.description


def words_of(*parts: str) -> set[str]:
    """Words in small letters, those between quotation marks left out."""
    plain = re.sub(r"[«“][^»”]*[»”]", " ", " ".join(parts).lower())
    return set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", plain))


def sentences(text: str) -> list[str]:
    """The sentences of a text that ends with a full stop."""
    return re.split(r"(?<=[.?!])\s+", text)


def test_the_first_edition_is_whole() -> None:
    assert (EDITION.edition, EDITION.publisher) == (1, "Campanile, da fonti pubbliche")
    assert EDITION.published_on == date(2026, 11, 23)
    assert (len(SERVICES), len(EDITION.areas)) == (93, 13)
    assert {service.area for service in SERVICES} == set(EDITION.areas)
    assert check_catalogue(EDITION) == ()


def test_areas_come_in_the_order_of_their_services() -> None:
    assert tuple(dict.fromkeys(service.area for service in SERVICES)) == EDITION.areas
    assert len({service.code.split("-")[0] for service in SERVICES}) == len(EDITION.areas)


def test_every_service_can_be_reached_in_order() -> None:
    order = prerequisite_order([service.code for service in SERVICES], SERVICES)
    place = {code: number for number, code in enumerate(order)}
    assert len(order) == len(SERVICES)
    assert all(place[need] < place[service.code] for service in SERVICES for need in service.prerequisites)


def test_all_but_joining_start_from_joining() -> None:
    without = [service.code for service in SERVICES if not service.prerequisites]
    assert without == ["BAS-01"]


@by_service
@pytest.mark.parametrize("language", ["it", "en"])
def test_both_languages_are_filled_with_whole_sentences(service: Service, language: str) -> None:
    name, summary, description = texts(service, language=language)
    assert 3 <= len(name) <= 80
    assert not name.endswith(".")
    assert summary.endswith(".")
    assert description.endswith(".")
    assert len(sentences(summary)) == 1
    assert 3 <= len(sentences(description)) <= 5
    assert 150 <= len(description) <= 700
    assert not re.search(r"\s\s|\s[.,;]|\.\.", f"{name} {summary} {description}")


@by_service
def test_the_two_languages_tell_the_same_sentences(service: Service) -> None:
    assert len(sentences(service.description)) == len(sentences(service.description_en))


@by_service
def test_italian_is_italian_and_plain(service: Service) -> None:
    assert not words_of(*texts(service)) & set(ENGLISH_WORDS.split())
    assert not [phrase for phrase in BUREAUCRATIC if phrase in " ".join(texts(service)).lower()]


@by_service
def test_english_is_english(service: Service) -> None:
    assert not words_of(*texts(service, language="en")) & set(ITALIAN_WORDS.split())


@by_service
def test_every_service_tells_for_whom_how_paid_and_how_known(service: Service) -> None:
    assert service.addressees
    assert set(service.addressees) <= set(ADDRESSEES)
    assert service.fee_models
    assert set(service.fee_models) <= set(FEE_MODELS)
    assert service.sources
    assert len(service.keywords) >= 5
    assert all(word == word.lower().strip() for word in service.keywords)


def test_no_sentence_is_used_for_two_services() -> None:
    for language in ("it", "en"):
        used = Counter(
            sentence
            for service in SERVICES
            for text in texts(service, language=language)
            for sentence in sentences(text)
        )
        assert [sentence for sentence, times in used.items() if times > 1] == []


def test_no_price_is_told() -> None:
    for path in (first_edition_path(), centres_path()):
        assert not re.search(r"\d\s*€|€\s*\d", path.read_text(encoding="utf-8"))
    assert "euro " not in first_edition_path().read_text(encoding="utf-8").lower()


def test_an_obligation_always_has_a_law_or_a_page_that_was_read() -> None:
    mandatory = [service for service in SERVICES if service.is_mandatory]
    assert {service.is_mandatory for service in SERVICES} == {True, None}
    assert mandatory
    assert all(any(not source.inferred for source in service.sources) for service in mandatory)
    assert all(service.legal_basis for service in mandatory)


def test_a_law_that_was_read_has_its_page_among_the_sources() -> None:
    for service in SERVICES:
        if any(not law.inferred for law in service.legal_basis):
            assert any(not source.inferred for source in service.sources), service.code


def test_measure_1_2_is_inferred_but_where_the_faq_confirm_it() -> None:
    confirmed = {s.code for s in SERVICES if s.measure == "1.2" and not s.measure_inferred}
    assert confirmed == {"INF-02", "TRI-03"}
    assert sum(service.measure == "1.2" for service in SERVICES) == 16


def test_the_file_is_stable_text() -> None:
    for path in (first_edition_path(), centres_path()):
        text = path.read_bytes().decode("utf-8")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_an_edition_written_again_reads_the_same(tmp_path: Path) -> None:
    edition = {**asdict(EDITION), "services": [as_written(service) for service in EDITION.services]}
    assert read_catalogue(written(tmp_path, edition)) == EDITION
    assert read_centres(written(tmp_path, {"centres": [as_written(centre) for centre in CENTRES]})) == CENTRES


def as_written(thing: Service | Centre) -> dict[str, object]:
    """What an edition holds: whether something was withdrawn is for the store to know."""
    return {name: value for name, value in asdict(thing).items() if name != "is_withdrawn"}


def test_the_centres_are_those_of_the_sources() -> None:
    assert [centre.code for centre in CENTRES] == [
        "CST-LECCO",
        "CIT-BRESCIA",
        "CST-LECCE",
        "SMART-CITY-BRESCIA",
        "ARZACHENA",
    ]
    assert check_centres(CENTRES, EDITION) == ()
    assert [centre.catchment for centre in CENTRES] == [("LC",), ("BS",), ("LE",), ("BS",), ()]


def test_no_concessionaire_of_the_cit_is_named() -> None:
    cit = next(centre for centre in CENTRES if centre.code == "CIT-BRESCIA")
    assert cit.fact("partner") is None
    note = cit.fact("partner_note")
    assert note is not None
    assert note.value == "Nessun concessionario del CIT risulta da fonti pubbliche"


def test_concluded_ends_are_marked() -> None:
    ends = {centre.code: centre.fact("concession_end") for centre in CENTRES}
    told = {code: (fact.value, fact.inferred) for code, fact in ends.items() if fact}
    assert told == {"CST-LECCO": ("30 novembre 2038", True), "CST-LECCE": ("15 marzo 2032", True)}


def test_facts_have_both_languages_and_a_source() -> None:
    facts = [fact for centre in CENTRES for fact in centre.facts]
    assert len(facts) == 65
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", fact.field) for fact in facts)
    assert all(fact.value and fact.value_en and len(fact.source) > 5 for fact in facts)


def test_the_services_are_the_researched_candidates(shared: Path) -> None:
    lines = (shared / "domain" / "catalogue_candidates.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [line.split(",", 1)[0] for line in lines] == [service.code for service in SERVICES]
