# SPDX-License-Identifier: EUPL-1.2
"""Copies for other programs: private, safely named, gone at the close and at the next start (reliability D19, G5)."""

import stat
import sys

import pytest

from app.errors import UserError
from app.store import Store, attachments, open_store, opened_copies
from tests.conftest import NOW


def test_a_copy_has_the_bytes_and_a_harmless_name(store: Store) -> None:
    sha256 = attachments.keep_bytes(store.path, b"delibera")
    copy = opened_copies.make_copy(store.path, sha256, "../../Delibera\u202e.pdf")
    other = opened_copies.make_copy(store.path, sha256, "../../Delibera\u202e.pdf")
    assert copy.read_bytes() == b"delibera"
    assert copy.name == "Delibera_.pdf"
    assert opened_copies.folder_of(store.path) in copy.parents
    assert other != copy
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_whatever_is_done_to_a_copy_the_original_stays(store: Store) -> None:
    sha256 = attachments.keep_bytes(store.path, b"delibera")
    opened_copies.make_copy(store.path, sha256, "a.txt").write_bytes(b"cambiata")
    assert attachments.read(store.path, sha256, "a.txt") == b"delibera"
    attachments.place_of(store.path, sha256).write_bytes(b"guasta")
    with pytest.raises(UserError) as told:
        opened_copies.make_copy(store.path, sha256, "a.txt")
    assert told.value.code == "document.file_changed"


def test_copies_go_at_the_close_and_at_the_next_start(store: Store) -> None:
    sha256 = attachments.keep_bytes(store.path, b"delibera")
    left = opened_copies.make_copy(store.path, sha256, "a.pdf")
    path = store.path
    store.close()
    assert not left.exists()
    left.parent.mkdir(parents=True)
    left.write_bytes(b"di un programma interrotto")
    again = open_store(path, who="prova", clock=lambda: NOW)
    assert not left.exists()
    assert attachments.read(path, sha256, "a.pdf") == b"delibera"
    again.close()
