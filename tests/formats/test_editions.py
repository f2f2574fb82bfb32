# SPDX-License-Identifier: EUPL-1.2
"""Signed editions: written, read back, and their parts in agreement."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.errors import UserError
from app.formats.catalogue import centres_path, first_edition_path, read_catalogue, read_centres
from app.formats.editions import NO_CENTRES, read_edition_bundle, write_edition
from app.formats.signing_keys import new_key, rotate
from tests.packages import PUBLISHER, edition_head, edition_package, entries_of, refusal, request_package

KEY, OLD, OLDEST = new_key(), new_key(), new_key()
DAY = date(2026, 11, 3)
CATALOGUE, CENTRES = first_edition_path().read_bytes(), centres_path().read_bytes()


def refused(
    catalogue: bytes = CATALOGUE,
    centres: bytes = CENTRES,
    rotations: tuple[bytes, ...] = (),
    **fields: Any,  # noqa: ANN401 - fields of the head
) -> str:
    with pytest.raises(UserError) as error:
        write_edition(catalogue, centres, edition_head(**fields), KEY, rotations)
    return error.value.code


def changed(raw: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    told = json.loads(raw)
    change(told)
    return json.dumps(told).encode()


def test_an_edition_comes_back_as_it_was_signed(tmp_path: Path) -> None:
    file = tmp_path / "edizione.zip"
    file.write_bytes(edition_package(KEY))
    for source in (edition_package(KEY), file):
        signed = read_edition_bundle(source)
        assert signed.head == edition_head()
        assert signed.catalogue == read_catalogue(first_edition_path())
        assert signed.centres == read_centres(centres_path())
        assert (signed.key, signed.rotations) == (KEY.public, ())
        assert signed.fingerprint == KEY.public.fingerprint
    assert [name for name, _content in entries_of(edition_package(KEY))] == [
        "manifest.json", "signature.json", "centres.json", "edition.json",
    ]  # fmt: skip


def test_an_edition_without_centres_speaks_for_none() -> None:
    signed = read_edition_bundle(write_edition(CATALOGUE, NO_CENTRES, edition_head(centre_codes=()), KEY))
    assert (signed.centres, signed.head.centre_codes) == ((), ())


def test_the_keys_that_came_before_travel_with_it() -> None:
    steps = rotate(OLDEST, OLD.public, PUBLISHER, DAY), rotate(OLD, KEY.public, PUBLISHER, DAY)
    signed = read_edition_bundle(edition_package(KEY, steps))
    assert [(step.old, step.new) for step in signed.rotations] == [
        (OLDEST.public, OLD.public),
        (OLD.public, KEY.public),
    ]


@pytest.mark.parametrize(
    "steps",
    [
        (rotate(OLDEST, OLD.public, PUBLISHER, DAY),),
        (rotate(OLD, KEY.public, "Altri", DAY),),
        (rotate(OLD, KEY.public, PUBLISHER, DAY), rotate(OLDEST, OLD.public, PUBLISHER, DAY)),
    ],
    ids=["elsewhere", "publisher", "order"],
)
def test_keys_that_do_not_lead_to_the_one_that_signs_are_refused(steps: tuple[bytes, ...]) -> None:
    assert refused(rotations=steps) == "rotation.broken_chain"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"publisher": "Altri"}, "catalogue.head_differs"),
        ({"edition": 2}, "catalogue.head_differs"),
        ({"published_on": date(2026, 11, 24)}, "catalogue.head_differs"),
        ({"centre_codes": ("CIT-BRESCIA",)}, "catalogue.centre_not_listed"),
        ({"centre_codes": (*edition_head().centre_codes, "CIT-BRESCIA")}, "catalogue.head_differs"),
        ({"valid_until": date(2026, 11, 22)}, "catalogue.validity_reversed"),
        ({"sequence": 0}, "package.wrong_value"),
        ({"sequence": 2**63}, "package.wrong_value"),
        ({"min_version": "uno"}, "package.wrong_value"),
    ],
)
def test_a_head_that_does_not_fit_the_content_is_not_signed(fields: dict[str, Any], code: str) -> None:
    assert refused(**fields) == code


@pytest.mark.parametrize(
    ("catalogue", "centres", "code"),
    [
        (b"{", CENTRES, "catalogue.not_json"),
        (CATALOGUE, b"{}", "catalogue.wrong_shape"),
        (changed(CATALOGUE, lambda told: told.update(altro=1)), CENTRES, "catalogue.wrong_shape"),
        (changed(CATALOGUE, lambda told: told["services"].pop(0)), CENTRES, "catalogue.inconsistent"),
        (
            CATALOGUE,
            changed(CENTRES, lambda told: told["centres"][1]["services"].append("X-1")),
            "catalogue.inconsistent",
        ),
        (b" " * (5 * 1024**2 + 1), CENTRES, "package.wrong_shape"),
    ],
)
def test_content_that_a_comune_would_refuse_is_not_signed(catalogue: bytes, centres: bytes, code: str) -> None:
    assert refused(catalogue, centres) == code


def test_only_the_files_of_an_edition_are_in_one() -> None:
    from app.formats.bundle import write_bundle
    from app.formats.exchange_shapes import CatalogueManifest

    head = {name: getattr(edition_head(), name) for name in type(edition_head()).__slots__}
    told = {"format": "campanile.catalogue", **head}
    whole = {"edition.json": CATALOGUE, "centres.json": CENTRES}
    for files in ({**whole, "documents/001-x.pdf": b"x"}, {"edition.json": CATALOGUE}, {"centres.json": CENTRES}):
        package = write_bundle(CatalogueManifest, told, files, KEY)
        assert refusal(read_edition_bundle, package) == "package.files_differ"


def test_a_request_is_no_edition() -> None:
    assert refusal(read_edition_bundle, request_package()) == "package.is_request"
