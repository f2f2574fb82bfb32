# SPDX-License-Identifier: EUPL-1.2
"""Documents and acts as files, in the words of the office for people and in keys for programs."""

import json
from datetime import date
from pathlib import Path

from app.actions import acts, documents
from app.actions.document_tables import acts_table, documents_table
from app.actions.export import export_table
from app.store import Store
from tests.accessions import open_join
from tests.actions.test_document_signatures import FORM
from tests.actions.test_export import from_csv
from tests.signing import MAYOR, sign_p7m


def test_documents_and_acts_are_written_in_each_format(store: Store, tmp_path: Path) -> None:
    join = open_join(store)
    file, _changes = documents.add_document(
        store, sign_p7m(FORM), "=delibera\u202e.pdf.p7m", kind="resolution", accession_id=join, item_key="resolution",
        protocol_number="0012", protocol_on=date(2026, 11, 6),
    )  # fmt: skip
    acts.register_act(
        store, kind="resolution", body="council", number="0031", on=date(2026, 9, 20), is_immediate=True,
        accession_id=join, document_id=file,
    )  # fmt: skip
    for name in ("documents", "acts"):
        for suffix in ("csv", "xlsx", "json"):
            assert export_table(store, name, tmp_path / f"{name}.{suffix}") == 1
    told = json.loads((tmp_path / "documents.json").read_bytes())[0]
    assert (told["name"], told["kind"], told["signature"], told["signers"]) == (
        *("=delibera«U+202E».pdf.p7m", "resolution", "intact", MAYOR),
    )
    assert (told["protocol_number"], told["protocol_on"], told["is_there"]) == ("0012", "2026-11-06", 1)
    head, row = from_csv(tmp_path / "documents.csv")
    said = dict(zip(head, row, strict=True))
    assert (said["Tipo"], said["Firma"], said["File presente"]) == ("Delibera", "Firma integra", "sì")
    assert said["Nome"] == "'=delibera«U+202E».pdf.p7m"
    head, row = from_csv(tmp_path / "acts.csv")
    said = dict(zip(head, row, strict=True))
    assert (said["Organo"], said["Numero dell'atto"], said["Esecutivo dal"]) == (
        *("Consiglio comunale", "0031", "20/09/2026"),
    )
    assert (said["Immediatamente eseguibile"], said["File"]) == ("sì", "'=delibera«U+202E».pdf.p7m")


def test_they_stand_as_on_the_screen(store: Store) -> None:
    ids = [documents.add_document(store, text.encode(), f"{text}.txt")[0] for text in ("a", "b", "c")]
    numbers = [acts.register_act(store, kind="other")[0] for _time in range(3)]
    assert [row[0] for row in documents_table(store).rows] == ids[::-1]
    assert [row[0] for row in documents_table(store, [ids[1], ids[2]]).rows] == ids[1:]
    assert [row[0] for row in acts_table(store, numbers[:2]).rows] == numbers[:2]
