# SPDX-License-Identifier: EUPL-1.2
"""What is told of centres from their sources alone, on the centres that the program brings."""

from dataclasses import replace
from itertools import permutations

import pytest

from app.domain.catalogue import Centre, Fact
from app.domain.centres import (
    InCatchment,
    Verdict,
    compare_centres,
    end_of_concession,
    in_catchment,
    membership,
    short_centre,
    year_in,
)
from app.formats.catalogue import centres_path, first_edition_path, read_catalogue, read_centres

CENTRES = {centre.code: centre for centre in read_centres(centres_path())}
SERVICES = read_catalogue(first_edition_path()).services
BRESCIA, LECCO, LECCE = CENTRES["CIT-BRESCIA"], CENTRES["CST-LECCO"], CENTRES["CST-LECCE"]


def with_facts(*values: tuple[str, str]) -> Centre:
    facts = tuple(Fact(field, value, value, "una fonte", inferred=False) for field, value in values)
    return Centre("X", "X", "X", "CST", "BS", ("BS",), (), facts)


@pytest.mark.parametrize(
    ("code", "province", "place"),
    [
        ("CIT-BRESCIA", "BS", InCatchment.INSIDE),
        ("CIT-BRESCIA", "SO", InCatchment.OUTSIDE),
        ("ARZACHENA", "OT", InCatchment.UNKNOWN),
    ],
)
def test_a_comune_is_in_the_catchment_of_its_province(code: str, province: str, place: InCatchment) -> None:
    assert in_catchment(CENTRES[code], province) is place


@pytest.mark.parametrize(
    ("code", "members", "is_about", "catchment"),
    [
        ("CIT-BRESCIA", 185, False, 205),
        ("CST-LECCO", 54, True, 84),
        ("CST-LECCE", None, False, 96),
        ("SMART-CITY-BRESCIA", 28, False, None),
        ("ARZACHENA", 1, False, None),
    ],
)
def test_members_are_counted_only_where_a_source_counts_comuni(
    code: str, members: int | None, *, is_about: bool, catchment: int | None
) -> None:
    told = membership(CENTRES[code])
    assert (told.members, told.is_about, told.catchment) == (members, is_about, catchment)
    for number, fact in ((members, told.members_fact), (catchment, told.catchment_fact)):
        assert (fact is None) is (number is None)
        assert fact is None or str(number) in fact.value


@pytest.mark.parametrize(
    ("value", "number"),
    [("1.204 comuni", 1204), ("201 enti", None), ("comuni", None), ("12.5 comuni", 5), ("oltre 400 comuni", 400)],
)
def test_only_a_number_of_comuni_counts(value: str, number: int | None) -> None:
    assert membership(with_facts(("members", value))).members == number


def test_the_end_of_the_concession_is_a_fact_or_nothing() -> None:
    assert [year_in(end_of_concession(centre)) for centre in (LECCO, LECCE, BRESCIA)] == [2038, 2032, 0]
    assert year_in(with_facts(("concession_end", "mai")).facts[0]) == 0


def test_a_centre_beside_itself_differs_in_nothing() -> None:
    comparison = compare_centres((LECCO, replace(LECCO, code="OTHER")), SERVICES)
    assert comparison.count(Verdict.DIFFERENT) == 0
    assert {row.verdict for row in comparison.rows if all(row.cells)} == {Verdict.SAME}


def test_every_fact_and_every_service_has_its_row() -> None:
    centres = (BRESCIA, LECCO, LECCE)
    comparison = compare_centres(centres, SERVICES)
    assert {row.key for row in comparison.rows if row.kind == "fact"} == {
        fact.field for centre in centres for fact in centre.facts
    }
    assert {row.key for row in comparison.rows if row.kind == "service"} == {
        code for centre in centres for code in centre.services
    }
    told = [value for row in comparison.rows if row.kind == "fact" for cell in row.cells for value in cell]
    assert sorted(told) == sorted(fact.value for centre in centres for fact in centre.facts)
    assert sum(comparison.count(verdict) for verdict in Verdict) == len(comparison.rows)


def test_silence_is_no_difference_but_a_shown_service_is() -> None:
    one, other = with_facts(("fee", "10 euro")), with_facts(("founded", "2004"))
    rows = {row.key: row for row in compare_centres((one, other), ()).rows}
    assert rows["fee"].verdict is rows["founded"].verdict is Verdict.UNKNOWN
    offering = replace(one, services=("BAS-01",))
    service = compare_centres((offering, other), SERVICES).rows[-1]
    assert (service.key, service.cells, service.verdict) == ("BAS-01", (("offered",), ()), Verdict.DIFFERENT)


def test_a_third_that_says_nothing_does_not_hide_a_difference() -> None:
    ten, twenty, silent = with_facts(("fee", "10")), with_facts(("fee", "20")), with_facts()
    for centres in permutations((ten, twenty, silent)):
        assert next(row for row in compare_centres(centres, ()).rows if row.key == "fee").verdict is Verdict.DIFFERENT
    alike = compare_centres((ten, replace(ten, code="Y"), silent), ()).rows
    assert next(row for row in alike if row.key == "fee").verdict is Verdict.UNKNOWN


def test_accents_and_capitals_make_no_difference() -> None:
    rows = compare_centres((with_facts(("fee", "Città")), with_facts(("fee", "citta"))), ()).rows
    assert next(row for row in rows if row.key == "fee").verdict is Verdict.SAME


def test_a_centre_is_named_shortly_by_its_code() -> None:
    assert short_centre("CIT-BRESCIA") == "CIT Brescia"
    assert short_centre("SMART-CITY-BRESCIA") == "Smart City Brescia"
    assert short_centre("ARZACHENA") == "Arzachena"
