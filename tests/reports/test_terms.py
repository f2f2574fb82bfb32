# SPDX-License-Identifier: EUPL-1.2
"""What is due of a project, as rows: the day, the rule, or that no source tells it."""

from datetime import date

import pytest

from app.domain.calls import TimeLimit
from app.domain.deadlines import known_deadlines
from app.domain.open_data import Status
from app.formats.reference import load_time_limits
from app.reports.terms import term_rows
from app.text import speaking
from tests.reports import factory

CLOUD = "1.2 Abilitazione al cloud - Comuni - Aprile 2022"
DATA = "1.3.1 Piattaforma Digitale Nazionale Dati - Comuni Ottobre 2022"
IO = "1.4.3 - app IO - Comuni - maggio 2025"
STREETS = "1.3.1 Piattaforma Digitale Nazionale Dati - ANNCSU - Comuni - maggio 2025"


def rows_of(call: str, status: Status) -> dict[str, list[str]]:
    """The lines of each row, with the limits that the program ships."""
    project = factory.project(0, call=call, status=status, status_on=date(2025, 8, 13))
    limits: list[TimeLimit] = [limit for limit in load_time_limits() if limit.call in ("", call)]
    rows = term_rows(status, limits, known_deadlines(project, limits))
    assert len({name for name, _lines in rows}) == len(rows)
    return {name: lines.replace("\N{NO-BREAK SPACE}", " ").split("\n") for name, lines in rows}


def test_the_general_day_stands_where_the_call_has_none() -> None:
    rows = rows_of(CLOUD, Status.FUNDED)
    assert list(rows) == [
        "Firma del contratto",
        "Completamento delle attività",
        "Fine dell’obbligo di tenere attivo il servizio",
    ]
    assert rows["Completamento delle attività"] == [
        "entro il 31/03/2026 · fonte: Decreto 39/2025-PNRR del 14/02/2025 (FAQ 008-ansc/016)",
        "nessuna fonte consultata dice il termine proprio dell’avviso",
    ]


def test_a_limit_that_runs_from_the_contract_stands_beside_the_general_day() -> None:
    lines = rows_of(IO, Status.FUNDED)["Completamento delle attività"]
    assert [line.split(" · ")[0] for line in lines] == [
        "entro il 31/03/2026",
        "entro 120 giorni dalla firma del contratto",
    ]


def test_the_day_that_a_call_names_is_said_once() -> None:
    lines = rows_of(STREETS, Status.FUNDED)["Completamento delle attività"]
    assert lines == ["entro il 31/03/2026 · fonte: FAQ 012-anncsu/001; servizidemografici.com"]


def test_sources_that_disagree_are_both_said() -> None:
    (contract,) = rows_of(DATA, Status.FUNDED)["Firma del contratto"]
    assert contract.startswith("fonti in contrasto: ")
    assert "90 giorni" in contract
    assert "6 mesi" in contract


def test_of_what_was_paid_only_the_duty_to_keep_it_is_left() -> None:
    assert rows_of(CLOUD, Status.PAID) == {
        "Fine dell’obbligo di tenere attivo il servizio": ["fino al 31/12/2030 · fonte: FAQ 004-progetti/001"]
    }


@pytest.mark.parametrize("call", [CLOUD, DATA, IO])
def test_of_what_was_renounced_nothing_is_due(call: str) -> None:
    assert rows_of(call, Status.RENOUNCED) == {}


def test_a_note_is_said_in_the_language_of_the_print() -> None:
    with speaking("en"):
        shown = " ".join(line for lines in rows_of(DATA, Status.FUNDED).values() for line in lines)
    assert "the sources disagree" in shown
    assert "contrasto" not in shown
