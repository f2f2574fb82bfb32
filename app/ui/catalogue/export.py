# SPDX-License-Identifier: EUPL-1.2
"""The list as it is seen, written to a file for a spreadsheet or another program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, ngettext
from app.ui.widgets.save_as import ask_where, table_kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.actions.catalogue import CatalogueFilter
    from app.store import Store
    from app.ui.desk import Desk


def ask_for_export(asker: QWidget, desk: Desk, wanted: CatalogueFilter, codes: Sequence[str]) -> None:
    """Ask for a file, then write the services found into it in the order of the codes."""

    def write(target: Path) -> None:
        desk.tasks.query(
            asker,
            lambda store: _write(store, wanted, codes, target),
            lambda count: desk.window.toast(_told(count, target)),
        )

    def ask(name: str) -> None:
        ask_where(asker, _("Esporta l'elenco"), name, table_kinds(), write)

    desk.tasks.query(asker, _propose_name, ask)


def _propose_name(store: Store) -> str:
    from app.actions.municipality import show_office

    return _("Catalogo {comune}").format(comune=show_office(store).name)


def _write(store: Store, wanted: CatalogueFilter, codes: Sequence[str], target: Path) -> int:
    from app.actions.export import catalogue_table, write_table

    table = catalogue_table(store, wanted)
    place = {code: number for number, code in enumerate(codes)}
    rows = sorted(table.rows, key=lambda row: place.get(str(row[0]), len(place)))
    write_table(replace(table, rows=tuple(rows)), target, store)
    return len(rows)


def _told(count: int, target: Path) -> str:
    said = ngettext("{count} servizio scritto in {file}", "{count} servizi scritti in {file}", count)
    return said.format(count=count, file=target.name)
