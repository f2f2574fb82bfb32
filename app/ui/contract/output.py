# SPDX-License-Identifier: EUPL-1.2
"""The prints of a contract: read in the thread of the store, drawn in the other, shown before they are saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, language

if TYPE_CHECKING:
    from app.domain.concessions import ServiceContract
    from app.store import Store
    from app.ui.desk import Desk


def print_contract(desk: Desk, asker: QWidget, contract: ServiceContract) -> None:
    """Show the sheet of a contract, for the offices and for publication."""
    print_sheet(desk, asker, str(contract.id))


def print_sheet(desk: Desk, asker: QWidget, key: str) -> None:
    """Show both versions of the sheet of a contract by its number, or of a concession by `c` and its number."""
    from app.actions.reporting import prepare_report
    from app.ui.widgets.pdf_versions import Version

    spoken = language()

    def prepare(store: Store) -> list[Version]:
        told = (
            (False, _("Per gli uffici"), _("scheda-concessione.pdf")),
            (True, _("Per la pubblicazione"), _("scheda-per-pubblicazione.pdf")),
        )
        return [
            Version(label, prepare_report(store, "concession", key, spoken, for_publication=is_public), name)
            for is_public, label, name in told
        ]

    show = partial(desk.window.show_versions, _("Scheda della concessione"))
    desk.tasks.query(asker, prepare, show)
