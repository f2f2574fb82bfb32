# SPDX-License-Identifier: EUPL-1.2
"""`document add | list | show | save | remove | missing`."""

from contextlib import closing
from pathlib import Path

import pytest

from app.actions.documents import add_document
from app.actions.workspace import Workspace
from app.domain.accessions import AccessionId
from tests.actions.test_document_signatures import FORM, pdf
from tests.cli.conftest import Say
from tests.signing import MAYOR, sign_p7m, sign_pdf


@pytest.fixture
def join(aprica: Say) -> int:
    """The number of a procedure."""
    return int(aprica("--json", "accession", "new", "CST-LECCE", "--service", "BAS-05").json["id"])


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """The form that is to be signed."""
    file = tmp_path / "domanda.pdf"
    file.write_bytes(FORM)
    return file


def test_a_file_is_added_listed_shown_and_saved_byte_for_byte(
    aprica: Say, join: int, tmp_path: Path, form: Path
) -> None:
    made = aprica(
        *("--json", "document", "add", form, "--kind", "proposal", "--accession", join, "--item", "proposal"),
        *("--protocol", "4512/2026", "--protocol-on", "6/11/2026", "--title", "La proposta"),
    ).json
    assert (made["kind"], made["accession_id"], made["item_key"]) == ("proposal", join, "proposal")
    assert (made["protocol_number"], made["protocol_on"], made["title"]) == ("4512/2026", "2026-11-06", "La proposta")
    assert (made["is_there"], made["is_whole"], made["match"], made["signature"]["kind"]) == (True, True, None, "none")
    listed = aprica("--json", "document", "list", "--accession", join).json
    assert [(one["id"], one["sha256"]) for one in listed] == [(made["id"], made["sha256"])]
    assert aprica("document", "list").out.split() == (
        f"{made['id']} Proposta di delibera domanda.pdf 4512/2026 del 06/11/2026 Senza firma".split()
    )
    shown = aprica("document", "show", made["id"]).out
    assert "Protocollo: 4512/2026 del 06/11/2026" in shown
    assert f"SHA-256 {made['sha256']}" in shown
    target = tmp_path / "fuori.pdf"
    assert aprica("--json", "document", "save", made["id"], target).json == {"file": str(target)}
    assert target.read_bytes() == FORM


def test_the_same_file_twice_is_told(aprica: Say, form: Path) -> None:
    first = aprica("--json", "document", "add", form).json
    again = aprica("--json", "document", "add", form)
    assert again.json["same_file_elsewhere"] == [first["id"]]
    assert f"documento {first['id']}" in again.err


def test_what_is_no_document_is_refused(aprica: Say, tmp_path: Path, form: Path) -> None:
    for words in (
        ("add", tmp_path),
        ("add", tmp_path / "manca.pdf"),
        ("add", form, "--accession", 99),
        ("add", form, "--signed-copy-of", 99),
        ("show", 99),
        ("save", 99, tmp_path / "a"),
        ("remove", 99),
    ):
        answer = aprica("document", *words)
        assert (answer.status, answer.is_refusal) == (1, True), words
    assert aprica("document", "add", form, "--kind", "boh").status == 2
    assert aprica("--json", "document", "list").json == []


def test_a_signed_copy_is_compared_with_what_was_given_out(aprica: Say, join: int, tmp_path: Path) -> None:
    """Task T4 on the command line: unsigned, another file, then the right one."""
    with closing(Workspace(tmp_path / "dati")) as workspace:
        given, _changes = add_document(
            workspace.need_store(), FORM, "domanda.pdf", kind="request", origin="draft",
            accession_id=AccessionId(join), item_key="signature",
        )  # fmt: skip
    files = {"a.pdf": FORM, "b.pdf": sign_pdf(pdf("Altro")), "c.pdf.p7m": sign_p7m(FORM)}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    for name, words in (("a.pdf", "non è firmato"), ("b.pdf", "non è quello generato")):
        answer = aprica("document", "add", tmp_path / name, "--signed-copy-of", given)
        assert (answer.status, answer.is_refusal, words in answer.err) == (1, True, True)
    made = aprica("--json", "document", "add", tmp_path / "c.pdf.p7m", "--signed-copy-of", given).json
    assert (made["match"], made["kind"], made["item_key"]) == ("same", "request", "signature")
    lines = aprica("document", "show", made["id"]).out
    assert f"Firma integra, certificato di {MAYOR}" in lines
    assert "Firma non verificata con le autorità" in lines


def test_what_is_removed_comes_back_and_what_is_gone_is_missing(aprica: Say, folder: Path, form: Path) -> None:
    made = aprica("--json", "document", "add", form).json
    assert aprica("--json", "document", "remove", made["id"]).json == {"id": made["id"]}
    assert aprica("--json", "document", "list").json == []
    aprica("undo")
    assert len(aprica("--json", "document", "list").json) == 1
    assert aprica("--json", "document", "missing").json == []
    (folder / "documents" / "comune-a337" / made["sha256"][:2] / made["sha256"]).unlink()
    missing = aprica("--json", "document", "missing").json
    assert [(one["code"], one["document_id"]) for one in missing] == [("file.gone", made["id"])]
    assert "Non c'è più il file: domanda.pdf" in aprica("document", "missing").out
    assert "IL FILE MANCA" in aprica("document", "list").out
