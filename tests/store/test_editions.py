# SPDX-License-Identifier: EUPL-1.2
"""Who told of what is written beside it, and a row that an edition tells as it was is left alone."""

from app.actions import history
from app.actions.editions import import_edition
from app.store import Store, editions
from tests.editions import KEY, signed_edition

KEY_IDS = [KEY.public.key_id]


def test_the_store_knows_who_told_of_what(store: Store) -> None:
    import_edition(store, signed_edition(), pin_fingerprint=KEY.public.fingerprint)
    with store.read() as session:
        services, centres = editions.brought_by(session, KEY_IDS)
        assert len(services) == 93
        assert centres == {"CIT-BRESCIA"}
        assert editions.brought_by_others(session, KEY_IDS) == frozenset()
        assert editions.brought_by_others(session, ["0" * 16]) == services
        assert editions.has_edition(session, KEY_IDS, 1)
        assert not editions.has_edition(session, KEY_IDS, 2)


def test_what_is_told_again_as_it_was_leaves_no_trace(store: Store) -> None:
    import_edition(store, signed_edition(), pin_fingerprint=KEY.public.fingerprint)
    import_edition(store, signed_edition(sequence=2, renamed={"BAS-02": "Sportello"}))
    newest = history.list_history(store, limit=1)[0]
    changed = {(one.table, one.row) for one in history.show_entry(store, newest.id).changes}
    assert changed == {("service", "BAS-02"), ("catalogue_edition", "3")}
