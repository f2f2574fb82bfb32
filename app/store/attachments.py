# SPDX-License-Identifier: EUPL-1.2
"""The bytes of documents, beside the store and by their SHA-256: `documents/<store>/ab/<sha256>`.

Reliability D10: written beside, flushed, renamed to the hash, the folder flushed; only then may a row name it. A crash
leaves a file that nobody names, never a row without its file. What is read is compared with its name first.
"""

import contextlib
import hashlib
import os
import secrets
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.errors import UserError
from app.files import flush_folder
from app.paths import make_private
from app.store.faults import sorting

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

MOST_BYTES = 500_000_000
_PRIVATE_FILE = 0o600
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # a pipe must not keep us waiting
_BLOCK = 1 << 20
_HASH = 64
_HEXADECIMAL = frozenset("0123456789abcdef")
_OF_SQLITE = ("", "-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with the attachments of a store, by hash."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    orphans: tuple[str, ...]  # there, though no document names them


class Staged:
    """Bytes that are written and hashed but have no place yet: `keep` gives them one, else they go."""

    def __init__(self, store: Path, part: Path, sha256: str, size: int) -> None:
        self.path = part
        self.sha256 = sha256
        self.bytes = size
        self._store = store

    def keep(self) -> None:
        """Give them their place; the same bytes are kept once, and what lies there damaged is replaced."""
        with sorting(self._store):
            target = place_of(self._store, self.sha256)
            if is_whole(target):
                return
            _make_folder(target.parent)
            self.path.replace(target)
            flush_folder(target.parent)


def folder_of(store: Path) -> Path:
    """Where the attachments of a store lie."""
    return store.parent / "documents" / store.stem


def place_of(store: Path, sha256: str) -> Path:
    """Where the bytes of a hash lie, or would."""
    return place_in(folder_of(store), sha256)


def place_in(folder: Path, sha256: str) -> Path:
    """The place of a hash in any folder of attachments, also in that of a copy."""
    if not is_hash(sha256):
        raise ValueError(sha256)
    return folder / sha256[:2] / sha256


@contextmanager
def staged(
    store: Path,
    source: Path | bytes,
    progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Iterator[Staged]:
    """Bytes, or those of a regular file, written beside their future place while the block lasts.

    UserError `document.*` for what is no file, is empty, too big or cannot be read; `document.cancelled`.
    """
    part = folder_of(store) / f".{secrets.token_hex(8)}.part"
    try:
        with sorting(store):
            _make_folder(part.parent)
            blocks = [source] if isinstance(source, bytes) else _blocks_of(store, source, progress)
            sha256, size = _write(part, blocks, is_cancelled)
        if not size:
            raise UserError("document.empty", file=source.name if isinstance(source, Path) else "")
        yield Staged(store, part, sha256, size)
    finally:
        with sorting(store):
            part.unlink(missing_ok=True)


def keep_bytes(store: Path, content: bytes) -> str:
    """Keep bytes; gives their hash. Only then may a row name them."""
    with staged(store, content) as stage:
        stage.keep()
        return stage.sha256


def check_source(store: Path, source: Path) -> int:
    """Refuse at once what `staged` would refuse of a file, without reading it; gives its size."""
    handle, size = _open(store, source)
    os.close(handle)
    return size


def read(store: Path, sha256: str, name: str) -> bytes:
    """The bytes of a hash, compared with it; UserError `document.file_missing` or `document.file_changed`."""
    with sorting(store):
        try:
            content = place_of(store, sha256).read_bytes()
        except FileNotFoundError as error:
            raise UserError("document.file_missing", file=name) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise UserError("document.file_changed", file=name)
        return content


def check(
    store: Path, named: Iterable[str], progress: Progress | None = None, is_cancelled: IsCancelled | None = None
) -> Checked:
    """Read every attachment again and compare it with its name."""
    with sorting(store):
        wanted = sorted(set(named))
        missing, changed = [], []
        for done, sha256 in enumerate(wanted):
            if is_cancelled and is_cancelled():
                raise UserError("document.check_cancelled")
            place = place_of(store, sha256)
            if not place.is_file():
                missing.append(sha256)
            elif not is_whole(place):
                changed.append(sha256)
            if progress:
                progress(done + 1, len(wanted))
        orphans = sorted(kept_in(folder_of(store)).difference(wanted))
        return Checked(tuple(missing), tuple(changed), tuple(orphans))


def is_whole(place: Path) -> bool:
    """True where a file is what its name says."""
    try:
        return digest_of(place) == place.name
    except FileNotFoundError:
        return False


def digest_of(file: Path) -> str:
    """The SHA-256 of a file."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def kept_in(folder: Path) -> set[str]:
    """The hashes that a folder of attachments holds; other files in it are nobody's business."""
    return {file.name for file in folder.glob("??/*") if is_hash(file.name) and file.parent.name == file.name[:2]}


def copy_into(source: Path, folder: Path) -> bool:
    """Copy one attachment into another folder of attachments, flushed; False where the source is not whole.

    A copy and not a second name of the same bytes: a damaged sector would else damage both (reliability O7).
    """
    target = place_in(folder, source.name)
    if is_whole(target):
        return True
    _make_folder(target.parent)
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with source.open("rb") as opened:
            sha256, _size = _write(part, iter(lambda: opened.read(_BLOCK), b""), None)
        if sha256 != source.name:
            return False
        part.replace(target)
        flush_folder(target.parent)
    except FileNotFoundError:
        return False
    finally:
        part.unlink(missing_ok=True)
    return True


def remove_leftovers(folder: Path) -> None:
    """Remove what cut writes left in a folder of attachments; nobody else writes there, since we hold the store."""
    for part in (*folder.glob(".*.part"), *folder.glob("??/.*.part")):
        part.unlink(missing_ok=True)


def _blocks_of(store: Path, source: Path, progress: Progress | None) -> Iterator[bytes]:
    handle, total = _open(store, source)
    read_so_far = 0
    with os.fdopen(handle, "rb") as opened:
        while block := _next_block(opened.read, source):
            read_so_far += len(block)
            if read_so_far > MOST_BYTES:
                raise UserError("document.too_big", file=source.name, limit=MOST_BYTES // 1_000_000)
            yield block
            if progress:
                progress(read_so_far, max(total, read_so_far))


def _next_block(read_some: Callable[[int], bytes], source: Path) -> bytes:
    try:
        return read_some(_BLOCK)
    except OSError as error:
        raise UserError("document.not_read", file=source.name) from error


def _open(store: Path, source: Path) -> tuple[int, int]:
    """A handle on a regular file and its size; the store itself is refused unread (reliability D3)."""
    try:
        found = source.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UserError("document.is_folder", file=source.name)
        if not stat.S_ISREG(found.st_mode):
            raise UserError("document.not_a_file", file=source.name)
        _refuse_the_store(store, source)
        handle = os.open(source, _READ)
    except FileNotFoundError as error:
        raise UserError("document.missing", file=source.name) from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL, which no disk can have
        raise UserError("document.not_opened", file=source.name) from error
    size = os.fstat(handle).st_size
    if not stat.S_ISREG(os.fstat(handle).st_mode) or size > MOST_BYTES:
        os.close(handle)
        raise UserError("document.too_big", file=source.name, limit=MOST_BYTES // 1_000_000)
    return handle, size


def _refuse_the_store(store: Path, source: Path) -> None:
    for suffix in _OF_SQLITE:
        with contextlib.suppress(FileNotFoundError):
            if source.samefile(store.with_name(store.name + suffix)):
                raise UserError("document.is_the_store", file=source.name)


def _write(part: Path, blocks: Iterable[bytes], is_cancelled: IsCancelled | None) -> tuple[str, int]:
    """Private from the first byte and flushed; gives hash and size."""
    found, size = hashlib.sha256(), 0
    with os.fdopen(os.open(part, _NEW_FILE, _PRIVATE_FILE), "wb") as written:
        for block in blocks:
            if is_cancelled and is_cancelled():
                raise UserError("document.cancelled")
            found.update(block)
            size += len(block)
            written.write(block)
        written.flush()
        os.fsync(written.fileno())
    return found.hexdigest(), size


def _make_folder(folder: Path) -> None:
    """A private folder whose own name is on the disk before anything lies in it."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    make_private(folder)
    for place in missing:
        flush_folder(place.parent)


def is_hash(name: str) -> bool:
    """Whether a name is one that we give: nothing else is ever made a path."""
    return len(name) == _HASH and _HEXADECIMAL.issuperset(name)
