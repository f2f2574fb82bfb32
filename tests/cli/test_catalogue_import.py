# SPDX-License-Identifier: EUPL-1.2
"""`catalogue import`: what would change, the key compared, what is refused with nothing written."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Say
from tests.editions import BRESCIA, KEY, signed_edition

PIN = KEY.public.fingerprint
ALWAYS: dict[str, Any] = {
    "valid_from": date(2000, 1, 1),
    "valid_until": date(2999, 12, 31),
}  # the command line has the real clock


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A first edition with a new service and another name."""
    file = tmp_path / "edizione.zip"
    file.write_bytes(signed_edition(added=["NEW-01"], renamed={"BAS-02": "Sportello"}, **ALWAYS))
    return file


def test_it_is_looked_at_and_then_imported_with_the_key_compared(aprica: Say, edition: Path) -> None:
    looked = aprica("--json", "catalogue", "import", str(edition), "--dry-run").json
    assert (looked["trust"], looked["added"], looked["is_imported"]) == ("new", ["NEW-01"], False)
    assert "BAS-02" in [change["code"] for change in looked["changed"]]
    refused = aprica("catalogue", "import", str(edition))
    assert refused.status == 1
    assert PIN in refused.err
    assert not aprica("catalogue", "show", "NEW-01").out
    done = aprica("--json", "catalogue", "import", str(edition), "--accept-key", PIN)
    assert done.json["is_imported"] is True
    assert aprica("--json", "catalogue", "show", "NEW-01").json["edition"] == 11
    again = aprica("catalogue", "import", str(edition))
    assert (again.status, again.is_refusal) == (1, True)
    assert aprica("undo").status == 0
    assert not aprica("catalogue", "show", "NEW-01").out


def test_the_name_in_the_file_is_told_as_a_claim(aprica: Say, tmp_path: Path) -> None:
    file = tmp_path / "edizione.zip"
    file.write_bytes(signed_edition(publisher="Ufficio Assistenza", **ALWAYS))
    claim = "CIT-BRESCIA, che per il tuo catalogo ha come capofila: Provincia di Brescia"
    call = "Telefona a Provincia di Brescia, a un numero che conosci già"
    refused = aprica("catalogue", "import", str(file))
    looked = aprica("catalogue", "import", str(file), "--dry-run").out
    verified = aprica("catalogue", "verify", str(file)).out
    for told in (refused.err, looked, verified):
        assert "Il nome «Ufficio Assistenza» lo dice il file stesso" in told
        assert claim in told
        assert call in told
    said = aprica("--json", "catalogue", "import", str(file), "--dry-run").json
    assert said["claims"] == [{"centre": "CIT-BRESCIA", "lead_authority": "Provincia di Brescia"}]


def test_what_touches_ours_is_said(aprica: Say, edition: Path, tmp_path: Path) -> None:
    aprica("catalogue", "import", str(edition), "--accept-key", PIN)
    aprica("accession", "new", "CIT-BRESCIA", "--service", "BAS-02")
    second = tmp_path / "seconda.zip"
    second.write_bytes(signed_edition(sequence=2, without=["BAS-02"], **ALWAYS))
    looked = aprica("catalogue", "import", str(second), "--dry-run").out
    assert "Riguarda noi: BAS-02 (lo chiediamo a CIT della Provincia di Brescia)" in looked
    refused = aprica("catalogue", "import", str(second))
    assert refused.status == 1
    assert "BAS-02" in refused.err
    assert aprica("catalogue", "import", str(second), "--confirm").status == 0


def test_a_wrong_fingerprint_and_a_strange_file_are_refused(aprica: Say, edition: Path, tmp_path: Path) -> None:
    assert aprica("catalogue", "import", str(edition), "--accept-key", "0000").is_refusal
    (tmp_path / "altro.zip").write_bytes(b"qualcosa")
    assert aprica("catalogue", "import", str(tmp_path / "altro.zip")).is_refusal
    assert aprica("--json", "status").json["catalogue"]["edition"] == 1


def test_a_key_just_compared_is_said_to_be(aprica: Say, edition: Path) -> None:
    assert "Chiave mai confrontata" in aprica("catalogue", "import", str(edition), "--dry-run").out
    done = aprica("catalogue", "import", str(edition), "--accept-key", PIN).out
    assert "Chiave mai confrontata" not in done
    assert "Chiave confrontata ora" in done


def test_editions_of_one_number_are_told_apart_by_who_publishes_them(aprica: Say, tmp_path: Path) -> None:
    before = aprica("status").out
    file = tmp_path / "prima.zip"
    file.write_bytes(signed_edition(edition=1, **ALWAYS))
    aprica("catalogue", "import", str(file), "--accept-key", PIN)
    assert "Catalogo n. 1 di Campanile" in before
    assert f"Catalogo n. 1 di {BRESCIA}" in aprica("status").out
