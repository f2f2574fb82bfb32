# SPDX-License-Identifier: EUPL-1.2
"""What a publisher has made before: the name that a key was made for, and the editions that lie beside a new one."""

import json
from pathlib import Path

from app.domain.catalogue import Catalogue
from app.domain.publisher_keys import PublicKey
from app.errors import UserError
from app.formats.bundle import kind_of
from app.formats.editions import CATALOGUE, read_edition_bundle

PUBLIC_FILE = "campanile-public.json"
_MOST_BYTES = 64 * 1024


def name_of_key(key_file: Path, key: PublicKey) -> str:
    """The name said when the key was made, from the public file beside it; "" where that is not there or of another."""
    try:
        with (key_file.parent / PUBLIC_FILE).open("rb") as file:
            told = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return ""
    if not isinstance(told, dict) or told.get("public_key") != key.public_key:
        return ""
    name = told.get("name")
    return name if isinstance(name, str) else ""


def check_publisher(catalogue: Catalogue, name: str) -> None:
    """UserError `publish.other_name` where the edition names another than the key was made for."""
    if name and catalogue.publisher != name:
        raise UserError("publish.other_name", publisher=catalogue.publisher, name=name)


def check_number(catalogue: Catalogue, folder: Path) -> None:
    """UserError `publish.number_taken` where an edition of that number lies in the folder and says something else."""
    for file in sorted(folder.glob("*.zip")):
        there = _edition_in(file)
        if there is None:
            continue
        is_same_number = (there.publisher, there.edition) == (catalogue.publisher, catalogue.edition)
        if is_same_number and there != catalogue:
            raise UserError("publish.number_taken", number=catalogue.edition, file=file.name)


def _edition_in(file: Path) -> Catalogue | None:
    if kind_of(file) != CATALOGUE:
        return None
    try:
        return read_edition_bundle(file).catalogue
    except UserError:
        return None
