# SPDX-License-Identifier: EUPL-1.2
"""Packages that are none, or want too much, are refused by name; nothing else comes out of them."""

import io
import random
import warnings
import zipfile

import pytest

from app.domain.draft_fields import field_values
from app.errors import UserError
from app.formats.odt import fill_template, load_template, shipped_folder
from app.formats.odt_package import MIMETYPE, pack, parse, unpack
from tests.drafts import FULL, template

_PARAGRAPH = "<text:p>{{comune}}</text:p>"


def _zip(*entries: tuple[str, bytes], mimetype: bytes = MIMETYPE.encode()) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the library, for a name that comes twice
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in (("mimetype", mimetype), *entries):
                package.writestr(name, content)
    return out.getvalue()


_CONTENT = ("content.xml", b"<x/>")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "draft.template_broken"),
        (b"%PDF-1.7", "draft.template_broken"),
        (b"PK\x03\x04" + b"x" * 100, "draft.template_broken"),
        (_zip(_CONTENT)[:-20], "draft.template_broken"),
        (_zip(), "draft.template_broken"),
        (_zip(_CONTENT, mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "draft.template_broken"),
        (_zip(_CONTENT, ("a", b"1"), ("a", b"2")), "draft.template_broken"),
        (_zip(_CONTENT, ("bomba", b"\0" * (21 * 1024 * 1024))), "draft.template_too_large"),
        (_zip(_CONTENT, *((str(number), b"") for number in range(200))), "draft.template_too_large"),
        (b"x" * (20 * 1024 * 1024 + 1), "draft.template_too_large"),
    ],
    ids=["empty", "pdf", "not a zip", "cut", "no content", "a spreadsheet", "twice", "bomb", "many", "large"],
)
def test_what_is_no_template_is_refused_by_name(raw: bytes, code: str) -> None:
    with pytest.raises(UserError) as refused:
        unpack(raw, "mio.odt")
    assert (refused.value.code, refused.value.params) == (code, {"file": "mio.odt"})


def test_a_size_that_lies_is_found_while_reading() -> None:
    raw = _zip(_CONTENT, ("bomba", b"\0" * (21 * 1024 * 1024)))
    size = (21 * 1024 * 1024).to_bytes(4, "little")
    with pytest.raises(UserError):
        unpack(raw.replace(size, (10).to_bytes(4, "little")), "mio.odt")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<x>",
        b"<x>&nbsp;</x>",
        b"<x>\x01</x>",
        b"\xff\xfe<x/>",
        b"<?xml version='1.0' encoding='boh'?><x/>",
        b"<!DOCTYPE x><x/>",
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
        b"<x>" * 200_000 + b"</x>" * 200_000,
    ],
    ids=["empty", "open", "entity", "control", "bytes", "encoding", "doctype", "external", "laughs", "deep"],
)
def test_xml_that_is_broken_or_wants_more_is_refused(content: bytes) -> None:
    with pytest.raises(UserError) as refused:
        parse(content, "mio.odt")
    assert refused.value.code == "draft.template_broken"


def test_a_changed_byte_is_refused_or_does_no_harm() -> None:
    chance = random.Random(20261125)
    whole = load_template("lettera_pec.odt", (shipped_folder(),))
    refusals = 0
    for _each in range(300):
        mutant = bytearray(whole)
        for _change in range(chance.randint(1, 3)):
            mutant[chance.randrange(len(mutant))] = chance.randrange(256)
        try:
            fill_template(bytes(mutant), "mio.odt", field_values(FULL), "Prova")
        except UserError as error:
            assert error.params["file"] == "mio.odt"  # noqa: PT017 - some are refused, some are harmless
            refusals += 1
    assert refusals > 150


def test_the_same_entries_give_the_same_bytes_in_the_order_that_the_format_asks_for() -> None:
    entries = {"b.xml": b"2", "mimetype": MIMETYPE.encode(), "a/": b"", "a/c.xml": b"3" * 100}
    raw = pack(entries)
    assert raw == pack(entries)
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        assert package.namelist() == ["mimetype", "b.xml", "a/", "a/c.xml"]
        assert package.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        assert package.getinfo("a/c.xml").compress_type == zipfile.ZIP_DEFLATED
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_was_packed_is_unpacked() -> None:
    assert unpack(template(_PARAGRAPH), "x.odt")["mimetype"] == MIMETYPE.encode()
