# SPDX-License-Identifier: EUPL-1.2
"""One keystroke in the search of the catalogue, beside the bare query of SQLite on the same index.

    python -m tests.bench.searching [--pairs 50]

Our answer also reads the services, the marks and the centres, and counts what each filter would find.
"""

import sqlite3
import sys
import tempfile
from functools import partial
from pathlib import Path

from app.actions.catalogue import CatalogueFilter, search_services
from app.actions.search import find_everywhere
from app.actions.workspace import Workspace
from app.domain.catalogue_search import fts_query
from app.store import Store
from tests.bench.pairs import asked, compare

_TYPED = "pagamenti"
_BARE = "SELECT key FROM search_index WHERE search_index MATCH ? ORDER BY rank LIMIT 50"


def main() -> int:
    """Measure and print."""
    words = asked(__doc__ or "")
    with tempfile.TemporaryDirectory() as scratch:
        workspace = Workspace(Path(scratch))
        store = workspace.open_example()
        connection = _bare_connection(store)
        for length in (1, 3, len(_TYPED)):
            typed = _TYPED[:length]
            bare = partial(_bare, connection, fts_query(typed))
            ours = partial(search_services, store, CatalogueFilter(text=typed))
            compare(f"catalogue, «{typed}»", ours, bare, words.pairs, "bare query")
            compare(f"everywhere, «{typed}»", partial(find_everywhere, store, typed), bare, words.pairs, "bare query")
        workspace.close()
    return 0


def _bare(connection: sqlite3.Connection, query: str) -> list[tuple[str]]:
    return connection.execute(_BARE, (query,)).fetchall()


def _bare_connection(store: Store) -> sqlite3.Connection:
    driver = store.engine.raw_connection().driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError(type(driver))
    return driver


if __name__ == "__main__":
    sys.exit(main())
