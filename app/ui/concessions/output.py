# SPDX-License-Identifier: EUPL-1.2
"""The list of contracts on paper, as it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, language

if TYPE_CHECKING:
    from app.ui.desk import Desk


def print_concessions(desk: Desk, page: QWidget, group: str) -> None:
    """Read in the store's thread, draw in the other, show before saving."""
    from app.actions.reporting import prepare_report

    spoken = language()
    desk.tasks.query(
        page,
        lambda store: prepare_report(store, "concessions", group, spoken),
        lambda draw: desk.window.show_preview(_("Stampa delle concessioni"), draw, _("Concessioni") + ".pdf"),
    )
