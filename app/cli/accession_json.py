# SPDX-License-Identifier: EUPL-1.2
"""Procedures as the command line answers with them in JSON."""

from dataclasses import asdict
from typing import Any

from app.actions.accessions import AccessionRow, AccessionView, ItemView
from app.actions.drafts import draft_keys
from app.domain.accession_dates import Duty
from app.domain.accessions import Accession, RequestedService, StepTaken
from app.domain.coherence import Finding
from app.formats.spreadsheet import json_cell
from app.text import in_language
from app.text.duty_words import duty_label
from app.text.finding_words import finding_words
from app.text.reckoning_words import reckoning_words

_LISTED = ("id", "reference", "centre_code", "centre_name", "lead_authority", "revision", "opened_on")


def row_json(row: AccessionRow) -> dict[str, Any]:
    """A procedure in the list."""
    listed = {name: json_cell(getattr(row.accession, name)) for name in _LISTED}
    return {
        **listed,
        "kind": row.accession.kind.value,
        "state": row.accession.state.value,
        "done": row.done,
        "total": row.total,
        "next_item": row.next_item.key if row.next_item else None,
        "next_due": _duty_json(row.next_duty) if row.next_duty else None,
        "blocks": row.blocks,
    }


def accession_json(accession: Accession) -> dict[str, Any]:
    """All the fields of a procedure."""
    content = {name: json_cell(value) for name, value in asdict(accession).items() if name != "version"}
    return content | {"kind": accession.kind.value, "state": accession.state.value}


def view_json(view: AccessionView) -> dict[str, Any]:
    """A procedure with its checklist, services, acts, documents, steps and days."""
    case = view.case
    return accession_json(view.accession) | {
        "done": view.done,
        "total": view.total,
        "items": [_item_json(item) for item in view.items],
        "services": [service_json(service) for service in case.services],
        "acts": [_plain(act) for act in case.acts],
        "documents": [_plain(document, "signature") for document in case.documents],
        "steps": [_step_json(step) for step in case.steps],
        "duties": [_duty_json(duty) for duty in view.duties],
        "findings": [finding_json(finding) for finding in view.findings],
        "drafts": list(draft_keys(case)),
        "next_steps": [way.step.value for way in view.next_steps],
    }


def service_json(service: RequestedService) -> dict[str, Any]:
    """A service of a request."""
    content = _plain(service)
    return content | {"choice": service.choice.value}


def finding_json(finding: Finding) -> dict[str, Any]:
    """One thing that does not fit, with its sentence and its rule."""
    words = finding_words(finding.code, finding.params)
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "item": finding.item_key,
        "field": finding.field,
        "text": words.text,
        "why": words.why,
    }


def _item_json(view: ItemView) -> dict[str, Any]:
    return {
        "key": view.item.key,
        "title": in_language(view.item.title, view.item.title_en),
        "state": view.state.value,
        "actor": view.item.actor.value,
        "due": _duty_json(view.due) if view.due else None,
        "missing": [{"code": one.code, "field": one.field, "name": one.name} for one in view.missing],
        "law": view.item.law,
    }


def _duty_json(duty: Duty) -> dict[str, Any]:
    return {
        "key": duty.key,
        "on": duty.on.isoformat(),
        "item": duty.item_key,
        "text": duty_label(duty.key),
        "counted": list(reckoning_words(duty)),
    }


def _step_json(step: StepTaken) -> dict[str, Any]:
    told = {"step": step.step.value, "from_state": step.from_state.value, "to_state": step.to_state.value}
    return _plain(step, "overridden", "accession_id") | told | {"overridden": list(step.overridden)}


def _plain(row: Any, *but: str) -> dict[str, Any]:  # noqa: ANN401 - any of our rows
    return {name: json_cell(getattr(row, name)) for name in row.__slots__ if name not in ("version", *but)}
