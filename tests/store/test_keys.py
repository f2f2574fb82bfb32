# SPDX-License-Identifier: EUPL-1.2
"""Keys of publishers: kept as they were compared, never replaced in silence."""

import base64

import pytest

from app.actions import history
from app.domain.publisher_keys import PublicKey
from app.errors import UserError
from app.store import Store, catalogue, keys

ONE = PublicKey(base64.b64encode(bytes(range(32))).decode())
OTHER = PublicKey(base64.b64encode(bytes(range(1, 33))).decode())


def pin(store: Store, key: PublicKey, *codes: str) -> None:
    with store.write("example.filled") as session:
        keys.pin_key(session, key, "Provincia di prova", codes, store.now())


def test_a_key_is_taken_once_and_speaks_for_more_centres_when_asked(store: Store) -> None:
    pin(store, ONE, "CIT-BRESCIA")
    pin(store, ONE, "CST-LECCO", "CIT-BRESCIA")
    with store.read() as session:
        (known,) = keys.list_keys(session)
    assert known.pinned.key == ONE
    assert known.pinned.centre_codes == ("CIT-BRESCIA", "CST-LECCO")
    assert (known.pinned_at, known.highest_sequence, known.pinned.is_current) == (store.now(), 0, True)


def test_handing_over_revoking_and_sequences_are_remembered(store: Store) -> None:
    pin(store, ONE, "CIT-BRESCIA")
    pin(store, OTHER, "CIT-BRESCIA")
    with store.write("example.filled") as session:
        keys.replace_key(session, ONE.key_id, OTHER.key_id)
        keys.raise_sequence(session, OTHER.key_id, 7)
        keys.raise_sequence(session, OTHER.key_id, 5)
    with store.write("example.filled") as session:
        keys.revoke_key(session, OTHER.key_id)
    with store.read() as session:
        found = {known.pinned.key: known for known in keys.list_keys(session)}
        assert not any(pinned.is_current for pinned in keys.pinned_keys(session))
    assert (found[ONE].pinned.replaced_by, found[OTHER].highest_sequence) == (OTHER.key_id, 7)
    history.undo_last(store)
    with store.read() as session:
        assert [pinned.key for pinned in keys.pinned_keys(session) if pinned.is_current] == [OTHER]


def test_a_key_that_nobody_took_cannot_be_revoked(store: Store) -> None:
    with pytest.raises(UserError, match=r"key\.unknown"), store.write("example.filled") as session:
        keys.revoke_key(session, ONE.key_id)


def test_a_step_back_forgets_neither_what_was_compared_nor_how_far_it_counted(store: Store) -> None:
    with store.write("example.filled") as session:
        keys.pin_key(session, ONE, "Provincia di prova", ["CIT-BRESCIA"], store.now())
        keys.raise_sequence(session, ONE.key_id, 7)
        catalogue.star(session, "BAS-01", is_starred=True)
    history.undo_last(store)
    with store.read() as session:
        (known,) = keys.list_keys(session)
        assert catalogue.read_mark(session, "BAS-01").version == 0
    assert (known.pinned.key, known.highest_sequence) == (ONE, 7)
