# SPDX-License-Identifier: EUPL-1.2
"""Freezes the store of the invented comune, as this version writes it, for every later version to open.

    python -m tests.stores.make

Run once for each new schema, before its release; a store that was frozen is never made again.
"""

import json
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from app.actions import (
    accessions,
    acts,
    catalogue,
    concessions,
    contracts,
    documents,
    funding,
    history,
    invoices,
    municipality,
    overview,
    payments,
)
from app.actions.workspace import Workspace
from app.store import Store
from app.store.migrate import SCHEMA_VERSION

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Write `store_vN.sqlite` and `store_vN.json`; exit status 1 when that schema was frozen before."""
    target = HERE / f"store_v{SCHEMA_VERSION}.sqlite"
    if target.exists():
        sys.stderr.write(f"{target.name} was frozen before\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder), clock=lambda: datetime(2026, 11, 23, 8, tzinfo=UTC))
        workspace.change_settings(who="Carla Esempi")
        store = workspace.open_example()
        sums = measure(store)
        workspace.close()
        shutil.copyfile(store.path, target)
    target.with_suffix(".json").write_text(
        json.dumps(sums, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    return 0


def measure(store: Store) -> dict[str, Any]:
    """Rows of each table, and what a clerk reads above them: the second must be the same in every later version."""
    with store.read() as session:
        listed = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")).scalars()
        names = [name for name in listed if not name.startswith(("sqlite_", "search_index", "alembic"))]
        rows = {name: session.execute(text(f'SELECT count(*) FROM "{name}"')).scalar() for name in names}  # noqa: S608 - our own tables
    return {"rows": rows, "read": _read(store)}


def _read(store: Store) -> dict[str, Any]:
    totals = overview.look_over(store, store.now().date()).totals
    services = catalogue.search_services(store).services
    projects = funding.list_projects(store)
    return {
        "comune": municipality.show_office(store).name,
        "people": sorted(person.name for person in municipality.list_people(store)),
        "projects": {project.cup: f"{project.amount} {project.status.value}" for project in projects},
        "awarded": str(totals.awarded),
        "paid": str(totals.paid),
        "services": len(services),
        "starred": sorted(row.service.code for row in services if row.mark.is_starred),
        "notes": sorted(row.mark.note for row in services if row.mark.note),
        "accessions": {one.centre_code: f"{one.kind} {one.state}" for one in accessions.list_accessions(store)},
        "acts": sorted(f"{act.kind} {act.number} {act.on}" for act in acts.list_acts(store)),
        "documents": sorted(f"{document.kind} {document.name}" for document in documents.list_documents(store)),
        "concessions": sorted(one.title for one in concessions.list_concessions(store)),
        "contracts": {
            row.contract.title: f"{row.contract.state} {row.effective_end and row.effective_end.on} {row.year_fee}"
            for row in contracts.survey_contracts(store)
        },
        "invoices": {
            row.invoice.number: f"{row.invoice.total} {row.invoice.state}" for row in invoices.list_invoices(store)
        },
        "payments": [f"{one.on} {one.amount}" for one in payments.list_payments(store)],
        "history": [entry.title for entry in history.list_history(store)],
    }


if __name__ == "__main__":
    sys.exit(main())
