# SPDX-License-Identifier: EUPL-1.2
"""Concessions and contracts as the command line answers with them in JSON."""

from typing import Any

from app.actions.concessions import ConcessionView, PaperView
from app.actions.contracts import ContractRow, ContractView
from app.domain.clocks import Clock, ClockEnd
from app.domain.contract_warnings import ContractWarning
from app.formats.spreadsheet import json_cell
from app.text.contract_words import warning_why, warning_words

_PARTS = ("milestones", "steps", "contacts", "guarantees", "closing", "changes")


def plain(row: Any) -> dict[str, Any]:  # noqa: ANN401 - any of our rows
    """All the fields of a row but its version."""
    return {name: _cell(getattr(row, name)) for name in row.__slots__ if name != "version"}


def contract_row_json(row: ContractRow) -> dict[str, Any]:
    """A contract in the list."""
    listed = ("id", "title", "service_code", "supplier", "cig", "cup", "starts_on", "ends_on")
    return {
        **{name: _cell(getattr(row.contract, name)) for name in listed},
        "state": row.contract.state.value,
        "concession": row.concession.id if row.concession else None,
        "accession": row.accession.id if row.accession else None,
        "effective_end": _end_json(row.effective_end),
        "year_fee": json_cell(row.year_fee),
        "next_due_on": json_cell(row.next_due.due_on) if row.next_due else None,
        "warnings": [one.code for one in row.warnings],
    }


def contract_json(view: ContractView) -> dict[str, Any]:
    """A contract with what hangs on it."""
    return {
        **plain(view.contract),
        "clocks": [_clock_json(clock) for clock in view.clocks],
        "effective_end": _end_json(view.effective_end),
        "maintenance_until": json_cell(view.maintenance_until),
        "project_cup": view.project.cup if view.project else None,
        "prerequisites": [plain(one) for one in view.prerequisites],
        **{name: [plain(one) for one in getattr(view, name)] for name in _PARTS},
        "papers": [_paper_json(one) for one in view.papers],
        "warnings": [_warning_json(one) for one in view.warnings],
        "next_steps": [way.step.value for way in view.ways],
    }


def concession_json(view: ConcessionView) -> dict[str, Any]:
    """A concession with what hangs on it."""
    return {
        **plain(view.concession),
        "contracts": [one.id for one in view.contracts],
        **{name: [plain(one) for one in getattr(view, name)] for name in ("contacts", "guarantees", "changes")},
        "papers": [_paper_json(one) for one in view.papers],
        "warnings": [_warning_json(one) for one in view.warnings],
    }


def _cell(value: Any) -> Any:  # noqa: ANN401 - a field of a row
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, bool) else json_cell(value)


def _clock_json(clock: Clock) -> dict[str, Any]:
    days = {"starts_on": json_cell(clock.starts_on), "ends_on": json_cell(clock.ends_on)}
    return {"layer": clock.layer.value, "name": clock.name, **days}


def _end_json(end: ClockEnd | None) -> dict[str, Any] | None:
    if end is None:
        return None
    layers, unknown = ([layer.value for layer in found] for found in (end.layers, end.unknown))
    return {"on": end.on.isoformat(), "layers": layers, "unknown": unknown}


def _paper_json(view: PaperView) -> dict[str, Any]:
    return {"id": view.paper.id, "role": view.paper.role, "document": view.document.id, "name": view.document.name}


def _warning_json(warning: ContractWarning) -> dict[str, Any]:
    said = {"text": warning_words(warning.code, warning.params), "why": warning_why(warning.code)}
    return {"code": warning.code, "severity": warning.severity.value, **said}
