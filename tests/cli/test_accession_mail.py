# SPDX-License-Identifier: EUPL-1.2
"""`accession export | pec | receipt | receive`, with a request made ready by the actions."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.actions.workspace import Workspace
from app.domain.accessions import AccessionId
from app.store import Store
from tests.answers import PlayedCentre, grant
from tests.cli.conftest import Say
from tests.conftest import open_copy
from tests.pec import CENTRE, plain_message, receipt
from tests.sending import sent_join, signed_join

OLD = ("--override", "request.old", "--reason", "la data del PC è quella vera")
"""The request was signed on a day of 2026, the words look at the clock of the computer."""
Make = Callable[[Store], AccessionId]


@pytest.fixture
def made(say: Say, folder: Path, workspace: Workspace, aprica_folder: Path) -> Callable[[Make], Say]:
    """The words over a store in which a procedure was made."""

    def making(make: Make) -> Say:
        make(open_copy(workspace, aprica_folder))
        workspace.close()
        assert workspace.folder == folder
        return say

    return making


def test_the_package_is_prepared_once_and_written_as_often_as_asked(
    made: Callable[[Make], Say], tmp_path: Path
) -> None:
    say = made(signed_join)
    first = say("--json", "accession", "export", 1, tmp_path / "1.zip", *OLD).json
    again = say("--json", "accession", "export", 1, tmp_path / "2.zip").json
    assert (first["document"], first["sha256"], first["revision"]) == (again["document"], again["sha256"], 1)
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    collected = say("--json", "publish", "collect", tmp_path, "--output", tmp_path / "t.csv").json
    assert collected["packages"] == 2


def test_a_block_stops_the_package_unless_set_aside_with_a_reason(made: Callable[[Make], Say], tmp_path: Path) -> None:
    say = made(signed_join)
    say("accession", "set", 1, "signer_name=Ugo Neri")
    output = tmp_path / "1.zip"
    assert say("accession", "export", 1, output).is_refusal
    assert not output.exists()
    aside = ("--override", "signer.not_representative", "--override", "signature.other_signer")
    assert say("accession", "export", 1, output, *aside).is_refusal
    assert say("accession", "export", 1, output, *aside, *OLD).status == 0


def test_the_message_and_its_receipts(made: Callable[[Make], Say], tmp_path: Path) -> None:
    say = made(sent_join)
    message = say("--json", "accession", "pec", 1).json
    assert (message["to"], message["attachment"]) == (CENTRE, "adesione_CST_Lecce_v1_2026-11-23.zip")
    said = say("accession", "pec", 1).out
    assert f"Oggetto: {message['subject']}" in said
    exported = say("--json", "accession", "export", 1, tmp_path / "1.zip")
    assert (exported.json["sent_on"], exported.json["revision"]) == ("2026-11-06", 1)
    assert "È il pacchetto n. 1, già inviato il 06/11/2026" in exported.err
    file = tmp_path / "r.eml"
    file.write_bytes(receipt("accettazione", message["subject"]))
    told = say("--json", "accession", "receipt", 1, file).json
    assert (told["kind"], told["at"], told["findings"]) == ("accettazione", "2026-11-06T09:42:11Z", [])
    file.write_bytes(receipt("errore-consegna", message["subject"], error="no-dest"))
    failed = say("accession", "receipt", 1, file)
    assert failed.out == "Avviso di mancata consegna\n"
    assert "non è arrivato" in failed.err
    file.write_bytes(plain_message("ciao"))
    assert say("accession", "receipt", 1, file).is_refusal


def test_an_answer_is_tried_then_taken_in(
    say: Say, folder: Path, workspace: Workspace, aprica_folder: Path, tmp_path: Path
) -> None:
    store = open_copy(workspace, aprica_folder)
    accession_id = sent_join(store, ("BAS-05", "PAB-01"))
    centre = PlayedCentre(store, accession_id, tmp_path)
    accepted = centre.answer("accepted", services=grant("BAS-05", refused=("PAB-01",)))
    file = shutil.copy(centre.countersign(), tmp_path / "controfirma.zip")
    workspace.close()
    assert workspace.folder == folder
    trial = say("accession", "receive", accepted, "--dry-run")
    assert "Inviata > Accolta" in trial.out
    assert "PAB-01  Incassi con pagoPA: non accolto" in trial.out
    assert centre.fingerprint in trial.err
    assert say("--json", "accession", "show", 1).json["state"] == "sent"
    refused = say("accession", "receive", accepted)
    assert refused.is_refusal
    assert centre.fingerprint in refused.err
    told = say("--json", "accession", "receive", accepted, "--accept-key", centre.fingerprint).json
    assert (told["before"], told["after"], told["accession"]["state"]) == ("sent", "accepted", "accepted")
    assert told["steps"] == ["register", "accept"]
    done = say("accession", "receive", file)
    assert "Dal 01/01/2027 al 31/12/2036" in done.out
    assert "convenzione.pdf" in done.out
    assert say("--json", "accession", "show", 1).json["state"] == "active"
