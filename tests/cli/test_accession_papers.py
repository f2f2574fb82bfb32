# SPDX-License-Identifier: EUPL-1.2
"""`accession draft | attach | folder`."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.signing import sign_p7m, sign_pdf


@pytest.fixture
def opened(aprica: Say) -> Say:
    """The same, with a procedure."""
    assert aprica("accession", "new", "CIT-BRESCIA", "--service", "BAS-05").status == 0
    return aprica


@pytest.mark.parametrize("form", ["odt", "docx", "pdf"])
def test_a_draft_is_written_and_kept(opened: Say, tmp_path: Path, form: str) -> None:
    output = tmp_path / f"bozza.{form}"
    told = opened("--json", "accession", "draft", 1, "proposta_delibera_consiglio", "--output", output).json
    assert hashlib.sha256(output.read_bytes()).hexdigest() == told["sha256"]
    (document,) = opened("--json", "accession", "show", 1).json["documents"]
    assert (document["id"], document["origin"], document["item_key"]) == (told["document"], "draft", "proposal")
    assert document["name"].endswith(f".{form}")


def test_what_is_still_to_be_completed_is_told_beside(opened: Say, tmp_path: Path) -> None:
    answer = opened("accession", "draft", 1, "domanda_adesione", "--output", tmp_path / "d.pdf")
    assert answer.out.startswith("Scritto ")
    assert "da completare" in answer.err
    assert "  fini della convenzione: accession set 1 purpose=…" in answer.err
    assert "  codice fiscale di chi firma: accession set 1 signer_fiscal_code=…" in answer.err
    assert "request.gaps" in opened("accession", "check", 1).out
    assert opened("accession", "set", 1, "purpose=Servizi \U0001f600 \u6f22").status == 0
    answer = opened("accession", "draft", 1, "domanda_adesione", "--output", tmp_path / "e.pdf")
    assert "2 caratteri non si possono stampare" in answer.err
    assert opened("accession", "draft", 1, "domanda_adesione", "--output", tmp_path / "d.doc").is_refusal
    assert opened("accession", "draft", 1, "altro", "--output", tmp_path / "d.pdf").is_refusal
    assert not (tmp_path / "d.doc").exists()


def test_the_signed_copy_is_compared_with_what_was_given_out(opened: Say, tmp_path: Path) -> None:
    given, signed = tmp_path / "domanda.pdf", tmp_path / "domanda_firmata.pdf"
    assert opened("accession", "attach", 1, "signature", given).status == 1
    first = opened("--json", "accession", "draft", 1, "domanda_adesione", "--output", given).json
    assert opened("accession", "attach", 1, "signature", given).is_refusal  # not signed
    signed.write_bytes(sign_pdf(given.read_bytes()))
    told = opened("--json", "accession", "attach", 1, "signature", signed).json
    assert (told["kind"], told["match"]) == ("request", "same")
    envelope = tmp_path / "domanda.pdf.p7m"
    envelope.write_bytes(sign_p7m(given.read_bytes(), encoding="base64"))
    told = opened("--json", "accession", "attach", 1, "signature", envelope, "--signed-copy-of", first["document"]).json
    assert told["match"] == "same"
    assert told["sha256"] == hashlib.sha256(envelope.read_bytes()).hexdigest()


def test_a_document_takes_the_kind_of_its_line(opened: Say, tmp_path: Path) -> None:
    file = tmp_path / "delibera.pdf"
    file.write_bytes(b"%PDF-1.7")
    assert opened("--json", "accession", "attach", 1, "resolution", file).json["kind"] == "resolution"
    assert opened("--json", "accession", "attach", 1, "outcome", file).json["kind"] == "other"
    assert opened("--json", "accession", "attach", 1, "sending", file, "--kind", "letter").json["kind"] == "letter"
    assert "delibera.pdf" in opened("accession", "attach", 1, "people", file).out
    assert opened("accession", "attach", 1, "altra", file).is_refusal
    assert opened("accession", "attach", 1, "people", tmp_path / "manca").is_refusal


def test_the_whole_file_is_written_to_a_folder_or_a_zip(opened: Say, tmp_path: Path) -> None:
    file = tmp_path / "delibera.pdf"
    file.write_bytes(b"%PDF-1.7")
    opened("accession", "attach", 1, "resolution", file)
    written = opened("--json", "accession", "folder", 1, tmp_path / "f.zip").json
    with zipfile.ZipFile(tmp_path / "f.zip") as packed:
        assert packed.namelist() == written["files"] == ["000 indice.csv", "000 indice.pdf", "001 delibera.pdf"]
    assert opened("accession", "folder", 1, tmp_path / "f.zip").is_refusal
    assert "001 delibera.pdf" in opened("accession", "folder", 1, tmp_path).out
