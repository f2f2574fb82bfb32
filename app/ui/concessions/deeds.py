# SPDX-License-Identifier: EUPL-1.2
"""What is done from the list: something new, and letting go of what never ran."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, ngettext

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.domain.concessions import ContractId
    from app.store import Store
    from app.ui.concessions.new_contract import Ground
    from app.ui.concessions.rows import Row
    from app.ui.desk import Desk


def ask_new_contract(desk: Desk, asker: QWidget, origin: str = "") -> None:
    """Ask where a contract comes from, then go to it."""
    from app.ui.concessions.new_contract import NewContract, read_ground

    def show(ground: Ground) -> None:
        dialog = NewContract(desk, ground, asker.window(), origin)
        dialog.opened.connect(opened)
        dialog.open()

    def opened(numbers: tuple[ContractId, ...]) -> None:
        told = ngettext("Aperto {count} contratto", "Aperti {count} contratti", len(numbers))
        desk.window.toast(told.format(count=len(numbers)), with_undo=True)
        if len(numbers) == 1:
            desk.window.open_page("contract", f"{numbers[0]}:contract")

    desk.tasks.query(asker, read_ground, show)


def ask_new_concession(desk: Desk, asker: QWidget) -> None:
    """Ask for its name, then go to it."""
    from app.ui.concessions.new_concession import NewConcession

    dialog = NewConcession(desk, asker.window())

    def added(number: int) -> None:
        desk.window.toast(_("Concessione creata"), with_undo=True)
        desk.window.open_page("concession", str(number))

    dialog.added.connect(added)
    dialog.open()


def remove_row(desk: Desk, asker: QWidget, row: Row) -> None:
    """Take out a contract that never ran, or a concession on which nothing hangs."""

    def do(store: Store) -> Changes:
        from app.actions.concessions import remove_concession
        from app.actions.contracts import remove_contract

        if row.contract is not None:
            return remove_contract(store, row.contract.contract.id)
        if row.concession is None:
            raise ValueError(row)
        return remove_concession(store, row.concession.id)

    told = _("Eliminato: {what}").format(what=row.title)
    desk.tasks.act(asker, do, lambda _changes: desk.window.toast(told, with_undo=True))
