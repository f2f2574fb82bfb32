# SPDX-License-Identifier: EUPL-1.2
"""Signed editions taken in or refused: the store is as it was after every refusal, and a step back brings it back."""

import hashlib
import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from app.actions import catalogue, centres, editions, history
from app.actions.accession_opening import open_accession
from app.actions.accessions import show_accession
from app.actions.editions import KeyTrust, import_edition, list_publisher_keys, preview_edition
from app.actions.workspace import Workspace
from app.domain.coherence import Severity
from app.errors import UserError
from app.formats.signing_keys import new_key, rotate
from app.store import Store, keys
from app.text import action_title, sentence
from tests.conftest import NOW, open_copy
from tests.editions import BRESCIA, KEY, signed_edition
from tests.packages import mutants

MUTANTS = 200
OTHER, STRANGER = new_key(), new_key()
PIN = KEY.public.fingerprint


def everything(store: Store) -> str:
    """A fingerprint of every table but the trace of the clock."""
    with store.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        return hashlib.sha256("\n".join(raw.iterdump()).encode()).hexdigest()


def refused(store: Store, source: bytes | Path, **word: Any) -> str:  # noqa: ANN401 - the clerk's word
    """The code with which it is refused, the sentence made, the store as it was."""
    before = everything(store)
    with pytest.raises(UserError) as told:
        import_edition(store, source, **word)
    assert sentence(told.value)
    assert everything(store) == before
    return told.value.code


def names(store: Store) -> dict[str, str]:
    return {row.service.code: row.service.name for row in catalogue.search_services(store).services}


@pytest.fixture
def pinned(store: Store) -> Store:
    """A store that took the first edition of Brescia, of all services."""
    import_edition(store, signed_edition(), pin_fingerprint=PIN)
    return store


def test_the_first_edition_asks_for_the_fingerprint(store: Store) -> None:
    edition = signed_edition(renamed={"BAS-02": "Sportello"})
    preview = preview_edition(store, edition)
    assert (preview.trust, preview.needs_fingerprint, preview.signed.fingerprint) == (KeyTrust.NEW, True, PIN)
    assert refused(store, edition) == "catalogue.key_not_known"
    assert refused(store, edition, pin_fingerprint=STRANGER.public.fingerprint) == "catalogue.fingerprint_differs"
    assert refused(store, edition, pin_fingerprint=PIN[:19]) == "catalogue.fingerprint_differs"
    import_edition(store, edition, pin_fingerprint=PIN.lower().replace(" ", ""))
    assert names(store)["BAS-02"] == "Sportello"
    (known,) = list_publisher_keys(store)
    assert (known.pinned.publisher, known.pinned.centre_codes) == (BRESCIA, ("CIT-BRESCIA",))
    assert (known.highest_sequence, known.pinned_at) == (1, NOW)


def test_what_is_new_changed_and_withdrawn_is_told_and_then_done(pinned: Store) -> None:
    edition = signed_edition(sequence=2, without=["FOR-02"], renamed={"BAS-02": "Sportello"}, added=["NEW-01"])
    preview = preview_edition(pinned, edition)
    assert [one.code for one in preview.difference.services.added] == ["NEW-01"]
    assert [change.new.code for change in preview.difference.services.changed if change.new.code == "BAS-02"]
    assert [one.code for one in preview.difference.services.withdrawn] == ["FOR-02"]
    assert (preview.trust, preview.needs_confirmation) == (KeyTrust.KNOWN, False)
    import_edition(pinned, edition)
    assert names(pinned)["NEW-01"] == "Servizio NEW-01"
    assert catalogue.show_service(pinned, "FOR-02").service.is_withdrawn
    assert not catalogue.show_service(pinned, "FOR-01").service.is_withdrawn
    edition_info = catalogue.search_services(pinned).edition
    assert edition_info is not None
    assert (edition_info.number, edition_info.publisher, edition_info.key_id) == (12, BRESCIA, KEY.public.key_id)
    assert edition_info.valid_until == date(2027, 11, 2)
    assert any(hit.key == "NEW-01" for hit in _found(pinned, "servizio new-01"))


def test_a_withdrawn_service_that_comes_again_is_no_longer_withdrawn(pinned: Store) -> None:
    import_edition(pinned, signed_edition(sequence=2, without=["FOR-02"]))
    import_edition(pinned, signed_edition(sequence=3))
    assert not catalogue.show_service(pinned, "FOR-02").service.is_withdrawn


def test_one_step_back_brings_the_old_catalogue_and_keeps_key_and_sequence(pinned: Store) -> None:
    before = names(pinned)
    edition = signed_edition(sequence=5, renamed={"BAS-02": "Sportello"}, added=["NEW-01"])
    import_edition(pinned, edition)
    assert history.undo_last(pinned)
    assert names(pinned) == before
    assert list_publisher_keys(pinned)[0].highest_sequence == 5
    assert refused(pinned, signed_edition(sequence=3)) == "catalogue.older"
    history.redo_last(pinned)
    assert names(pinned)["BAS-02"] == "Sportello"
    assert refused(pinned, edition) == "catalogue.already_installed"


def test_after_a_step_back_the_same_edition_may_come_again(pinned: Store) -> None:
    edition = signed_edition(sequence=5, added=["NEW-01"])
    import_edition(pinned, edition)
    history.undo_last(pinned)
    import_edition(pinned, edition)
    assert "NEW-01" in names(pinned)


def test_the_history_names_edition_publisher_and_key(pinned: Store) -> None:
    newest = history.list_history(pinned, limit=1)[0]
    told = action_title(newest.title, newest.params)
    assert told == f"Catalogo n. 11 di {BRESCIA}, firmato con la chiave {KEY.public.key_id}"
    assert newest.is_undoable


def test_what_touches_our_own_is_told_with_why(pinned: Store) -> None:
    accession_id, _changes = open_accession(pinned, "CIT-BRESCIA", codes=["BAS-04"])
    catalogue.star_service(pinned, "PAB-01", is_starred=True)
    edition = signed_edition(sequence=2, renamed={"BAS-04": "PEC", "PAB-01": "Pagamenti", "FOR-01": "Corsi"})
    preview = preview_edition(pinned, edition)
    assert set(preview.uses) == {"BAS-04", "PAB-01"}
    assert [(use.kind, use.key) for use in preview.uses["BAS-04"]] == [("request", str(accession_id))]
    assert [use.kind for use in preview.uses["PAB-01"]] == ["star"]


def test_withdrawing_one_of_ours_stops_and_asks(pinned: Store) -> None:
    catalogue.star_service(pinned, "FOR-02", is_starred=True)
    edition = signed_edition(sequence=2, without=["FOR-02"])
    assert preview_edition(pinned, edition).needs_confirmation
    assert refused(pinned, edition) == "catalogue.confirm_withdrawals"
    import_edition(pinned, edition, confirm_withdrawals=True)
    assert catalogue.show_service(pinned, "FOR-02").mark.is_starred


def test_withdrawing_many_stops_and_asks(pinned: Store) -> None:
    few = signed_edition(sequence=2, without=[code for code in names(pinned) if code.startswith("SMC")][:5])
    many = signed_edition(sequence=2, only=["BAS-01", "BAS-02"])
    assert not preview_edition(pinned, few).needs_confirmation
    assert refused(pinned, many) == "catalogue.confirm_withdrawals"


def test_withdrawing_a_centre_of_ours_stops_and_asks(pinned: Store) -> None:
    open_accession(pinned, "CIT-BRESCIA", codes=["BAS-01"])
    edition = signed_edition(sequence=2, without_centres=["CIT-BRESCIA"])
    assert preview_edition(pinned, edition).own_centres_withdrawn == ("CIT-BRESCIA",)
    assert refused(pinned, edition) == "catalogue.confirm_withdrawals"
    import_edition(pinned, edition, confirm_withdrawals=True)
    assert centres.show_centre(pinned, "CIT-BRESCIA").is_withdrawn


def test_an_edition_withdraws_only_what_its_publisher_brought(pinned: Store) -> None:
    """The other services of the program stay, though an edition of somebody else does not name them."""
    lecco = signed_edition(OTHER, publisher="Provincia di Lecco", centres=["CST-LECCO"], only=["BAS-05", "SIT-01"])
    preview = preview_edition(pinned, lecco)
    assert preview.difference.services.withdrawn == ()
    import_edition(pinned, lecco, pin_fingerprint=OTHER.public.fingerprint)
    assert not any(row.service.is_withdrawn for row in catalogue.search_services(pinned).services)
    assert not centres.show_centre(pinned, "CIT-BRESCIA").is_withdrawn


def test_a_service_of_another_publisher_is_pointed_out(pinned: Store) -> None:
    lecco = signed_edition(
        OTHER, publisher="Provincia di Lecco", centres=["CST-LECCO"], renamed={"BAS-02": "Nostro sportello"}
    )
    assert "BAS-02" in preview_edition(pinned, lecco).told_by_others


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"sequence": 1}, "catalogue.already_installed"),
        ({"sequence": 0}, "package.wrong_value"),
        ({"sequence": 1002}, "catalogue.sequence_jump"),
        ({"sequence": 2**53 - 1, "edition": 12}, "catalogue.sequence_jump"),
        ({"sequence": 2, "valid_until": date(2026, 11, 22)}, "catalogue.expired"),
        ({"sequence": 2, "valid_from": date(2026, 11, 24)}, "catalogue.not_valid_yet"),
        ({"sequence": 2, "min_version": "99.0.0"}, "catalogue.newer_program"),
        ({"sequence": 2, "key": STRANGER}, "catalogue.key_wrong"),
        ({"sequence": 2, "publisher": "Un altro ente"}, "catalogue.other_publisher"),
        ({"sequence": 2, "centres": ["CIT-BRESCIA", "SMART-CITY-BRESCIA"]}, "catalogue.centres_widened"),
        (
            {"key": STRANGER, "publisher": "Un altro ente", "centres": ["CIT-BRESCIA"]},
            "catalogue.centre_of_another",
        ),
    ],
)
def test_an_edition_out_of_turn_is_refused(pinned: Store, fields: dict[str, Any], code: str) -> None:
    if code == "package.wrong_value":
        with pytest.raises(UserError, match="package"):
            signed_edition(**fields)
        return
    assert refused(pinned, signed_edition(**fields)) == code
    assert refused(pinned, signed_edition(**fields), confirm_withdrawals=True) == code


def test_a_jump_and_more_centres_are_taken_with_the_clerks_word(pinned: Store) -> None:
    edition = signed_edition(sequence=5000, centres=["CIT-BRESCIA", "SMART-CITY-BRESCIA"])
    preview = preview_edition(pinned, edition)
    assert (preview.trust, preview.is_jump) == (KeyTrust.WIDENED, True)
    assert refused(pinned, edition, pin_fingerprint=PIN) == "catalogue.sequence_jump"
    assert refused(pinned, edition, allow_jump=True) == "catalogue.centres_widened"
    import_edition(pinned, edition, pin_fingerprint=PIN, allow_jump=True)
    (known,) = list_publisher_keys(pinned)
    assert (known.pinned.centre_codes, known.highest_sequence) == (("CIT-BRESCIA", "SMART-CITY-BRESCIA"), 5000)


def test_a_key_hands_over_only_by_the_signature_of_the_old_one(pinned: Store) -> None:
    right = rotate(KEY, OTHER.public, BRESCIA, date(2026, 11, 10))
    false = rotate(STRANGER, OTHER.public, BRESCIA, date(2026, 11, 10))
    assert refused(pinned, signed_edition(OTHER, sequence=2)) == "catalogue.key_wrong"
    assert refused(pinned, signed_edition(OTHER, sequence=2, rotations=(false,))) == "catalogue.key_wrong"
    assert refused(pinned, signed_edition(OTHER, sequence=1, rotations=(right,))) == "catalogue.already_installed"
    edition = signed_edition(OTHER, sequence=2, rotations=(right,), without=["FOR-02"])
    preview = preview_edition(pinned, edition)
    assert (preview.trust, preview.replaces) == (KeyTrust.SUCCESSOR, KEY.public.key_id)
    import_edition(pinned, edition)
    assert catalogue.show_service(pinned, "FOR-02").service.is_withdrawn, "what the old key brought is the publisher's"
    old, new = sorted(list_publisher_keys(pinned), key=lambda one: one.pinned.is_current)
    assert (old.pinned.replaced_by, new.pinned.centre_codes) == (OTHER.public.key_id, ("CIT-BRESCIA",))
    assert refused(pinned, signed_edition(KEY, sequence=3)) == "catalogue.key_replaced"
    import_edition(pinned, signed_edition(OTHER, sequence=3))


def test_a_revoked_key_brings_nothing_more_and_what_it_brought_stays(pinned: Store) -> None:
    import_edition(pinned, signed_edition(sequence=2, added=["NEW-01"]))
    editions.revoke_publisher_key(pinned, KEY.public.key_id)
    assert "NEW-01" in names(pinned)
    assert refused(pinned, signed_edition(sequence=3), pin_fingerprint=PIN) == "catalogue.key_revoked"
    successor = signed_edition(OTHER, sequence=3, rotations=(rotate(KEY, OTHER.public, BRESCIA, date(2026, 11, 10)),))
    assert refused(pinned, successor) == "catalogue.key_not_known"
    older = signed_edition(OTHER, sequence=1)
    assert refused(pinned, older, pin_fingerprint=OTHER.public.fingerprint) == "catalogue.older"
    import_edition(pinned, signed_edition(OTHER, sequence=3), pin_fingerprint=OTHER.public.fingerprint)
    with pytest.raises(UserError, match=r"key\.unknown"):
        editions.revoke_publisher_key(pinned, "0" * 16)


def test_revoking_is_one_step_that_can_be_taken_back(pinned: Store) -> None:
    editions.revoke_publisher_key(pinned, KEY.public.key_id)
    history.undo_last(pinned)
    import_edition(pinned, signed_edition(sequence=2))


def test_no_mutant_of_an_edition_touches_the_store(pinned: Store) -> None:
    chance = random.Random(20261123)
    original, other = signed_edition(sequence=2, added=["NEW-01"]), signed_edition(sequence=3)
    before = everything(pinned)
    for how, mutant in islice(mutants(original, other, chance), MUTANTS):
        with pytest.raises(UserError):
            import_edition(pinned, mutant, pin_fingerprint=PIN, confirm_withdrawals=True, allow_jump=True)
        assert how
    assert everything(pinned) == before
    import_edition(pinned, original)


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda _path: None], ids=["folder", "missing"])
def test_what_is_no_file_is_told(store: Store, tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "edizione.zip")
    assert refused(store, tmp_path / "edizione.zip") == "package.not_opened"


def test_a_file_too_big_is_not_read(store: Store, tmp_path: Path) -> None:
    with (tmp_path / "grande.zip").open("wb") as file:
        file.truncate(64 * 1024**2)
    assert refused(store, tmp_path / "grande.zip") == "package.too_big"


def test_a_file_swapped_after_the_look_is_not_what_comes_in(pinned: Store, tmp_path: Path) -> None:
    path = tmp_path / "edizione.zip"
    path.write_bytes(signed_edition(sequence=2, added=["NEW-01"]))
    preview = preview_edition(pinned, path)
    path.write_bytes(signed_edition(sequence=3, added=["BAD-01"]))
    import_edition(pinned, preview.raw)
    assert "NEW-01" in names(pinned)
    assert "BAD-01" not in names(pinned)


def test_an_edition_that_runs_out_is_read_with_a_warning_and_stops_a_joining(
    workspace: Workspace, aprica_folder: Path
) -> None:
    store = open_copy(workspace, aprica_folder)
    import_edition(store, signed_edition(valid_until=date(2026, 12, 1)), pin_fingerprint=PIN)
    accession_id, _changes = open_accession(store, "CIT-BRESCIA", codes=["BAS-01"])
    workspace.close()
    later = Workspace(workspace.folder, clock=lambda: datetime(2026, 12, 2, 9, tzinfo=UTC))
    store = later.need_store()
    assert centres.look_at_centre(store, "CIT-BRESCIA").expired_on == date(2026, 12, 1)
    assert centres.look_at_centre(store, "CST-LECCO").expired_on is None
    findings = {one.code: one.severity for one in show_accession(store, accession_id).findings}
    assert findings["catalogue.expired"] is Severity.BLOCK
    assert len(names(store)) == 93
    later.close()


def test_validity_ends_with_its_last_day(store: Store) -> None:
    last = NOW.date()
    import_edition(store, signed_edition(valid_until=last), pin_fingerprint=PIN)
    assert refused(store, signed_edition(sequence=2, valid_until=last - timedelta(days=1))) == "catalogue.expired"


def _found(store: Store, text: str) -> list[Any]:
    from app.actions.search import find_everywhere

    return find_everywhere(store, text)


def _known_from_an_answer(store: Store, publisher: str = "Amministrazione provinciale") -> None:
    """A key that the clerk compared when a centre answered a request."""
    with store.write("accession.answer_applied", centre="CIT", sequence="1") as session:
        keys.pin_key(session, KEY.public, publisher, ("CIT-BRESCIA",), NOW)


def test_a_key_that_only_answered_so_far_takes_the_name_of_its_editions(store: Store) -> None:
    _known_from_an_answer(store)
    edition = signed_edition(renamed={"BAS-02": "Sportello"})
    preview = preview_edition(store, edition)
    assert (preview.trust, preview.needs_fingerprint) == (KeyTrust.NEW, True)
    assert refused(store, edition) == "catalogue.key_not_known"
    import_edition(store, edition, pin_fingerprint=PIN)
    (known,) = list_publisher_keys(store)
    assert (known.pinned.publisher, known.pinned.centre_codes, known.highest_sequence) == (BRESCIA, ("CIT-BRESCIA",), 1)
    import_edition(store, signed_edition(sequence=2))
    assert refused(store, signed_edition(sequence=3, publisher="Altri"), pin_fingerprint=PIN) == (
        "catalogue.other_publisher"
    )


def test_a_key_that_only_answered_hands_over_under_the_name_of_the_editions(store: Store) -> None:
    _known_from_an_answer(store)
    rotation = rotate(KEY, OTHER.public, BRESCIA, date(2026, 11, 10))
    edition = signed_edition(OTHER, rotations=(rotation,))
    assert refused(store, edition) == "catalogue.key_not_known"
    import_edition(store, edition, pin_fingerprint=OTHER.public.fingerprint)
    old, new = sorted(list_publisher_keys(store), key=lambda one: one.pinned.is_current)
    assert (old.pinned.replaced_by, old.pinned.publisher, new.pinned.publisher) == (
        OTHER.public.key_id,
        BRESCIA,
        BRESCIA,
    )


def test_a_key_that_only_answered_never_takes_the_name_of_another(store: Store) -> None:
    import_edition(store, signed_edition(OTHER, centres=()), pin_fingerprint=OTHER.public.fingerprint)
    _known_from_an_answer(store)
    assert refused(store, signed_edition(sequence=2), pin_fingerprint=PIN) == "catalogue.other_publisher"
    editions.revoke_publisher_key(store, OTHER.public.key_id)
    assert refused(store, signed_edition(sequence=2)) == "catalogue.key_not_known"
    import_edition(store, signed_edition(sequence=2), pin_fingerprint=PIN)


def test_a_revoked_key_takes_no_name(store: Store) -> None:
    _known_from_an_answer(store)
    editions.revoke_publisher_key(store, KEY.public.key_id)
    assert refused(store, signed_edition(), pin_fingerprint=PIN) in {
        "catalogue.key_revoked",
        "catalogue.other_publisher",
    }


def test_a_key_that_answered_under_the_same_name_is_known(store: Store) -> None:
    _known_from_an_answer(store, BRESCIA)
    assert preview_edition(store, signed_edition()).trust is KeyTrust.KNOWN
