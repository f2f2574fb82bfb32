# SPDX-License-Identifier: EUPL-1.2
"""Invoices from the command line alone: taken in, checked, matched, and brought to payment."""

from pathlib import Path

import pytest

from app.actions.workspace import Workspace
from tests.cli.conftest import Say
from tests.invoices import Agreed, agreements, month, write_agreements


@pytest.fixture
def agreed(aprica: Say, folder: Path) -> dict[str, Agreed]:
    assert aprica("invoice", "list").out == ""
    made = agreements()
    opened = Workspace(folder)
    write_agreements(opened.need_store(), made.values())
    opened.close()
    return made


def test_a_folder_comes_in_and_what_is_refused_is_said(aprica: Say, agreed: dict[str, Agreed], tmp_path: Path) -> None:
    one = agreed["monthly"]
    sent = tmp_path / "fatture"
    sent.mkdir()
    (sent / "a.xml").write_bytes(one.sent(one.body("M1", month(1), "100.00")).xml())
    (sent / "b.xml").write_bytes(b"<html/>")
    said = aprica("invoice", "import", sent, "--json")
    assert said.status == 1
    assert said.json["added"] == [{"file": "a.xml", "invoices": [1]}]
    assert [one["code"] for one in said.json["refused"]] == ["invoice.wrong_root"]
    again = aprica("invoice", "import", sent / "a.xml")
    assert (again.status, again.out) == (0, "Già presente, fattura 1: a.xml\n")
    listed = aprica("invoice", "list", "--json").json
    assert [(row["number"], row["total"], row["wrong"]) for row in listed] == [("M1", "122.00", [])]


def test_an_invoice_is_brought_to_payment(aprica: Say, agreed: dict[str, Agreed], tmp_path: Path) -> None:
    one = agreed["monthly"]
    file = tmp_path / "a.xml"
    file.write_bytes(one.sent(one.body("M1", month(1), "100.00")).xml())
    aprica("invoice", "import", file)
    assert aprica("invoice", "receive", 1, "--on", "3/2/2026", "--json").json[0]["refuse_by"] == "2026-02-18"
    assert "Proposta 1, rata dal 01/01/2026" in aprica("invoice", "show", 1).out
    assert aprica("invoice", "match", 1, "--json").json["money"]["matched"] == "100.00"
    late = aprica("invoice", "refuse", 1, "--on", "20/2/2026", "--cause", "determination")
    assert late.is_refusal
    assert "18/02/2026" in late.err
    assert aprica("invoice", "approve", 1, "--on", "20/2/2026").status == 0
    committed = aprica("invoice", "commit", 1, "--on", "20/2/2026", "--number", "55")
    assert committed.status == 0
    assert "L'impegno 55 non è nella spesa del contratto" in committed.out
    assert aprica("invoice", "settle", 1, "--on", "20/2/2026", "--number", "66").status == 0
    paid = aprica("invoice", "pay", 1, "--on", "21/2/2026", "--number", "77", "--amount", "100,00", "--json").json
    assert (paid["state"], paid["money"]["left"]) == ("paid", "0.00")
    assert aprica("invoice", "reopen", 1, "--on", "21/2/2026", "--reason", "Prova", "--json").json["state"] == "settled"
    assert aprica("invoice", "unmatch", 1).status == 0
    assert aprica("invoice", "match", 1, "--proposal", 9).is_refusal


def test_a_file_is_given_back_and_taken_out(aprica: Say, agreed: dict[str, Agreed], tmp_path: Path) -> None:
    one = agreed["monthly"]
    file, back = tmp_path / "a.xml", tmp_path / "b.xml"
    file.write_bytes(one.sent(one.body("M1", month(1), "100.00")).xml())
    aprica("invoice", "import", file)
    aprica("invoice", "save", 1, back)
    assert back.read_bytes() == file.read_bytes()
    assert aprica("invoice", "notice", 1, "--cause", "cig_or_cup").out.endswith(
        "(DM 55/2013 art. 2-bis (DM 132/2020)).\n"
    )
    assert aprica("invoice", "assign", 1, "--json").json["contract_id"] is None
    assert aprica("invoice", "assign", 1, 2, "--json").json["contract_id"] == 2
    assert aprica("invoice", "remove", 1).status == 0
    assert aprica("invoice", "show", 1).is_refusal
