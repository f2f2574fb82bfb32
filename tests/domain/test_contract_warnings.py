# SPDX-License-Identifier: EUPL-1.2
"""What does not fit in a contract or in a concession, one rule after the other."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar, get_type_hints

import pytest

from app.domain.clocks import Clock, Layer
from app.domain.concessions import Concession, ConcessionId, Contact, ContractId, Guarantee, ServiceContract
from app.domain.contract_changes import ContractChange
from app.domain.contract_states import ContractState
from app.domain.contract_warnings import (
    SOON_DAYS,
    WARNING_CODES,
    ContractFacts,
    ContractWarning,
    WarningSeverity,
    find_concession_warnings,
    find_contract_warnings,
    over_half,
)
from app.text.contract_words import warning_why, warning_words

T = TypeVar("T")
TODAY = date(2026, 11, 23)
_CIG, _PARENT, _CUP = "94566301F3", "B00012EADB", "J41F22001340006"


def _blank(kind: type[T], /, **told: Any) -> T:  # noqa: ANN401 - fields of the kind
    empty = {str: "", int: 0, bool: False}
    return kind(**{**{name: empty.get(hint) for name, hint in get_type_hints(kind).items()}, **told})


def change(**told: Any) -> ContractChange:  # noqa: ANN401 - its fields
    """A change of a contract, empty but for what is told."""
    return _blank(ContractChange, **{"id": 5, "contract_id": ContractId(1), "kind": "addendum", **told})


def contract(**told: Any) -> ServiceContract:  # noqa: ANN401 - its fields
    """A sound active contract but for what is told."""
    sound = {"state": ContractState.ACTIVE, "dpa": "n. 3", "cig": _CIG, "supplier": "x", "ends_on": date(2030, 1, 1)}
    return _blank(ServiceContract, **{"id": ContractId(1), "signed_on": date(2026, 1, 1), **sound, **told})


def concession(**told: Any) -> Concession:  # noqa: ANN401 - its fields
    """A running concession of services."""
    sound = {"id": ConcessionId(2), "kind": "service_concession", "state": "IN_ESEC", "parent_cig": _PARENT}
    return _blank(Concession, **{**sound, **told})


def facts(**told: Any) -> ContractFacts:  # noqa: ANN401 - its fields
    """What is known of a sound contract, but for what is told."""
    sound = {
        "contract": contract(),
        "concession": None,
        "maintenance_until": None,
        "uncommitted_year": None,
        "today": TODAY,
        **dict.fromkeys(("clocks", "guarantees", "contacts", "changes", "funded_cups", "not_active"), ()),
    }
    return ContractFacts(**{**sound, **told})


def _codes(found: tuple[ContractWarning, ...]) -> list[str]:
    return [one.code for one in found]


def _guarantee(ends_on: date | None, **told: Any) -> Guarantee:  # noqa: ANN401 - its fields
    return _blank(Guarantee, **{"id": 7, "kind": "bond", "ends_on": ends_on, **told})


def _contact(until: date | None, **told: Any) -> Contact:  # noqa: ANN401 - its fields
    return _blank(Contact, **{"id": 8, "role": "rup", "name": "Ugo", "until": until, **told})


def _clock(layer: Layer, ends_on: date) -> Clock:
    return Clock(layer, "x", None, ends_on)


_L0, _L1, _L2 = (
    _clock(Layer.L0, date(2030, 1, 1)),
    _clock(Layer.L1, date(2029, 1, 1)),
    _clock(Layer.L2, date(2028, 1, 1)),
)
_CASES: dict[str, ContractFacts] = {
    "clock.contract_outlasts_membership": facts(clocks=(_L1, _clock(Layer.L2, date(2029, 1, 2)))),
    "clock.contract_outlasts_concession": facts(clocks=(_L0, _clock(Layer.L2, date(2030, 1, 2)))),
    "clock.membership_outlasts_concession": facts(clocks=(_clock(Layer.L0, date(2028, 1, 1)), _L1)),
    "clock.started_after_membership": facts(contract=contract(starts_on=date(2029, 1, 2)), clocks=(_L1, _L2)),
    "clock.over": facts(clocks=(_clock(Layer.L2, TODAY - timedelta(days=1)),)),
    "clock.ends_soon": facts(clocks=(_clock(Layer.L2, TODAY),)),
    "clock.no_end": facts(contract=contract(ends_on=None)),
    "year.no_commitment": facts(uncommitted_year=2026),
    "fee.goes_on": facts(fee_goes_on=True),
    "levels.to_contest": facts(to_contest=2),
    "change.extension": facts(
        concession=concession(ends_on=date(2030, 1, 1)), changes=(change(new_ends_on=date(2030, 1, 2)),)
    ),
    "change.over_half": facts(
        contract=contract(value=Decimal("100.00")), changes=(change(value=Decimal("50.01"), letter="c"),)
    ),
    "bond.lapsed": facts(guarantees=(_guarantee(TODAY - timedelta(days=1)),)),
    "bond.lapses_soon": facts(guarantees=(_guarantee(TODAY + timedelta(days=SOON_DAYS)),)),
    "insurance.lapsed": facts(guarantees=(_guarantee(TODAY - timedelta(days=1), kind="insurance"),)),
    "insurance.lapses_soon": facts(guarantees=(_guarantee(TODAY, kind="insurance"),)),
    "cloud.lapsed": facts(contract=contract(cloud_until=TODAY - timedelta(days=1))),
    "cloud.lapses_soon": facts(contract=contract(cloud_until=TODAY)),
    "mandate.lapsed": facts(contacts=(_contact(TODAY - timedelta(days=1)),)),
    "mandate.lapses_soon": facts(contacts=(_contact(TODAY),)),
    "dpa.missing": facts(contract=contract(dpa="")),
    "prerequisite.not_active": facts(not_active=("PAB-01",)),
    "cig.missing": facts(contract=contract(cig="")),
    "cig.parent": facts(contract=contract(cig=_PARENT), concession=concession()),
    "cig.malformed": facts(contract=contract(cig="94566301F4")),
    "cup.missing": facts(contract=contract(is_funded=True)),
    "cup.malformed": facts(contract=contract(cup="J41F")),
    "cup.of_another_project": facts(contract=contract(cup=_CUP), funded_cups=("J41C22000020006",)),
    "maintenance.ends_before": facts(
        contract=contract(is_funded=True, cup=_CUP), clocks=(_L1, _L2), maintenance_until=date(2028, 1, 2)
    ),
    "maintenance.must_go_on": facts(
        contract=contract(is_funded=True, cup=_CUP, state=ContractState.CLOSING),
        maintenance_until=TODAY + timedelta(days=1),
    ),
    "maintenance.unknown": facts(contract=contract(is_funded=True, cup=_CUP, state=ContractState.CLOSING)),
}


@pytest.mark.parametrize("code", [*_CASES])
def test_each_rule_speaks_where_it_should_and_alone(code: str) -> None:
    found = find_contract_warnings(_CASES[code])
    assert _codes(found) == [code]
    said = warning_words(code, found[0].params)
    assert "{" not in said
    assert said.endswith(".")
    assert warning_why(code).endswith(".")


def test_every_code_has_its_case() -> None:
    assert set(WARNING_CODES) == {*_CASES, "report.not_made"}


def test_a_sound_contract_is_left_in_peace() -> None:
    sound = facts(
        contract=contract(cup=_CUP, is_funded=True, cloud_until=date(2029, 1, 1), value=Decimal("100.00")),
        concession=concession(ends_on=date(2030, 1, 1)),
        clocks=(_L0, _L1, _L2),
        guarantees=(_guarantee(date(2028, 6, 30)), _guarantee(None)),
        contacts=(_contact(None), _contact(date(2028, 1, 1))),
        changes=(change(value=Decimal("50.00"), new_ends_on=date(2029, 1, 1)),),
        funded_cups=(_CUP,),
        maintenance_until=_L2.ends_on,
    )
    assert find_contract_warnings(sound) == ()


@pytest.mark.parametrize("state", [ContractState.CEASED, ContractState.REFUSED])
def test_what_is_over_needs_nothing_any_more(state: ContractState) -> None:
    for case in _CASES.values():
        assert find_contract_warnings(replace(case, contract=replace(case.contract, state=state))) == ()


def test_what_is_wrong_comes_before_what_will_be() -> None:
    case = facts(contract=contract(dpa="", cloud_until=TODAY - timedelta(days=1)))
    assert [one.severity for one in find_contract_warnings(case)] == [WarningSeverity.SERIOUS, WarningSeverity.CAREFUL]


def test_a_guarantee_or_a_mandate_that_was_followed_by_another_is_past() -> None:
    old = TODAY - timedelta(days=10)
    followed = facts(
        guarantees=(_guarantee(old), _guarantee(date(2029, 1, 1), id=9)),
        contacts=(_contact(old), _contact(None, id=10, name="Eva")),
    )
    assert find_contract_warnings(followed) == ()
    assert _codes(find_contract_warnings(facts(guarantees=(_guarantee(old, released_on=old),)))) == []


def test_a_transfer_needs_no_cig() -> None:
    assert find_contract_warnings(facts(contract=contract(cig="", spending="transfer"))) == ()


@pytest.mark.parametrize(
    ("told", "value", "passes"),
    [
        ({"value": Decimal("50.00")}, Decimal("100.00"), False),
        ({"value": Decimal("50.01")}, Decimal("100.00"), True),
        ({"value": Decimal("90.00"), "letter": "a"}, Decimal("100.00"), False),
        ({"value": Decimal("-90.00")}, Decimal("100.00"), False),
        ({"value": Decimal("90.00")}, None, False),
        ({"value": Decimal("90.00"), "kind": "price_revision"}, Decimal("100.00"), False),
    ],
)
def test_half_of_the_initial_value_is_the_limit_of_an_addendum(
    told: dict[str, Any], value: Decimal | None, *, passes: bool
) -> None:
    assert (over_half(change(**told), value) is not None) is passes


def _of_concession(one: Concession, *changes: ContractChange) -> list[str]:
    clock = Clock(Layer.L0, "x", one.starts_on, one.ends_on)
    return _codes(find_concession_warnings(one, clock, (), (), changes, TODAY))


def _extension(**told: Any) -> ContractChange:  # noqa: ANN401 - its fields
    return change(**{"contract_id": None, "concession_id": ConcessionId(2), "kind": "extension", **told})


def test_only_a_concession_may_not_be_extended() -> None:
    end = date(2030, 1, 1)
    assert _of_concession(concession(ends_on=end), _extension(new_ends_on=end)) == ["change.extension"]
    assert _of_concession(concession(ends_on=end, kind="framework"), _extension(new_ends_on=end)) == []
    assert _of_concession(concession(ends_on=end, may_be_extended=True), _extension(new_ends_on=end)) == []
    revised = _extension(kind="plan_revision", new_ends_on=date(2031, 1, 1))
    assert _of_concession(concession(ends_on=end), revised) == []
    renamed = _extension(kind="addendum", new_ends_on=date(2031, 1, 1))
    assert _of_concession(concession(ends_on=end), renamed) == ["change.extension"]


def test_who_grants_reports_and_who_joins_does_not() -> None:
    signed = {"signed_on": date(2026, 1, 1)}
    assert _of_concession(concession(is_ours=True, **signed)) == ["report.not_made"]
    assert _of_concession(concession(is_ours=False, **signed)) == []
    assert _of_concession(concession(is_ours=True, reported_on=date(2026, 1, 20), **signed)) == []
    assert _of_concession(concession(is_ours=True, state="CONCL", **signed)) == []
    told = find_concession_warnings(concession(is_ours=True, **signed), _L0, (), (), (), TODAY)[0]
    assert warning_words(told.code, told.params).endswith(".")
