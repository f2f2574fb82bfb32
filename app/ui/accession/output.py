# SPDX-License-Identifier: EUPL-1.2
"""The prints of a procedure: the checklist, the request, the receipt, the index of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, language

if TYPE_CHECKING:
    from app.domain.accessions import Accession
    from app.ui.desk import Desk


def print_accession(desk: Desk, page: QWidget, name: str, accession: Accession) -> None:
    """Read in the store's thread, draw in the other, show before saving; a print that is refused says why."""
    from app.actions.reporting import prepare_report

    spoken = language()
    titles = {
        "accession": _("Lista delle cose da fare"),
        "request": _("Richiesta"),
        "receipt": _("Ricevuta"),
        "folder": _("Indice del fascicolo"),
    }
    title = _("{print}: {centre}").format(print=titles[name], centre=accession.centre_name)
    desk.tasks.query(
        page,
        lambda store: prepare_report(store, name, str(accession.id), spoken),
        lambda draw: desk.window.show_preview(title, draw, f"{titles[name]}.pdf"),
    )
