# SPDX-License-Identifier: EUPL-1.2
"""Printing: gathering what a report shows, and drawing it to a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.actions.funding import ProjectFilter
from app.actions.output import writing
from app.reports import funding, service, summary
from app.store import Store

Draw = Callable[[Path], None]


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
    return partial(_write, partial(service.draw, service.gather(store, key, now=now)), language)


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
    """Write a report as PDF: "summary", "funding", or "service" with a code as key."""
    draw = prepare_report(store, name, key, language, for_publication=for_publication, wanted=wanted)
    draw(target)


def _write(draw: Callable[[Path, str], None], language: str, target: Path) -> None:
    with writing(target):
        draw(target, language)
