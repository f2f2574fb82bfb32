# SPDX-License-Identifier: EUPL-1.2
"""What a publisher has made before, read from the files beside the new ones."""

import json
from pathlib import Path

import pytest

from app.actions.published import check_number, check_publisher, name_of_key
from app.actions.publishing import make_key, open_key
from app.errors import UserError
from app.formats.editions import read_edition_bundle
from tests.actions.test_publishing import TODAY
from tests.editions import BRESCIA, signed_edition


def test_a_key_knows_the_name_it_was_made_for(tmp_path: Path) -> None:
    _public, (file, public_file) = make_key(tmp_path, BRESCIA, TODAY)
    key = open_key(file).public
    assert name_of_key(file, key) == BRESCIA
    _other, (stranger, _file) = make_key(tmp_path / "altra", "Altra", TODAY)
    assert name_of_key(file, open_key(stranger).public) == ""
    for content in (b"{", b"[]", b'{"name": 1}', json.dumps({"public_key": key.public_key, "name": 3}).encode()):
        public_file.write_bytes(content)
        assert name_of_key(file, key) == ""
    public_file.unlink()
    assert name_of_key(file, key) == ""


def test_an_edition_of_another_name_is_refused() -> None:
    catalogue = read_edition_bundle(signed_edition()).catalogue
    check_publisher(catalogue, BRESCIA)
    check_publisher(catalogue, "")
    with pytest.raises(UserError, match=r"publish\.other_name"):
        check_publisher(catalogue, "Provincia di Prova")


def test_a_number_is_used_once_for_one_content(tmp_path: Path) -> None:
    (tmp_path / "prima.zip").write_bytes(signed_edition(edition=7))
    (tmp_path / "altro.zip").write_bytes(b"non un pacchetto")
    (tmp_path / "rotta.zip").write_bytes(signed_edition(edition=7, added=["NEW-09"])[:-1])
    same = read_edition_bundle(signed_edition(edition=7, sequence=2))
    check_number(same.catalogue, tmp_path)
    theirs = read_edition_bundle(signed_edition(edition=7, publisher="Altra", added=["NEW-01"]))
    check_number(theirs.catalogue, tmp_path)
    following = read_edition_bundle(signed_edition(edition=8, added=["NEW-01"]))
    check_number(following.catalogue, tmp_path)
    other = read_edition_bundle(signed_edition(edition=7, added=["NEW-01"]))
    with pytest.raises(UserError) as refused:
        check_number(other.catalogue, tmp_path)
    assert (refused.value.code, refused.value.params) == ("publish.number_taken", {"number": 7, "file": "prima.zip"})
