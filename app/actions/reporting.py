# SPDX-License-Identifier: EUPL-1.2
"""Printing: gathering what a report shows, and drawing it to a file."""

from pathlib import Path

from app.actions.funding import ProjectFilter
from app.reports import funding, service, summary
from app.store import Store
from app.store.faults import sorting


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
    with sorting(target):
        if name == "summary":
            content = summary.gather(store, now=store.now(), for_publication=for_publication)
            summary.draw(content, target, language)
        elif name == "funding":
            funding.draw(funding.gather(store, wanted, now=store.now()), target, language)
        else:
            service.draw(service.gather(store, key, now=store.now()), target, language)
