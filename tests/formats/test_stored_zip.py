# SPDX-License-Identifier: EUPL-1.2
"""The narrow zip: any program opens it, and only what we would write is read."""

import io
import os
import struct
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.formats.stored_zip import ZipReader, write_zip

FILES = {"a.json": b"{}", "documents/b.pdf": b"%PDF" * 1000, "c": b""}
WHOLE = write_zip(FILES)
NAMES = st.text("abcdefgh/._-0123456789", min_size=1, max_size=60)


def read_all(content: bytes) -> dict[str, bytes]:
    """All files, as a reader of packages takes them."""
    reader = ZipReader(io.BytesIO(content))
    found = {}
    while entry := reader.open_entry():
        found[entry.name] = b"".join(reader.pieces(entry))
    reader.finish()
    return found


def refusal(content: bytes) -> str:
    with pytest.raises(UserError) as refused:
        read_all(content)
    return refused.value.code


def test_any_program_opens_it() -> None:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as opened:
        assert opened.testzip() is None
        assert {info.filename: opened.read(info) for info in opened.infolist()} == FILES
        assert {(info.compress_type, info.date_time, info.extra, info.comment) for info in opened.infolist()} == {
            (0, (1980, 1, 1, 0, 0, 0), b"", b"")
        }
        assert opened.comment == b""


@given(st.dictionaries(NAMES, st.binary(max_size=300), min_size=1, max_size=8))
def test_what_is_written_is_read_and_written_the_same(files: dict[str, bytes]) -> None:
    assert read_all(write_zip(files)) == files
    assert write_zip(files) == write_zip(dict(files))


def test_a_place_leads_to_the_content() -> None:
    reader = ZipReader(io.BytesIO(WHOLE))
    while entry := reader.open_entry():
        content = b"".join(reader.pieces(entry))
        assert WHOLE[entry.starts_at : entry.starts_at + entry.bytes] == content == FILES[entry.name]


def with_end(change: Callable[[bytes], bytes]) -> bytes:
    return WHOLE[:-22] + change(WHOLE[-22:])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_a_package"),
        (b"PK", "not_a_package"),
        (b"%PDF-1.7" * 20, "not_a_package"),
        (write_zip({}), "not_a_package"),
        (b"x" + WHOLE, "not_a_package"),
        (WHOLE[:20], "truncated"),
        (WHOLE[:-1], "truncated"),
        (WHOLE[: len(WHOLE) // 2], "truncated"),
        (WHOLE + b"x", "altered"),
        (WHOLE + WHOLE, "altered"),
        (with_end(lambda end: end[:-2] + b"\x05\x00hello"), "altered"),
        (with_end(lambda end: end[:4] + b"\x01" + end[5:]), "altered"),
        (WHOLE.replace(b"PK\x01\x02\x14\x03", b"PK\x01\x02\x14\x00", 1), "altered"),
        (WHOLE.replace(b"%PDF", b"%PDG", 1), "altered"),
    ],
)
def test_anything_else_is_refused(content: bytes, code: str) -> None:
    assert refusal(content) == f"package.{code}"


def zipped(method: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as target:
        target.writestr("manifest.json", b"{}" * 1000)
    return made.getvalue()


def streamed() -> bytes:
    """As a program writes that cannot go back: sizes come behind the content."""

    class Pipe(io.RawIOBase):
        content = b""

        def writable(self) -> bool:
            return True

        def write(self, piece: bytes) -> int:  # type: ignore[override] # bytes are enough here
            self.content += bytes(piece)
            return len(piece)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w") as target:
        target.writestr("manifest.json", b"{}")
    return pipe.content


def with_field(at: int, form: str, value: int) -> bytes:
    """Ours, with another number in the head of its first entry."""
    changed = bytearray(WHOLE)
    struct.pack_into(form, changed, at, value)
    return bytes(changed)


@pytest.mark.parametrize(
    "content",
    [
        zipped(),
        zipped(zipfile.ZIP_DEFLATED),
        zipped(zipfile.ZIP_BZIP2),
        zipped(zipfile.ZIP_LZMA),
        streamed(),
        with_field(4, "<H", 45),  # zip64
        with_field(6, "<H", 1),  # enciphered
        with_field(6, "<H", 1 << 11),  # another alphabet
        with_field(8, "<H", 8),  # compressed
        with_field(10, "<H", 5),  # a time
        with_field(18, "<I", 1),  # two sizes
        with_field(18, "<I", 2**32 - 1),
        with_field(26, "<H", 60_000),  # a name
        with_field(28, "<H", 4),  # an extra field
    ],
)
def test_a_zip_of_another_program_is_told_as_such(content: bytes) -> None:
    assert refusal(content) == "package.repacked"


def test_a_size_beyond_the_limit_is_refused_before_it_is_read() -> None:
    huge = bytearray(WHOLE)
    struct.pack_into("<II", huge, 18, 2**32 - 2, 2**32 - 2)
    assert refusal(bytes(huge)) == "package.too_big"


def test_too_much_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.formats.stored_zip.MAX_BYTES", 1000)
    with pytest.raises(UserError) as refused:
        write_zip({"a": os.urandom(1001)})
    assert refused.value.code == "package.would_be_too_big"
