# SPDX-License-Identifier: EUPL-1.2
"""Packages of others through the actions of the program: nothing false comes in, nothing half (reliability U1-U7).

The bytes themselves are tried in tests/formats/test_bundle.py and test_editions_mutants.py, the rules in
tests/domain/test_editions.py; the killed processes in test_kill_edition.py and test_kill_answer.py.
"""

from __future__ import annotations

import hashlib
import itertools
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from app.actions import catalogue, history
from app.actions.accessions import show_accession
from app.actions.answers import apply_answer, read_answer_file
from app.actions.documents import content_of, list_documents
from app.actions.editions import import_edition, preview_edition
from app.errors import UserError
from app.formats.signing_keys import new_key, rotate
from app.store import Store, keys
from app.text import sentence
from tests.answers import PlayedCentre
from tests.conftest import NOW
from tests.editions import BRESCIA, KEY, signed_edition
from tests.packages import entries_of, mutants, packed
from tests.sending import sent_join
from tests.store.test_history import dump

PIN = KEY.public.fingerprint
TODAY = NOW.date()
EDITION = signed_edition(sequence=7)
NEXT = signed_edition(sequence=8, renamed={"BAS-02": "Sportello"})
SWAPS = 60


@pytest.fixture
def pinned(store: Store) -> Store:
    """A store that took edition 7 of the province in."""
    import_edition(store, EDITION, pin_fingerprint=PIN)
    return store


def refused(store: Store, source: bytes | Path, **words: object) -> str:
    """The code with which an edition stays out; nothing has changed, and the sentence says so."""
    before = dump(store)
    with pytest.raises(UserError) as error:
        import_edition(store, source, **words)  # type: ignore[arg-type] # what the clerk said
    assert dump(store) == before
    assert sentence(error.value).endswith(".")
    return error.value.code.partition(".")[2]


def test_u1_a_changed_byte_in_any_file_manifest_or_signature_stays_out(pinned: Store) -> None:
    names = [name for name, _content in entries_of(NEXT)]
    assert {"manifest.json", "signature.json"} < set(names)
    codes = set()
    for place, name in enumerate(names):
        entries = entries_of(NEXT)
        raw = bytearray(entries[place][1])
        raw[len(raw) // 2] ^= 1
        entries[place] = (name, bytes(raw))
        codes.add(refused(pinned, packed(entries)))
    chance = random.Random(1)
    for how, content in itertools.islice(mutants(NEXT, EDITION, chance), 60):
        assert refused(pinned, content), how
    assert codes


def test_u2_nothing_old_comes_again_and_a_leap_asks(pinned: Store) -> None:
    assert refused(pinned, EDITION) == "already_installed"
    assert refused(pinned, signed_edition(sequence=6)) == "older"
    far = signed_edition(sequence=2**53 - 1, edition=12)
    assert refused(pinned, far) == "sequence_jump"
    import_edition(pinned, NEXT)
    assert refused(pinned, EDITION) == "older"
    assert refused(pinned, NEXT) == "already_installed"


def test_u3_an_edition_out_of_its_time_stays_out_and_takes_nothing_away(store: Store) -> None:
    """What was taken in and then ran out is in tests/actions/test_editions.py: it is read and stops a joining."""
    yesterday, tomorrow = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    before = catalogue.search_services(store).total
    assert refused(store, signed_edition(valid_until=yesterday), pin_fingerprint=PIN) == "expired"
    assert refused(store, signed_edition(valid_from=tomorrow), pin_fingerprint=PIN) == "not_valid_yet"
    import_edition(store, signed_edition(valid_until=TODAY, valid_from=TODAY), pin_fingerprint=PIN)
    assert catalogue.search_services(store).total == before


def test_u4_no_other_key_speaks_unless_the_old_one_named_it(pinned: Store) -> None:
    stranger, heir = new_key(), new_key()
    assert refused(pinned, signed_edition(stranger, sequence=8)).startswith("key_")
    assert refused(pinned, signed_edition(stranger, sequence=8), pin_fingerprint=stranger.public.fingerprint)
    false = rotate(stranger, heir.public, BRESCIA, TODAY)
    assert refused(pinned, signed_edition(heir, sequence=8, rotations=(false,))).startswith("key_")
    true = rotate(KEY, heir.public, BRESCIA, TODAY)
    import_edition(pinned, signed_edition(heir, sequence=8, rotations=(true,)))
    assert refused(pinned, signed_edition(KEY, sequence=9)) == "key_replaced"
    with pinned.read() as session:
        assert len(keys.list_keys(session)) == 2


def test_u5_parts_of_two_editions_and_files_that_nobody_listed_stay_out(pinned: Store) -> None:
    old, new = dict(entries_of(EDITION)), dict(entries_of(NEXT))
    differing = [name for name in new if old[name] != new[name]]
    assert len(differing) > 2
    for taken in range(1, len(differing)):
        for mixed in itertools.combinations(differing, taken):
            entries = [(name, old[name] if name in mixed else content) for name, content in new.items()]
            assert refused(pinned, packed(entries))
    for name in ("altro.json", "../fuori.json", "/abs.json", "a\\..\\b.json", "C:x.json", "con", "documents/../../x"):
        assert refused(pinned, packed([*entries_of(NEXT), (name, b"{}")]))
    assert not list(pinned.path.parent.parent.rglob("fuori*"))


@contextmanager
def swapping(file: Path, *contents: bytes) -> Iterator[None]:
    """Another program that replaces a file without rest, now by one thing and now by another."""
    is_over = threading.Event()

    def swap() -> None:
        for number, content in enumerate(itertools.cycle(contents)):
            if is_over.is_set():
                return
            part = file.with_name(f"altro{number % 2}")
            part.write_bytes(content)
            part.replace(file)

    thread = threading.Thread(target=swap)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def _other_than(content: bytes) -> bytes:
    changed = bytearray(content)
    changed[len(changed) // 2] ^= 0xFF
    return bytes(changed)


def test_u6_an_edition_that_is_swapped_while_it_is_read_comes_in_whole_or_not_at_all(
    pinned: Store, tmp_path: Path
) -> None:
    file = tmp_path / "edizione.zip"
    file.write_bytes(NEXT)
    told = {"seen": 0, "refused": 0}
    with swapping(file, NEXT, _other_than(NEXT), NEXT[: len(NEXT) // 2], EDITION):
        while not (told["seen"] and told["refused"]) or sum(told.values()) < SWAPS:
            try:
                seen = preview_edition(pinned, file)
            except UserError:
                told["refused"] += 1
                continue
            assert seen.head.sequence == 8
            told["seen"] += 1
    file.write_bytes(NEXT)
    seen = preview_edition(pinned, file)
    with swapping(file, _other_than(NEXT), EDITION):
        import_edition(pinned, seen.raw)
    assert catalogue.show_service(pinned, "BAS-02").service.name == "Sportello"


def test_u6_only_the_answer_that_was_shown_is_applied_whoever_replaces_the_file(store: Store, tmp_path: Path) -> None:
    accession_id = sent_join(store)
    centre = PlayedCentre(store, accession_id, tmp_path)
    shown = centre.countersign()
    good = shown.read_bytes()
    bad = centre.answer("rejected", on=date(2026, 11, 20), text="Un'altra risposta").read_bytes()
    seen = read_answer_file(store, shown)
    before = dump(store)
    outcomes = {"applied": 0, "refused": 0}
    with swapping(shown, bad, _other_than(good), good):
        for _round in range(SWAPS):
            try:
                apply_answer(store, shown, pin_fingerprint=centre.fingerprint, seen_sha256=seen.sha256)
            except UserError:
                outcomes["refused"] += 1
                assert dump(store) == before
                continue
            outcomes["applied"] += 1
            break
    if outcomes["applied"]:
        (package,) = [one for one in list_documents(store) if one.kind == "answer"]
        assert hashlib.sha256(content_of(store, package.id)).hexdigest() == hashlib.sha256(good).hexdigest()
    assert show_accession(store, accession_id).accession.state.value in ("sent", "active")


def test_u7_an_edition_and_an_answer_that_fail_half_way_leave_all_as_it_was(pinned: Store, tmp_path: Path) -> None:
    """Here the writing itself breaks, at each of its statements; killed processes are in test_kill_edition.py."""
    centre = PlayedCentre(pinned, sent_join(pinned), tmp_path, KEY)
    answer = centre.countersign()
    for attempt in (
        lambda: import_edition(pinned, NEXT),
        lambda: apply_answer(pinned, answer, pin_fingerprint=centre.fingerprint),
    ):
        before, entries = dump(pinned), len(history.list_history(pinned))
        broken = 0
        for place in (1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 100_000):
            try:
                with breaking(pinned, place):
                    attempt()
            except BreakError:
                broken += 1
                assert dump(pinned) == before
                assert len(history.list_history(pinned)) == entries
                continue
            break
        assert broken > 3
        assert len(history.list_history(pinned)) == entries + 1


class BreakError(Exception):
    """The writing stops here."""


@contextmanager
def breaking(store: Store, place: int) -> Iterator[None]:
    """While the block lasts, the writing statement of that number fails."""
    numbers = itertools.count(1)

    def look(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.lstrip()[:6].upper() in ("INSERT", "UPDATE", "DELETE") and next(numbers) == place:
            raise BreakError

    event.listen(store.engine, "before_cursor_execute", look)
    try:
        yield
    finally:
        event.remove(store.engine, "before_cursor_execute", look)
