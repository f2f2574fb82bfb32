# SPDX-License-Identifier: EUPL-1.2
"""Rules of the catalogue: what contradicts itself is found, prerequisites come first."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.catalogue import (
    Catalogue,
    Centre,
    Fact,
    Service,
    Source,
    check_catalogue,
    check_centres,
    prerequisite_order,
)
from app.errors import UserError


def service(code: str, *prerequisites: str) -> Service:
    """An invented service."""
    return Service(
        code=code,
        area="Prova",
        name=f"Servizio {code}",
        name_en=f"Service {code}",
        summary="Un servizio inventato.",
        summary_en="An invented service.",
        description="Serve alle prove.",
        description_en="It is for tests.",
        addressees=("ENTE",),
        measure="",
        measure_inferred=False,
        legal_basis=(),
        is_mandatory=None,
        fee_models=("progetto",),
        fee_inferred=True,
        prerequisites=prerequisites,
        keywords=("prova",),
        sources=(Source("inventata"),),
    )


def catalogue(*services: Service) -> Catalogue:
    """An invented edition."""
    return Catalogue(1, "Prova", "Prova", date(2026, 1, 1), ("Prova",), services)


def centre(code: str = "CST-PROVA", *services: str, kind: str = "CST") -> Centre:
    """An invented centre."""
    facts = (
        Fact("members", "3 comuni", "3 comuni", "inventata", False),
        Fact("members", "2", "2", "inventata", True),
    )
    return Centre(code, "Centro", "Provincia", kind, "XX", ("XX",), services, facts)


def test_a_sound_catalogue_has_no_findings() -> None:
    assert check_catalogue(catalogue(service("A"), service("B", "A"), service("C", "A", "B"))) == ()


@pytest.mark.parametrize(
    ("wrong", "finding"),
    [
        ({"area": "Altra"}, "B: area_unknown Altra"),
        ({"fee_models": ("regalo",)}, "B: fee_unknown regalo"),
        ({"fee_models": ("progetto", "progetto")}, "B: value_twice progetto"),
        ({"addressees": ("CITTADINI", "GATTI")}, "B: addressee_unknown GATTI"),
        ({"prerequisites": ("Z",)}, "B: prerequisite_unknown Z"),
        ({"measure_inferred": True}, "B: measure_missing"),
        ({"keywords": ("a", "b", "a")}, "B: value_twice a"),
        ({"prerequisites": ("B",)}, "B: prerequisites_in_a_circle B"),
    ],
)
def test_each_contradiction_is_found(wrong: dict[str, object], finding: str) -> None:
    broken = replace(service("B"), **wrong)  # type: ignore[arg-type]
    assert check_catalogue(catalogue(service("A"), broken)) == (finding,)


def test_a_code_used_twice_is_found() -> None:
    assert check_catalogue(catalogue(service("A"), service("A"))) == ("A: code_twice",)


def test_an_area_named_twice_is_found() -> None:
    assert check_catalogue(replace(catalogue(service("A")), areas=("Prova", "Prova"))) == ("Prova: area_twice",)


def test_a_circle_of_three_is_found_and_named() -> None:
    findings = check_catalogue(catalogue(service("A", "C"), service("B", "A"), service("C", "B"), service("D", "A")))
    assert findings == ("A: prerequisites_in_a_circle A B C",)


def test_prerequisites_come_before_what_needs_them() -> None:
    services = [service("D", "B", "C"), service("C", "A"), service("B", "A"), service("A"), service("E")]
    order = prerequisite_order(["D"], services)
    assert sorted(order) == ["A", "B", "C", "D"]
    assert order[0] == "A"
    assert order[-1] == "D"


def test_the_order_does_not_depend_on_how_the_codes_are_asked() -> None:
    services = [service("A"), service("B", "A"), service("C", "A"), service("D", "C")]
    assert prerequisite_order(["D", "B"], services) == prerequisite_order(("B", "D", "D"), services)
    assert prerequisite_order([], services) == ()


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(UserError) as refusal:
        prerequisite_order(["A", "Z"], [service("A")])
    assert (refusal.value.code, refusal.value.params) == ("catalogue.unknown_service", {"code": "Z"})


def test_a_long_chain_of_prerequisites_is_no_problem() -> None:
    services = [service("S0"), *(service(f"S{n}", f"S{n - 1}") for n in range(1, 1500))]
    assert check_catalogue(catalogue(*services)) == ()
    assert prerequisite_order(["S1499"], services) == tuple(f"S{n}" for n in range(1500))


def test_centres_are_checked_alone_and_against_the_catalogue() -> None:
    edition = catalogue(service("A"))
    assert check_centres([centre("UNO", "A"), centre("DUE")], edition) == ()
    assert check_centres([centre("UNO", "Z")]) == ()
    assert check_centres([centre("UNO", "Z")], edition) == ("UNO: service_unknown Z",)
    assert check_centres([centre("UNO"), centre("UNO")]) == ("UNO: code_twice",)
    assert check_centres([centre("UNO", "A", "A")]) == ("UNO: service_twice A",)
    assert check_centres([centre("UNO", kind="CLUB")]) == ("UNO: kind_unknown CLUB",)


def test_the_first_fact_of_a_field_is_given() -> None:
    assert centre().fact("members") == Fact("members", "3 comuni", "3 comuni", "inventata", False)
    assert centre().fact("partner") is None
