# SPDX-License-Identifier: EUPL-1.2
"""The keys: those of the menus as the menus have them, and those of the tables."""

from collections.abc import Iterator

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from app.text import _
from app.ui.contract.payment_dialog import PAY_KEYS
from app.ui.help.entry import Entry


def shortcuts(bar: QMenuBar) -> list[Entry]:
    """Every command of the menus that has keys, then what the keys do in a table, in a field, among concessions."""
    found = [
        Entry(_plain(action.text()), menu, keys=_keys(action)) for menu, action in _actions(bar) if action.shortcuts()
    ]
    return [*found, *_in_tables(), *_in_fields()]


def _in_tables() -> list[Entry]:
    where = _("In una tabella")
    return [
        Entry(_("Riga sopra o sotto"), where, keys=("↑", "↓")),
        Entry(_("Prima o ultima riga"), where, keys=("Home", _("Fine"))),
        Entry(_("Copia le righe scelte, per un foglio di calcolo"), where, keys=(_native("Ctrl+C"),)),
        Entry(_("Esci dalla tabella"), where, keys=("Tab",)),
    ]


def _in_fields() -> list[Entry]:
    return [
        Entry(_("Apri il calendario di una data"), _("In un campo"), keys=(_native("Alt+Down"),)),
        Entry(_("Registra un pagamento"), _("In Concessioni"), keys=(_native(PAY_KEYS),)),
    ]


def _actions(bar: QMenuBar) -> Iterator[tuple[str, QAction]]:
    for top in bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            name = _("Menu {name}").format(name=_plain(top.text()))
            for action in menu.actions():
                yield name, action


def _plain(text: str) -> str:
    """The words of a menu without the mark of its letter and without what would be taken back just now."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").partition(" «")[0]


def _keys(action: QAction) -> tuple[str, ...]:
    return tuple(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
