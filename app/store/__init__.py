# SPDX-License-Identifier: EUPL-1.2
"""The one SQLite file of a comune: opening, statements, history, backups."""

from sqlalchemy.orm import Session

from app.store.opening import create_store, open_store
from app.store.store import Store

__all__ = ["Session", "Store", "create_store", "open_store"]
