# SPDX-License-Identifier: EUPL-1.2
"""The bytes of documents: written before any row names them, kept once, looked at again, never half there."""

import hashlib
import os
import secrets
import stat
import sys
from pathlib import Path

import pytest

from app.errors import EnvironmentFault, UserError
from app.store import Store, attachments, open_store
from tests.conftest import NOW

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes and modes are not there")
ROOT_MAY_ALL = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="who may do everything is refused nothing"
)


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def refused(store: Store, source: Path) -> str:
    with pytest.raises(UserError) as told, attachments.staged(store.path, source):
        pass
    with pytest.raises(UserError) as early:
        attachments.check_source(store.path, source)
    assert early.value.code == told.value.code
    return told.value.code


def kept(store: Store) -> list[str]:
    folder = attachments.folder_of(store.path)
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_a_file_is_kept_under_its_hash_and_reads_back(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "delibera.pdf"
    content = b"%PDF-1.7 " + bytes(range(256)) * 9000
    source.write_bytes(content)
    steps: list[tuple[int, int]] = []
    with attachments.staged(store.path, source, lambda done, total: steps.append((done, total))) as stage:
        assert (stage.sha256, stage.bytes, stage.path.read_bytes()) == (sha(content), len(content), content)
        assert kept(store) == [stage.path.name], "nothing bears the hash before it is whole"
        stage.keep()
    assert kept(store) == [f"{sha(content)[:2]}/{sha(content)}"]
    assert attachments.read(store.path, sha(content), "delibera.pdf") == content
    assert steps[-1] == (len(content), len(content))
    assert len(steps) == 3
    assert source.read_bytes() == content


@POSIX
def test_only_the_owner_may_read_it(store: Store) -> None:
    place = attachments.place_of(store.path, attachments.keep_bytes(store.path, b"riservato"))
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    folders = [place.parent, place.parent.parent, place.parent.parent.parent]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in folders] == [0o700] * 3


def test_what_is_not_kept_leaves_nothing(store: Store) -> None:
    with attachments.staged(store.path, b"rifiutato"):
        pass
    with pytest.raises(UserError, match="document"), attachments.staged(store.path, b"altro"):
        raise UserError("document.unknown")
    assert kept(store) == []


def test_the_same_bytes_are_written_once(store: Store) -> None:
    place = attachments.place_of(store.path, attachments.keep_bytes(store.path, b"uguale"))
    before = place.stat()
    assert attachments.keep_bytes(store.path, b"uguale") == place.name
    assert place.stat().st_ino == before.st_ino
    assert place.stat().st_mtime_ns == before.st_mtime_ns


def test_adding_a_file_again_mends_a_damaged_or_missing_one(store: Store) -> None:
    sha256 = attachments.keep_bytes(store.path, b"come era")
    place = attachments.place_of(store.path, sha256)
    for damage in (lambda: place.write_bytes(b"come ora"), place.unlink):
        damage()
        with pytest.raises(UserError):
            attachments.read(store.path, sha256, "a.txt")
        attachments.keep_bytes(store.path, b"come era")
        assert attachments.read(store.path, sha256, "a.txt") == b"come era"


def test_a_changed_byte_is_told_and_the_others_are_usable(store: Store) -> None:
    names = [attachments.keep_bytes(store.path, f"documento {number}".encode()) for number in range(4)]
    first, second, third, fourth = (attachments.place_of(store.path, name) for name in names)
    content = bytearray(first.read_bytes())
    content[3] ^= 1
    first.write_bytes(content)
    second.unlink()
    stray = fourth.with_name("appunti.txt")
    stray.write_text("non è un allegato")
    seen: list[int] = []
    found = attachments.check(store.path, [*names[:3], names[0]], lambda done, _total: seen.append(done))
    assert found == attachments.Checked(missing=(names[1],), changed=(names[0],), orphans=(names[3],))
    assert seen == [1, 2, 3]
    for name, code in ((names[0], "document.file_changed"), (names[1], "document.file_missing")):
        with pytest.raises(UserError) as told:
            attachments.read(store.path, name, "delibera.pdf")
        assert (told.value.code, told.value.params) == (code, {"file": "delibera.pdf"})
    assert attachments.read(store.path, third.name, "c") == b"documento 2"


def test_a_long_check_and_a_long_copy_can_be_stopped(store: Store, tmp_path: Path) -> None:
    name = attachments.keep_bytes(store.path, b"x")
    with pytest.raises(UserError) as told:
        attachments.check(store.path, [name], is_cancelled=lambda: True)
    assert told.value.code == "document.check_cancelled"
    source = tmp_path / "lungo.pdf"
    source.write_bytes(b"x" * 3_000_000)
    answers = iter((False, True))
    with (
        pytest.raises(UserError) as stopped,
        attachments.staged(store.path, source, is_cancelled=lambda: next(answers)),
    ):
        pass
    assert stopped.value.code == "document.cancelled"
    assert kept(store) == [f"{name[:2]}/{name}"]


def test_only_files_of_a_size_are_taken(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "vuoto.pdf").touch()
    with pytest.raises(UserError) as told, attachments.staged(store.path, tmp_path / "vuoto.pdf"):
        pass
    assert told.value.code == "document.empty"
    assert refused(store, tmp_path) == "document.is_folder"
    assert refused(store, tmp_path / "non c'è.pdf") == "document.missing"
    assert refused(store, Path("nome\0finto.pdf")) == "document.not_opened"
    with (tmp_path / "enorme.pdf").open("wb") as sparse:
        sparse.truncate(5_000_000_000)
    assert refused(store, tmp_path / "enorme.pdf") == "document.too_big"
    monkeypatch.setattr(attachments, "MOST_BYTES", 10)
    (tmp_path / "cresce.pdf").write_bytes(b"x" * 10)
    with attachments.staged(store.path, tmp_path / "cresce.pdf") as stage:
        assert stage.bytes == 10
    (tmp_path / "cresce.pdf").write_bytes(b"x" * 11)
    assert refused(store, tmp_path / "cresce.pdf") == "document.too_big"


@POSIX
def test_devices_pipes_and_links_to_nowhere_are_refused(store: Store, tmp_path: Path) -> None:
    assert refused(store, Path("/dev/zero")) == "document.not_a_file"
    os.mkfifo(tmp_path / "coda")
    assert refused(store, tmp_path / "coda") == "document.not_a_file"
    (tmp_path / "verso nulla.pdf").symlink_to(tmp_path / "nulla")
    assert refused(store, tmp_path / "verso nulla.pdf") == "document.missing"
    (tmp_path / "in tondo.pdf").symlink_to(tmp_path / "in tondo.pdf")
    assert refused(store, tmp_path / "in tondo.pdf") == "document.not_opened"
    (tmp_path / "vero.pdf").write_bytes(b"x")
    (tmp_path / "verso vero.pdf").symlink_to(tmp_path / "vero.pdf")
    with attachments.staged(store.path, tmp_path / "verso vero.pdf") as stage:
        assert stage.sha256 == sha(b"x")


@ROOT_MAY_ALL
def test_a_file_that_may_not_be_read_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "chiuso.pdf").write_bytes(b"x")
    (tmp_path / "chiuso.pdf").chmod(0)
    assert refused(store, tmp_path / "chiuso.pdf") == "document.not_opened"


def test_the_open_store_is_refused_unread_under_any_name(store: Store, tmp_path: Path) -> None:
    assert refused(store, store.path) == "document.is_the_store"
    if sys.platform != "win32":
        (tmp_path / "copia.pdf").hardlink_to(store.path)
        (tmp_path / "altra.pdf").symlink_to(store.path)
        assert refused(store, tmp_path / "copia.pdf") == "document.is_the_store"
        assert refused(store, tmp_path / "altra.pdf") == "document.is_the_store"


def test_the_next_opening_takes_away_what_was_half_written(store: Store) -> None:
    name = attachments.keep_bytes(store.path, b"intero")
    folder = attachments.folder_of(store.path)
    for half in (folder / ".0123456789abcdef.part", folder / name[:2] / ".0123456789abcdef.part"):
        half.write_bytes(b"mezzo")
    path = store.path
    store.close()
    with_lock = open_store(path, who="prova", clock=lambda: NOW)
    assert kept(with_lock) == [f"{name[:2]}/{name}"]
    with_lock.close()


def test_copying_into_another_folder_takes_only_what_is_whole(store: Store, tmp_path: Path) -> None:
    good, bad = (attachments.keep_bytes(store.path, content) for content in (b"intero", b"guasto"))
    attachments.place_of(store.path, bad).write_bytes(b"guastato")
    target = tmp_path / "copia"
    assert attachments.copy_into(attachments.place_of(store.path, good), target)
    assert not attachments.copy_into(attachments.place_of(store.path, bad), target)
    assert not attachments.copy_into(attachments.place_of(store.path, "0" * 64), target)
    assert attachments.kept_in(target) == {good}
    copied = attachments.place_in(target, good)
    assert copied.stat().st_ino != attachments.place_of(store.path, good).stat().st_ino
    copied.write_bytes(b"rovinato")
    assert attachments.copy_into(attachments.place_of(store.path, good), target)
    assert copied.read_bytes() == b"intero"
    assert [file.name for file in target.rglob("*") if file.is_file()] == [good]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_told_as_such(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "token_hex", lambda _bytes: "fine")
    full = attachments.folder_of(store.path)
    full.mkdir(parents=True)
    (full / ".fine.part").symlink_to("/dev/full")
    monkeypatch.setattr(attachments, "_NEW_FILE", os.O_WRONLY)
    with pytest.raises(EnvironmentFault) as told, attachments.staged(store.path, b"x" * 100_000):
        pass
    assert told.value.code == "environment.full"
    assert kept(store) == []


def test_a_name_that_is_no_hash_leads_nowhere(store: Store) -> None:
    for name in ("../../etc/passwd", "A" * 64, "ab", "0" * 63 + "/"):
        with pytest.raises(ValueError, match=r".*"):
            attachments.place_of(store.path, name)
