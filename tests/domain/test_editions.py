# SPDX-License-Identifier: EUPL-1.2
"""Editions: which may come in, and what they would change (reliability U2-U4, I8)."""

import base64
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.catalogue import Centre, Service
from app.domain.editions import (
    EditionDifference,
    Installed,
    check_edition,
    compare_editions,
    is_version_newer,
    pin,
)
from app.domain.publisher_keys import PinnedKey, PublicKey, Rotation
from app.errors import UserError
from app.formats.catalogue import centres_path, first_edition_path, read_catalogue, read_centres
from tests.packages import PUBLISHER, edition_head

KEY, NEXT, STRANGER = (PublicKey(base64.b64encode(bytes([number]) * 32).decode()) for number in range(3))
TODAY = date(2026, 11, 25)
PINNED = pin(edition_head(), KEY)
HERE = Installed((PINNED,), highest_sequence=6, today=TODAY, program_version="0.1.0")
SERVICES = read_catalogue(first_edition_path()).services
CENTRES = read_centres(centres_path())
CODES = frozenset(service.code for service in SERVICES)


def refused(here: Installed = HERE, key: PublicKey = KEY, rotations: tuple[Rotation, ...] = (), **fields: Any) -> str:  # noqa: ANN401 - fields of the head
    with pytest.raises(UserError) as error:
        check_edition(edition_head(**fields), key, rotations, here)
    return error.value.code.removeprefix("catalogue.")


def test_the_next_edition_of_a_known_key_comes_in() -> None:
    trust = check_edition(edition_head(), KEY, (), HERE)
    assert (trust.pinned, trust.is_successor) == (PINNED, False)
    for day in (date(2026, 11, 23), date(2027, 11, 22)):
        check_edition(edition_head(), KEY, (), replace(HERE, today=day))


def test_a_key_that_the_old_one_has_named_comes_in() -> None:
    rotation = Rotation(PUBLISHER, TODAY, KEY, NEXT)
    trust = check_edition(edition_head(), NEXT, (rotation,), HERE)
    assert (trust.pinned, trust.is_successor) == (PINNED, True)
    old = replace(PINNED, replaced_by=NEXT.key_id)
    here = replace(HERE, pinned=(old, replace(PINNED, key=NEXT)))
    assert check_edition(edition_head(), NEXT, (rotation,), here).is_successor is False
    assert refused(here, KEY) == "key_replaced"
    assert refused(here, STRANGER, (Rotation(PUBLISHER, TODAY, KEY, STRANGER),)) == "key_wrong"


def test_a_key_that_nobody_compared_is_told_with_its_fingerprint() -> None:
    empty = replace(HERE, pinned=())
    with pytest.raises(UserError) as error:
        check_edition(edition_head(), STRANGER, (), empty)
    assert error.value.code == "catalogue.key_not_known"
    assert error.value.params["fingerprint"] == STRANGER.fingerprint
    check_edition(edition_head(), STRANGER, (), replace(HERE, pinned=(pin(edition_head(), STRANGER),)))


@pytest.mark.parametrize(
    ("pinned", "code"),
    [
        ((replace(PINNED, key=NEXT),), "key_wrong"),
        ((replace(PINNED, is_revoked=True),), "key_revoked"),
        ((replace(PINNED, publisher="Altri"),), "other_publisher"),
        ((replace(PINNED, key=NEXT, publisher="Altri", centre_codes=("X",)),), "key_not_known"),
        ((PINNED, PinnedKey(NEXT, "Altri", ("CIT-BRESCIA",))), "centre_of_another"),
        ((replace(PINNED, centre_codes=("CIT-BRESCIA",)),), "centres_widened"),
    ],
)
def test_a_key_speaks_for_its_publisher_and_its_centres_only(pinned: tuple[PinnedKey, ...], code: str) -> None:
    assert refused(replace(HERE, pinned=pinned)) == code


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"sequence": 6}, "already_installed"),
        ({"sequence": 5}, "older"),
        ({"sequence": 1007}, "sequence_jump"),
        ({"min_version": "0.1.1"}, "newer_program"),
        ({"valid_until": TODAY - timedelta(days=1)}, "expired"),
        ({"valid_from": TODAY + timedelta(days=1)}, "not_valid_yet"),
    ],
)
def test_an_edition_out_of_turn_stays_out(fields: dict[str, Any], code: str) -> None:
    assert refused(**fields) == code


def test_a_jump_comes_in_once_the_clerk_has_asked() -> None:
    check_edition(edition_head(sequence=1006), KEY, (), HERE)
    head = edition_head(sequence=2**53 - 1)
    check_edition(head, KEY, (), HERE, allow_jump=True)
    with pytest.raises(UserError):
        check_edition(edition_head(sequence=5), KEY, (), HERE, allow_jump=True)


@pytest.mark.parametrize(
    ("wanted", "ours", "is_newer"),
    [
        ("0.1.0", "0.1.0", False),
        ("0.1.1", "0.1.0", True),
        ("0.10.0", "0.9.9", True),
        ("1.0.0", "1.0.0.dev3", False),
        ("0.2.0", "0.2.0rc1", False),
        ("0.0.1", "x", True),
    ],
)
def test_versions_are_compared_as_numbers(wanted: str, ours: str, is_newer: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_version_newer(wanted, ours) is is_newer


def compared(
    services: tuple[Service, ...] = SERVICES,
    centres: tuple[Centre, ...] = CENTRES,
    old: tuple[Service, ...] = SERVICES,
    own: frozenset[str] = frozenset(),
    brought: frozenset[str] = CODES,
) -> EditionDifference:
    codes = [centre.code for centre in CENTRES]
    return compare_editions(old, services, CENTRES, centres, own_codes=own, brought=brought, spoken_for=codes)


def test_the_same_edition_changes_nothing() -> None:
    difference = compared()
    assert (difference.services.added, difference.services.changed, difference.services.withdrawn) == ((), (), ())
    assert (difference.services.unchanged, difference.centres.unchanged) == (len(SERVICES), len(CENTRES))
    assert (difference.touches_ours, difference.needs_confirmation) == ((), False)


def test_a_changed_service_tells_its_fields_and_whether_it_is_ours() -> None:
    new = replace(SERVICES[3], name="Altro nome", keywords=())
    difference = compared((*SERVICES[:3], new, *SERVICES[4:]), own=frozenset({new.code}))
    (change,) = difference.services.changed
    assert [(field.field, field.new) for field in change.fields] == [("name", "Altro nome"), ("keywords", ())]
    assert change.fields[0].old == SERVICES[3].name
    assert difference.touches_ours == (new.code,)
    assert not difference.needs_confirmation


def test_added_and_withdrawn_are_told_apart() -> None:
    old, new = SERVICES[:-1], SERVICES[1:]
    difference = compared(new, CENTRES[1:], old)
    assert [service.code for service in difference.services.added] == [SERVICES[-1].code]
    assert [service.code for service in difference.services.withdrawn] == [SERVICES[0].code]
    assert [centre.code for centre in difference.centres.withdrawn] == [CENTRES[0].code]


def test_only_what_the_same_publisher_brought_is_withdrawn() -> None:
    assert compared(SERVICES[:1], brought=frozenset()).services.withdrawn == ()
    gone = compared(SERVICES[:1], brought=frozenset({SERVICES[5].code})).services.withdrawn
    assert [service.code for service in gone] == [SERVICES[5].code]


def test_a_withdrawn_service_is_withdrawn_once_and_may_come_back() -> None:
    old = (replace(SERVICES[0], is_withdrawn=True), *SERVICES[1:])
    assert compared(SERVICES[1:], old=old).services.withdrawn == ()
    (back,) = compared(old=old).services.changed
    assert [(field.field, field.old, field.new) for field in back.fields] == [("is_withdrawn", True, False)]


def test_more_than_one_in_ten_or_one_in_use_needs_a_yes() -> None:
    tenth = len(SERVICES) // 10
    assert not compared(SERVICES[tenth:]).needs_confirmation
    assert compared(SERVICES[tenth + 1 :]).needs_confirmation
    one = compared(SERVICES[:-1], own=frozenset({SERVICES[-1].code}))
    assert (one.withdrawn_ours, one.is_mass_withdrawal, one.needs_confirmation) == ((SERVICES[-1].code,), False, True)


def test_a_service_of_ours_that_loses_what_it_needs_is_touched() -> None:
    needing = next(service for service in SERVICES if service.prerequisites)
    left = tuple(service for service in SERVICES if service.code not in needing.prerequisites)
    assert needing.code in compared(left, own=frozenset({needing.code})).touches_ours
