# SPDX-License-Identifier: EUPL-1.2
"""Centres on paper and in a file: the comparison as it is seen, or every fact of every centre."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, language, ngettext
from app.ui.widgets.save_as import ask_where, table_kinds

if TYPE_CHECKING:
    from app.domain.catalogue import Centre
    from app.store import Store
    from app.ui.desk import Desk


def print_centres(desk: Desk, page: QWidget) -> None:
    """Print the list."""
    _print(desk, page, "", _("Stampa dei centri"), _("Centri di aggregazione"))


def print_centre(desk: Desk, page: QWidget, centre: Centre) -> None:
    """Print one centre with its facts and their sources."""
    _print(desk, page, centre.code, _("Stampa della scheda"), centre.name)


def _print(desk: Desk, page: QWidget, code: str, title: str, name: str) -> None:
    from app.actions.reporting import prepare_report

    spoken = language()
    desk.tasks.query(
        page,
        lambda store: prepare_report(store, "centre" if code else "centres", code, spoken),
        lambda draw: desk.window.show_preview(title, draw, f"{name}.pdf"),
    )


def print_comparison(desk: Desk, page: QWidget, codes: Sequence[str]) -> None:
    """Read in the store's thread, draw in the other, show before saving."""
    from app.actions.reporting import prepare_report

    spoken = language()
    desk.tasks.query(
        page,
        lambda store: prepare_report(store, "centres", ",".join(codes), spoken),
        lambda draw: desk.window.show_preview(_("Stampa del confronto"), draw, _("Centri a confronto") + ".pdf"),
    )


def export_centres(desk: Desk, page: QWidget, codes: Sequence[str]) -> None:
    """Ask where, then write the comparison, or all facts where nothing is compared."""
    name = _("Centri a confronto") if codes else _("Centri di aggregazione")
    ask_where(page, _("Esporta i centri"), name, table_kinds(), lambda target: write_centres(desk, page, target, codes))


def write_centres(desk: Desk, page: QWidget, target: Path, codes: Sequence[str]) -> None:
    """Write to a file and say so."""

    def write(store: Store) -> int:
        from app.actions.centre_comparison import comparison_table
        from app.actions.export import centres_table, write_table

        table = comparison_table(store, codes) if codes else centres_table(store)
        write_table(table, target, store)
        return len(table.rows)

    def tell(count: int) -> None:
        told = ngettext("Scritta {count} riga in {file}", "Scritte {count} righe in {file}", count)
        desk.window.toast(told.format(count=count, file=target.name))

    desk.tasks.query(page, write, tell)
