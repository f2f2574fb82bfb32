# SPDX-License-Identifier: EUPL-1.2
"""`deadlines`: what falls due, in words and as JSON; the same as a report."""

from pathlib import Path

from tests.cli.conftest import Say


def test_nothing_is_known_of_an_empty_store(aprica: Say) -> None:
    answer = aprica("deadlines")
    assert (answer.status, answer.out, answer.err) == (0, "", "Nessuna scadenza nota.\n")


def test_what_is_late_comes_first(filled: Say) -> None:
    rows = filled("--json", "deadlines").json
    assert [row["due_on"] for row in rows] == sorted(row["due_on"] for row in rows)
    assert set(rows[0]) == {"due_on", "is_late", "subject", "event", "key", "name", "what", "source"}
    assert rows[0]["is_late"] is True
    assert rows[0]["due_on"] == "2026-03-31"
    assert len(filled("--json", "deadlines", "--within", 0).json) == sum(row["is_late"] for row in rows) < len(rows)
    assert filled("deadlines").out.startswith("31/03/2026  ")


def test_it_is_printed_for_so_many_days(filled: Say, tmp_path: Path) -> None:
    target = tmp_path / "scadenze.pdf"
    assert filled("report", "deadlines", "30", "--output", target).status == 0
    assert target.read_bytes().startswith(b"%PDF")
    refused = filled("report", "deadlines", "presto", "--output", target)
    assert refused.status == 2
    assert "Le scadenze vogliono un numero di giorni, non «presto»." in refused.err
