# SPDX-License-Identifier: EUPL-1.2
"""The prints of a contract: read in the thread of the store, drawn in the other, shown before they are saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, language

if TYPE_CHECKING:
    from app.domain.concessions import ServiceContract
    from app.ui.desk import Desk


def print_contract(
    desk: Desk, asker: QWidget, contract: ServiceContract, name: str = "concession", *, for_publication: bool = False
) -> None:
    """Show the sheet of a contract, or another print of it."""
    from app.actions.reporting import prepare_report

    spoken, key = language(), str(contract.id)
    desk.tasks.query(
        asker,
        lambda store: prepare_report(store, name, key, spoken, for_publication=for_publication),
        lambda draw: desk.window.show_preview(_("Stampa della scheda"), draw, _("Concessione") + ".pdf"),
    )
