# SPDX-License-Identifier: EUPL-1.2
"""Reading a procedure for its page, in the thread of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView
    from app.domain.accessions import AccessionId
    from app.store import Store


def read_procedure(store: Store, wanted: AccessionId | None) -> AccessionView | None:
    """The procedure wanted, or the newest; None where there is none."""
    from app.actions.accessions import list_accessions, show_accession

    if wanted is None:
        known = list_accessions(store)
        return show_accession(store, known[0].id) if known else None
    return show_accession(store, wanted)
