# SPDX-License-Identifier: EUPL-1.2
"""`status`: the keys of product.md section 4, and the figures."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.actions import overview
from app.store import Store
from tests.cli.conftest import Say


def test_the_keys_are_those_of_the_manual(filled: Say) -> None:
    told = filled("--json", "status").json
    assert set(told) >= {"comune", "funding", "accessions", "concessions", "deadlines", "catalogue", "last_backup"}
    assert set(told["comune"]) >= {"name", "istat", "province"}
    assert set(told["funding"]) >= {"projects", "granted", "paid", "outstanding", "renounced"}
    assert set(told["deadlines"]) == {"overdue", "next_30_days"}
    assert set(told["catalogue"]) == {"edition", "services"}


def test_procedures_are_counted_by_where_they_stand(aprica: Say) -> None:
    nobody = {"open": 0, "awaited": 0, "active": 0, "ended": 0}
    assert aprica("--json", "status").json["accessions"] == nobody
    aprica("accession", "new", "CIT-BRESCIA", "--service", "BAS-05")
    assert aprica("--json", "status").json["accessions"] == {**nobody, "open": 1}
    assert "Adesioni: in corso 1, in attesa del centro 0, attive 0, concluse 0\n" in aprica("status").out


def test_contracts_are_counted_with_their_fee(contract: Say) -> None:
    told = contract("--json", "status").json["concessions"]
    counted = told["coming"], told["running"], told["over"]
    assert sum(counted) == 1
    assert told["year_fee"] == "0.00"  # nobody wrote a fee
    words = "Concessioni: in attivazione {}, attive {}, concluse {}".format(*counted)
    assert words in contract("status").out


def test_without_contracts_nothing_is_said_of_them(aprica: Say) -> None:
    assert aprica("--json", "status").json["concessions"]["running"] == 0
    assert "Concessioni" not in aprica("status").out


def test_figures_are_strings_with_two_decimals(filled: Say) -> None:
    funding = filled("--json", "status").json["funding"]
    assert (funding["projects"], funding["granted"], funding["granted_projects"]) == (9, "131277.40", 3)
    assert (funding["paid_projects"], funding["renounced_projects"], funding["renunciation_pending_projects"]) == (
        5,
        1,
        1,
    )
    assert all(isinstance(funding[name], str) for name in ("granted", "paid", "outstanding", "renounced"))


def test_the_last_copy_is_told(aprica: Say) -> None:
    assert aprica("--json", "status").json["last_backup"] is None
    made = aprica("--json", "backup").json
    assert aprica("--json", "status").json["last_backup"] == made["made_at"]


def test_it_is_said_in_words(filled: Say) -> None:
    said = filled("status").out
    assert "Comune di Aprica (SO)\nFinanziamenti: 9 progetti\n" in said
    assert "da erogare: 3 per 131.277,40\u00a0€" in said
    assert "Copia di sicurezza: nessuna" in said


def test_the_real_figures_of_aprica_and_vestone(say: Say, shared: Path) -> None:
    """What the issue shows."""
    files = sorted((shared / "opendata").glob("candidature_finanziate_*.csv"))
    expected = {
        "014004": (3, 2, "51355.40", 1, "23147.00", 0, "0.00"),
        "017197": (6, 2, "84070.20", 2, "37147.00", 2, "37147.00"),
    }
    names = (
        "projects", "granted_projects", "granted", "paid_projects", "paid", "renounced_projects", "renounced",
    )  # fmt: skip
    for istat, figures in expected.items():
        say("comune", "set", istat)
        assert [done["added"] for done in say("--json", "funding", "import", *files).json] != [0, 0, 0]
        told = say("--json", "status").json["funding"]
        assert tuple(told[name] for name in names) == figures


def test_the_day_ends_at_midnight_in_rome(aprica: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the computer thinks it is."""
    seen: list[date] = []
    monkeypatch.setattr(Store, "now", lambda _store: datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    look_over = overview.look_over

    def seeing(store: Store, today: date) -> overview.Overview:
        seen.append(today)
        return look_over(store, today)

    monkeypatch.setattr(overview, "look_over", seeing)
    aprica("status")
    assert seen == [date(2026, 11, 24)]
