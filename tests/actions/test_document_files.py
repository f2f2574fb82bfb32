# SPDX-License-Identifier: EUPL-1.2
"""Documents on their way out: saved byte for byte, opened only as harmless copies, shown without being run."""

import sys
from pathlib import Path

import pytest

from app.actions import documents
from app.actions.document_files import open_copy, preview_document, proposed_name, put_back_file, save_document_as
from app.domain.documents import DocumentId
from app.errors import UserError
from app.store import Store, attachments


def added(store: Store, content: bytes, name: str) -> DocumentId:
    return documents.add_document(store, content, name)[0]


def test_it_is_saved_byte_for_byte_over_what_was_there(store: Store, tmp_path: Path) -> None:
    content = bytes(range(256)) * 50
    document_id = added(store, content, "../../CON.pdf:x")
    target = tmp_path / proposed_name(documents.show_document(store, document_id).document)
    assert target.name == "_CON.pdf_x"
    target.write_bytes(b"prima")
    assert save_document_as(store, document_id, target).read_bytes() == content
    with pytest.raises(UserError) as told:
        save_document_as(store, document_id, tmp_path / "manca" / "a.pdf")
    assert told.value.code == "file.not_written"


def test_a_changed_file_is_never_given_out(store: Store, tmp_path: Path) -> None:
    document_id = added(store, b"come era", "a.txt")
    place = attachments.place_of(store.path, documents.show_document(store, document_id).document.sha256)
    place.write_bytes(b"come ora")
    for deed in (lambda: save_document_as(store, document_id, tmp_path / "a.txt"),
                 lambda: open_copy(store, document_id), lambda: preview_document(store, document_id)):  # fmt: skip
        with pytest.raises(UserError) as told:
            deed()
        assert told.value.code == "document.file_changed"
    assert not (tmp_path / "a.txt").exists()


def test_nothing_is_saved_over_our_own_files(store: Store, tmp_path: Path) -> None:
    document_id = added(store, b"x", "a.txt")
    targets = [
        store.path,
        store.path.with_name(store.path.name + "-journal"),
        store.path.with_name(store.path.name + ".lock"),
    ]
    targets += [attachments.folder_of(store.path) / "ab" / "c", attachments.folder_of(store.path) / "c"]
    if sys.platform != "win32":
        (tmp_path / "altro.txt").symlink_to(store.path)
        targets.append(tmp_path / "altro.txt")
    for target in targets:
        with pytest.raises(UserError) as told:
            save_document_as(store, document_id, target)
        assert told.value.code == "document.onto_the_store"
    assert documents.content_of(store, document_id) == b"x"


def test_a_file_that_is_gone_or_changed_is_put_back_only_by_the_same_bytes(store: Store, tmp_path: Path) -> None:
    document_id = added(store, b"come era", "a.txt")
    place = attachments.place_of(store.path, documents.show_document(store, document_id).document.sha256)
    (tmp_path / "altro.txt").write_bytes(b"altro")
    (tmp_path / "copia.txt").write_bytes(b"come era")
    for damage in (place.unlink, lambda: place.write_bytes(b"come ora")):
        damage()
        with pytest.raises(UserError) as told:
            put_back_file(store, document_id, tmp_path / "altro.txt")
        assert told.value.code == "document.not_the_same_file"
        assert put_back_file(store, document_id, tmp_path / "copia.txt").documents
        assert documents.content_of(store, document_id) == b"come era"
    assert len(attachments.kept_in(attachments.folder_of(store.path))) == 1


def test_only_kinds_that_hold_no_program_are_opened(store: Store) -> None:
    copy = open_copy(store, added(store, b"%PDF-1.7", "Delibera.PDF"))
    assert (copy.name, copy.read_bytes()) == ("Delibera.PDF", b"%PDF-1.7")
    for name in ("a.exe", "a.desktop", "a.lnk", "a\u202efdp.exe", "senza"):
        with pytest.raises(UserError) as told:
            open_copy(store, added(store, name.encode(), name))
        assert told.value.code == "document.only_saved"


@pytest.mark.parametrize(
    ("name", "content", "kind", "text"),
    [
        ("a.txt", "città".encode("cp1252"), "text", "città"),
        ("a.xml", b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>", "text", "&e;"),
        ("a.eml", b"Subject: Consegna\n\nConsegnato.", "text", "Subject: Consegna\n\nConsegnato."),
        ("a.png", b"\x89PNG", "picture", ""),
        ("a.zip", b"PK", "none", ""),
        ("finta.pdf", b"MZ", "none", ""),
        ("rotta.pdf.p7m", b"MZ", "none", ""),
    ],
)
def test_what_can_be_shown_is_shown_as_it_is(store: Store, name: str, content: bytes, kind: str, text: str) -> None:
    shown = preview_document(store, added(store, content, name))
    assert (shown.kind, shown.name, shown.is_cut, shown.is_inside) == (kind, name, False, False)
    assert text in shown.text


def test_a_pdf_is_shown_by_its_pages_and_a_long_text_in_part(store: Store) -> None:
    shown = preview_document(store, added(store, b"%PDF-1.7 x", "a.pdf"))
    assert (shown.kind, shown.content) == ("pdf", b"%PDF-1.7 x")
    long = preview_document(store, added(store, b"riga\n" * 100_000, "a.csv"))
    assert long.is_cut
    assert len(long.text) == 400_000
