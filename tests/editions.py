# SPDX-License-Identifier: EUPL-1.2
"""Signed editions for a comune to import: the catalogue that the program brings, with something else in it."""

import json
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from app.domain.editions import EditionHead
from app.formats.catalogue import centres_path, first_edition_path
from app.formats.editions import write_edition
from app.formats.signing_keys import SigningKey, new_key

BRESCIA = "Provincia di Brescia"
KEY = new_key()


def signed_edition(
    key: SigningKey = KEY,
    *,
    sequence: int = 1,
    publisher: str = BRESCIA,
    centres: Collection[str] = ("CIT-BRESCIA",),
    without: Collection[str] = (),
    only: Collection[str] | None = None,
    renamed: Mapping[str, str] | None = None,
    added: Collection[str] = (),
    without_centres: Collection[str] = (),
    rotations: tuple[bytes, ...] = (),
    **head: Any,  # noqa: ANN401 - fields of the head
) -> bytes:
    """An edition: services left out, renamed or added by code; a service that another needs is taken from it too."""
    catalogue: dict[str, Any] = json.loads(first_edition_path().read_text(encoding="utf-8"))
    known: dict[str, Any] = json.loads(centres_path().read_text(encoding="utf-8"))
    services = [one for one in catalogue["services"] if one["code"] not in without]
    services = [one for one in services if only is None or one["code"] in only]
    services += [{**catalogue["services"][0], "code": code, "name": f"Servizio {code}"} for code in added]
    codes = {one["code"] for one in services}
    for one in services:
        one["prerequisites"] = [code for code in one["prerequisites"] if code in codes]
        one["name"] = (renamed or {}).get(one["code"], one["name"])
    kept = [one for one in known["centres"] if one["code"] in centres and one["code"] not in without_centres]
    for centre in kept:
        centre["services"] = [code for code in centre["services"] if code in codes]
    made = EditionHead(
        publisher=publisher,
        centre_codes=tuple(centres),
        sequence=sequence,
        edition=sequence + 10,
        published_on=date(2026, 11, 3),
        valid_from=date(2026, 11, 3),
        valid_until=date(2027, 11, 2),
        min_version="0.1.0",
    )
    made = EditionHead(**{**{name: getattr(made, name) for name in EditionHead.__slots__}, **head})
    told = {
        **catalogue,
        "services": services,
        "edition": made.edition,
        "publisher": publisher,
        "published_on": made.published_on.isoformat(),
    }
    contents = json.dumps(told, ensure_ascii=False).encode(), json.dumps({"centres": kept}, ensure_ascii=False).encode()
    return write_edition(*contents, made, key, rotations)
