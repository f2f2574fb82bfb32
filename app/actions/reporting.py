# SPDX-License-Identifier: EUPL-1.2
"""Printing: gathering what a report shows, and drawing it to a file."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from app.actions.accessions import find_accession
from app.actions.funding import ProjectFilter
from app.actions.output import writing
from app.errors import UserError
from app.reports import (
    accession_checklist,
    accession_folder,
    accession_receipt,
    accession_request,
    accessions,
    centre,
    centres,
    centres_comparison,
    concession,
    concessions,
    deadlines,
    documents,
    fee_schedule,
    funding,
    invoices,
    service,
    service_levels,
    summary,
)
from app.store import Store

Draw = Callable[[Path], None]

_OF_AN_ACCESSION: dict[str, Any] = {
    "accession": accession_checklist,
    "request": accession_request,
    "receipt": accession_receipt,
    "folder": accession_folder,
}
"""The prints of a procedure; the key is its number or the beginning of its reference."""
_PUBLISHED: dict[str, Any] = {"concession": concession, "invoices": invoices, "levels": service_levels}
"""Prints that take a key and have a version for publication."""
_BY_KEY: dict[str, Any] = {
    "accessions": accessions,
    "centre": centre,
    "concessions": concessions,
    "documents": documents,
    "schedule": fee_schedule,
    "service": service,
}
"""Prints that take a key, or none, and have no version for publication."""


def prepare_report(
    store: Store,
    name: str,
    key: str,
    language: str,
    *,
    for_publication: bool = False,
    wanted: ProjectFilter | None = None,
) -> Draw:
    """Read what a report shows; the answer writes the PDF to a path without the store, in any thread."""
    now = store.now()
    if name == "summary":
        content = summary.gather(store, now=now, for_publication=for_publication)
        return partial(_write, partial(summary.draw, content), language)
    if name == "funding":
        projects = funding.gather(store, wanted, now=now, for_publication=for_publication)
        return partial(_write, partial(funding.draw, projects), language)
    if name in _OF_AN_ACCESSION:
        return _of_an_accession(store, name, key, language, for_publication=for_publication)
    if name in _PUBLISHED:
        shown = _PUBLISHED[name].gather(store, key, now=now, for_publication=for_publication)
        return partial(_write, partial(_PUBLISHED[name].draw, shown), language)
    if for_publication:
        raise UserError("report.not_for_publication", name=name)
    made, shown = _other(store, name, key, now)
    return partial(_write, partial(made.draw, shown), language)


def _other(store: Store, name: str, key: str, now: datetime) -> tuple[Any, object]:
    """The module of a print whose key says all that it shows, and what it shows."""
    if name == "centres" and not key:
        return centres, centres.gather(store, now=now)
    if name == "centres":
        return centres_comparison, centres_comparison.gather(store, key.split(","), now=now)
    if name == "deadlines":
        return deadlines, deadlines.gather(store, int(key) if key else None, now=now)
    made = _BY_KEY[name]
    return made, made.gather(store, key, now=now)


def _of_an_accession(store: Store, name: str, key: str, language: str, *, for_publication: bool) -> Draw:
    accession_id = find_accession(store, key)
    made = _OF_AN_ACCESSION[name]
    content = made.gather(store, str(accession_id), now=store.now(), for_publication=for_publication)
    return partial(_write, partial(made.draw, content), language)


def print_report(
    store: Store,
    name: str,
    key: str,
    target: Path,
    language: str,
    *,
    for_publication: bool = False,
    wanted: ProjectFilter | None = None,
) -> None:
    """Write a report as PDF: "summary", "funding", "service" with a code, or one of a procedure with its number."""
    draw = prepare_report(store, name, key, language, for_publication=for_publication, wanted=wanted)
    draw(target)


def _write(draw: Callable[[Path, str], None], language: str, target: Path) -> None:
    with writing(target):
        draw(target, language)
